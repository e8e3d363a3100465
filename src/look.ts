/** The look at the machine: which credential each tool would send, and what is worth a notice. */
import { homedir } from 'node:os';
import { predictTools } from './checks/tools';
import type { CredentialInventory } from './domain/machine/credential-inventory';
import type { Plan } from './domain/plan';
import type { RunContext } from './domain/run-context';
import type { RunnerLook } from './conclusion';
import { readInventory } from './runner/credentials/inventory';

/** Reads the machine once; every credential that is found is told to the context first. */
export async function lookAround(plan: Plan, { env, folder, onSecret }: RunContext): Promise<RunnerLook> {
  const { endpoint, credential } = plan;
  const inventory = await readInventory({ env, home: homedir(), workspace: folder, endpoint, onSecret });
  return predictTools(withPassedOn(inventory, plan), credential);
}

/** Later steps find the exchanged token in the variable that it is passed on as, whatever is in there now. */
function withPassedOn(inventory: CredentialInventory, { credential, keyless }: Plan): CredentialInventory {
  const isThere = credential.kind === 'given' && credential.exchanged !== undefined && keyless?.exportToken === 'env';
  return isThere ? { ...inventory, variables: { ...inventory.variables, HF_TOKEN: credential.secret } } : inventory;
}

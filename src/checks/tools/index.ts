/**
 * Who each tool will be: which credential every client sends, and whether it is the one that was checked. Pure.
 *
 * Only what is there is reported. If nothing here gives a client a token, a later step's environment may still do so:
 * its row then says `none` and `unknown`, and no notice is made of it.
 */
import type { NoticeFact, Sameness } from '../../domain/report/notice';
import type { Credential } from '../../domain/inputs/credential';
import type { RunnerFinding } from '../../domain/report/report';
import type { CredentialInventory, TokenVariable } from '../../domain/machine/credential-inventory';
import type { Resource } from '../../domain/hub/resource';
import { toolNotices } from './notices';
import { lossFacts } from './losses';
import { TOOLS } from './registry';
import type { Prediction, Tool } from './tool';
import { present } from '../../domain/basics/present';

/** The rows of the report's `runner`, and the facts worth a notice. */
export function predictTools(
  inventory: CredentialInventory,
  checked: Credential,
): { findings: RunnerFinding[]; facts: NoticeFact[] } {
  const predictions = TOOLS.filter((tool) => isShown(tool, inventory)).flatMap((tool) =>
    tool.predict(inventory).map((one) => ({ ...one, tool, same: sameness(one, checked) })),
  );
  const findings = predictions.map(({ tool, source, same, note }) => ({
    client: tool.client,
    source,
    sameAsChecked: same,
    ...present({ note }),
  }));
  const state = { inventory, checked, predictions };
  const facts = [...toolNotices(state), ...lossFacts(state)];
  return { findings: [...findings, ...unsearched(inventory)], facts };
}

/** The Hub's own clients always; another one where the checkout names its package or a variable of its own is set. */
function isShown({ reason }: Tool, { workspace, variables }: CredentialInventory): boolean {
  if (reason === undefined) return true;
  const isNamed = reason.packages.some((one) => workspace.packages.has(one));
  const isReason = (one: TokenVariable) =>
    reason.evenEmpty === true ? variables[one] !== undefined : typeof variables[one] === 'object';
  return isNamed || (reason.variables ?? []).some(isReason);
}

/** What kept other tools from being found. */
function unsearched({ workspace: { doubts } }: CredentialInventory): RunnerFinding[] {
  return doubts.map((note) => ({ client: 'other tools', source: 'none', sameAsChecked: 'unknown', note }));
}

function sameness({ sends, source, via, resource }: Prediction, checked: Credential): Sameness {
  if (sends === 'opaque') return 'unknown';
  if (sends === 'other') return isSameExchange(resource, checked);
  if (sends === 'nothing') return checked.kind === 'missing';
  if (sends === 'open') return checked.kind === 'missing' && via !== 'code' ? true : 'unknown';
  if (checked.kind === 'missing' || checked.kind === 'not-exchanged') return false;
  // A damaged token is compared as it came in: the same variable has the same damage.
  return checked.secret.equals(sends) || (checked.kind === 'malformed' && checked.source === source);
}

/** Another exchange for the same repo or user gives another token with the same rights. */
function isSameExchange(resource: string | undefined, checked: Credential): boolean {
  return resource !== undefined && resource === exchangeOf(checked)?.path;
}

function exchangeOf(checked: Credential): Resource | undefined {
  if (checked.kind === 'not-exchanged') return checked.failure.resource;
  return checked.kind === 'given' ? checked.exchanged?.resource : undefined;
}

/** Whether `HF_TOKEN` would change anything for a tool: asked of the tool itself, on a machine that holds nothing else. */
import { NOTHING_FOUND } from '../../domain/machine/credential-inventory';
import { Secret } from '../../domain/text/secret';
import type { Tool } from './tool';

const PROBE = new Secret('a value of HF_TOKEN');
const ONLY_THE_VARIABLE = { ...NOTHING_FOUND, variables: { HF_TOKEN: PROBE } };

/** It sends no token of `HF_TOKEN`, so a remedy that sets the variable does not help it. */
export function isDeaf(tool: Tool): boolean {
  return !tool.predict(ONLY_THE_VARIABLE).some(({ sends }) => typeof sends === 'object' && sends.equals(PROBE));
}

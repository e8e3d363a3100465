/** Tools for which a credential is there that they cannot use: damaged, hidden by an empty variable, or where they do not look. */
import type { NoticeFact } from '../../domain/report/notice';
import type { Credential } from '../../domain/inputs/credential';
import type { CredentialInventory } from '../../domain/machine/credential-inventory';
import { tokensIn, type Predicted, type RunnerState } from './notices';
import type { Help } from './tool';

type Loss = Extract<NoticeFact, { code: 'tool-without-token' }>;

/** One fact for each reason, place and remedy, with every tool that shares them. */
export function lossFacts({ inventory, checked, predictions }: RunnerState): NoticeFact[] {
  const place = placeOf(inventory, checked);
  const losses = predictions.flatMap((one): Loss[] => {
    const found = one.lost ?? missed(one, place);
    if (found === undefined) return [];
    const help = found.why === 'not-read' ? one.tool.help : undefined;
    return [{ code: 'tool-without-token', ...found, clients: [one.tool.client], ...helpIn(help) }];
  });
  const groups = new Map<string, Loss>();
  for (const loss of losses) {
    const { clients, ...same } = loss;
    const key = JSON.stringify(same);
    const others = groups.get(key)?.clients ?? [];
    groups.set(key, { ...loss, clients: [...new Set([...others, ...clients])] });
  }
  return [...groups.values()];
}

function helpIn(help: Help | undefined): { variable?: string; call?: string } {
  if (help === undefined) return {};
  return 'variable' in help ? { variable: help.variable } : { call: help.code };
}

/** The checked token is on the machine, the tool is for the Hub, and it looks somewhere else. */
function missed({ sends, tool }: Predicted, place: string | undefined) {
  const isMissed = place !== undefined && sends === 'open' && tool.help !== undefined && tool.reason !== undefined;
  return isMissed ? ({ why: 'not-read', place } as const) : undefined;
}

/** Where the checked token is, by a name that may be shown; a token that was only passed as an input is nowhere yet. */
function placeOf({ variables, savedLogin }: CredentialInventory, checked: Credential): string | undefined {
  if (checked.kind !== 'given') return undefined;
  const [variable] = tokensIn(variables).find(([, secret]) => secret.equals(checked.secret)) ?? [];
  if (variable !== undefined) return variable;
  return savedLogin.kind === 'token' && savedLogin.secret.equals(checked.secret) ? savedLogin.file : undefined;
}

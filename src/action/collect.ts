/** Inputs as strings, and where the report goes. Nothing is judged here but the path of the report, which needs the disk. */
import { homedir } from 'node:os';
import { readChannels } from '../domain/inputs/channels';
import type { TokenCandidate } from '../domain/inputs/credential';
import { misnamedTokens } from '../domain/machine/credential-inventory';
import { certificateChecksOff } from '../domain/inputs/endpoint';
import { PLAN_INPUTS } from '../domain/inputs';
import type { RawPlan } from '../domain/plan';
import { HOLDS_TOKEN } from '../domain/parse-plan';
import { present } from '../domain/basics/present';
import type { RunContext } from '../domain/run-context';
import type { Environment } from '../domain/basics/environment';
import { input } from '../runner/action-input';
import { tokenPathFault } from '../runner/credentials/saved-login';
import { readListInside } from '../runner/files/read';
import { planReportPath } from '../runner/files/report-file';
import type { Destinations } from './publish';

/** Where a token may come from, in order. A blank input counts as not given, and the runner gives one for every input. */
export function tokenCandidates(env: Environment): TokenCandidate[] {
  const given = input(env, 'token');
  return [
    { source: 'input', raw: given === '' ? undefined : given },
    { source: 'HF_TOKEN', raw: env['HF_TOKEN'] },
    { source: 'HUGGING_FACE_HUB_TOKEN', raw: env['HUGGING_FACE_HUB_TOKEN'] },
  ];
}

/** Everything that the plan is made of. `folder` is where relative paths are looked for. */
export function collect(
  env: Environment,
  { folder, redact }: Pick<RunContext, 'folder' | 'redact'>,
): { raw: RawPlan; destinations: Destinations } {
  const inputs = present(Object.fromEntries(PLAN_INPUTS.map((name) => [name, input(env, name)])));
  const list = inputs['list']?.trim() ?? '';
  const path = input(env, 'report-path') ?? '';
  const place = redact(path) === path ? planReportPath(path, env, folder) : { rule: HOLDS_TOKEN };
  // Bad input is reported too, in the file that it would have had without a path.
  const elsewhere = 'value' in place ? place : planReportPath(undefined, env, folder);
  const raw = {
    inputs,
    tokens: tokenCandidates(env),
    trustHfEndpoint: false,
    certificateChecksOff: certificateChecksOff(env),
    problems: 'rule' in place ? [{ input: 'report-path', rule: place.rule }] : [],
    ...present({
      listFile: list === '' ? undefined : readListInside(list, folder),
      tokenPath: tokenPathFault({ env, home: homedir(), folder }),
      misnamed: misnamedTokens(env),
      hfEndpoint: env['HF_ENDPOINT'],
    }),
  };
  const channels = readChannels(inputs);
  return { raw, destinations: 'value' in elsewhere ? { channels, place: elsewhere.value } : { channels } };
}

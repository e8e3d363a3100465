/** Inputs as strings, none of them judged here. */
import type { TokenCandidate } from '../domain/credential';
import { certificateChecksOff } from '../domain/endpoint';
import { PLAN_INPUTS, type PlanInput } from '../domain/inputs';
import type { RawPlan } from '../domain/plan';
import { input } from '../runner/action-input';
import { readListFile } from '../runner/files/read';
import type { Environment } from '../domain/environment';

/** Where a token may come from, in order. A blank input counts as not given, and the runner gives one for every input. */
export function tokenCandidates(env: Environment): TokenCandidate[] {
  const given = input(env, 'token');
  return [
    { source: 'input', raw: given === '' ? undefined : given },
    { source: 'HF_TOKEN', raw: env['HF_TOKEN'] },
    { source: 'HUGGING_FACE_HUB_TOKEN', raw: env['HUGGING_FACE_HUB_TOKEN'] },
  ];
}

/** Everything that the plan is made of. `folder` is where a relative `list` is looked for. */
export function collectInputs(env: Environment, folder: string): RawPlan {
  const inputs: Partial<Record<PlanInput, string>> = {};
  for (const name of PLAN_INPUTS) {
    const value = input(env, name);
    if (value !== undefined) inputs[name] = value;
  }
  const list = inputs.list?.trim() ?? '';
  return {
    inputs,
    tokens: tokenCandidates(env),
    trustHfEndpoint: false,
    certificateChecksOff: certificateChecksOff(env),
    ...(list === '' ? {} : { listFile: readListFile(list, folder) }),
    ...(env['HF_ENDPOINT'] === undefined ? {} : { hfEndpoint: env['HF_ENDPOINT'] }),
  };
}

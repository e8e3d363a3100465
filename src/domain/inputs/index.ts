/** The table of inputs. Parsing, the options of the command line, help, `action.yml` and the README derive from it. */
import { CHANNEL_INPUTS } from './channels';
import { CREDENTIAL_INPUTS } from './credential';
import { ENDPOINT_INPUTS } from './endpoint';
import { ACTION_ONLY, type InputRow, type InputRows } from './input';
import { KEYLESS_INPUTS } from './keyless';
import { LIMIT_INPUTS } from './limits';
import { LISTING_INPUTS } from './listing';
import { LOCK_INPUTS } from './lock-file';
import { POLICY_INPUTS } from './policies';
import { TOKEN_FOR_INPUTS } from './token-for';

const PLATFORM_INPUTS = {
  'job-workflow-ref': {
    type: { kind: 'context' },
    edges: ACTION_ONLY,
    default: '${{ job.workflow_ref }}',
    help: 'Leave it as it is. It tells a called (reusable) workflow from its caller, so that a secret that was not passed on can be named as the cause.',
    example: '${{ job.workflow_ref }}',
  },
} as const satisfies InputRows;

/** The groups of inputs, as help shows them: all that the command line has. */
export const INPUT_GROUPS: readonly { readonly title: string; readonly rows: InputRows }[] = [
  { title: 'The credential', rows: { ...CREDENTIAL_INPUTS, ...TOKEN_FOR_INPUTS, ...KEYLESS_INPUTS } },
  { title: 'What to check', rows: { ...LISTING_INPUTS, ...LOCK_INPUTS, ...ENDPOINT_INPUTS } },
  { title: 'What blocks the job', rows: POLICY_INPUTS },
  { title: 'Limits', rows: LIMIT_INPUTS },
];

/** Every input, in the order of `action.yml`. */
export const INPUTS = {
  ...CREDENTIAL_INPUTS,
  ...TOKEN_FOR_INPUTS,
  ...KEYLESS_INPUTS,
  ...LISTING_INPUTS,
  ...LOCK_INPUTS,
  ...ENDPOINT_INPUTS,
  ...POLICY_INPUTS,
  ...LIMIT_INPUTS,
  ...CHANNEL_INPUTS,
  ...PLATFORM_INPUTS,
} as const satisfies InputRows;

type Inputs = typeof INPUTS;
/** Any input of either edge. */
export type InputName = keyof Inputs;

/** An input that a plan is made of: neither a credential, which never passes through text, nor the platform's own word. */
export type PlanInput = {
  [Name in InputName]: Inputs[Name]['type']['kind'] extends 'secret' | 'context' ? never : Name;
}[InputName];

const NO_PLAN_INPUTS = new Set(
  Object.entries<InputRow>(INPUTS).flatMap(([name, { type }]) =>
    type.kind === 'secret' || type.kind === 'context' ? [name] : [],
  ),
);
const isPlanInput = (name: string): name is PlanInput => Object.hasOwn(INPUTS, name) && !NO_PLAN_INPUTS.has(name);

/** The inputs that make the plan; the others are the edge's own. */
export const PLAN_INPUTS: readonly PlanInput[] = Object.keys(INPUTS).filter(isPlanInput);

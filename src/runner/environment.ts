/** The environment, without leaving the tokens in it. */
import { TOKEN_VARIABLES } from '../domain/machine/credential-inventory';
import type { Environment } from '../domain/basics/environment';
import { IDENTITY_VARIABLE } from '../domain/tokens/identity';
import { REQUEST_TOKEN } from './identity';

/** The inputs that hold one, as the runner hands them over. */
const TOKEN_INPUTS = ['INPUT_TOKEN', 'INPUT_GITHUB-TOKEN'];

/**
 * A copy of the environment. What holds a token is taken out of the process's own: Node's diagnostic reports
 * (`--report-on-signal`, `--report-uncaught-exception`) copy that into a file.
 */
export function takeEnvironment(): Environment {
  const env = { ...process.env };
  for (const name of [...TOKEN_VARIABLES, IDENTITY_VARIABLE, REQUEST_TOKEN, ...TOKEN_INPUTS])
    Reflect.deleteProperty(process.env, name);
  return env;
}

/** What the platform's own clients read from the process later on (`@actions/core`, `@actions/github`), and what holds no token. */
const KEPT =
  /^(?:GITHUB_(?:OUTPUT|ENV|STATE|PATH|STEP_SUMMARY|EVENT_\w+|SHA|REF|WORKFLOW|ACTION|ACTOR|JOB|RUN_\w+|\w*_URL|REPOSITORY|WORKSPACE)|RUNNER_(?:TEMP|DEBUG|OS|ARCH))$/;

/** Takes further variables out of the process's own environment: those that an input named as holding a token. */
export function dropVariables(names: readonly string[]): void {
  for (const name of names) if (!KEPT.test(name)) Reflect.deleteProperty(process.env, name);
}

/** Which variable of the environment names the proxy. */
import type { Environment } from '../basics/environment';

/** In the order of curl; lower case first. */
const VARIABLES = ['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'] as const;

/** A proxy that the environment names. */
export interface ProxySetting {
  /** The variable. */
  readonly variable: string;
  /** Its value, which may hold a login. */
  readonly value: string;
}

/** The first that is set; a variable that is set and blank names none. */
export function proxySetting(env: Environment): ProxySetting | undefined {
  const variable = VARIABLES.find((name) => (env[name] ?? '').trim() !== '');
  const value = variable === undefined ? undefined : env[variable];
  return variable === undefined || value === undefined ? undefined : { variable, value };
}

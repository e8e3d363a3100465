/** Which variable of the environment names the proxy. */
import type { Environment } from '../basics/environment';

/** The first pair that names one; each as it is spelled in lower case and in capitals. */
const VARIABLES = [
  ['https_proxy', 'HTTPS_PROXY'],
  ['all_proxy', 'ALL_PROXY'],
] as const;

/** A proxy that the environment names. */
export interface ProxySetting {
  /** The variable. */
  readonly variable: string;
  /** Its value, which may hold a login. */
  readonly value: string;
}

/**
 * The proxy that the Hub's own client would go through (huggingface_hub 2.4.0 by Python's `getproxies_environment`, run):
 * lower case holds where it is set, even if it is empty. curl alone reads on behind an empty `https_proxy`; git and Node do not.
 */
export function proxySetting(env: Environment): ProxySetting | undefined {
  for (const [lower, capitals] of VARIABLES) {
    const variable = env[lower] === undefined ? capitals : lower;
    const value = env[variable] ?? '';
    if (value.trim() !== '') return { variable, value };
  }
  return undefined;
}

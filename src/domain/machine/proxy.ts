/** Which variable of the environment names the proxy. */
import type { Environment } from '../basics/environment';
import { lookUp } from '../basics/look-up';

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

/** The proxy that the Hub's own client would go through. */
export function proxySetting(env: Environment): ProxySetting | undefined {
  for (const names of VARIABLES) {
    const setting = settingOf(env, names);
    if (setting !== undefined) return setting;
  }
  return undefined;
}

/** The hosts that are asked past it. */
export function noProxyOf(env: Environment): string | undefined {
  return settingOf(env, ['no_proxy', 'NO_PROXY'])?.value;
}

/**
 * Lower case holds where it is set, even if it is empty (Python's `getproxies_environment`, by which huggingface_hub 2.4.0 reads them;
 * run). curl alone reads on behind an empty `https_proxy`; git and Node do not.
 */
function settingOf(env: Environment, [lower, capitals]: readonly [string, string]): ProxySetting | undefined {
  const variable = lookUp(env, lower) === undefined ? capitals : lower;
  const value = lookUp(env, variable) ?? '';
  return value.trim() === '' ? undefined : { variable, value };
}

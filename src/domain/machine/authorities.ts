/** Whom Node is told to believe, beside the authorities that it knows. */
import type { Environment } from '../basics/environment';
import { lookUp } from '../basics/look-up';

/**
 * The settings by which Node trusts authorities beside its own (Node's documentation, "Command-line API"): whoever may set
 * them can answer in the place of any server.
 */
export function furtherAuthorities(env: Environment): string[] {
  const isSet = (name: string) => (lookUp(env, name) ?? '').trim() !== '';
  const options = /--use-(?:openssl|system)-ca\b/.test(env['NODE_OPTIONS'] ?? '');
  return [
    ...(isSet('NODE_EXTRA_CA_CERTS') ? ['NODE_EXTRA_CA_CERTS'] : []),
    ...(env['NODE_USE_SYSTEM_CA'] === '1' ? ['NODE_USE_SYSTEM_CA'] : []),
    ...(options ? ['NODE_OPTIONS'] : []),
  ];
}

import { Secret } from '../../src/domain/text/secret';

/** The same value with every secret laid open: jest cannot look into private fields and takes all secrets for equal. */
export function plain(value: unknown): unknown {
  if (value instanceof Secret) return value.reveal();
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}

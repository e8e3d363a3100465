/** Masking: every credential, in every form that could reach the log, before any other work. */
import { Secret } from '../domain/text/secret';
import { isPlaceholder } from '../domain/token';
import type { Environment } from '../domain/environment';
import { tokenCandidates } from './inputs';
import { input } from '../runner/action-input';
import { setSecret } from './toolkit';

/** Masks one credential. */
export function mask(secret: Secret): void {
  for (const form of secret.maskForms()) setSecret(form);
}

/** Masks what the job may have handed over as a token, GitHub's too, and returns it for the redactor of our own. */
export function maskCandidates(env: Environment): Secret[] {
  const handed = [...tokenCandidates(env).map(({ raw }) => raw), input(env, 'github-token')];
  const secrets = handed
    .flatMap((raw) => raw ?? [])
    // To mask a variable's name or a template would blank that word in every log and protect nothing.
    .filter((raw) => raw.trim() !== '' && !isPlaceholder(raw))
    .map((raw) => new Secret(raw));
  secrets.forEach(mask);
  return secrets;
}

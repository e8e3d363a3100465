/** Masking: every credential, in every form that could reach the log, before any other work. */
import { environmentSecrets, handedSecrets } from '../domain/inputs/credential';
import type { Environment } from '../domain/basics/environment';
import type { SeenSecrets } from '../domain/text/redact';
import type { Secret } from '../domain/text/secret';
import { input } from '../runner/action-input';
import { REQUEST_TOKEN } from '../runner/identity';
import { tokenCandidates } from './collect';
import { setSecret } from './toolkit';

/** Masks one credential in the log, and has the redactor of our own know it. */
export function mask(secret: Secret, seen: SeenSecrets): void {
  for (const form of secret.maskForms()) setSecret(form);
  seen.add(secret);
}

/** Masks what the job may have passed as a token, GitHub's too, and what else is known to contain one. */
export function maskCandidates(env: Environment, seen: SeenSecrets): void {
  const isKeyless = (input(env, 'oidc-resource') ?? '').trim() !== '';
  const requestToken = isKeyless ? env[REQUEST_TOKEN] : undefined;
  const handed = [...tokenCandidates(env).map(({ raw }) => raw), input(env, 'github-token'), requestToken];
  for (const secret of [...handedSecrets(handed), ...environmentSecrets(env)]) mask(secret, seen);
}

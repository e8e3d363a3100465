/**
 * The exchange of the job's identity for a token (RFC 8693): the one request of the product that is not a reading one. It is sent
 * where `oidc-resource` asks for it, to the endpoint and nowhere else, and changes nothing there but when the publisher was
 * last used.
 */
import { TOKEN_EXCHANGE, type ExchangeAnswer } from '../domain/tokens/exchange';
import { pathOf, takesHubTokens } from '../domain/inputs/endpoint';
import type { RecordedReply } from '../domain/hub/reply';
import type { Secret } from '../domain/text/secret';
import type { HubOptions } from './client';
import { decodeExchange, isTrouble, recordExchange } from './decode-exchange';
import { failed } from './decode';
import type { FailedAttempt } from './http/error';
import type { Reply } from './http/reply';
import { createScrub } from './http/scrub';
import type { Send } from './http/send';
import { sendAlone, type LoneOptions } from './lone-request';

/** What an exchange is made with. `redact` knows the identity. */
export interface ExchangeOptions extends LoneOptions, Pick<HubOptions, 'endpoint'> {
  readonly identity: Secret;
  readonly resource: string;
}

/** What was answered, and every reply on the way. */
export interface ExchangeResult {
  readonly answer: ExchangeAnswer;
  readonly evidence: readonly RecordedReply[];
}

/** Exchanges, with retries where the endpoint is in trouble. Never rejects. */
export async function exchangeIdentity(options: ExchangeOptions): Promise<ExchangeResult> {
  const { endpoint, identity } = options;
  const scrub = createScrub(options.redact);
  const context = { scrub, identity, takesHubTokens: takesHubTokens(endpoint) };
  const evidence: RecordedReply[] = [];
  const read = (reply: Reply): Reply | FailedAttempt => {
    evidence.push(recordExchange(reply, scrub));
    return isTrouble(reply) ? troubled(reply, context) : reply;
  };
  const target = { address: new URL(endpoint), base: pathOf(endpoint) };
  const result = await sendAlone(options, target, { call: callFor(options), read });
  return { answer: 'status' in result ? decodeExchange(result, context) : result.failed, evidence };
}

function callFor({ identity, resource }: ExchangeOptions): Parameters<Send>[0] {
  const fields = { ...TOKEN_EXCHANGE, subject_token: identity, resource };
  return { method: 'POST', path: '/oauth/token', as: 'nobody', bucket: 'pages', fields };
}

/** A refusal that is none, as what it is to the rule of retries. */
function troubled(reply: Reply, context: Parameters<typeof decodeExchange>[1]): FailedAttempt {
  const answer = decodeExchange(reply, context);
  const why = answer.kind === 'failed' ? answer : failed('hub-error', `the endpoint answered ${reply.status}`);
  return { kind: 'broken', retryable: true, failed: why };
}

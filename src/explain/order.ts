/** Which of several causes is the likeliest here: what else the log shows puts one first. */
import type { Code } from '../domain/hub/codes';
import { KINDS, type Kind, type RepoType } from '../domain/hub/kinds';
import { OPERATIONS, type Operation } from '../domain/hub/operations';
import type { Cause } from './patterns/pattern';

/** What the runner showed of the variable HF_TOKEN in a step's environment. */
export type TokenEcho = 'set' | 'blank';

/** What compose says of a variable that is not there. */
const COMPOSED = /\\?"(?:HF_TOKEN|HUGGING_FACE_HUB_TOKEN)\\?" variable is not set\. Defaulting to a blank string/;

/** GitHub shows a step's environment, with stars in the place of a secret and nothing in the place of an empty one. */
export function tokenEchoIn(line: string): TokenEcho | undefined {
  if (COMPOSED.test(line)) return 'blank';
  const [, value] = /^\s*(?:HF_TOKEN|HUGGING_FACE_HUB_TOKEN):(.*)$/.exec(line) ?? [];
  if (value === undefined) return undefined;
  return value.trim() === '' ? 'blank' : 'set';
}

/** Words of a refusal in a sentence that is not known as a whole. */
const LEADS: readonly (readonly [RegExp, Code, string])[] = [
  [/single sign-on|\bSSO\b|\bSAML\b/i, 'org-sso', 'the words of the refusal speak of single sign-on'],
  [/two-factor|\b2FA\b|\bMFA\b|multi-factor/i, 'org-mfa', 'the words of the refusal speak of two-factor login'],
  [
    /\bIP address|\baddress is not\b|\bIP range|\ballow ?list/i,
    'org-ip',
    'the words of the refusal speak of addresses',
  ],
];

const ECHOES: Readonly<Record<TokenEcho, readonly [Code, string]>> = {
  set: ['token-invalid', 'the step had a value in HF_TOKEN (the log shows it masked), so a token was most likely sent'],
  blank: ['token-missing', 'the step had an empty HF_TOKEN: the secret was not passed, or does not exist'],
};

/** Causes of a write, which a text that reads and writes share has no order for. */
const WRITING: readonly Code[] = [
  'token-missing',
  'read-only-token',
  'scope-missing',
  'role-insufficient',
  'not-a-member',
];

/** What stands in the place of a repo where a program was given none, or a file of the disk. */
const MISNAMED: readonly (readonly [RegExp, string])[] = [
  [/^(?:.*\/)?(?:None|null|undefined)$/, 'the repo that was asked for is called like a name that was never set'],
  [
    /\.(?:bin|gguf|ggml|safetensors|pth?|ckpt|onnx)$/,
    'the repo that was asked for is called like a file: a path of the disk that is not there is taken for a repo',
  ],
];

/** What is known beside the line. */
export interface Circumstances {
  readonly line: string;
  readonly repo?: string;
  readonly operation: Operation | undefined;
  readonly echo: TokenEcho | undefined;
}

/** The same causes, the likeliest first. */
export function ordered(
  causes: readonly Cause[],
  { line, repo = '', operation, echo }: Circumstances,
): readonly Cause[] {
  if (causes.length < 2) return causes;
  const writes = operation !== undefined && OPERATIONS[operation].writes;
  const byOperation = writes ? toFront(causes, WRITING) : causes;
  const byEcho = echo === undefined ? byOperation : lead(byOperation, ...ECHOES[echo]);
  const words = LEADS.find(([text]) => text.test(line));
  const byWords = words === undefined ? byEcho : lead(byEcho, words[1], words[2]);
  const misnamed = MISNAMED.find(([text]) => text.test(repo));
  return misnamed === undefined ? byWords : lead(byWords, 'not-found', misnamed[1]);
}

/** Causes that some kinds cannot have: where the prefix of an address chooses the kind, no call has a wrong one. */
const ONLY_OF: Partial<Readonly<Record<Code, (kind: Kind) => boolean>>> = {
  'wrong-type': ({ input }) => input !== undefined,
  'revision-not-found': ({ revisions }) => revisions,
};

/** Without what cannot be of such a kind. */
export function possible(causes: readonly Cause[], type: RepoType | undefined): readonly Cause[] {
  return type === undefined ? causes : causes.filter(({ code }) => ONLY_OF[code]?.(KINDS[type]) ?? true);
}

function toFront(causes: readonly Cause[], codes: readonly Code[]): readonly Cause[] {
  const isFirst = ({ code }: Cause) => codes.includes(code);
  return [...causes.filter(isFirst), ...causes.filter((cause) => !isFirst(cause))];
}

function lead(causes: readonly Cause[], code: Code, why: string): readonly Cause[] {
  if (!causes.some((cause) => cause.code === code)) return causes;
  return [{ code, why }, ...causes.filter((cause) => cause.code !== code)];
}

/**
 * A JSON report read back. It may come out of an artifact that others could write: the schema holds every field against its
 * form and shows texts to the escaper, what it does not name is left behind, and the guard sees every text that is left.
 */
import * as v from 'valibot';
import { CODE_NAMES, type Code } from '../../domain/hub/codes';
import { pagesAt } from '../../domain/inputs/endpoint';
import { guarded } from '../../domain/report/guard';
import { asObject, fieldsOf } from '../../domain/formats/json';
import type { Parsed } from '../../domain/basics/parsed';
import { NOTICE_CODES } from '../../domain/report/notices';
import { present } from '../../domain/basics/present';
import type { RepoRef } from '../../domain/hub/repo';
import type { Report } from '../../domain/report/report';
import { REPORT, type RemedyJson } from '../../domain/report/report-schema';
import { LONGEST_SENTENCE } from '../../domain/text/escape';
import type { Redact } from '../../domain/text/quote';
import { visible } from '../../domain/text/visible';
import { readBackRemedy } from '../messages/read-back';

/** What whoever reads reports names: the endpoint whose pages may be linked besides the Hub's, and their GitHub's origin. */
export interface Linked {
  readonly endpoint?: string;
  readonly serverUrl?: string;
}

/** The report, or the rule that the value breaks, in our own words and with the path to the field. Never throws. */
export function decodeReport(value: unknown, redact: Redact, linked: Linked = {}): Parsed<Report> {
  const reading = v.safeParse(REPORT, known(beforeCuts(value, redact)), { abortEarly: true });
  if (!reading.success) return { rule: ruleOf(reading.issues[0]) };
  const secret = secretIn(reading.output, redact);
  if (secret !== undefined) return { rule: `${secret} ${NEVER_LISTED}` };
  return { value: guarded(withPages(reading.output, linked), redact) };
}

/** The report as this program holds it, in which a remedy has a page and not just an address. */
function withPages(read: v.InferOutput<typeof REPORT>, { endpoint, serverUrl }: Linked): Report {
  // A report of others does not decide what is linked: the Hub's pages are, and those of the endpoint that was named.
  const pages = pagesAt(read.endpoint, { isHubShown: read.endpoint === endpoint });
  const places = present({ pages, serverUrl });
  const paged = <T extends { remedy?: RemedyJson }>(said: T, about?: readonly RepoRef[]) => {
    const { remedy } = said;
    return { ...said, ...present({ remedy: remedy && readBackRemedy(remedy, places, about) }) };
  };
  const { tokens, ...rest } = read;
  return {
    ...rest,
    ...present({ pages }),
    token: paged(read.token),
    ...present({ tokens: tokens?.map((token) => paged(token)) }),
    checks: read.checks.map((check) => paged(check, check.because ? [check.repo, check.because.repo] : [check.repo])),
    notices: read.notices.map((notice) => paged(notice)),
  };
}

/** In the place of a code that only a later version has; its message and its fix are the report's own. None for `skipped`, which is the platform's doing. */
const GENERAL: ReadonlyMap<unknown, Code> = new Map([
  ['allowed', 'ok'],
  ['denied', 'forbidden'],
  ['unknown', 'unexpected-answer'],
]);

/** Readers ignore codes that they do not know: such a notice is left out, and such a check keeps its outcome. */
function known(value: unknown): unknown {
  const report = asObject(value);
  if (report === undefined) return value;
  const { notices, checks } = report;
  const isKnown = (all: readonly string[], code: unknown) => typeof code !== 'string' || all.includes(code);
  const asKnown = (check: unknown) => {
    const fields = fieldsOf(check);
    const { code, outcome } = fields;
    return isKnown(CODE_NAMES, code) ? check : { ...fields, code: GENERAL.get(outcome) ?? code };
  };
  return {
    ...report,
    ...present({
      notices: listOf(notices)?.filter((one) => isKnown(NOTICE_CODES, fieldsOf(one)['code'])),
      checks: listOf(checks)?.map(asKnown),
    }),
  };
}

function listOf(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

/** More levels than the schema has. Anything deeper is not a field of a report, and could be nested without end. */
const DEEPEST = 8;

/** The value with texts redacted that will be cut, so that no cut leaves a part of a secret; no code or id is as long. */
function beforeCuts(value: unknown, redact: Redact, depth = 0): unknown {
  if (typeof value === 'string') return value.length > LONGEST_SENTENCE ? redact(visible(value)) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (depth === DEEPEST) return undefined;
  const inner = (one: unknown) => beforeCuts(one, redact, depth + 1);
  if (Array.isArray(value)) return value.map(inner);
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, inner(one)]));
}

const NEVER_LISTED = 'contains what looks like a token; never list a token';

/** Where there is a secret in what is never redacted, if anywhere. */
function secretIn({ endpoint, checks }: v.InferOutput<typeof REPORT>, redact: Redact): string | undefined {
  const isClean = (text = '') => redact(text) === text;
  if (!isClean(endpoint)) return 'endpoint';
  const at = checks.findIndex(({ repo, because }) =>
    [repo, because?.repo, ...(because?.also ?? [])].some((one) => !isClean(one?.id) || !isClean(one?.revision)),
  );
  return at < 0 ? undefined : `checks[${String(at)}].repo`;
}

/** `checks[0].code is not one of …`. Names in it are the schema's. */
function ruleOf({ path, message }: v.BaseIssue<unknown>): string {
  const steps = (path ?? []).flatMap(({ origin, type, key }) => {
    // A field that is not there is named by the message, at the object that lacks it.
    if (origin === 'key') return [];
    return type === 'array' ? [`[${String(key)}]`] : [`.${String(key)}`];
  });
  return `${steps.join('').replace(/^\./, '') || 'it'} ${message}`;
}

/**
 * A JSON report read back. It may come out of an artifact that others could write: the redactor sees every text before
 * anything else does, the schema holds every field against its form and shows texts to the escaper, and what it does not
 * name is left behind.
 */
import * as v from 'valibot';
import { pagesAt } from '../../domain/endpoint';
import type { Parsed } from '../../domain/parsed';
import { present } from '../../domain/present';
import type { Remedy } from '../../domain/remedy';
import type { Report } from '../../domain/report';
import { REPORT, type RemedyJson } from '../../domain/report-schema';
import type { Redact } from '../../domain/text/quote';
import { visible } from '../../domain/text/visible';
import { readBackRemedy } from '../messages/read-back';

/** The report, or the rule that the value breaks, in our own words and with the path to the field. Never throws. */
export function decodeReport(value: unknown, redact: Redact): Parsed<Report> {
  const reading = v.safeParse(REPORT, redacted(value, redact), { abortEarly: true });
  return reading.success ? { value: withPages(reading.output) } : { rule: ruleOf(reading.issues[0]) };
}

/** The report as this program holds it, in which a remedy has a page and not just an address. */
function withPages(read: v.InferOutput<typeof REPORT>): Report {
  // Only the Hub's own pages are known to be what a report of others says that they are.
  const pages = pagesAt(read.endpoint, { isHubShown: false });
  return {
    ...read,
    ...present({ pages }),
    token: paged(read.token),
    checks: read.checks.map(paged),
    notices: read.notices.map(paged),
  };
}

function paged<T extends { remedy?: RemedyJson }>(said: T): Omit<T, 'remedy'> & { remedy?: Remedy } {
  const { remedy } = said;
  return { ...said, ...present({ remedy: remedy && readBackRemedy(remedy) }) };
}

/** More levels than the schema has. What lies deeper is no field of a report, and could be nested without end. */
const DEEPEST = 8;

/** The value with every secret replaced. A text without one stays as it was written: ids are held against their grammar. */
function redacted(value: unknown, redact: Redact, depth = 0): unknown {
  if (typeof value === 'string') {
    const seen = visible(value);
    const safe = redact(seen);
    return safe === seen ? value : safe;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (depth === DEEPEST) return undefined;
  const inner = (one: unknown) => redacted(one, redact, depth + 1);
  if (Array.isArray(value)) return value.map(inner);
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, inner(one)]));
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

/** The numeric inputs, their ranges and units. */
import type { Limits } from './plan';

interface Range {
  readonly default: number;
  readonly least: number;
  readonly most: number;
  readonly unit: 'seconds' | 'days' | '';
}

/** Ranges as `action.yml` states them; seconds may have decimals, everything else is whole. */
export const NUMBERS = {
  'wait-for-access': { default: 0, least: 0, most: 21_600, unit: 'seconds' },
  'expires-within': { default: 14, least: 0, most: 365, unit: 'days' },
  timeout: { default: 10, least: 1, most: 300, unit: 'seconds' },
  retries: { default: 3, least: 0, most: 10, unit: '' },
  concurrency: { default: 32, least: 1, most: 256, unit: '' },
  deadline: { default: 120, least: 1, most: 3600, unit: 'seconds' },
} as const satisfies Record<string, Range>;
export type NumberInput = keyof typeof NUMBERS;

/** A number in its range, the default where nothing is given, or the rule that the text breaks. */
export function parseNumber(name: NumberInput, text: string): { value: number } | { rule: string } {
  const range: Range = NUMBERS[name];
  const given = text.trim();
  if (given === '') return { value: range.default };
  const whole = range.unit !== 'seconds';
  const value = (whole ? /^\d{1,9}$/ : /^\d{1,9}(?:\.\d{1,3})?$/).test(given) ? Number(given) : NaN;
  if (value >= range.least && value <= range.most) return { value };
  const kind = whole ? 'a whole number' : 'a number';
  const unit = range.unit === '' ? '' : ` of ${range.unit}`;
  return { rule: `must be ${kind}${unit} from ${range.least} to ${range.most}` };
}

/**
 * On one HTTP/2 connection a request costs neither side a socket, so `concurrency` left at its default is no bound
 * there; the endpoint's own limit of streams is, and this one.
 */
const MOST_STREAMS = 256;

/** Seconds of the inputs → milliseconds of {@link Limits}. */
export function limitsOf(values: Readonly<Record<NumberInput, number>>): Limits {
  return {
    timeoutMs: values.timeout * 1000,
    retries: values.retries,
    concurrency: values.concurrency,
    streams: values.concurrency === NUMBERS.concurrency.default ? MOST_STREAMS : values.concurrency,
    deadlineMs: values.deadline * 1000,
    waitForAccessMs: values['wait-for-access'] * 1000,
    expiresWithinDays: values['expires-within'],
  };
}

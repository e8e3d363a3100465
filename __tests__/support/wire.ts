/** The report as it stands in JSON: every text of ours a string, every remedy with the address of its page. */
import type { Remedy } from '../../src/domain/remedy';
import type { Report } from '../../src/domain/report';
import type { Text } from '../../src/domain/text/parts';

type Wire<T> = T extends Text
  ? string
  : T extends Remedy
    ? { readonly text: string; readonly url?: string }
    : T extends object
      ? { readonly [K in keyof T]: Wire<T[K]> }
      : T;

export type WireReport = Wire<Report>;

/** The commands, as help lists them. A new one is a line here. */
import { CHECK } from './check';
import type { Command } from '../grammar/command';
import { DEMO } from './demo';
import { EXPLAIN } from './explain';
import { LINT } from './lint';
import { LOCK } from './lock';
import { MERGE } from './merge';
import { REPORT } from './report';
import { SCAN } from './scan';

export const COMMANDS: readonly Command[] = [CHECK, SCAN, LOCK, LINT, EXPLAIN, MERGE, REPORT, DEMO];

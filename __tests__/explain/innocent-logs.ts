/** Every log that holds no message of a Hub client, and how they become one. */
import { INNOCENT } from './innocent';
import { INNOCENT_BESIDE } from './innocent-beside';
import { INNOCENT_BEYOND } from './innocent-beyond';
import { INNOCENT_FRESH } from './innocent-fresh';
import { INNOCENT_LATER } from './innocent-later';
import { INNOCENT_NEWER } from './innocent-newer';
import { INNOCENT_OTHERS } from './innocent-others';
import { INNOCENT_QUOTED } from './innocent-quoted';
import { INNOCENT_SHOWN } from './innocent-shown';

export const INNOCENT_LOGS = Object.entries({
  ...INNOCENT,
  ...INNOCENT_BESIDE,
  ...INNOCENT_OTHERS,
  ...INNOCENT_LATER,
  ...INNOCENT_FRESH,
  ...INNOCENT_NEWER,
  ...INNOCENT_QUOTED,
  ...INNOCENT_SHOWN,
  ...INNOCENT_BEYOND,
});

/** Each in a step of its own. */
export const joined = (logs: readonly string[]) => logs.join('\n##[error]Process completed with exit code 1.\n');

/** One record for every code: what it is called, who can fix it, its sentences, its entry in the documentation. */
import type { CodeRecords } from '../phrases/context';
import { ALLOWED } from './allowed';
import { ENDPOINT } from './endpoint';
import { GATES } from './gates';
import { KEYLESS } from './keyless';
import { ORGANIZATION } from './organization';
import { REPO } from './repo';
import { RULES } from './rules';
import { SCOPE } from './scope';
import { TOKEN } from './token';
import { UNKNOWN } from './unknown';

/** The compiler asks for a record here as soon as `domain` has a new code. */
export const CODE_RECORDS: CodeRecords = {
  ...ALLOWED,
  ...GATES,
  ...ENDPOINT,
  ...RULES,
  ...REPO,
  ...TOKEN,
  ...KEYLESS,
  ...SCOPE,
  ...ORGANIZATION,
  ...UNKNOWN,
};

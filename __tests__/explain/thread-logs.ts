/** Every log of a public thread, and of programs as they print them, by what it is. */
import { BY_LANGUAGE } from './by-language';
import { BY_PLATFORM } from './by-platform';
import { BY_PROGRAM } from './by-program';
import { THREADS } from './threads';
import { THREADS_LATER } from './threads-later';
import { THREADS_NEWER } from './threads-newer';
import { BY_SOURCE, THREADS_OTHERS } from './threads-others';
import { THREADS_PLATFORMS } from './threads-platforms';

export const THREAD_LOGS = {
  ...THREADS,
  ...THREADS_LATER,
  ...THREADS_OTHERS,
  ...BY_SOURCE,
  ...THREADS_NEWER,
  ...THREADS_PLATFORMS,
  ...BY_PROGRAM,
  ...BY_PLATFORM,
  ...BY_LANGUAGE,
};

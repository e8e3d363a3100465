/** Every log of a public thread, by what it is. */
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
};

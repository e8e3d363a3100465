/** Which tools are run: all, those that are named, or seven, another seven each day. */
import { PROGRAMS } from './programs';
import type { Program } from './start';

const EACH_DAY = 7;

/** `TOOLS_ONLY` holds what `.ci/tools/install.sh` calls them; `TOOLS_DAY` repeats a day's choice, `TOOLS_ALL=light` takes all that need no compiler. */
export function chosen(): readonly Program[] {
  const { TOOLS_ONLY: only, TOOLS_DAY: day = String(Math.floor(Date.now() / 86_400_000)), WHOLE: whole } = process.env;
  if (only !== undefined && only !== '') return PROGRAMS.filter(({ installed }) => only.split(' ').includes(installed));
  if (whole === '1') return PROGRAMS;
  // What has to be compiled takes minutes on a machine that has not done so.
  const light = PROGRAMS.filter(({ compiled }) => compiled !== true);
  if (process.env['TOOLS_ALL'] === 'light') return light;
  const daily = light.filter(({ slow }) => slow !== true);
  const start = (Number(day) * EACH_DAY) % daily.length;
  return [...daily, ...daily].slice(start, start + EACH_DAY);
}

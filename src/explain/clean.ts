/** One line of a log as its program printed it. */
import { visible } from '../domain/text/visible';
import { decoded } from '../domain/text/latin1';

/** A pod of Kubernetes: its name ends as the controllers number theirs, or in five characters of those that they draw from. */
const POD = String.raw`[a-z0-9](?:[a-z0-9.-]{0,252}[a-z0-9])?-(?:[bcdfghjklmnpqrstvwxz2456789]{5}|\d{1,3})`;

/** What is put before each line by whatever ran the program. */
const LEADS: readonly string[] = [
  // GitHub; GitLab, Azure, Docker and Kubernetes with more digits or fewer, and with the stream.
  String.raw`\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?\]?(?: \d\d[OE]\+?| std(?:out|err) [FP])?[ \t]?`,
  // Jenkins.
  String.raw`\d\d:\d\d:\d\d(?:\.\d+)? {1,3}`,
  // BuildKit.
  String.raw`#\d+ \d+\.\d+ `,
  // torchrun; MPI; Slurm.
  String.raw`\[rank\d+\]: ?`,
  String.raw`\[\d+,\d+\]<std(?:out|err)>: ?`,
  String.raw`(?![45]\d\d: )\d{1,4}: `,
  // Ray, SkyPilot, and vLLM's processes and files.
  String.raw`\([\w.:-]+(?: [\w.:-]+)?(?:,? (?:pid|rank|ip)=[\d.]+)+\) ?`,
  String.raw`(?:ERROR|WARNING|INFO) \d\d-\d\d \d\d:\d\d:\d\d \[[\w.]+:\d+\] ?`,
  // TorchServe; TeamCity.
  String.raw`\[[A-Z]+ *\] W-\d+-\S{1,120} MODEL_LOG - ?`,
  String.raw`\[\d\d:\d\d:\d\d\](?::?[A-Z]:|[ :])\s{0,8}(?:\[Step \d{1,3}/\d{1,3}\] ?)?`,
  // systemd; kubectl.
  String.raw`[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d [\w.-]{1,80} [\w.@-]{1,80}(?:\[\d+\])?: `,
  String.raw`\[pod/[\w./-]{1,200}\] `,
  // stern and kubetail; Tekton and other runners of several steps.
  String.raw`(?:[a-z0-9-]{1,63} )?${POD} [a-z0-9-]{1,63} (?:\u203a )?`,
  String.raw`\[${POD}(?: [a-z0-9-]{1,63})?\] `,
  String.raw`\[[a-z0-9][\w-]{0,63} : [\w-]{1,63}\] `,
  // Heroku and its like.
  String.raw`(?:app|heroku)\[[\w.-]{1,40}\](?: [a-z]{3} \[[a-z]{4,7}\])?:? `,
  // Docker compose and swarm, act, and other starters of several programs.
  String.raw`(?:\[[^\]|]{1,120}\]|[\w./-]{1,80}(?:@[\w.-]{1,80})?) {1,40}\| ?`,
  // A quotation.
  '> ',
];
const LEADING = new RegExp(`^\\ufeff?(?:${LEADS.join('|')}){1,5}`);
/** The name of job and step before the time stamp, as `gh run view --log` prints them. */
const COLUMNS = /^[^\t]{1,200}\t[^\t]{1,200}\t(?=\ufeff?\d{4}-\d\d-\d\dT)/;
/** What GitLab puts before the name of a section, which takes its place on a screen. */
const SECTION = /(section_(?:start|end):\d+:[\w.-]{1,200}(?:\[[^\]]{0,200}\])?)\r/g;
/** The frame that rich draws around a traceback. */
const FRAME = /^[\u2502\u2503|] ?|\s*[\u2502\u2503|]$/g;

/**
 * Without time stamp, colours, frame and what else is put before a line; of a progress bar that overwrites itself, the part
 * that has the wanted place.
 *
 * @param raw the line in Latin-1, byte for byte, as it is read faster in that form
 * @param at where in it the words were found
 */
export function cleanLine(raw: string, at: number): string {
  const ended = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
  const whole = ended.includes('section_') ? ended.replace(SECTION, '$1 ') : ended;
  const before = whole.lastIndexOf('\r', at);
  const after = whole.indexOf('\r', at);
  const part = before < 0 && after < 0 ? whole : whole.slice(before + 1, after < 0 ? undefined : after);
  const line = (part.includes('\t') ? part.replace(COLUMNS, '') : part).replace(LEADING, '');
  if (PLAIN.test(line)) return line.trim();
  return visible(decoded(line)).replace(LEADING, '').replace(FRAME, '').trim();
}

/** Nothing is to be taken out of it: printable ASCII without a frame. Most lines are so. */
const PLAIN = /^(?!\|)[\x20-\x7e]*(?<!\|)$/;

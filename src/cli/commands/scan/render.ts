/** What a scan found: as lines for a list, and for a program. */
import { counted } from '../../../domain/text/counted';
import { asJson, plain } from '../../../domain/text/escape';
import { present } from '../../../domain/basics/present';
import { nameOf, reasonText, REASONS, type LoadedRepo, type Source, type UnresolvedPlace } from '../../../scan';
import type { TreeScan } from '../../../discovery';
import type { Difference } from './list';

/** How many places stand behind a repo, and how many unresolved ones are listed. */
const MOST_SOURCES = 3;
const MOST_UNRESOLVED = 200;
const MOST_SKIPPED = 50;

/** `hf-auth-preflight/scan/v1`. */
export function scanJson({ repos, unresolved, filesRead, filesSkipped }: TreeScan): string {
  const told = {
    schema: 'hf-auth-preflight/scan/v1',
    repos: repos.map(({ repo: { type, id, revision }, sources }) => ({ type, id, ...present({ revision }), sources })),
    unresolved: unresolved.map((place) => ({
      file: place.file,
      line: place.line,
      reason: reasonText(place),
      kind: place.reason,
    })),
    filesRead,
    filesSkipped,
  };
  return asJson(told);
}

/** For a terminal: the list, with what it lacks. */
export function scanText(scan: TreeScan): string {
  const { repos, filesRead } = scan;
  const head = `# ${counted(repos.length, 'repo')} of the Hub in ${counted(filesRead, 'file')}.`;
  const lines = repos.map((loaded) => `${nameOf(loaded.repo)}  # ${placesOf(loaded)}`);
  return `${[head, ...lines, ...unresolvedLines(scan, placeLine), ...skippedLines(scan)].join('\n')}\n`;
}

/** For a file that is reviewed: it changes only where what is loaded does, so that it names no lines. */
export function listText(scan: TreeScan, kept: readonly string[]): string {
  const head = '# Repos that the code loads. Written by hf-auth-preflight scan --write, and compared by scan --check.';
  const lines = scan.repos.map(({ repo, sources }) => `${nameOf(repo)}  # ${filesOf(sources)}`);
  const others = kept.length === 0 ? [] : ['', '# Other operations, kept as they were.', ...kept];
  return `${[head, ...lines, ...others, ...unresolvedLines(scan, fileLine)].join('\n')}\n`;
}

/** How the list differs from what is loaded; `+` is missing in the list. */
export function differenceText(difference: readonly Difference[], scan: TreeScan): string {
  const unresolved = unresolvedLines(scan, placeLine);
  if (difference.length === 0) return `${['# The list is what the code loads.', ...unresolved].join('\n')}\n`;
  const sources = new Map(scan.repos.map((loaded) => [nameOf(loaded.repo), placesOf(loaded)]));
  const lines = difference.map(({ sign, repo }) => {
    const name = nameOf(repo);
    return `${sign} ${name}  # ${sources.get(name) ?? 'no file that was read loads it'}`;
  });
  const fix =
    '# Bring the list up to date with scan --write, and name what cannot be seen in a comment: # hf-auth-preflight: ID';
  return `${[`# ${counted(difference.length, 'difference')} between the list and the code.`, ...lines, fix, ...unresolved].join('\n')}\n`;
}

function placesOf({ sources }: LoadedRepo): string {
  const places = sources.slice(0, MOST_SOURCES).map(placeOf);
  const left = sources.length - places.length;
  return `${places.join(', ')}${left > 0 ? ` and ${String(left)} more` : ''}`;
}

function placeOf({ file, line }: Pick<Source, 'file' | 'line'>): string {
  return `${plain(file)}:${String(line)}`;
}

function filesOf(sources: readonly Source[]): string {
  const files = [...new Set(sources.map(({ file }) => plain(file)))];
  const left = files.length - MOST_SOURCES;
  return `${files.slice(0, MOST_SOURCES).join(', ')}${left > 0 ? ` and ${counted(left, 'more file')}` : ''}`;
}

/** What the list lacks stands behind it, always. */
function unresolvedLines({ unresolved, reasons }: TreeScan, lineOf: (place: UnresolvedPlace) => string): string[] {
  if (unresolved.length === 0) return [];
  const lines = [...new Set(unresolved.map(lineOf))];
  const left = lines.length - MOST_UNRESOLVED;
  return [
    '',
    `# Not resolved: ${counted(unresolved.length, 'place')}. What they load is not in this list.`,
    ...reasons.map(([reason, count]) => `#   ${String(count)} × ${REASONS[reason]}`),
    ...lines.slice(0, MOST_UNRESOLVED),
    ...(left > 0 ? [`# and ${String(left)} more; --json has all`] : []),
  ];
}

function placeLine(place: UnresolvedPlace): string {
  return `# ${placeOf(place)}: ${reasonText(place)}`;
}

function fileLine(place: UnresolvedPlace): string {
  return `# ${plain(place.file)}: ${reasonText(place)}`;
}

function skippedLines({ filesSkipped }: TreeScan): string[] {
  if (filesSkipped.length === 0) return [];
  const left = filesSkipped.length - MOST_SKIPPED;
  return [
    '',
    '# Left out:',
    ...filesSkipped.slice(0, MOST_SKIPPED).map(({ file, reason }) => `# ${plain(file)}: ${SKIPPED[reason]}`),
    ...(left > 0 ? [`# and ${String(left)} more; --json has all`] : []),
  ];
}

const SKIPPED: Readonly<Record<TreeScan['filesSkipped'][number]['reason'], string>> = {
  tests: 'tests; name the path to read them',
  vendored: 'code of others, or an environment',
  'too-large': 'larger than 1 MiB',
  link: 'a symbolic link',
  'not-a-file': 'not a regular file',
  unreadable: 'cannot be read as text',
  'too-deep': 'nested too deeply',
  limit: 'the limit of files, bytes or time was reached; name fewer folders',
};

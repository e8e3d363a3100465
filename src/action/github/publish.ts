/** On GitHub: a check run and a comment, where the user asked for them. What fails here changes nothing else. */
import type { Channels } from '../../domain/inputs/channels';
import type { RunContext } from '../../domain/run-context';
import type { Report } from '../../domain/report/report';
import { forMarkdown } from '../../domain/text/escape';
import { publicRemarks, renderPublic } from '../../report/render/public';
import { viewOf } from '../../report/view';
import { input } from '../../runner/action-input';
import { annotationsIn, conclusionOf, writeCheckRun } from './check-run';
import { openGitHub, type GitHub } from './client';
import { writeComment } from './comment';
import { whyNot } from './failure';
import { keyOf, markOf } from './key';
import { patienceFor } from './patience';
import { targetOf, type Target } from './target';
import { workflowFiles } from './workflow-file';

/** A run, and where its report is to go. */
export interface Publication extends Pick<RunContext, 'env' | 'ciContext' | 'folder' | 'redact'> {
  readonly channels: Channels;
  /** For each of the two; by default as long as the deadline leaves, at most 15 s. */
  readonly patienceMs?: number;
}

/**
 * Writes what `check-run` and `comment` ask for. Never rejects.
 * @returns one sentence for all that kept it from writing; `undefined` where nothing did
 */
export async function publishOnGitHub(report: Report, publication: Publication): Promise<string | undefined> {
  const { channels, env, ciContext } = publication;
  if (!channels.checkRun && !channels.comment) return undefined;
  if (env['GITHUB_EVENT_NAME'] === 'workflow_run') {
    return 'On workflow_run neither a check run nor a comment is written: such a run belongs to another commit.';
  }
  const target = targetOf(input(env, 'github-token'), env, ciContext);
  const failures = typeof target === 'string' ? [target] : await write(report, { ...publication, target });
  return failures.length === 0 ? undefined : `${failures.join(' ')} The result of the checks stays as it is.`;
}

type Targeted = Publication & { readonly target: Target };

/** One after the other, as GitHub's secondary limits ask of those who write. */
async function write(report: Report, publication: Targeted): Promise<string[]> {
  const { channels, target, env } = publication;
  const { headSha, pullNumber } = target;
  const attempt = async ({ what, permission }: typeof COMMENT, send: (github: GitHub) => Promise<void>) => {
    const signal = AbortSignal.timeout(publication.patienceMs ?? patienceFor(report, env));
    try {
      await send(await openGitHub(target, signal));
      return [];
    } catch (error) {
      const why = signal.aborted ? 'GitHub did not answer in time' : whyNot(error, permission);
      return [`There is no new ${what}: ${why}.`];
    }
  };
  const failures: string[] = [];
  if (channels.checkRun && headSha === undefined) failures.push(NO_COMMIT);
  if (channels.checkRun && headSha !== undefined) {
    const send = (github: GitHub) => sendCheckRun(github, report, { ...publication, headSha });
    failures.push(...(await attempt(CHECK_RUN, send)));
  }
  // An event without a pull request has no place for a comment, which is no fault.
  if (channels.comment && pullNumber !== undefined) {
    const send = (github: GitHub) => sendComment(github, report, { ...publication, pullNumber });
    failures.push(...(await attempt(COMMENT, send)));
  }
  return failures;
}

const CHECK_RUN = { what: 'check run', permission: 'checks: write' };
const COMMENT = { what: 'comment', permission: 'pull-requests: write' };
const NO_COMMIT = 'There is no new check run: neither the event nor GITHUB_SHA names a commit.';

async function sendCheckRun(
  github: GitHub,
  report: Report,
  publication: Targeted & { headSha: string },
): Promise<void> {
  const { target, env, folder, headSha } = publication;
  const view = viewOf(report);
  await writeCheckRun(github, target, {
    name: `HF Auth Preflight (${keyFor(publication, report)})`,
    headSha,
    conclusion: conclusionOf(report),
    text: renderPublic(view),
    annotations: annotationsIn(workflowFiles(env, folder), publicRemarks(view)),
  });
}

async function sendComment(
  github: GitHub,
  report: Report,
  publication: Targeted & { pullNumber: number },
): Promise<void> {
  const { target, pullNumber } = publication;
  const key = keyFor(publication, report);
  const { title, body } = renderPublic(viewOf(report));
  const run = target.runUrl === undefined ? '' : ` · [The run](<${target.runUrl}>)`;
  const text = `### ${title}\n\n${body}\n<sub>${forMarkdown(key)}${run}</sub>\n`;
  await writeComment(github, { target, number: pullNumber, mark: markOf(key) }, text);
}

function keyFor({ channels, env, redact }: Publication, { shard }: Report): string {
  return redact(keyOf(channels.key, env, shard));
}

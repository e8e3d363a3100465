/** The one comment of a pull request and key: found again by its mark, edited in place. */
import { field } from '../../domain/formats/json';
import type { GitHub } from './client';
import { NotGitHub } from './failure';
import type { Target } from './target';

const PAGE = 100;
/** 5,000 comments; beyond that a new comment is the lesser evil. */
const MOST_PAGES = 50;
/** The author of what a job's own `GITHUB_TOKEN` writes. */
const ACTIONS_BOT = 'github-actions[bot]';

interface Comment {
  readonly id: number;
  readonly author: string;
}

/** Which pull request, and how its comment is recognised. */
export interface Thread {
  readonly target: Target;
  readonly number: number;
  readonly mark: string;
}

/** Writes the comment, or edits the one that is there. Rejects as the library does. */
export async function writeComment(github: GitHub, thread: Thread, text: string): Promise<void> {
  const { target, number, mark } = thread;
  const { owner, repo } = target;
  const body = `${mark}\n${text}`;
  const marked = await markedComments(github, thread);
  const own = marked.length === 0 ? undefined : ownComment(marked, await authorOf(github));
  if (own !== undefined) {
    const { data } = await github.rest.issues.updateComment({ owner, repo, comment_id: own.id, body });
    if (commentOf(data)?.id !== own.id) throw new NotGitHub();
    return;
  }
  const { data } = await github.rest.issues.createComment({ owner, repo, issue_number: number, body });
  const made = commentOf(data);
  if (made === undefined) throw new NotGitHub();
  const earlier = ownComment(marked, made.author);
  if (earlier === undefined) return;
  // Another App's token cannot say who it is; the new comment just did, and an earlier one of the same author is there.
  await github.rest.issues.updateComment({ owner, repo, comment_id: earlier.id, body });
  await github.rest.issues.deleteComment({ owner, repo, comment_id: made.id });
}

/**
 * Anybody may have written the mark, so these are only candidates. It is the first line of what we write; anywhere else it is
 * quoted.
 */
async function markedComments(github: GitHub, { target, number, mark }: Thread): Promise<Comment[]> {
  const { owner, repo } = target;
  const found: Comment[] = [];
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    // Pages are counted here and not followed by their links, so that the token stays with one origin.
    const reply = await github.rest.issues.listComments({ owner, repo, issue_number: number, per_page: PAGE, page });
    const comments: unknown = reply.data;
    if (!Array.isArray(comments)) throw new NotGitHub();
    for (const comment of comments as unknown[]) {
      const body = field(comment, 'body');
      const reading = typeof body === 'string' && firstLineOf(body) === mark ? commentOf(comment) : undefined;
      if (reading !== undefined) found.push(reading);
    }
    // More than was asked for is no page of GitHub's.
    if (comments.length !== PAGE) break;
  }
  return found;
}

function firstLineOf(body: string): string | undefined {
  return body.split(/\r?\n/, 1)[0]?.trimEnd();
}

function ownComment(comments: readonly Comment[], author: string): Comment | undefined {
  return comments.find((comment) => comment.author === author);
}

function commentOf(value: unknown): Comment | undefined {
  const id = field(value, 'id');
  const login = field(field(value, 'user'), 'login');
  return isId(id) && typeof login === 'string' ? { id, author: login.toLowerCase() } : undefined;
}

function isId(id: unknown): id is number {
  return Number.isSafeInteger(id) && Number(id) > 0;
}

/**
 * Whose token it is. The tokens of Apps may not ask (403 `Resource not accessible by integration`), and a job's own
 * token is one of them: it writes as `github-actions[bot]`.
 */
async function authorOf(github: GitHub): Promise<string> {
  try {
    const { data } = await github.rest.users.getAuthenticated();
    const login = field(data, 'login');
    return typeof login === 'string' ? login.toLowerCase() : ACTIONS_BOT;
  } catch (error) {
    if (field(error, 'status') === 403) return ACTIONS_BOT;
    throw error;
  }
}

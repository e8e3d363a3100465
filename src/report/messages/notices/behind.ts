/** What stands behind a repo, and what has changed about it. */
import type { Change } from '../../../domain/report/lock';
import { lockWriting } from '../../../domain/inputs/lock-file';
import { spell } from '../../../domain/hub/repo';
import { code, listed as join, name, text, words } from '../../../domain/text/parts';
import { remedy } from '../phrases/words';
import { counted } from '../../../domain/text/counted';
import type { NoticeRecords } from './record';

/** Repos that a notice names before it counts the rest. */
const MOST_NAMED = 5;

const WHAT: Readonly<Record<Change['what'], string>> = {
  gate: 'the gate',
  visibility: 'the visibility',
  license: 'the license',
  disabled: 'disabled',
  commit: 'the commit of the revision',
  name: 'the name',
  access: 'the outcome',
};

export const BEHIND_NOTICES = {
  'follow-unresolved': {
    headline: 'What some repos pull in is not known',
    cause: ({ doubts, isCut }) => {
      const cut = isCut ? text` More repos are pulled in than a run follows, and the rest was not checked.` : [];
      const first = doubts.slice(0, MOST_NAMED);
      const told = first.map(({ repo, why }) => text`${name(spell(repo))}: ${words(why)}`);
      const more = doubts.length > first.length ? text` and ${doubts.length - first.length} more` : [];
      const repos = new Set(doubts.map(({ repo }) => spell(repo))).size;
      if (repos === 0) return text`${code('follow')} did not finish.${cut}`;
      const which = text`${words(counted(repos, 'repo'))} ${words(repos === 1 ? 'pulls' : 'pull')}`;
      return text`whether ${which} in more could not be determined: ${join(told)}${more}.${cut}`;
    },
    remedy: () =>
      remedy('list-what-is-brought', text`List what these repos load beside them, if it is not public to everybody.`),
    docs: 'With `follow: true`, what a repo pulls in when it is loaded is read out of repo info and small files. Here one of these could not be read: a gate or a private repo hides the file, or the endpoint does not show it. More may be behind it, and a green run says nothing about that. Once this token has access, the next run reads it; else list the repos.',
  },
  'remote-code': {
    headline: 'Code of other repos',
    cause: ({ uses }) => {
      const first = uses.slice(0, MOST_NAMED);
      const told = first.map(
        ({ repo, code: used, field }) => text`${name(spell(repo))} runs code of ${name(spell(used))} (${words(field)})`,
      );
      const more = uses.length > first.length ? text` and ${uses.length - first.length} more` : [];
      return text`${join(told)}${more}. That happens only where the job trusts it, so those repos were not checked.`;
    },
    remedy: () =>
      remedy(
        'list-remote-code',
        text`If the job sets ${code('trust_remote_code=True')}, list those repos too, at a commit that you have read.`,
      ),
    docs: 'With `follow: true`, the run found that a listed repo names code of another repo (`auto_map` in `config.json` or `tokenizer_config.json`, `type` in `modules.json`). Libraries download and run it only with `trust_remote_code=True`. It was not checked.',
  },
  'access-changed': {
    headline: 'Access has changed',
    cause: ({ repo, operation, because, changes, more }) => {
      const told = changes.map(
        ({ what, before, after }) => text`${words(WHAT[what])} was ${name(before, 80)} and is now ${name(after, 80)}`,
      );
      const rest =
        more === undefined
          ? []
          : text` ${words(counted(more, 'further line'))} ${words(more === 1 ? 'differs' : 'differ')} too.`;
      const revision = repo.revision === undefined ? [] : text` at revision ${name(repo.revision)}`;
      const behind = because === undefined ? [] : text`, behind ${name(spell(because.repo))},`;
      const line = text`${name(spell(repo))}${revision} (${words(operation)})${behind}`;
      return text`${line} differs from the lock: ${join(told)}.${rest}`;
    },
    remedy: ({ file }) =>
      remedy(
        'review-and-lock',
        text`Check that the job can live with this, then update the lock: ${code(lockWriting(file))}.`,
      ),
    docs: 'The input `lock` names a lock file, and a repo is no longer as it was when that was written: it became gated, private or disabled, was renamed, has another license, its revision is another commit, or a right was lost or gained. The message has before and after. It blocks nothing by itself. If the change is fine, write the file again (`hf-auth-preflight lock write`) and review its diff.',
  },
} satisfies Partial<NoticeRecords>;

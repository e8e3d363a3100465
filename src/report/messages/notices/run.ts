/** What is worth knowing about the run: the endpoint, the rate limit, shards that left no report. */
import { code, listed as join, name, text, words } from '../../../domain/text/parts';
import { option, remedy } from '../phrases/words';
import { counted } from '../../../domain/text/counted';
import type { NoticeRecords } from './record';

export const RUN_NOTICES = {
  'endpoint-not-hub': {
    headline: 'Not the Hugging Face Hub',
    cause: ({ origin, variable }) =>
      variable === undefined
        ? text`the endpoint ${name(origin)} is not the Hugging Face Hub: its answers apply only to that server.`
        : text`${name(variable)} sends the Hub's libraries to ${name(origin)}, which is not the Hugging Face Hub.`,
    remedy: () =>
      remedy(
        'keep-or-remove-endpoint',
        text`Keep it if this mirror or private Hub is meant to be used; otherwise remove it.`,
      ),
    docs: '`HF_ENDPOINT` names a mirror, a registry or a private Hub, or the endpoint is asked over plain HTTP. Its answers apply only to that server. Nothing to do if that is intended; an https address in the input `endpoint` is not reported.',
  },
  'proxy-in-use': {
    headline: 'Proxy or additional certificate authorities',
    cause: ({ proxy, authorities = [] }) => {
      const settings = join(authorities.map((setting) => name(setting, 60)));
      const trust = text`${settings} ${words(authorities.length === 1 ? 'makes' : 'make')} Node trust additional certificate authorities`;
      if (proxy === undefined) return text`${trust}: whoever controls one of them can pose as the endpoint.`;
      const through = text`the requests go through the proxy ${name(proxy, 120)}`;
      return authorities.length === 0
        ? text`${through}, which the environment names.`
        : text`${through}, which the environment names, and ${trust}: the proxy may read the token.`;
    },
    remedy: () =>
      remedy(
        'keep-or-remove-proxy',
        text`Keep it if your company's network needs it; otherwise find out what set it: an earlier step of the job can.`,
      ),
    docs: 'The environment names a proxy for the endpoint (`https_proxy`), or makes Node trust additional certificate authorities (`NODE_EXTRA_CA_CERTS`, `NODE_USE_SYSTEM_CA`, `--use-openssl-ca` or `--use-system-ca` in `NODE_OPTIONS`). That is usual in company networks. An earlier step of the job can set both, and with both could read the token, so the report says so (`connection`).',
  },
  'rate-limit-low': {
    headline: 'Rate limit nearly used up',
    cause: ({ window }) =>
      text`${words(counted(window.remaining, 'request'))} of ${window.limit} left in the Hub's window "${name(window.bucket, 20)}", which resets in ${window.resetSeconds} s. Later steps of this job share it.`,
    remedy: () =>
      remedy(
        'share-preflight',
        text`Run the preflight once for many jobs and pass on its outputs; a token raises the limit.`,
      ),
    docs: "Little is left of the Hub's window. Later steps of the job share it. Run the preflight once for many jobs and pass on its outputs.",
  },
  'nothing-listed': {
    headline: 'No repo is listed',
    cause: (_fact, { edge }) =>
      text`no repo is listed, so only the token was checked (${option(edge, 'on-empty', 'pass')}).`,
    remedy: () =>
      remedy('list-repos', text`List the repos that the job needs: a valid token may still lack access to them.`),
    docs: 'Nothing is listed and `on-empty: pass` allows it, so only the token was checked. A valid token says nothing about access to a repo: list what the job needs.',
  },
  'comment-hides-id': {
    headline: 'A comment hides a repo',
    cause: ({ input, id }) =>
      text`A comment in ${code(input)} runs to the end of its line and hides ${name(id)}, which was not checked.`,
    remedy: () =>
      remedy(
        'unfold-list',
        text`Keep the line breaks of the list: in YAML, start it with ${code('|')} instead of ${code('>')}. Or remove the comment.`,
      ),
    docs: "The whole list arrived as one line, and a `#` in it comments out the rest, in which something looks like a repo. YAML's `>` joins lines, and so does a shell without quotes. In YAML start the list with `|`, or remove the comment.",
  },
  'kernel-untrusted': {
    headline: 'Kernel of a publisher that is not trusted',
    cause: ({ kernels }) =>
      text`the Hub does not list the publisher of ${join(kernels.slice(0, 3).map((one) => name(one.id)))}${words(kernels.length > 3 ? ' and more' : '')} as trusted, so libraries refuse to run it by default.`,
    remedy: () =>
      remedy(
        'trust-kernel',
        text`If you have read its code, set ${code('trust_remote_code=True')} where it is loaded, or put the kernel on your library's allow-list; else use one of a trusted publisher.`,
      ),
    docs: 'A listed kernel may be read, but its publisher is not one that the Hub lists as trusted (`trustedPublisher`). The `kernels` library, and libraries that load kernels by it, then run it only with `trust_remote_code=True` or from an allow-list. It is code that runs on your machine: read it first.',
  },
  'discovery-unresolved': {
    headline: 'Some repos that the code loads are not known',
    cause: ({ count: places, reasons, places: first, isCut }) => {
      const cut = isCut ? text` Not all files were read, as a limit was reached.` : [];
      if (places === 0) return text`the search in ${code('discover')} is not complete.${cut}`;
      const isOne = reasons.length === 1;
      const why = join(
        reasons.slice(0, 3).map(([reason, often]) => words(isOne ? reason : `${String(often)} × ${reason}`)),
      );
      const where = join(first.map((place) => name(place)));
      return text`${words(counted(places, 'place'))} in the code ${words(places === 1 ? 'loads a repo' : 'load repos')} that ${code('discover')} cannot determine, so ${words(places === 1 ? 'it was' : 'they were')} not checked: ${where}${words(places > first.length ? ' and more' : '')} (${why}).${cut}`;
    },
    remedy: () =>
      remedy(
        'name-what-code-loads',
        text`List these repos, or name them in a comment on that line: ${code('# hf-auth-preflight: ID')}. ${code('hf-auth-preflight scan')} shows every place.`,
      ),
    docs: 'The input `discover` found places that load a repo, but not which: the id is a variable from elsewhere, a setting, a template. They were not checked, so a green run says nothing about them. `hf-auth-preflight scan` shows each with its reason. List the repos, or name them in a comment on the line (`# hf-auth-preflight: acme/model`); `# hf-auth-preflight: ignore` leaves a place out.',
  },
  'shard-missing': {
    headline: 'A shard left no report',
    cause: ({ of, listed, missing, answered }) => {
      const left = listed - answered;
      const cost =
        left > 0
          ? text`, so ${left} of ${words(counted(listed, 'check'))} ${words(left === 1 ? 'has' : 'have')} no answer`
          : [];
      const which = join(missing.map((index) => words(String(index))));
      return text`${words(missing.length === 1 ? 'shard' : 'shards')} ${which} of ${of} left no report${cost}.`;
    },
    remedy: () =>
      remedy('re-run-shard', text`Look at the log of the shard's job, re-run it, and merge the reports of all shards.`),
    docs: '`hf-auth-preflight merge` got no report from one or more shards: the job crashed, was cancelled, or did not upload its file. The checks of those shards have no answer, so the result is `unknown` at best, and blocks under `on-unknown: fail`. Look at the log of the shard\'s job and re-run it; if that job failed, "Re-run failed jobs" is enough. The files of the other shards stay valid. A merged report that lacks shards cannot be merged again: merge the reports of the shards.',
  },
} satisfies Partial<NoticeRecords>;

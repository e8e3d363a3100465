/** Allowed, under this name or another. */
import { name, text } from '../../../domain/text/parts';
import type { CodeRecords } from '../phrases/context';
import { correctedElsewhere } from '../phrases/elsewhere';
import { remedy } from '../phrases/words';

export const ALLOWED = {
  ok: {
    headline: 'Allowed',
    owner: 'nobody',
    cause: () => text`allowed.`,
    docs: {
      cause:
        'the token may do this. With `certainty: inferred` the Hub offers no way to ask, and what the token says about itself decided.',
      fix: 'nothing to fix.',
    },
  },
  'ok-moved': {
    headline: 'Allowed, the repo was renamed',
    owner: 'workflow',
    cause: ({ verdict: { movedTo } }) =>
      text`allowed. The repo was renamed${movedTo === undefined ? [] : text` to ${name(movedTo)}`}.`,
    remedy: (about) =>
      correctedElsewhere(about) ??
      remedy('use-new-name', text`List it under its new name: the old name only works until somebody else takes it.`),
    docs: {
      cause: 'allowed, but the repo has a new name; the Hub redirects from the old one.',
      fix: 'list the new name. The redirect ends when somebody takes the old name.',
    },
  },
} satisfies Partial<CodeRecords>;

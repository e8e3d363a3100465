/** Rules of the endpoint's own, whoever asks. */
import { name, text } from '../../../domain/text/parts';
import type { CodeRecords } from '../phrases/context';
import { askOperator } from '../phrases/endpoint';
import { repoPage } from '../phrases/pages';

/** As long as evidence carries it. */
const LONGEST_SENTENCE = 300;

export const ENDPOINT = {
  'endpoint-policy': {
    headline: 'Blocked by a rule of the endpoint',
    owner: 'workflow',
    cause: ({ verdict: { detail } }) => {
      const words = detail.said === undefined ? [] : text` ("${name(detail.said.words, LONGEST_SENTENCE)}")`;
      return text`the endpoint blocks it by a rule of its own, whatever the token${words}.`;
    },
    remedy: ({ requirement, run: { endpoint } }) =>
      askOperator(
        text`No token changes that. Ask whoever runs this endpoint to allow the repo, or use another one.`,
        repoPage(endpoint, requirement.repo),
      ),
    docs: {
      seenAs:
        '`403 … download was blocked by JFrog Packages Curation service due to the following policies violated …`, `REQUESTED ITEM IS QUARANTINED`',
      cause:
        "a company registry (Artifactory, Nexus, Harness and others) refused by a rule of its own: curation, firewall, quarantine. The message shows its sentence. It says nothing about the token or the Hub's gates.",
      fix: 'ask whoever runs the endpoint to allow the repo, or use another one.',
    },
  },
} satisfies Partial<CodeRecords>;

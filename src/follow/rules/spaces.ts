/** What the build of a Space downloads. */
import { textsOf } from '../../domain/formats/json';
import { pinned, type Rule } from './rule';

const FIELD = 'preload_from_hub in README.md';

export const SPACE_RULES: readonly Rule[] = [
  {
    library: 'the build of a Space',
    field: FIELD,
    source:
      'https://huggingface.co/docs/hub/spaces-config-reference: `repo [files [commit]]`; `models` and `datasets` are links only',
    types: ['space'],
    find: ({ info: { card } }) => {
      const lines = textsOf(card['preload_from_hub']).map((line) => line.trim().split(/\s+/));
      const named = lines.map(([id = '', , commit]) => (commit === undefined ? id : `${id}@${commit}`));
      return pinned('model', named, FIELD);
    },
  },
];

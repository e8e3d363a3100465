/** The parts of a pipeline of pyannote.audio, and the parts that the library takes where a pipeline names none. */
import { fieldsOf, textOf, type Fields } from '../../domain/repo-info';
import { repos, type Named, type Rule, type Seen } from './rule';

const SOURCE = 'Pipeline.from_pretrained, SpeakerDiarization.__init__ of pyannote.audio 4.0.7';
const PARTS = ['segmentation', 'embedding', 'plda'] as const;
type Part = (typeof PARTS)[number];

/** Every part that a pipeline of speakers leaves open comes from here since 4.0. */
const DEFAULT = 'pyannote/speaker-diarization-community-1';
const DIARIZATION = /(?:^|\.)SpeakerDiarization$/;

/**
 * Pipelines whose file a gate hides, and what is in it: `tutorials/community/offline_usage_speaker_diarization.ipynb` of
 * pyannote/pyannote-audio has a copy of it (b749285, 2026-06-30).
 */
const KNOWN: Readonly<Record<string, Partial<Record<Part, string>>>> = {
  'pyannote/speaker-diarization-3.1': {
    segmentation: 'pyannote/segmentation-3.0',
    embedding: 'pyannote/wespeaker-voxceleb-resnet34-LM',
  },
};

const fieldOf = (part: Part) => `${part} in config.yaml`;
const defaultOf = (part: Part) => `${part}, the default of pyannote.audio 4`;

/** A name, or a name and a folder; `$model/…` is a folder of the pipeline's own repo. */
function partIn(params: Fields, part: Part): string | undefined {
  return textOf(params[part]) ?? textOf(fieldsOf(params[part])['checkpoint']);
}

function partsOf(params: Fields, { isDiarization }: { readonly isDiarization: boolean }): Named[] {
  return PARTS.flatMap((part): Named[] => {
    const named = partIn(params, part);
    if (named !== undefined) return named.startsWith('$') ? [] : repos('model', [named], fieldOf(part));
    return isDiarization && !(part in params) ? repos('model', [DEFAULT], defaultOf(part)) : [];
  });
}

const isKnown = ({ repo: { id } }: Seen) => Object.hasOwn(KNOWN, id);

export const PYANNOTE_RULES: readonly Rule[] = [
  {
    library: 'pyannote.audio 4.0.7',
    field: 'segmentation, embedding and plda of known pipelines',
    source: `${SOURCE}; the copy of config.yaml in tutorials/community/offline_usage_speaker_diarization.ipynb`,
    types: ['model'],
    find: (seen) => (isKnown(seen) ? partsOf(KNOWN[seen.repo.id] ?? {}, { isDiarization: true }) : []),
  },
  {
    library: 'pyannote.audio 4.0.7',
    field: 'segmentation, embedding and plda in config.yaml',
    source: SOURCE,
    types: ['model'],
    file: {
      name: 'config.yaml',
      worth: ({ id, tags }) => !Object.hasOwn(KNOWN, id) && tags.includes('pyannote-audio-pipeline'),
    },
    find: (_seen, content) => {
      const pipeline = fieldsOf(content['pipeline']);
      const isDiarization = DIARIZATION.test(textOf(pipeline['name']) ?? '');
      return partsOf(fieldsOf(pipeline['params']), { isDiarization });
    },
  },
];

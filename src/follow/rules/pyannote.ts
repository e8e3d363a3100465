/** The parts of a pipeline of pyannote.audio, and the parts that the library takes where a pipeline names none. */
import { fieldsOf, textOf, type Fields } from '../../domain/formats/json';
import { pinned, type Named, type Rule } from './rule';
import { lookUp } from '../../domain/basics/look-up';

const SOURCE = 'Pipeline.from_pretrained and the __init__ of each pipeline of pyannote.audio 4.0.7';
const PARTS = ['segmentation', 'embedding', 'plda'] as const;
type Part = (typeof PARTS)[number];

/** Where a part comes from that a pipeline of this class leaves open, since 4.0. */
const COMMUNITY = 'pyannote/speaker-diarization-community-1';
const DEFAULTS: Readonly<Record<string, Partial<Record<Part, string>>>> = {
  SpeakerDiarization: { segmentation: COMMUNITY, embedding: COMMUNITY, plda: COMMUNITY },
  SpeechSeparation: {
    segmentation: 'pyannote/separation-ami-1.0',
    embedding: 'speechbrain/spkrec-ecapa-voxceleb@5c0be3875fda05e81f3c004ed8c7c06be308de1e',
  },
  VoiceActivityDetection: { segmentation: 'pyannote/segmentation' },
};

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

/** @param name of the pipeline's class, with or without its module */
function partsOf(params: Fields, name: string): Named[] {
  const key = name.slice(name.lastIndexOf('.') + 1);
  const defaults = lookUp(DEFAULTS, key);
  return PARTS.flatMap((part): Named[] => {
    const named = partIn(params, part);
    if (named !== undefined) return named.startsWith('$') ? [] : pinned('model', [named], fieldOf(part));
    const usual = defaults?.[part];
    return usual === undefined || part in params ? [] : pinned('model', [usual], defaultOf(part));
  });
}

export const PYANNOTE_RULES: readonly Rule[] = [
  {
    library: 'pyannote.audio 4.0.7',
    field: 'segmentation, embedding and plda of known pipelines',
    source: `${SOURCE}; the copy of config.yaml in tutorials/community/offline_usage_speaker_diarization.ipynb`,
    types: ['model'],
    find: ({ repo: { id } }) => {
      const known = lookUp(KNOWN, id);
      return known === undefined ? [] : partsOf(known, 'SpeakerDiarization');
    },
  },
  {
    library: 'pyannote.audio 4.0.7',
    field: 'segmentation, embedding and plda in config.yaml',
    source: SOURCE,
    types: ['model'],
    file: {
      name: 'config.yaml',
      worth: ({ id, tags }) => lookUp(KNOWN, id) === undefined && tags.includes('pyannote-audio-pipeline'),
    },
    find: (_seen, content) => {
      const pipeline = fieldsOf(content['pipeline']);
      return partsOf(fieldsOf(pipeline['params']), textOf(pipeline['name']) ?? '');
    },
  },
];

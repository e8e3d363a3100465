/** What pipelines of diffusers are put together from. */
import { fieldsOf, textOf, textsOf } from '../../domain/formats/json';
import { repos, type Named, type Rule } from './rule';

const PRIOR = 'prior in README.md';

/**
 * Combined classes connect pipelines, and AutoPipeline… makes them of these decoders (`_AUTO_…_DECODER_PIPELINES_MAPPING`).
 */
const CONNECTS =
  /^(?:Kandinsky(?:V22)?(?:Img2Img|Inpaint)?|WuerstchenDecoder|StableCascadeDecoder)Pipeline$|CombinedPipeline$/;

const MODULAR = 'pretrained_model_name_or_path in modular_model_index.json';

export const DIFFUSERS_RULES: readonly Rule[] = [
  {
    library: 'diffusers 0.42.1',
    field: PRIOR,
    source: 'DiffusionPipeline.download, CONNECTED_PIPES_KEYS; auto_pipeline.py',
    types: ['model'],
    find: ({ info: { card, config } }): Named[] => {
      // A single text ends in a TypeError there (run with the card reader of huggingface_hub 1.33.0).
      const priors = Array.isArray(card['prior']) ? textsOf(card['prior']) : [];
      const pipeline = textOf(fieldsOf(config['diffusers'])['_class_name']);
      if (priors.length === 0) return [];
      if (pipeline === undefined)
        return [{ kind: 'doubt', why: 'its card names a prior, and its class of pipeline is not told' }];
      return CONNECTS.test(pipeline) ? repos('model', priors, PRIOR) : [];
    },
  },
  {
    library: 'diffusers 0.42.1',
    field: MODULAR,
    source: 'ComponentSpec.load in modular_pipeline_utils.py',
    types: ['model'],
    file: { name: 'modular_model_index.json', worth: () => true },
    find: (_seen, content) =>
      Object.values(content).flatMap((value) => {
        const spec = fieldsOf((Array.isArray(value) ? (value as unknown[]) : []).at(-1));
        return repos('model', textsOf(spec['pretrained_model_name_or_path'] ?? spec['repo']), MODULAR);
      }),
  },
];

/** What the parts of a model of speechbrain are made of: its file of parameters names them. */
import { fieldsOf, textOf } from '../../domain/formats/json';
import { repos, type Named, type Rule } from './rule';

const FILE = 'hyperparams.yaml';
/** Keys that name a repo: `wav2vec2_hub`, the `source` of a part, the repo that the weights come from. */
const KEYS = /(?:^|_)(?:hub|source)$|^pretrain(?:ed)?_path$/;
/** A folder of the machine that trained it has these shapes too, but no owner and name by themselves. */
const ID = /^[\w.-]+\/[\w.-]+$/;
/** Files of others may nest as they like. */
const DEEPEST = 6;

function namedIn(value: unknown, depth: number): Named[] {
  if (depth > DEEPEST) return [];
  return Object.entries(fieldsOf(value)).flatMap(([key, one]) => {
    const text = textOf(one);
    if (text === undefined) return namedIn(one, depth + 1);
    return KEYS.test(key) && ID.test(text) ? repos('model', [text], `${key} in ${FILE}`) : [];
  });
}

export const SPEECHBRAIN_RULES: readonly Rule[] = [
  {
    library: 'speechbrain 1.1.2',
    field: `*_hub, source and pretrained_path in ${FILE}`,
    source: 'Pretrained.from_hparams in inference/interfaces.py, HFTransformersInterface in integrations/huggingface',
    types: ['model'],
    file: { name: FILE, worth: ({ tags }) => tags.includes('speechbrain') },
    find: (_seen, content) => namedIn(content, 0),
  },
];

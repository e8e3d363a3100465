/** The base model of an adapter. */
import { fieldsOf, textsOf } from '../../domain/formats/json';
import type { RepoInfo } from '../../domain/hub/repo-info';
import { repos, type Rule } from './rule';

const FIELD = 'base_model_name_or_path in adapter_config.json';
const FILE = 'adapter_config.json';

/** As the Hub took it out of the file. */
function baseIn({ config }: RepoInfo): string[] {
  return textsOf(fieldsOf(config['peft'])['base_model_name_or_path']);
}

/** transformers without peft does not load an adapter at all, and tokenizers load nothing else. */
const LIBRARY = 'transformers 5.24.0 with peft, peft 0.21.2 (AutoPeft…), sentence-transformers 6.2.0';

export const ADAPTER_RULES: readonly Rule[] = [
  {
    library: LIBRARY,
    field: FIELD,
    source: 'transformers/models/auto/auto_factory.py, peft/auto.py; `config.peft` of repo info',
    types: ['model'],
    find: ({ info }) => repos('model', baseIn(info), FIELD),
  },
  {
    library: LIBRARY,
    field: FIELD,
    source: 'the file itself, where repo info does not have it',
    types: ['model'],
    file: { name: FILE, worth: (info) => baseIn(info).length === 0 },
    find: (_seen, content) => repos('model', textsOf(content['base_model_name_or_path']), FIELD),
  },
];

/** Code of another repo, which runs only where the caller trusts it (`trust_remote_code`): it is told, and not checked. */
import { fieldsOf, textOf, textsOf, type Fields } from '../../domain/formats/json';
import type { Named, Rule } from './rule';

/** `owner/repo--module.Class`; without the first part it is the repo's own. */
function codeIn(texts: readonly string[], field: string): Named[] {
  return texts.flatMap((text): Named[] => {
    const end = text.indexOf('--');
    return end < 0 ? [] : [{ kind: 'code', text: text.slice(0, end), field }];
  });
}

function mapped(config: Fields, field: string): Named[] {
  return codeIn(Object.values(fieldsOf(config['auto_map'])).flatMap(textsOf), field);
}

export const CODE_RULES: readonly Rule[] = [
  {
    library: 'transformers 5.24.0 with trust_remote_code',
    field: 'auto_map in config.json',
    source: 'get_class_from_dynamic_module in dynamic_module_utils.py; `config.auto_map` of repo info',
    types: ['model'],
    find: ({ info: { config } }) => mapped(config, 'auto_map in config.json'),
  },
  {
    library: 'transformers 5.24.0 with trust_remote_code',
    field: 'auto_map in tokenizer_config.json',
    source: 'as above; `config.tokenizer_config` of repo info',
    types: ['model'],
    find: ({ info: { config } }) => mapped(fieldsOf(config['tokenizer_config']), 'auto_map in tokenizer_config.json'),
  },
  {
    library: 'transformers 5.24.0 with trust_remote_code',
    field: 'auto_map in processor_config.json',
    source: 'AutoProcessor.from_pretrained in processing_auto.py',
    types: ['model'],
    file: { name: 'processor_config.json', worth: () => true },
    find: (_seen, content) => mapped(content, 'auto_map in processor_config.json'),
  },
  {
    library: 'sentence-transformers 6.2.0 with trust_remote_code',
    field: 'type in modules.json',
    source: 'SentenceTransformer._load_sbert_model',
    types: ['model'],
    file: { name: 'modules.json', worth: () => true },
    find: (_seen, content) => {
      const types = Object.values(content).flatMap((module) => textOf(fieldsOf(module)['type']) ?? []);
      return codeIn(types, 'type in modules.json');
    },
  },
];

/** Presets of llama.cpp: a repo whose `preset.ini` names the models that its sections stand for. */
import { presetRepo } from '../../domain/formats/preset-ini';
import { fieldsOf, textOf } from '../../domain/formats/json';
import { repos, type Named, type Rule } from './rule';

const FILE = 'preset.ini';

export const LLAMA_CPP_RULES: readonly Rule[] = [
  {
    library: 'llama.cpp 0.7.0 (build 11669)',
    field: `hf-repo and hf-repo-draft in ${FILE}`,
    source:
      '-hf in common/download.cpp and common/preset.cpp, ggml-org/llama.cpp#24739: of the repo only that file is taken, and each model when it is asked for',
    types: ['model'],
    file: { name: FILE, worth: () => true },
    find: (_seen, content): Named[] =>
      Object.values(content).flatMap((section) =>
        Object.entries(fieldsOf(section)).flatMap(([option, value]) => {
          const named = presetRepo({ option, value: textOf(value) ?? '' });
          return named === undefined ? [] : repos('model', [named], `${option} in ${FILE}`);
        }),
      ),
  },
];

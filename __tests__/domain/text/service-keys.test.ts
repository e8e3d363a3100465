/** Keys of other services: every form, and names that begin like one. The keys are made up here, so that no scanner finds one in this file. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { SERVICE_KEYS, serviceOfKeyIn, withoutServiceKeys } from '../../../src/domain/text/service-keys';
import { createGuard } from '../../../src/domain/text/redact';
import { keysOfServices } from '../../support/service-keys';

const GIVEN = keysOfServices();

describe('a key', () => {
  test.each(GIVEN)('of %s is found, alone and in what people write around it', (service, key) => {
    for (const text of [key, `acme/${key}`, `acme/x@${key}`, `API_KEY=${key}`, `"${key}"`, `key_${key}`])
      expect([text, serviceOfKeyIn(text)]).toEqual([text, service]);
    expect(withoutServiceKeys(`a ${key} and ${key}, so`, '***')).toBe('a *** and ***, so');
    const { redact, holdsSecret } = createGuard([]);
    expect(redact(`so ${key} it is`)).toBe('so *** it is');
    expect(holdsSecret(key)).toBe(true);
  });

  test('every row has one here, and a source', () => {
    expect(new Set(GIVEN.map(([service]) => service))).toEqual(new Set(SERVICE_KEYS.map(({ service }) => service)));
    for (const { source } of SERVICE_KEYS) expect(source.length).toBeGreaterThan(5);
  });
});

/** Ids of real repos, and ids as they could be. */
const NAMES = [
  ...[
    'sk-learn/x',
    'scikit-learn/tabular-playground',
    'sk-proj/demo',
    'sk-ant/colony',
    'acme/sk-or-v1-notes',
    'sk_live/x',
  ],
  ...[
    'npm_registry/x',
    'acme/npm_packages_by_downloads_2024_and_2025',
    'glpat-model/x',
    'acme/glpat-a-model-of-some-length',
  ],
  ...[
    'AKIA/model',
    'acme/AKIAMODEL',
    'acme/ASIA-PACIFIC-LANGUAGES-2024',
    'xoxb-lab/x',
    'acme/xoxb-team-model-with-a-name',
  ],
  ...[
    'ghp_team/x',
    'acme/laughs_and_giggles_over_the_long_night_model',
    'acme/highs_and_lows_of_a_model_with_many_words',
  ],
  ...[
    'eyJ/model',
    'acme/eyJ.model.v2',
    'acme/SG.model.v1',
    'gsk_pharma/x',
    'acme/gsk_molecules',
    'xai-org/grok-1',
    'xai-org/grok-2',
  ],
  ...[
    'nvidia/nvapi-client',
    'acme/r8_model',
    'dapi/x',
    'acme/dapi-v2',
    'acme/do_v1_model',
    'AIza/x',
    'acme/pul-1',
    'acme/SK-2024',
  ],
  ...[
    'acme/hf_internaltestingmodelsmall',
    'acme/hf_INTERNALTESTINGMODEL',
    'acme/hf_transformers_course_model',
    'google/gemma-2-2b',
    'openai-community/gpt2',
  ],
  ...[
    'sentence-transformers/all-MiniLM-L6-v2',
    'TheBloke/Llama-2-7B-Chat-GGUF',
    'cognitivecomputations/dolphin-2.9.4-llama3.1-8b',
  ],
  ...[
    'Qwen/Qwen2.5-Coder-32B-Instruct-GPTQ-Int4',
    'unsloth/Meta-Llama-3.1-8B-Instruct-bnb-4bit',
    'facebook/wav2vec2-base-960h',
  ],
  ...[
    'laion/CLIP-ViT-bigG-14-laion2B-39B-b160k',
    'timm/vit_base_patch16_224.augreg2_in21k_ft_in1k',
    'hf-internal-testing/tiny-random-bert',
  ],
  `acme/x@${'0123456789abcdef'.repeat(3).slice(0, 40)}`,
];

describe('a name', () => {
  test.each(NAMES)('%s is none', (name) => {
    expect(serviceOfKeyIn(name)).toBeUndefined();
    const { redact, holdsSecret } = createGuard([]);
    expect(holdsSecret(name)).toBe(false);
    expect(redact(name)).toBe(name);
  });

  test('and no id that the corpus of searched files loads', () => {
    const expected = JSON.parse(readFileSync('__tests__/scan/expected.json', 'utf8')) as Record<
      string,
      { found?: string[] }
    >;
    const ids = Object.values(expected).flatMap(({ found = [] }) => found.map((line) => line.split(' ')[1] ?? ''));
    expect(ids.length).toBeGreaterThan(100);
    const { holdsSecret } = createGuard([]);
    expect(ids.filter((id) => holdsSecret(id))).toEqual([]);
  });
});

/** A form that looked on to the end of a text at each of its beginnings would take minutes for these. */
test.each([
  'sk-',
  'sk-Aa',
  'glpat-',
  'eyJ',
  'eyJ-',
  'eyJa.eyJ.',
  'ghs_',
  'ghs_eyJ-',
  'xoxb-1-',
  'AKIA',
  'sk_live_',
  'SG.',
  'hvs.',
  'npm_',
  'a1Q~',
  '1:A',
])('a long text that repeats %j is looked through by the piece', (piece) => {
  const once = timed(piece.repeat(40_000 / piece.length));
  const twice = timed(piece.repeat(160_000 / piece.length));
  expect(twice).toBeLessThan(Math.max(0.5, once * 12));
});

/** Seconds of processor time. */
function timed(text: string): number {
  const { user } = process.cpuUsage();
  expect(withoutServiceKeys(text, '***').length).toBeLessThanOrEqual(text.length);
  return (process.cpuUsage().user - user) / 1e6;
}

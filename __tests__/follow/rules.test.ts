/** What each rule finds, and what it leaves alone. */
import { describe, expect, test } from '@jest/globals';
import type { Fields } from '../../src/domain/formats/json';
import type { RepoInfo } from '../../src/domain/hub/repo-info';
import type { RepoRef } from '../../src/domain/hub/repo';
import { brought, filesToRead, mayBring, RULES } from '../../src/follow';
import { readFields } from '../../src/following/contents';
import { ROWS as LOADED } from '../slow/follow/torch-rows';

const REPO: RepoRef = { type: 'model', id: 'acme/x' };
const INFO: RepoInfo = { id: 'acme/x', files: ['README.md'], config: {}, card: {}, tags: [] };

interface Row {
  /** The endpoint names no files. */
  readonly isSilent?: true;
  readonly repo?: RepoRef;
  readonly info?: Partial<RepoInfo>;
  /** Files by name, as they are read. */
  readonly files?: Readonly<Record<string, string>>;
  readonly repos?: readonly string[];
  readonly code?: readonly string[];
  readonly doubts?: readonly string[];
}

const json = (value: unknown) => JSON.stringify(value);
const PYANNOTE = { tags: ['pyannote', 'pyannote-audio-pipeline'] };
const DIARIZATION = 'pipeline:\n  name: pyannote.audio.pipelines.SpeakerDiarization\n  params:\n';
const COMMUNITY = 'pyannote/speaker-diarization-community-1';

const ROWS: Readonly<Record<string, Row>> = {
  nothing: {},
  'a preset of llama.cpp': {
    files: {
      'preset.ini':
        '; of all\nhf-repo-v = acme/voice\r\n[*]\nmmap = 1\n[big]\nhf = acme/big-GGUF:Q8_0 ; the best\nhf-repo-draft=acme/draft\n# [gone]\n  hf = acme/indented\n[small]\nLLAMA_ARG_HF_REPO = acme/small\nalias = acme/name\n',
    },
    repos: [
      'acme/voice hf-repo-v in preset.ini',
      'acme/big-GGUF hf in preset.ini',
      'acme/draft hf-repo-draft in preset.ini',
      'acme/small LLAMA_ARG_HF_REPO in preset.ini',
    ],
  },
  'a preset of something else': { files: { 'preset.ini': '[shader]\nPath = a/b\n' } },
  'the parts of a model of speechbrain': {
    info: { tags: ['speechbrain'] },
    files: {
      'hyperparams.yaml':
        'wav2vec2_hub: facebook/wav2vec2-base\npretrained_path: acme/x\nsave: results/wav\nencoder: !new:speechbrain.integrations.huggingface.wav2vec2.Wav2Vec2\n    source: !ref <wav2vec2_hub>\n    save_path: cache/x\nlm: !new:speechbrain.integrations.huggingface.gpt.GPT\n    source: acme/lm\nmodules:\n    encoder: !ref <encoder>\n',
    },
    repos: ['facebook/wav2vec2-base wav2vec2_hub in hyperparams.yaml', 'acme/lm source in hyperparams.yaml'],
  },
  "a file of that name that is not speechbrain's": { info: { files: ['hyperparams.yaml'] } },
  'a pipeline of voices, which has a default of its own': {
    info: PYANNOTE,
    files: { 'config.yaml': 'pipeline:\n  name: pyannote.audio.pipelines.VoiceActivityDetection\n' },
    repos: ['pyannote/segmentation segmentation, the default of pyannote.audio 4'],
  },
  'a pipeline that takes voices apart': {
    info: PYANNOTE,
    files: {
      'config.yaml': 'pipeline:\n  name: pyannote.audio.pipelines.SpeechSeparation\n  params: {embedding: acme/e}\n',
    },
    repos: [
      'pyannote/separation-ami-1.0 segmentation, the default of pyannote.audio 4',
      'acme/e embedding in config.yaml',
    ],
  },
  'an adapter, by repo info': {
    info: { config: { peft: { base_model_name_or_path: 'meta-llama/Llama-3.2-1B', task_type: 'CAUSAL_LM' } } },
    repos: ['meta-llama/Llama-3.2-1B base_model_name_or_path in adapter_config.json'],
  },
  'an adapter, by its file': {
    files: { 'adapter_config.json': json({ base_model_name_or_path: 'gpt2', peft_type: 'LORA' }) },
    repos: ['gpt2 base_model_name_or_path in adapter_config.json'],
  },
  'repo info has it: the file is not read': {
    info: { config: { peft: { base_model_name_or_path: 'acme/base' } }, files: ['adapter_config.json'] },
    repos: ['acme/base base_model_name_or_path in adapter_config.json'],
  },
  'a path of the machine that trained it': {
    info: { config: { peft: { base_model_name_or_path: '/content/drive/model' } } },
    doubts: ['base_model_name_or_path in adapter_config.json names no repo of the Hub'],
  },
  'the base of a card is a link only': { info: { card: { base_model: 'acme/base' }, config: { model_type: 'llama' } } },
  'names that nothing loads': {
    info: { config: { _name_or_path: 'acme/a', tokenizer_config: { name_or_path: 'acme/b' } } },
  },
  'a prior, which AutoPipeline connects': {
    info: { card: { prior: ['acme/prior'] }, config: { diffusers: { _class_name: 'KandinskyV22Pipeline' } } },
    repos: ['acme/prior prior in README.md'],
  },
  'a prior of a combined class': {
    info: { card: { prior: ['acme/prior'] }, config: { diffusers: { _class_name: 'StableCascadeCombinedPipeline' } } },
    repos: ['acme/prior prior in README.md'],
  },
  'a prior that is no list': {
    info: { card: { prior: 'acme/prior' }, config: { diffusers: { _class_name: 'KandinskyV22Pipeline' } } },
  },
  'a prior of another class': {
    info: { card: { prior: ['acme/prior'] }, config: { diffusers: { _class_name: 'StableDiffusionPipeline' } } },
  },
  'a prior of nobody knows what': {
    info: { card: { prior: ['acme/prior'] } },
    doubts: ['its card names a prior, and its class of pipeline is not told'],
  },
  'a modular pipeline': {
    files: {
      'modular_model_index.json': json({
        _class_name: 'X',
        unet: ['diffusers', 'UNet', { pretrained_model_name_or_path: 'acme/unet' }],
        vae: [null, null, { repo: 'acme/vae' }],
        scheduler: ['diffusers', 'Euler', {}],
      }),
    },
    repos: [
      'acme/unet pretrained_model_name_or_path in modular_model_index.json',
      'acme/vae pretrained_model_name_or_path in modular_model_index.json',
    ],
  },
  'pyannote: a pipeline of 3.1, and what the library adds since 4': {
    info: PYANNOTE,
    files: {
      'config.yaml': `${DIARIZATION}    embedding: pyannote/wespeaker\n    segmentation: "pyannote/segmentation-3.0" # gated\n`,
    },
    repos: [
      'pyannote/segmentation-3.0 segmentation in config.yaml',
      'pyannote/wespeaker embedding in config.yaml',
      `${COMMUNITY} plda, the default of pyannote.audio 4`,
    ],
  },
  'pyannote: parts with folders, and of the pipeline itself': {
    info: PYANNOTE,
    files: {
      'config.yaml': `${DIARIZATION}    segmentation:\n      checkpoint: acme/parts\n      subfolder: s\n    embedding: $model/embedding\n    plda: $model/plda\n`,
    },
    repos: ['acme/parts segmentation in config.yaml'],
  },
  'pyannote: another pipeline': {
    info: PYANNOTE,
    files: { 'config.yaml': 'pipeline:\n  name: X.VoiceActivityDetection\n  params:\n    segmentation: acme/s\n' },
    repos: ['acme/s segmentation in config.yaml'],
  },
  'pyannote: a known one behind its gate': {
    repo: { type: 'model', id: 'pyannote/speaker-diarization-3.1' },
    info: { ...PYANNOTE, id: 'pyannote/speaker-diarization-3.1', files: ['config.yaml'] },
    repos: [
      'pyannote/segmentation-3.0 segmentation in config.yaml',
      'pyannote/wespeaker-voxceleb-resnet34-LM embedding in config.yaml',
      `${COMMUNITY} plda, the default of pyannote.audio 4`,
    ],
  },
  'a config.yaml of something else is not read': { info: { files: ['config.yaml'] } },
  'a Space preloads': {
    repo: { type: 'space', id: 'acme/demo' },
    info: {
      card: {
        preload_from_hub: ['acme/a', 'acme/b config.json,model.safetensors', `acme/c x.bin ${'c'.repeat(40)}`],
        models: ['acme/link'],
      },
    },
    repos: [
      'acme/a preload_from_hub in README.md',
      'acme/b preload_from_hub in README.md',
      `acme/c@${'c'.repeat(40)} preload_from_hub in README.md`,
    ],
  },
  'code of others, and its own': {
    info: {
      config: {
        auto_map: { AutoConfig: 'acme/code--configuration.Config', AutoModel: 'modeling.Model' },
        tokenizer_config: { auto_map: { AutoTokenizer: ['acme/tok--t.Slow', null] } },
      },
    },
    files: {
      'modules.json': json([{ type: 'sentence_transformers.models.Pooling' }, { type: 'acme/st--m.Module' }]),
      'processor_config.json': json({ auto_map: { AutoProcessor: 'acme/proc--p.Processor' } }),
    },
    code: [
      'acme/code auto_map in config.json',
      'acme/tok auto_map in tokenizer_config.json',
      'acme/proc auto_map in processor_config.json',
      'acme/st type in modules.json',
    ],
  },
  'a backbone': {
    info: { config: { model_type: 'upernet' } },
    files: { 'config.json': json({ backbone: 'acme/convnext' }) },
    repos: ['acme/convnext backbone in config.json'],
  },
  'a backbone of timm': {
    info: { config: { model_type: 'detr' } },
    files: { 'config.json': json({ backbone: 'resnet50', use_timm_backbone: true }) },
  },
  'a tokenizer of sounds': {
    files: { 'processor_config.json': json({ audio_tokenizer: { audio_tokenizer_name_or_path: 'acme/codec' } }) },
    repos: ['acme/codec audio_tokenizer_name_or_path in processor_config.json'],
  },
  'a tokenizer of sounds in a file of its own': {
    files: { 'audio_tokenizer_config.json': json({ audio_tokenizer_name_or_path: 'acme/codec' }) },
    repos: ['acme/codec audio_tokenizer_name_or_path in audio_tokenizer_config.json'],
  },
  'OneFormer: a dataset': {
    info: { config: { model_type: 'oneformer' } },
    files: { 'preprocessor_config.json': json({ repo_path: 'shi-labs/oneformer_demo' }) },
    repos: ['datasets/shi-labs/oneformer_demo repo_path in preprocessor_config.json'],
  },
  'a speculator': {
    info: { tags: ['speculators'] },
    files: { 'config.json': json({ speculators_config: { verifier: { name_or_path: 'acme/big' } } }) },
    repos: ['acme/big verifier.name_or_path in config.json'],
  },
  open_clip: {
    files: {
      'open_clip_config.json': json({
        model_cfg: { text_cfg: { hf_tokenizer_name: 'acme/tok', hf_model_name: 'acme/x' } },
      }),
    },
    repos: ['acme/tok hf_tokenizer_name of text_cfg in open_clip_config.json'],
  },
  GLiNER: {
    files: { 'gliner_config.json': json({ model_name: 'acme/encoder' }) },
    repos: ['acme/encoder model_name in gliner_config.json'],
  },
  'an encoder of span-marker': {
    info: { config: { model_type: 'span-marker' } },
    files: { 'config.json': json({ encoder: { _name_or_path: 'acme/encoder', model_type: 'bert' } }) },
    repos: ['acme/encoder encoder._name_or_path in config.json'],
  },
  'the file of another family is not read for it': {
    info: { config: { model_type: 'encoder-decoder' }, files: ['config.json'] },
  },
  'a Space preloads what it may, in lines with spaces of all kinds': {
    repo: { type: 'space', id: 'acme/demo' },
    info: { card: { preload_from_hub: ['  acme/a\t config.json ', 'gpt2', '/tmp/x'] } },
    repos: ['acme/a preload_from_hub in README.md', 'gpt2 preload_from_hub in README.md'],
    doubts: ['preload_from_hub in README.md names no repo of the Hub'],
  },
  'parts of speechbrain by each key, at each depth that is looked at': {
    info: { tags: ['speechbrain'] },
    files: {
      'hyperparams.yaml':
        'hub: acme/a\nsource: acme/b\npretrain_path: acme/c\nx_source: acme/d\nhub_x: acme/no\nsources: acme/no\nmy_pretrained_path: acme/no\nrehub: acme/no\nsource_hub: acme/e/f\nd1: {d2: {d3: {d4: {d5: {d6: {hub: acme/deep, d7: {hub: acme/deeper}}}}}}}\n',
    },
    repos: ['acme/a hub', 'acme/b source', 'acme/c pretrain_path', 'acme/d x_source', 'acme/deep hub'].map(
      (one) => `${one} in hyperparams.yaml`,
    ),
  },
  'an adapter without a base': {
    info: { config: { peft: { task_type: 'CAUSAL_LM' } } },
    files: { 'adapter_config.json': json({ peft_type: 'LORA' }) },
  },
  // transformers and peft refuse such a name (`validate_repo_id` of huggingface_hub 2.4.0).
  'bases with what would be a revision elsewhere, and what only looks like a name': {
    info: { config: { peft: { base_model_name_or_path: ['acme/a@v1', 'acme/b@', 'datasets/c', 'acme/x'] } } },
    doubts: [1, 2, 3].map(() => 'base_model_name_or_path in adapter_config.json names no repo of the Hub'),
  },
  'an encoder that the repo has whole': {
    info: { files: ['gliner_config.json', 'tokenizer_config.json'] },
    files: { 'gliner_config.json': json({ model_name: 'acme/encoder', encoder_config: {} }) },
  },
  'an encoder with a configuration and no tokenizer': {
    files: { 'gliner_config.json': json({ model_name: 'acme/encoder', encoder_config: {} }) },
    repos: ['acme/encoder model_name in gliner_config.json'],
  },
  'an encoder with a tokenizer and no configuration': {
    info: { files: ['gliner_config.json', 'tokenizer_config.json'] },
    files: { 'gliner_config.json': json({ model_name: 'acme/encoder' }) },
    repos: ['acme/encoder model_name in gliner_config.json'],
  },
  'open_clip with a tower of text': {
    files: {
      'open_clip_config.json': json({
        model_cfg: { text_cfg: { hf_tokenizer_name: 'acme/x', hf_model_name: 'acme/tower' } },
      }),
    },
    repos: ['acme/tower hf_model_name of text_cfg in open_clip_config.json'],
  },
  'a backbone with a configuration of its own': {
    info: { config: { model_type: 'dpt' } },
    files: { 'config.json': json({ backbone: 'acme/convnext', backbone_config: { model_type: 'x' } }) },
  },
  'a backbone that is no repo': {
    info: { config: { model_type: 'dpt' } },
    files: { 'config.json': json({ backbone: 'resnet50', use_timm_backbone: false }) },
  },
  'pyannote: a part that is nothing, and one without a name': {
    info: PYANNOTE,
    files: {
      'config.yaml': `${DIARIZATION}    segmentation: null\n    embedding: {subfolder: e, checkpoint: ~}\n    plda: acme/p\n`,
    },
    repos: ['acme/p plda in config.yaml'],
  },
  'pyannote: a class that every object has': {
    info: PYANNOTE,
    files: { 'config.yaml': 'pipeline:\n  name: constructor\n' },
  },
  'code of the repo itself, by its whole name': {
    info: { config: { auto_map: { AutoModel: 'acme/x--modeling.Model', AutoConfig: '--c.C' } } },
    doubts: ['auto_map in config.json names no repo of the Hub'],
  },
  'a mirror that says nothing': {
    isSilent: true,
    doubts: ['the endpoint names neither its files nor its configuration'],
  },
};

const SILENT: RepoInfo = { id: 'acme/x', config: {}, card: {}, tags: [] };

async function read({ repo = REPO, info = {}, files = {}, isSilent }: Row) {
  const whole: RepoInfo = { ...INFO, ...info, files: info.files ?? ['README.md', ...Object.keys(files)] };
  const seen = { repo, info: isSilent === true ? SILENT : whole };
  const contents = new Map<string, Fields>();
  for (const name of filesToRead(seen)) {
    const text = files[name];
    const fields = text === undefined ? undefined : await readFields(name, text);
    if (fields !== undefined) contents.set(name, fields);
  }
  return { seen, contents };
}

async function found(row: Row) {
  const { seen, contents } = await read(row);
  return { read: filesToRead(seen), ...brought(seen, contents) };
}

const told = ({ repo: { type, id, revision }, field }: { repo: RepoRef; field: string }) =>
  `${type === 'dataset' ? 'datasets/' : ''}${id}${revision === undefined ? '' : `@${revision}`} ${field}`;

describe('rules', () => {
  test.each(Object.entries(ROWS))('%s', async (_name, row) => {
    const { read, repos, code, doubts } = await found(row);
    expect(repos.map(told)).toEqual(row.repos ?? []);
    expect(code.map(told)).toEqual(row.code ?? []);
    expect(doubts).toEqual(row.doubts ?? []);
    expect([...read].sort()).toEqual(Object.keys(row.files ?? {}).sort());
  });

  test('each has a row in which it finds something', async () => {
    const rows = await Promise.all(Object.values(ROWS).map(read));
    const idle = RULES.filter(({ types, file, find }) =>
      rows.every(({ seen, contents }) => {
        const content = file === undefined ? {} : contents.get(file.name);
        return !types.includes(seen.repo.type) || content === undefined || find(seen, content).length === 0;
      }),
    );
    expect(idle.map(({ field }) => field)).toEqual([]);
  });

  const CLASSES: Readonly<Record<string, boolean>> = {
    KandinskyPipeline: true,
    KandinskyV22Pipeline: true,
    KandinskyImg2ImgPipeline: true,
    KandinskyV22InpaintPipeline: true,
    WuerstchenDecoderPipeline: true,
    StableCascadeDecoderPipeline: true,
    AnyCombinedPipeline: true,
    MyKandinskyPipeline: false,
    KandinskyPipelineOfMine: false,
    KandinskyPriorPipeline: false,
    CombinedPipelineX: false,
  };
  test.each(Object.entries(CLASSES))('a prior of a %s is connected: %s', async (name, isConnected) => {
    const info = { card: { prior: ['acme/prior'] }, config: { diffusers: { _class_name: name } } };
    expect((await found({ info })).repos.length === 1).toBe(isConnected);
  });

  /** A kind of model → the file that is read of it. */
  const READ: Readonly<Record<string, boolean>> = {
    detr: true,
    conditional_detr: true,
    rt_detr_v2: true,
    maskformer: true,
    mask2former: true,
    'mm-grounding-dino': true,
    zoedepth: true,
    'span-marker': true,
    my_detr: false,
    detr_x: false,
    llama: false,
  };
  test.each(Object.entries(READ))('the config.json of a %s is read: %s', async (model_type, isRead) => {
    const { read } = await found({ info: { config: { model_type }, files: ['config.json'] } });
    expect(read).toEqual(isRead ? ['config.json'] : []);
  });

  test.each([
    [['LlamaForCausalLMEagle3'], true],
    [['SomeSpeculator'], true],
    [['Other', 'EagleModel'], true],
    [['LlamaForCausalLM'], false],
    [[], false],
  ])('the verifier of %j is looked for: %s', async (architectures, isRead) => {
    const { read } = await found({ info: { config: { architectures }, files: ['config.json'] } });
    expect(read).toEqual(isRead ? ['config.json'] : []);
  });

  test('what an endpoint leaves out is told where a rule would read it', () => {
    const doubtsOf = (info: RepoInfo, type: RepoRef['type'] = 'model') =>
      brought({ repo: { ...REPO, type }, info }, new Map()).doubts.length;
    const { files, ...silent } = INFO;
    expect(files).toBeDefined();
    expect(doubtsOf(silent)).toBe(1);
    expect(doubtsOf({ ...silent, files: [] })).toBe(0);
    expect(doubtsOf({ ...silent, config: { model_type: 'x' } })).toBe(1);
    expect(doubtsOf({ ...silent, card: { license: 'mit' } })).toBe(1);
    expect(doubtsOf({ ...silent, card: { license: 'mit' } }, 'space')).toBe(0);
  });

  test('kinds that bring something along are those that a rule is for, and the others of git', () => {
    const kinds = new Set(RULES.flatMap(({ types }) => types));
    for (const type of kinds) expect(mayBring({ type })).toBe(true);
    expect(mayBring({ type: 'dataset' })).toBe(false);
  });

  test('what is said to be run is a rule', () => {
    const fields = RULES.map(({ field }) => field);
    expect(Object.values(LOADED).flatMap(({ shows }) => shows ?? [])).toEqual(
      expect.arrayContaining(['prior in README.md', 'base_model_name_or_path in adapter_config.json']),
    );
    for (const { shows } of Object.values(LOADED)) if (shows !== undefined) expect(fields).toContain(shows);
  });

  test('each says who follows it, in which version, and from where that is known', () => {
    for (const { library, field, source, types } of RULES) {
      expect(library).toMatch(/ \d+\.\d+|^the build of a Space$/);
      expect([field, source].every((text) => text.length > 5)).toBe(true);
      expect(types.length).toBeGreaterThan(0);
    }
  });

  test.each([
    ['config.json', '{"a":', undefined],
    ['config.json', '"text"', undefined],
    ['config.yaml', '- a', undefined],
    ['config.json', `{"a":"${'x'.repeat(300_000)}"}`, undefined],
    ['config.yaml', 'a: {b: [1, "two"]}\n', { a: { b: ['1', 'two'] } }],
    ['config.yaml', 'a: null\nb: ~\nc:\nd: [Null, NULL]\n', { d: [undefined, undefined] }],
    ['config.yaml', `a: "null"\nb: '~'\nc: nulls\nd: a ~\n`, { a: 'null', b: '~', c: 'nulls', d: 'a ~' }],
  ])('%s as %s', async (name, text, fields) => {
    expect(await readFields(name, text)).toEqual(fields);
  });
});

/** Every row of the tables finds something: in a file of the corpus, or in one of the examples here. */
import { expect, test } from '@jest/globals';
import { scanTree } from '../../src/discovery';
import { sitesIn } from '../../src/scan';
import { CALL_NAMES, callsNamed } from '../../src/scan/tables/calls';
import { COMMANDS } from '../../src/scan/tables/commands';
import { KEYS } from '../../src/scan/tables/keys';
import { CORPUS } from './corpus';

interface Example {
  readonly path: string;
  readonly text: string;
  /** By what it is known, and what it is. */
  readonly finds: string;
}

const python = (text: string, finds: string): Example => ({ path: 'a.py', text: `${text}\n`, finds });
const shell = (text: string, finds: string): Example => ({ path: 'a.sh', text: `${text}\n`, finds });
const yaml = (text: string, finds: string): Example => ({ path: 'a.yaml', text: `${text}\n`, finds });

const EXAMPLES: readonly Example[] = [
  python('from huggingface_hub import space_info\nspace_info("acme/a")', 'huggingface_hub space_info: space acme/a'),
  python('from huggingface_hub import from_pretrained_keras\nfrom_pretrained_keras("acme/a")', 'huggingface_hub from_pretrained_keras: model acme/a'), // prettier-ignore
  python('import evaluate\nevaluate.combine(["acme/a"])', 'evaluate combine: space acme/a'),
  python('from kernels import LayerRepository\nLayerRepository("acme/a", layer_name="L")', 'kernels LayerRepository: kernel acme/a'), // prettier-ignore
  python('from lerobot.datasets import MultiLeRobotDataset\nMultiLeRobotDataset(["acme/a"])', 'lerobot MultiLeRobotDataset: dataset acme/a'), // prettier-ignore
  python('model.generate(**inputs, custom_generate="acme/a")', 'generate: model acme/a'),
  python('model.set_attn_implementation("acme/a")', 'kernels set_attn_implementation: kernel acme/a'),
  python('from transformers.utils import cached_file\ncached_file("acme/a", "config.json")', 'transformers cached_file: model acme/a'), // prettier-ignore
  python('model.load_adapter("acme/a")', 'transformers load_adapter: model acme/a'),
  python('HuggingFaceEmbedding(model_name="acme/a")', 'llama-index HuggingFaceEmbedding: model acme/a'),
  python('HuggingFacePipeline.from_model_id(model_id="acme/a")', 'langchain from_model_id: model acme/a'),
  python('from flair.embeddings import TransformerWordEmbeddings\nTransformerWordEmbeddings("acme/a")', 'flair TransformerWordEmbeddings: model acme/a'), // prettier-ignore
  python('from ray.data.llm import vLLMEngineProcessorConfig\nvLLMEngineProcessorConfig(model_source="acme/a")', 'ray vLLMEngineProcessorConfig: model acme/a'), // prettier-ignore
  python('import sglang\nsglang.Engine(model_path="acme/a")', 'sglang Engine: model acme/a'),
  python('import whisperx\nwhisperx.load_model("acme/a", "cpu")', 'whisperx load_model: model acme/a'),
  python('TransformersConverter("acme/a")', 'ctranslate2 TransformersConverter: model acme/a'),
  python('from smolagents import TransformersModel\nTransformersModel("acme/a")', 'smolagents TransformersModel: model acme/a'), // prettier-ignore
  python('load_tool("acme/a", trust_remote_code=True)', 'smolagents load_tool: space acme/a'),
  shell('hf spaces info acme/a', 'hf spaces info: space acme/a'),
  shell('./hfd.sh acme/a', 'hfd.sh: model acme/a'),
  shell('trtllm-serve serve acme/a', 'trtllm-serve: model acme/a'),
  shell('pip install git+https://huggingface.co/acme/a', 'pip: model acme/a'),
  shell('mlx_lm.server --model acme/a', 'mlx_lm --model: model acme/a'),
  shell(
    'ct2-transformers-converter --model acme/a --output_dir out',
    'ct2-transformers-converter --model: model acme/a',
  ),
  shell('autotrain llm --train --model acme/a', 'autotrain --model: model acme/a'),
  shell('trtllm-bench --model acme/a throughput', 'trtllm-bench --model: model acme/a'),
  shell('mlx_whisper a.mp3 --model acme/a', 'mlx_whisper --model: model acme/a'),
  shell('transformers chat acme/a', 'transformers chat: model acme/a'),
  shell('nexa infer acme/a', 'nexa: model acme/a'),
  yaml('dataset:\n  _component_: torchtune.datasets.chat\n  source: acme/a', 'torchtune source: dataset acme/a'),
  yaml('model_loading_config:\n  model_source: acme/a', 'ray-serve model_source: model acme/a'),
];

test.each(EXAMPLES)('$finds', async ({ path, text, finds }) => {
  const sites = await sitesIn({ path, text, exists: () => false });
  const found = sites.map((site) => (site.kind === 'found' ? `${site.how}: ${site.type} ${site.id}` : site.reason));
  expect(found).toContain(finds);
});

/** A row, by the words that a site names it by. */
interface Row {
  readonly library: string;
  readonly names: readonly string[];
}

const ROWS: readonly Row[] = [
  ...[...new Set(CALL_NAMES.flatMap(callsNamed))].map(({ library, names }) => ({ library, names })),
  ...COMMANDS.map(({ tool }) => ({ library: tool, names: [''] })),
  ...KEYS.map(({ library }) => ({ library, names: [''] })),
];

test('every row has an example', async () => {
  const { repos, unresolved } = await scanTree([CORPUS], CORPUS);
  const known = [
    ...repos.flatMap(({ sources }) => sources.map(({ how }) => how)),
    ...unresolved.map(({ how }) => how),
    ...EXAMPLES.map(({ finds }) => finds.split(':')[0] ?? ''),
  ];
  const isShown = ({ library, names }: Row) =>
    known.some((how) => how.startsWith(library) && names.some((name) => how.endsWith(name)));
  expect(ROWS.filter((row) => !isShown(row))).toEqual([]);
});

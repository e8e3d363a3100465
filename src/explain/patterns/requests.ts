/** Lines in which libraries note each of their requests, and those about files that may well be missing. */
import { GATE, NOT_SIGNED_IN_OR_EXPIRED, ON_401, ON_403, REFUSED } from './causes';
import type { Pattern } from './pattern';

/**
 * Files that loaders look for and do without: transformers (`utils/hub.py`, `tokenization_utils_base.py`), peft, sentence-transformers,
 * datasets (`load.py`), text-embeddings-inference#417.
 */
const OPTIONAL = String.raw`(?:adapter_config\.json|chat_template\.(?:json|jinja)|additional_chat_templates|(?:video_)?(?:pre)?processor_config\.json|generation_config\.json|added_tokens\.json|special_tokens_map\.json|config_sentence_transformers\.json|sentence_\w+_config\.json|modules\.json|\d_\w+\/config\.json|model\.safetensors\.index\.json|onnx\/model\.onnx_data|README\.md|dataset_infos\.json|\.huggingface\.yaml|custom_generate\/generate\.py)`;
/** The path of a repo, as urllib3 notes it. */
const PATH = String.raw`\/(?:api\/)?(?:(?<kind>model|dataset|space)s\/)?(?<id>[\w.-]+\/(?!(?:resolve|raw|revision|tree)\b)[\w.-]+)(?=[/? ])\S*`;
const NOTED = String.raw`\bhuggingface\.co:443 "\w+ (?:${PATH}|\S+) HTTP/1\.1"`;

export const REQUESTS: readonly Pattern[] = [
  {
    text: new RegExp(
      String.raw`^(?!.*[Rr]epository)(?:.*\b404\b.*/(?:resolve|tree)/\S+/${OPTIONAL}|.*/(?:resolve|tree)/\S+/${OPTIONAL}\b.*\b404\b)`,
    ),
    words: ['404'],
    weight: 'remark',
    causes: [],
    isNone: true,
  },
  {
    // hf-xet asks whether a piece is there already, and called it a fatal error where it is not. xet-core#808.
    text: /\bcas::query_dedup\b.*\b404\b/,
    words: ['query_dedup'],
    weight: 'remark',
    causes: [],
    isNone: true,
  },
  {
    // What clients ask by the way, and do without, whatever the answer: the viewer of datasets (`datasets/utils/_dataset_viewer.py`), and who calls.
    text: /\bHTTP Request: \w+ https:\/\/(?:datasets-server\.huggingface\.co\/|\S+\/api\/agent-harnesses\b)/,
    words: ['HTTP Request: '],
    weight: 'remark',
    causes: [],
    isNone: true,
  },
  {
    // httpx notes each request. What a client could not do without, it says in an error of its own.
    text: /\bHTTP Request: (?:HEAD|GET) \S+\/resolve\/\S+ "HTTP\/[\d.]+ 404\b/,
    words: ['HTTP Request: '],
    weight: 'remark',
    causes: [],
    isNone: true,
  },
  {
    // urllib3 does so where it is told to debug. litellm#4598.
    text: new RegExp(`${NOTED} 401\\b`),
    words: ['HTTP/1.1" 401'],
    weight: 'status',
    causes: [...NOT_SIGNED_IN_OR_EXPIRED, ...GATE.slice(0, 1)],
    beside: ON_401,
  },
  {
    text: new RegExp(`${NOTED} 403\\b`),
    words: ['HTTP/1.1" 403'],
    weight: 'status',
    causes: REFUSED,
    beside: ON_403,
  },
];

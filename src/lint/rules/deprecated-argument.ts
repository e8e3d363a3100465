import { argumentsNamed } from '../model/python';
import type { Rule } from '../model/rule';

/** From the packages on PyPI: huggingface_hub 0.36.2 still has the word, with a warning; 1.0.0 and transformers 5.0.0 have it nowhere. */
export const rule: Rule = {
  id: 'deprecated-argument',
  headline: '`use_auth_token` was removed',
  level: 'warning',
  why: '`token` replaced `use_auth_token`, which huggingface_hub 1.0 and transformers 5.0 no longer know: the call fails, or the argument is passed on and the token is not sent.',
  fix: 'Write `token=` in its place, or leave it out: HF_TOKEN is read by itself.',
  bad: [
    {
      path: 'train.py',
      lines: [2],
      text: 'from transformers import AutoModel\nAutoModel.from_pretrained("acme/model", use_auth_token=True)\n',
    },
    {
      path: 'data.py',
      lines: [4],
      text: 'from datasets import load_dataset\nload_dataset(\n    "acme/data",\n    use_auth_token=TOKEN,\n)\n',
    },
  ],
  good: [
    {
      path: 'train.py',
      text: 'from transformers import AutoModel\nAutoModel.from_pretrained("acme/model", token=True)\n',
    },
    {
      path: 'text.py',
      text: '# use_auth_token=True was here\ndef load(use_auth_token=None):\n    return "use_auth_token=1"\n',
    },
    {
      path: 'own.py',
      text: 'hub.from_pretrained(use_auth_token=True)\n\n\ndef from_pretrained(use_auth_token=None):\n    return use_auth_token\n',
    },
  ],
  words: /use_auth_token/,
  *check(file) {
    if (file.kind !== 'python' || /def \w{1,100}\([^)]{0,2000}use_auth_token/.test(file.text)) return;
    for (const { from, callee, isAlreadyNew } of argumentsNamed(file.text, 'use_auth_token')) {
      if (!LOADERS.test(callee)) continue;
      const place = file.lines.placeOf(from);
      const edit = { line: place.line, find: 'use_auth_token', put: 'token' };
      yield {
        place,
        message: `${callee} gets use_auth_token, which newer versions do not know.`,
        ...(isAlreadyNew ? {} : { edit }),
      };
    }
  },
};

const LOADERS =
  /^(?:from_pretrained|from_config|from_single_file|pipeline|load_dataset|load_metric|load_dataset_builder|get_dataset_\w+|hf_hub_download|snapshot_download|cached_download|push_to_hub|SentenceTransformer|WhisperModel|list_repo_\w+|\w+_info|InferenceApi|Inference|load_lora_weights|load_textual_inversion)$/;

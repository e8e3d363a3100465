/** What a file loads, in forms that the corpus has in none of its files. */
import { expect, test } from '@jest/globals';
import { sitesIn } from '../../src/scan';
import { valueAt, type Entry } from '../../src/scan/keys/node';

/** `id line` of what is loaded, `? reason line` of what cannot be told. */
async function found(path: string, text: string): Promise<string[]> {
  const sites = await sitesIn({ path, text, exists: () => false });
  return sites.map((site) =>
    site.kind === 'unresolved' ? `? ${site.reason} ${String(site.line)}` : `${site.id} ${String(site.line)}`,
  );
}

const LOAD = 'from transformers import AutoModel\n';

test.each([
  ['a loader of outlines', 'a.py', 'from outlines import models\nmodels.mlxlm("acme/a")\n', ['acme/a 2']],
  ['an id by its name', 'a.py', 'from mlx_lm import load\nload(path_or_hf_repo="acme/a")\n', ['acme/a 2']],
  ['the keys of a mapping', 'a.py', `${LOAD}R = {"acme/a": "acme/b"}\nfor r in R.keys():\n    AutoModel.from_pretrained(r)\n`, ['acme/a 4']], // prettier-ignore
  ['the values of a mapping', 'a.py', `${LOAD}R = {"acme/a": "acme/b"}\nfor r in R.values():\n    AutoModel.from_pretrained(r)\n`, ['acme/b 4']], // prettier-ignore
  ['a method that every object of JavaScript has', 'a.py', `${LOAD}for r in x.toString():\n    AutoModel.from_pretrained(r)\nAutoModel.from_pretrained("acme/a")\n`, ['? variable 3', 'acme/a 4']], // prettier-ignore
  ['a name that grows', 'a.py', `${LOAD}r = "acme/a"\nr += "-b"\nAutoModel.from_pretrained(r)\n`, ['? variable 4']], // prettier-ignore
  ['a name of a with', 'a.py', `${LOAD}r = "acme/a"\nwith f() as r:\n    AutoModel.from_pretrained(r)\n`, ['? variable 4']], // prettier-ignore
  ['a program in the place of the process', 'a.py', 'import os\nos.posix_spawnp("hf", ["hf", "download", "acme/a"], {})\n', ['acme/a 2']], // prettier-ignore
  ['words that are split', 'a.py', 'from shlex import split\nrun(split("hf download acme/a"))\n', ['acme/a 2']],
  ['a name with an escape', 'a.json', '{"data_stages": [{"data": {"dataset": {"hf_dataset_or_datasets": "acme\\/a"}}}]}', ['acme/a 1']], // prettier-ignore
  [
    'a function with a comment behind its brace',
    'a.sh',
    'get() { # fetch\n  hf download "$1"\n}\nget acme/a\n',
    ['acme/a 2'],
  ],
  ['a flag without a value', 'a.sh', 'vllm serve --no-enable-prefix-caching acme/a\n', ['acme/a 1']],
  ['a script on a line of its own', 'a.sh', "bash -c \\\n'hf download acme/a'\n", ['acme/a 2']],
  ['an id that begins a line of a script', 'a.sh', "bash -c 'hf download \\\nacme/a'\n", ['acme/a 2']],
  ['the second line of a script', 'a.sh', "bash -c \\\n'set -e\nhf download acme/a'\n", ['acme/a 3']],
  ['what another program reads', 'a.sh', 'psql db <<EOF\nhf download acme/no\nEOF\nhf download acme/a\n', ['acme/a 4']],
  [
    'a list of data sets',
    'a.yaml',
    'data_stages:\n  - data:\n      dataset:\n        hf_dataset_or_datasets: [acme/a, acme/b]\n',
    ['acme/a 4', 'acme/b 4'],
  ],
])('%s', async (_, path, text, expected) => {
  expect(await found(path, text)).toEqual(expected);
});

test('the keys of a mapping are read once, however often they are asked for', () => {
  let reads = 0;
  const entries = ['a', 'b', 'a'].map((name, at): Entry => ({
    get key() {
      reads += 1;
      return name;
    },
    from: at,
    value: { kind: 'text', text: String(at), from: at },
  }));
  const map = { kind: 'map', entries } as const;
  expect(['a', 'b', 'c', undefined].map((key) => valueAt(map, key))).toMatchObject([{ text: '0' }, { text: '1' }, undefined, undefined]); // prettier-ignore
  expect(reads).toBe(3);
});

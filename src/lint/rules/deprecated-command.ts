import type { Script } from '../model/script';
import type { Found, Rule } from '../model/rule';
import { lookUp } from '../../domain/basics/look-up';

const step = (run: string) => `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: ${run}\n`;

/** What follows is from the packages on PyPI: the console scripts of 0.33.5, 0.34.0, 0.36.2, 1.0.0, 1.33.0 and 2.4.0, and a call in 1.33.0. */
export const rule: Rule = {
  id: 'deprecated-command',
  headline: '`huggingface-cli` is deprecated',
  level: 'warning',
  why: 'The command is called `hf` since huggingface_hub 0.34. `huggingface-cli` warns there; in 1.0 and 2.4 it is gone, and in 1.33 it only says that it no longer works.',
  fix: 'Write `hf`: `hf auth login`, `hf auth whoami`, `hf download`, `hf upload`.',
  bad: [
    { path: '.github/workflows/a.yml', lines: [6], text: step('huggingface-cli download acme/model') },
    { path: 'get.sh', lines: [2], text: 'set -e\nhuggingface-cli whoami\n' },
    {
      path: 'Dockerfile',
      lines: [2],
      text: 'FROM python:3.12\nRUN pip install huggingface_hub && huggingface-cli download acme/model\n',
    },
    {
      path: 'app/Dockerfile',
      lines: [4],
      text: 'FROM python:3.12\nRUN --mount=type=secret,id=hf_token,env=HF_TOKEN <<EOF bash\nset -e\nhuggingface-cli download acme/model\nEOF\n',
    },
  ],
  good: [
    {
      path: 'app/Dockerfile',
      text: 'FROM python:3.12\nRUN <<EOF\nhf download acme/model\nEOF\nLABEL was=huggingface-cli\n',
    },
    { path: '.github/workflows/a.yml', text: step('hf download acme/model') },
    { path: 'get.sh', text: '# huggingface-cli was here\necho huggingface-cli\nhf auth whoami\n' },
  ],
  words: /huggingface-cli/,
  *check({ scripts }) {
    for (const script of scripts) yield* inScript(script);
  },
};

/** huggingface_hub's guide to the command line, "migrating from huggingface-cli". */
const NEW: Readonly<Record<string, string>> = {
  login: 'hf auth login',
  logout: 'hf auth logout',
  whoami: 'hf auth whoami',
  download: 'hf download',
  upload: 'hf upload',
  'upload-large-folder': 'hf upload-large-folder',
};

function* inScript(script: Script): Generator<Found> {
  for (const { words, place } of script.calls) {
    const index = words.indexOf('huggingface-cli');
    if (index < 0 || index > 2 || words[0] === 'echo') continue;
    const command = words[index + 1] ?? '';
    const put = lookUp(NEW, command);
    const edit = put === undefined ? {} : { edit: { line: place.line, find: `huggingface-cli ${command}`, put } };
    yield {
      place,
      message: `huggingface-cli ${put === undefined ? '' : `${command} `}is deprecated.`,
      ...(put === undefined ? {} : { fix: `Write ${put}.` }),
      ...edit,
    };
  }
}

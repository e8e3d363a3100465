import { hubSecretsIn } from '../model/tokens';
import { isTokenName } from '../model/names';
import type { LintFile } from '../model/file';
import { at, type Tree } from '../model/tree';
import type { Found, Rule } from '../model/rule';

const action = (input: string) =>
  `on: push\njobs:\n  image:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: docker/build-push-action@v6\n        with:\n          ${input}\n`;

export const rule: Rule = {
  id: 'token-in-image',
  headline: 'A token becomes part of an image',
  level: 'error',
  why: 'The values of ARG, ENV and build arguments are in the history of the image: whoever can pull it can read the token.',
  fix: 'Use a build secret: `RUN --mount=type=secret,id=hf_token,env=HF_TOKEN …` in the Dockerfile, and `--secret id=hf_token,env=HF_TOKEN` for the build.',
  bad: [
    { path: 'Dockerfile', lines: [2], text: 'FROM python:3.12\nARG HF_TOKEN\nRUN hf download acme/model\n' },
    { path: 'docker/Dockerfile.gpu', lines: [2], text: 'FROM python:3.12\nENV HF_HOME=/models HF_TOKEN=$TOKEN\n' },
    { path: 'app/Dockerfile', lines: [2], text: 'FROM python:3.12\nARG HF_TOKEN=""\nRUN hf download acme/model\n' },
    { path: '.github/workflows/image.yml', lines: [8], text: action('build-args: HF_TOKEN=${{ secrets.HF_TOKEN }}') },
    { path: 'build.sh', lines: [1], text: 'docker build --build-arg HF_TOKEN="$HF_TOKEN" -t app .\n' },
    {
      path: 'compose.yaml',
      lines: [6],
      text: 'services:\n  app:\n    build:\n      context: .\n      args:\n        HUGGING_FACE_TOKEN: ${HUGGING_FACE_TOKEN}\n',
    },
  ],
  good: [
    {
      path: 'Dockerfile',
      text: 'FROM python:3.12\nARG HF_HOME=/models\nENV HF_TOKEN=""\nRUN --mount=type=secret,id=hf_token,env=HF_TOKEN hf download acme/model\n',
    },
    { path: 'app/Dockerfile', text: 'ARG HF_TOKEN\nFROM python:3.12\nRUN hf download acme/model\n' },
    { path: '.github/workflows/image.yml', text: action('secrets: hf_token=${{ secrets.HF_TOKEN }}') },
    { path: 'build.sh', text: 'docker build --secret id=hf_token,env=HF_TOKEN --build-arg HF_HOME=/models -t app .\n' },
    {
      path: 'compose.yaml',
      text: 'services:\n  app:\n    build:\n      context: .\n      secrets: [hf_token]\n    environment:\n      HF_TOKEN: ${HF_TOKEN}\n',
    },
  ],
  words: /build-arg|\bargs[ \t]*:|^[ \t]*(?:ARG|ENV)[ \t]/im,
  *check(file) {
    // What is declared before the first FROM is in no image.
    const first = file.instructions.findIndex(({ keyword }) => keyword === 'FROM');
    for (const { keyword, pairs, line, column } of file.instructions.slice(Math.max(0, first)))
      for (const { name, value } of pairs)
        // An empty variable has nothing, and the default of an argument says nothing of what is passed.
        if (isTokenName(name) && (value !== '' || keyword === 'ARG'))
          yield { place: { line, column }, message: `${keyword} ${name} puts the token into the image.` };
    for (const { calls } of file.scripts)
      for (const { words, place } of calls)
        if (words.some((word, index) => isBuildArgument(word, words[index + 1] ?? '')))
          yield { place, message: 'This build passes the token as a build argument.' };
    yield* inSteps(file);
    if (file.workflow === undefined) for (const tree of file.trees) yield* inCompose(file, tree);
  },
};

function isBuildArgument(word: string, next: string): boolean {
  if (!word.startsWith('--build-arg')) return false;
  const [name = ''] = (word === '--build-arg' ? next : word.slice('--build-arg='.length))
    .replace(/^["']/, '')
    .split('=');
  return isTokenName(name);
}

function* inSteps(file: LintFile): Generator<Found> {
  for (const { steps } of file.workflow?.jobs ?? [])
    for (const step of steps) {
      const args = step.with.find(({ name }) => name === 'build-args');
      const text = args?.value.text ?? '';
      const isNamed = text.split('\n').some((line) => isTokenName(line.split('=')[0]?.trim() ?? ''));
      if (args !== undefined && (isNamed || hubSecretsIn(text).length > 0))
        yield {
          place: file.lines.placeOf(args.from),
          message: 'build-args passes the token as a build argument.',
          fix: 'Under with:, write secrets: hf_token=${{ secrets.HF_TOKEN }}, and mount it in the Dockerfile with RUN --mount=type=secret,id=hf_token,env=HF_TOKEN.',
        };
    }
}

function* inCompose(file: LintFile, tree: Tree): Generator<Found> {
  for (const { value: service } of at(tree, 'services')?.entries ?? []) {
    const args = at(service, 'build', 'args');
    const named = (args?.entries ?? []).map(({ name, from }) => ({ name, from }));
    const listed = (args?.items ?? []).map(({ text = '', from }) => ({ name: text.split('=')[0] ?? '', from }));
    for (const { name, from } of [...named, ...listed])
      if (isTokenName(name))
        yield { place: file.lines.placeOf(from), message: `The build argument ${name} puts the token into the image.` };
  }
}

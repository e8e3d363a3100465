/** Which credential each tool will send, on the built Action: the rows of the report and what is said of them. */
import { expect, test } from '@jest/globals';
import type { DemoToken } from '../../src/simulator/demo-world';
import { onEachNode, onStage, runAction } from './harness';

interface Row {
  readonly name: string;
  readonly env?: (tokens: Record<DemoToken, string>) => Readonly<Record<string, string>>;
  readonly home?: (tokens: Record<DemoToken, string>) => Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
  /** `client: source, sameAsChecked`, of the rows that matter. */
  readonly rows?: Readonly<Record<string, string>>;
  /** Notice → what its message and remedy say together. */
  readonly notices?: Readonly<Record<string, RegExp>>;
  readonly silent?: readonly string[];
}

const LOGIN = '.cache/huggingface/token';

const ROWS: readonly Row[] = [
  {
    name: 'hf-hub for Rust 1.0 reads HF_TOKEN, below it only the login, which no variable changes',
    env: ({ read }) => ({ HF_TOKEN: read }),
    home: ({ stranger }) => ({ [LOGIN]: stranger }),
    rows: { 'hf-hub (Rust)': 'HF_TOKEN true', 'hf-hub (Rust)<1.0': `~/${LOGIN} false` },
    notices: {
      'stored-token': /Whether HF_TOKEN is set or not, it is sent by hf-hub \(Rust\)<1\.0\. Remove the saved login/,
    },
  },
  {
    name: 'the switch for implicit tokens is not all or nothing',
    env: ({ read }) => ({ HF_TOKEN: read, HF_HUB_DISABLE_IMPLICIT_TOKEN: '1' }),
    files: { 'uv.lock': '[[package]]\nname = "polars"\n' },
    rows: {
      huggingface_hub: 'none false, HF_TOKEN true',
      hf: 'none false, HF_TOKEN true',
      polars: 'HF_TOKEN true',
      'hf-hub (Rust)': 'none false',
    },
    notices: {
      'implicit-token-disabled': /InferenceClient` send it all the same\. polars will ignore it/,
    },
  },
  {
    name: "frameworks' own variables beside HF_TOKEN",
    env: ({ read, stranger }) => ({ HF_TOKEN: read, HUGGINGFACEHUB_API_KEY: stranger }),
    rows: { 'LangChain (JavaScript)': 'HUGGINGFACEHUB_API_KEY false' },
    notices: {
      'framework-variable-differs': /HUGGINGFACEHUB_API_KEY holds a different token.*LangChain \(JavaScript\)/,
    },
  },
  {
    name: 'lance reads HUGGINGFACE_TOKEN, which is no token that was checked',
    env: ({ read }) => ({ HUGGINGFACE_TOKEN: read }),
    rows: { lance: 'HUGGINGFACE_TOKEN false' },
    notices: { 'wrong-variable': /Only lance will send it/ },
  },
  {
    name: 'a tool that cannot send the value, and one that looks elsewhere',
    env: ({ read }) => ({ HF_TOKEN: `${read}\n` }),
    files: { 'requirements.txt': 'polars\n', 'web/package.json': '{"dependencies":{"@ai-sdk/huggingface":"2"}}' },
    rows: { polars: 'none false', 'Vercel AI SDK': 'none unknown', huggingface_hub: 'HF_TOKEN true' },
    notices: { 'tool-without-token': /polars cannot send the token|Set HUGGINGFACE_API_KEY to the same token/ },
  },
  {
    name: 'nothing gives a reason to show them',
    env: ({ read }) => ({ HF_TOKEN: read }),
    files: { 'requirements.txt': 'numpy\n', 'README.md': 'polars\n' },
    silent: ['polars', 'lance', 'uv', 'LangChain (Python)', 'other tools'],
  },
];

onEachNode((node) => {
  test.each(ROWS)('$name', async ({ env, home, files, rows = {}, notices = {}, silent = [] }) => {
    await onStage({}, async ({ hub, tokens }) => {
      const run = await runAction({
        node,
        hub,
        inputs: { retries: '0', 'on-empty': 'pass' },
        ...(env === undefined ? {} : { env: env(tokens) }),
        ...(home === undefined ? {} : { home: home(tokens) }),
        ...(files === undefined ? {} : { files }),
        secrets: Object.values(tokens),
      });
      const runner = run.report?.runner ?? [];
      for (const [client, expected] of Object.entries(rows)) {
        const found = runner.filter((row) => row.client === client);
        expect([client, found.map((row) => `${row.source} ${String(row.sameAsChecked)}`).join(', ')]).toEqual([
          client,
          expected,
        ]);
      }
      for (const [code, words] of Object.entries(notices)) {
        const told = (run.report?.notices ?? []).filter((notice) => notice.code === code);
        expect(told.length).toBeGreaterThan(0);
        for (const { message, remedy } of told) expect(`${message} ${remedy?.text ?? ''}`).toMatch(words);
      }
      for (const client of silent) expect(runner.map((row) => row.client)).not.toContain(client);
    });
  });
});

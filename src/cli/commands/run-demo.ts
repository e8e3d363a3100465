/** `demo`: the main job on the embedded Hub, with no network and no account. */
import type { RawPlan } from '../../domain/plan';
import { createRedactor } from '../../domain/text/redact';
import { renderText } from '../../report/render/text';
import { createDemoWorld, type DemoWorld } from '../../simulator/demo-world';
import type { Effect } from '../../simulator/faults';
import { startSimulator, type Simulator } from '../../simulator/server';
import { run } from '../../run';
import { DEMO_CASES, type DemoCase, type Trouble } from './demo-cases';
import { print, usesColour } from './terminal';

const TROUBLE: Readonly<Record<Trouble, Effect>> = {
  html: {
    kind: 'reply',
    status: 200,
    headers: { 'content-type': 'text/html' },
    body: '<h1>Sign in to the guest Wi-Fi</h1>',
  },
  error: { kind: 'html', status: 503 },
  reset: { kind: 'reset' },
  'rate-limit': { kind: 'reply', status: 429, headers: { 'retry-after': '3600' }, body: '{"error":"slow down"}' },
  'new-gate': {
    kind: 'reply',
    status: 403,
    headers: { 'x-error-code': 'GatedRepo' },
    body: '{"error":"A form with three new questions stands before this repo."}',
  },
  'new-refusal': { kind: 'reply', status: 403, body: '{"error":"Not during the maintenance of this week."}' },
};

/** Plays every case; resolves with 0, whatever the verdicts are. */
export async function runDemo(): Promise<number> {
  const { world, tokens } = createDemoWorld();
  const simulator = await startSimulator({ world });
  try {
    for (const [index, demoCase] of DEMO_CASES.entries()) {
      await print([`${index === 0 ? '' : '\n'}━━ ${demoCase.title}\n\n`, await play(demoCase, simulator, tokens)]);
    }
  } finally {
    await simulator.close();
  }
  return 0;
}

async function play(demoCase: DemoCase, simulator: Simulator, tokens: DemoWorld['tokens']): Promise<string> {
  simulator.clearFaults();
  for (const { path, what } of demoCase.trouble ?? []) simulator.fault({ path, effect: TROUBLE[what] });
  const report = await run(inputsOf(demoCase, simulator.origin, tokens), {
    env: {},
    folder: process.cwd(),
    ciContext: {
      notForwarded: false,
      selfHosted: false,
      pullRequest: demoCase.fork === true,
      serverUrl: 'https://github.com',
      ...(demoCase.fork === true ? { withheld: 'fork' } : {}),
    },
    onSecret: () => {
      // The machine is not looked at.
    },
    onProgress: () => {
      // A case is over at once.
    },
    redact,
  });
  return redact(renderText(report, { color: usesColour(process.stdout) }));
}

/** The demo's tokens are invented; what guards are the shapes of tokens. */
const redact = createRedactor([]);

function inputsOf(demoCase: DemoCase, endpoint: string, tokens: DemoWorld['tokens']): RawPlan {
  const { token, anonymous, models, datasets, spaces } = demoCase;
  const raw = token === 'none' ? undefined : token === 'quoted' ? `"${tokens.read}"` : tokens[token];
  return {
    inputs: {
      endpoint,
      models: models ?? '',
      datasets: datasets ?? '',
      spaces: spaces ?? '',
      retries: '0',
      deadline: '20',
      'least-privilege': 'off',
      'check-runner': 'off',
      'on-missing-token': anonymous === true ? 'anonymous' : 'auto',
    },
    tokens: [{ source: 'HF_TOKEN', raw }],
    trustHfEndpoint: false,
    certificateChecksOff: false,
  };
}

/** `hf-preflight demo`: the main job on the embedded Hub, with no network and no account. */
import { parsePlan } from '../domain/parse-plan';
import type { Plan } from '../domain/plan';
import { renderText } from '../report/render/text';
import { viewOf } from '../report/view';
import { createDemoWorld, type DemoWorld } from '../simulator/demo-world';
import type { Effect } from '../simulator/faults';
import { startSimulator, type Simulator } from '../simulator/server';
import { runPlan } from '../run';
import { DEMO_CASES, type DemoCase, type Trouble } from './demo-cases';
import { usesColour } from './terminal';

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

/** Plays every act; resolves with 0, whatever the verdicts are. */
export async function demo(): Promise<number> {
  const { world, tokens } = createDemoWorld();
  const simulator = await startSimulator({ world });
  try {
    for (const [index, act] of DEMO_CASES.entries()) {
      process.stdout.write(`${index === 0 ? '' : '\n'}━━ ${act.title}\n\n`);
      process.stdout.write(await play(act, simulator, tokens));
    }
  } finally {
    await simulator.close();
  }
  return 0;
}

async function play(act: DemoCase, simulator: Simulator, tokens: DemoWorld['tokens']): Promise<string> {
  simulator.clearFaults();
  for (const { path, what } of act.trouble ?? []) simulator.fault({ path, effect: TROUBLE[what] });
  const plan = planOf(act, simulator.origin, tokens);
  const report = await runPlan(plan, {
    env: {},
    folder: process.cwd(),
    ciContext: {
      notForwarded: false,
      selfHosted: false,
      pullRequest: act.fork === true,
      serverUrl: 'https://github.com',
      ...(act.fork === true ? { withheld: 'fork' } : {}),
    },
    onSecret: () => {
      // The demo's tokens are invented, and nothing prints them anyway.
    },
    onProgress: () => {
      // An act is over at once.
    },
  });
  return renderText(viewOf(report), { color: usesColour(process.stdout) });
}

function planOf(
  { token, anonymous, models, datasets, spaces }: DemoCase,
  endpoint: string,
  tokens: DemoWorld['tokens'],
): Plan {
  const raw = token === 'none' ? undefined : token === 'quoted' ? `"${tokens.read}"` : tokens[token];
  const reading = parsePlan({
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
  });
  if (reading.kind === 'plan') return reading.plan;
  throw new Error('an act of the demo has bad lines');
}

/** `hf-preflight demo`: the main job on the embedded Hub, with no network and no account. */
import { parsePlan } from '../domain/parse-plan';
import type { Plan } from '../domain/plan';
import { renderText } from '../report/render/text';
import { viewOf } from '../report/view';
import { createDemoWorld, type DemoWorld } from '../simulator/demo-world';
import { htmlReply, sendReply, type Reply } from '../simulator/reply';
import { answer } from '../simulator/router';
import { startSimulator, type Exchange } from '../simulator/server';
import type { World } from '../simulator/world';
import { runPlan } from '../run';
import { DEMO_CASES, type DemoCase, type Trouble } from './demo-cases';
import { usesColour } from './terminal';

const TROUBLE: Readonly<Record<Exclude<Trouble, 'reset'>, Reply>> = {
  html: htmlReply(200, 'Sign in to the guest Wi-Fi'),
  error: htmlReply(503, 'The request could not be satisfied', { server: 'CloudFront' }),
  'rate-limit': { status: 429, headers: { 'retry-after': '3600' }, body: Buffer.from('{"error":"slow down"}') },
  'new-gate': {
    status: 403,
    headers: { 'x-error-code': 'GatedRepo' },
    body: Buffer.from('{"error":"A form with three new questions stands before this repo."}'),
  },
  'new-refusal': {
    status: 403,
    headers: {},
    body: Buffer.from('{"error":"Not during the maintenance of this week."}'),
  },
};

/** Plays every act; resolves with 0, whatever the verdicts are. */
export async function demo(): Promise<number> {
  for (const [index, act] of DEMO_CASES.entries()) {
    process.stdout.write(`${index === 0 ? '' : '\n'}━━ ${act.title}\n\n`);
    process.stdout.write(await play(act, createDemoWorld()));
  }
  return 0;
}

async function play(act: DemoCase, { world, tokens }: DemoWorld): Promise<string> {
  const exchange = (one: Exchange) => {
    respond(world, act.trouble ?? [], one);
  };
  const simulator = await startSimulator({ world, extend: { exchange } });
  try {
    return await preflight(act, planOf(act, simulator.origin, tokens));
  } finally {
    await simulator.close();
  }
}

/** The Hub's own reply, but where something goes wrong in this act. */
function respond(world: World, trouble: NonNullable<DemoCase['trouble']>, { request, response }: Exchange): void {
  const what = trouble.find(({ path }) => request.target.includes(path))?.what;
  if (what === 'reset') response.socket?.resetAndDestroy();
  else sendReply(response, what === undefined ? answer(world, request) : TROUBLE[what]);
}

async function preflight(act: DemoCase, plan: Plan): Promise<string> {
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

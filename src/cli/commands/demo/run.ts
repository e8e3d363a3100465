/** `demo`: jobs on the embedded Hub, with no network and no account. */
import { relative } from 'node:path';
import { DEFAULT_ENDPOINT } from '../../../domain/inputs/endpoint';
import type { IdentitySource } from '../../../domain/tokens/identity';
import type { RawPlan } from '../../../domain/plan';
import { createGuard } from '../../../domain/text/redact';
import { aligned, columnWidths, wrap } from '../../../report/render/lines';
import { renderText } from '../../../report/render/text';
import { viewOf } from '../../../report/view';
import { createDemoWorld, type DemoWorld } from '../../../simulator/demo-world';
import { htmlReply, jsonReply, sendReply, type Reply } from '../../../simulator/reply';
import { answer } from '../../../simulator/router';
import { startSimulator, type Exchange } from '../../../simulator/server';
import type { World } from '../../../simulator/world';
import { run } from '../../../run';
import type { Arguments } from '../../grammar/command';
import { DEMO_CASES, DEMO_JOB, type DemoCase, type Trouble } from './cases';
import { programAt } from './program';
import { streamOptions } from '../../reports/publish';
import { print, widthOf } from '../../process/terminal';

const refusal = (status: number, error: string, headers?: Reply['headers']) => jsonReply(status, { error }, headers);

const TROUBLE: Readonly<Record<Exclude<Trouble, 'reset'>, Reply>> = {
  html: htmlReply(200, 'Sign in to the guest Wi-Fi'),
  error: htmlReply(503, 'The request could not be satisfied', { server: 'CloudFront' }),
  'rate-limit': refusal(429, 'slow down', { 'retry-after': '3600' }),
  'new-gate': refusal(403, 'A form with three new questions stands before this repo.', { 'x-error-code': 'GatedRepo' }),
  'new-refusal': refusal(403, 'Not during the maintenance of this week.'),
  region: refusal(403, 'This model is not available in your region.'),
  plan: refusal(402, 'This needs a PRO subscription.'),
  storage: refusal(403, 'Private repository storage limit reached, please upgrade your plan.'),
  curation: refusal(403, 'The download was blocked by the curation service: the license is not allowed.'),
  'no-publisher': jsonReply(400, {
    error: 'invalid_grant',
    error_description: 'No trusted publisher configured on acme/product',
  }),
};

/** Plays one job, or every case; resolves with 0, whatever the verdicts are. */
export async function runDemo({ flags }: Arguments): Promise<number> {
  await print(flags.has('all') ? [WORLD] : [...listOf(DEMO_JOB), '\n']);
  for (const demoCase of flags.has('all') ? DEMO_CASES : [DEMO_JOB]) {
    const head = demoCase === DEMO_JOB ? [] : [`\n━━ ${demoCase.title}\n\n`];
    await print([...head, await play(demoCase, createDemoWorld())]);
  }
  await print(['\n', ...nextSteps()]);
  return 0;
}

const WORLD = 'Jobs on a simulated Hub: nothing leaves this machine, and no account is needed.\n';

/** The lines as a workflow would have them. */
function listOf({ title, models = '', datasets = '' }: DemoCase): string[] {
  const ids = [...models.split(' '), ...datasets.split(' ').map((id) => `datasets/${id}`)];
  return [...wrap(title, widthOf(process.stdout)), ...ids.map((id) => `  ${id}`)].map((line) => `${line}\n`);
}

/** What to type now, as it has to be typed here. */
function nextSteps(): string[] {
  const program = programAt(relative(process.cwd(), process.argv[1] ?? ''));
  const steps = [
    [`${program} check ID`, 'your own job, with the token in HF_TOKEN'],
    [`${program} demo --all`, 'every kind of verdict'],
  ];
  const widths = columnWidths(steps);
  return ['What to type next\n', ...steps.map((step) => `  ${aligned(step, widths)}\n`)];
}

async function play(demoCase: DemoCase, { world, tokens }: DemoWorld): Promise<string> {
  if (demoCase.hosts !== undefined) world.hosts = { lfsDomains: [...demoCase.hosts], cdnDomains: [] };
  const exchange = (one: Exchange) => {
    respond(world, demoCase.trouble ?? [], one);
  };
  const simulator = await startSimulator({ world, extend: { exchange } });
  try {
    return await check(demoCase, inputsOf(demoCase, simulator.origin, tokens));
  } finally {
    await simulator.close();
  }
}

/** The Hub's own reply, but where something goes wrong in this case. */
function respond(world: World, trouble: NonNullable<DemoCase['trouble']>, { request, response }: Exchange): void {
  const what = trouble.find(({ path }) => request.target.includes(path))?.what;
  if (what === 'reset') response.socket?.resetAndDestroy();
  else sendReply(response, what === undefined ? answer(world, request) : TROUBLE[what]);
}

async function check(demoCase: DemoCase, raw: RawPlan): Promise<string> {
  const report = await run(raw, {
    ...identityOf(demoCase),
    env: {},
    edge: 'cli',
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
    ...GUARD,
    // It plays the Hub itself.
    pages: DEFAULT_ENDPOINT,
  });
  return renderText(viewOf(report), streamOptions());
}

/** What GitHub would give the job to show who it is: signed by nobody, and sent to nobody but the embedded Hub. */
function identityOf({ keyless }: DemoCase): { readonly identity?: IdentitySource } {
  if (keyless === undefined) return {};
  if (keyless.identity === 'none') return { identity: { kind: 'none', where: 'github' } };
  const claims = {
    repository: 'acme/train',
    ref: 'refs/heads/main',
    workflow_ref: 'acme/train/.github/workflows/publish.yml@refs/heads/main',
  };
  const parts = [{ alg: 'RS256' }, claims, {}].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
  return { identity: { kind: 'variable', raw: parts.join('.') } };
}

/** The demo's tokens are invented; what guards are the shapes of tokens. */
const GUARD = createGuard([]);

function inputsOf(demoCase: DemoCase, endpoint: string, tokens: DemoWorld['tokens']): RawPlan {
  const { token, anonymous, models, datasets, spaces, hosts, keyless } = demoCase;
  const raw = token === 'none' ? undefined : token === 'quoted' ? `"${tokens.read}"` : tokens[token];
  return {
    inputs: {
      endpoint,
      models: models ?? '',
      datasets: datasets ?? '',
      spaces: spaces ?? '',
      'oidc-resource': keyless?.resource ?? '',
      retries: '0',
      deadline: '20',
      'least-privilege': 'off',
      'check-runner': 'off',
      network: hosts === undefined ? 'off' : 'fail',
      'on-missing-token': anonymous === true ? 'anonymous' : 'auto',
    },
    tokens: [{ source: 'HF_TOKEN', raw }],
    trustHfEndpoint: false,
    certificateChecksOff: false,
  };
}

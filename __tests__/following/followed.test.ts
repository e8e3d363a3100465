/** What asks about what a line pulls in, and what is kept of several that pull in the same. */
import { expect, test } from '@jest/globals';
import type { Probe, ProbeAnswer } from '../../src/domain/hub/probe';
import type { Plan } from '../../src/domain/plan';
import { parsePlan } from '../../src/domain/parse-plan';
import { followed } from '../../src/following';

const A = `hf_${'aB'.repeat(17)}`;
const B = `hf_${'cD'.repeat(17)}`;

/** Adapters and their bases. */
const BASES: Readonly<Record<string, string>> = {
  'acme/one': 'acme/base',
  'acme/two': 'acme/base',
  'acme/three': 'acme/base',
  'acme/private': 'acme/hidden-base',
};

function planned(models: string, more: { readonly tokenFor?: string; readonly second?: string } = {}): Plan {
  const reading = parsePlan({
    inputs: { models, follow: 'true', 'token-for': more.tokenFor ?? '' },
    tokens: [{ source: 'variable', raw: A }],
    trustHfEndpoint: false,
    certificateChecksOff: false,
    variables: more.second === undefined ? {} : { HF_SECOND: more.second },
  });
  if (reading.kind !== 'plan') throw new Error(JSON.stringify(reading.problems));
  return reading.plan;
}

/** A hub that knows the adapters, but for those that its token does not see. */
function hubWithout(hidden: readonly string[], asked: string[]) {
  const probe = ({ kind, repo }: Probe): Promise<ProbeAnswer> => {
    asked.push(`${kind} ${repo.id}`);
    if (hidden.includes(repo.id)) return Promise.resolve({ result: { kind: 'not-found' }, evidence: [] });
    const base = BASES[repo.id];
    const config = base === undefined ? {} : { peft: { base_model_name_or_path: base } };
    const about = { id: repo.id, files: [], config, card: {}, tags: [] };
    return Promise.resolve({ result: { kind: 'yes', about }, evidence: [] });
  };
  return { probe };
}

const same = (text: string) => text;

test('one base behind several adapters is one check, which names each of them and all their lines', async () => {
  const hub = hubWithout([], []);
  const after = await followed(planned('acme/one\nacme/two\nacme/three'), { hub, hubFor: () => hub }, same);
  expect(after.requirements.slice(3)).toEqual([
    {
      repo: { type: 'model', id: 'acme/base' },
      operation: 'read',
      sources: [1, 2, 3].map((line) => ({ input: 'models', line })),
      because: {
        repo: { type: 'model', id: 'acme/one' },
        field: 'base_model_name_or_path in adapter_config.json',
        also: ['acme/two', 'acme/three'].map((id) => ({ type: 'model', id })),
      },
    },
  ]);
});

test('a line of a further token is followed with that token', async () => {
  const [first, second]: [string[], string[]] = [[], []];
  const plan = planned('acme/one\nacme/private', { tokenFor: 'acme/private = HF_SECOND', second: B });
  const hubs = { hub: hubWithout(['acme/private'], first), hubFor: () => hubWithout([], second) };
  const after = await followed(plan, hubs, same);
  expect(after.requirements.slice(2).map(({ repo }) => repo.id)).toEqual(['acme/base', 'acme/hidden-base']);
  expect([first, second]).toEqual([
    ['about acme/one', 'about acme/base', 'about acme/hidden-base'],
    ['about acme/private'],
  ]);
  expect(after.followed?.doubts).toEqual([]);
});

test('a further token that is not there: nothing of its lines is asked, with no token', async () => {
  const asked: string[] = [];
  const plan = planned('acme/one\nacme/private', { tokenFor: 'acme/private = HF_SECOND' });
  const hub = hubWithout([], asked);
  await followed(plan, { hub, hubFor: () => hub }, same);
  expect(asked).toEqual(['about acme/one', 'about acme/base']);
});

/** Hostile metadata of repos: only what stands in it is followed, never more than a hundred repos nor deeper than two, and no piece of a secret. */
import fc from 'fast-check';
import type { Hub } from '../../src/domain/hub/ports';
import type { Probe, ProbeAnswer } from '../../src/domain/hub/probe';
import type { RepoInfo } from '../../src/domain/hub/repo-info';
import { createRedactor } from '../../src/domain/text/redact';
import { followed } from '../../src/following';
import { leaksIn, piecesOf } from './encodings';
import { TOKENS, fill, nasty } from './hostile-replies';
import { planOf } from './run-states';

/** What one repo says of others. A genuine name of a base, or anything. */
interface Metadata {
  readonly base: string;
  readonly names: readonly string[];
  readonly files: readonly string[];
  readonly content: { readonly form: 'json' | 'yaml' | 'raw'; readonly text: string };
  readonly shape: 'peft' | 'card' | 'deep' | 'wide' | 'anything';
  readonly json: unknown;
}

export interface FollowCase {
  readonly kind: 'follow';
  readonly token: string;
  readonly repos: readonly Metadata[];
}

const FILES = ['adapter_config.json', 'config.yaml', 'config.json', 'model_index.json', 'modules.json', 'README.md'];
const name = fc.oneof(
  fc.constantFrom(
    'acme/base',
    'acme/other@v1',
    'gpt2',
    'datasets/acme/x',
    '../../etc/passwd',
    'acme/..',
    '/mnt/run/1',
    'acme/read',
  ),
  fc.nat({ max: 999 }).map((at) => `acme/n${String(at)}`),
  fc.constantFrom('acme/{token}', '{token}', 'acme/⟦reversed⟧', 'acme/x@{token}'),
  nasty,
);

const metadata: fc.Arbitrary<Metadata> = fc.record({
  base: name,
  names: fc.array(name, { maxLength: 5 }),
  files: fc.subarray(FILES),
  content: fc.oneof(
    fc.record({ form: fc.constantFrom('json' as const, 'yaml' as const), text: name }),
    fc.record({
      form: fc.constant('raw' as const),
      text: fc.oneof(fc.json(), nasty, fc.constantFrom('['.repeat(50_000), '{"a":'.repeat(5_000), '- '.repeat(4_000))),
    }),
  ),
  shape: fc.constantFrom('peft', 'peft', 'card', 'deep', 'wide', 'anything'),
  json: fc.jsonValue(),
});

export const followCase: fc.Arbitrary<FollowCase> = fc.record({
  kind: fc.constant('follow' as const),
  token: fc.constantFrom(...TOKENS),
  repos: fc.array(metadata, { minLength: 1, maxLength: 4 }),
});

/** A name where rules look for one. */
const FORMS: Readonly<Record<Metadata['content']['form'], (text: string) => string>> = {
  json: (text) => JSON.stringify({ base_model_name_or_path: text }),
  yaml: (text) => `pipeline:\n  name: x\n  params:\n    segmentation: ${text}\n    embedding: ${text}\n`,
  raw: (text) => text,
};

const LISTED = 'acme/read';
const MOST = 100;
/** Of each repo: what it is, and its small files. */
const MOST_ASKED = (MOST + 1) * (1 + FILES.length);

/** Everything that must never come of such metadata. */
export async function playFollow({ token, repos }: FollowCase, follow = followed): Promise<string[]> {
  const said = new Map<string, string>();
  let asked = 0;
  const told = (at: number): Metadata =>
    repos[at % repos.length] ?? {
      base: '',
      names: [],
      files: [],
      content: { form: 'raw', text: '' },
      shape: 'card',
      json: {},
    };
  const clean = (text: string) => fill(text, { token, here: 'http://here', elsewhere: 'http://elsewhere' });
  const probe = ({ kind, repo, file = '' }: Probe): Promise<ProbeAnswer> => {
    asked += 1;
    const own = told(repo.id === LISTED ? 0 : repo.id.length + repo.id.charCodeAt(repo.id.length - 1));
    const about = infoOf(own, repo.id, clean);
    const text = FORMS[own.content.form](clean(own.content.text));
    said.set(
      repo.id,
      `${said.get(repo.id) ?? ''}\n${kind === 'content' ? stringsIn(parsed(text)) + text : stringsIn(about)}\n${file}`,
    );
    return Promise.resolve({
      result: kind === 'content' ? { kind: 'yes', text } : { kind: 'yes', about },
      evidence: [],
    });
  };
  const plan = planOf('http://127.0.0.1:1', token, LISTED);
  if (plan.credential.kind !== 'given') throw new Error('the token of a case is malformed');
  const hub: Pick<Hub, 'probe'> = { probe };
  const startedAt = performance.now();
  const after = await follow(plan, { hub, hubFor: () => hub }, createRedactor([plan.credential.secret]));
  const elapsedMs = performance.now() - startedAt;
  const added = after.requirements.slice(1);
  const depth = new Map([[LISTED, 0]]);
  const wrong: string[] = [];
  for (const { repo, because } of added) {
    const above = depth.get(because?.repo.id ?? '');
    if (above === undefined || above > 1) wrong.push(`${repo.id} is too deep`);
    depth.set(repo.id, Math.min(depth.get(repo.id) ?? 9, (above ?? 9) + 1));
    if (said.get(because?.repo.id ?? '')?.includes(repo.id) !== true) wrong.push(`${repo.id} stands nowhere`);
    if (!ID.test(repo.id) || /\.\.|--/.test(repo.id)) wrong.push(`${JSON.stringify(repo.id)} is no id`);
  }
  const keys = added.map(({ repo }) => `${repo.type} ${repo.id} ${repo.revision ?? ''}`);
  const first = told(0);
  const isWanted = first.shape === 'peft' && /^acme\/(?:base|n\d+)$/.test(first.base);
  return [
    ...wrong,
    ...(new Set(keys).size === keys.length ? [] : ['a repo is followed twice']),
    ...(added.length > MOST ? [`${String(added.length)} repos`] : []),
    ...(asked > MOST_ASKED ? [`${String(asked)} questions`] : []),
    ...(isWanted && !added.some(({ repo }) => repo.id === first.base) ? [`${first.base} is not followed`] : []),
    ...leaksIn(JSON.stringify([added, after.followed]), piecesOf(token)).map((how) => `it shows the secret (${how})`),
    ...(elapsedMs > 60_000 ? [`took ${Math.round(elapsedMs)} ms`] : []),
  ];
}

const ID = /^[\w.-]{1,96}(?:\/[\w.-]{1,96})?$/;

function infoOf({ base, names, files, shape, json }: Metadata, id: string, clean: (text: string) => string): RepoInfo {
  const all = names.map(clean);
  const fields = typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : {};
  const config: Record<Metadata['shape'], Record<string, unknown>> = {
    peft: { peft: { base_model_name_or_path: clean(base) } },
    card: {},
    deep: { peft: { base_model_name_or_path: [[clean(base)], all] }, auto_map: { AutoModel: `${clean(base)}--x.Y` } },
    wide: { peft: { base_model_name_or_path: Array.from({ length: 300 }, (_, at) => `acme/w${id.length}x${at}`) } },
    anything: fields,
  };
  const card = shape === 'card' ? { base_model: all, preload_from_hub: all } : fields;
  return { id, config: config[shape], card, tags: [...all, 'diffusers', 'pyannote-audio'], files };
}

/** Every text in it, a line each. */
function stringsIn(value: unknown): string {
  if (typeof value === 'string') return `${value}\n`;
  return typeof value === 'object' && value !== null ? Object.values(value).map(stringsIn).join('') : '';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/**
 * The proof of the report's `runner`: in every arrangement of credentials, what the real tools send to the embedded
 * Hub is what the report said they would. The outcome is the page docs/credentials.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from '@jest/globals';
import { inventLetters } from '../../src/simulator/build';
import { ARRANGEMENTS } from './credentials/arrangements';
import { MINTED, bare, tryOut, type Observation, type Trial } from './credentials/machine';
import { sectionIn, withSection } from '../support/section';
import { SECTION, pageOf } from './credentials/page';
import type { Source } from './credentials/sources';

const PAGE = 'docs/credentials.md';
/** Nobody on the machine holds it. */
const STRANGER = `hf_${inventLetters('stranger', 34)}`;
/** What `HF_OIDC_RESOURCE` names in the arrangements that have it, and what it does not. */
const PATHS = ['acme/open', 'acme/other'];
const trials = new Map<readonly Source[], Trial>();

const NOT_TRIED: Trial = { tokens: [], observations: [] };

const named = ARRANGEMENTS.map(
  (sources) => [sources.map(({ name }) => name).join(' + ') || 'nothing', sources] as const,
);

test('there are at least 60 arrangements, each once', () => {
  expect(new Set(named.map(([name]) => name)).size).toBe(named.length);
  expect(named.length).toBeGreaterThanOrEqual(60);
});

describe('what is sent is what was said', () => {
  test.concurrent.each(named)(
    '%s',
    async (_name, sources) => {
      const trial = await tryOut(sources);
      trials.set(sources, trial);
      const said = trial.observations.map((seen) => [seen.tool.label, seen.rowFor(STRANGER).source]);
      expect(said).toEqual(trial.observations.map((seen) => [seen.tool.label, sourceOf(seen, sources, trial)]));
      const same = trial.observations.map((seen) => [seen.tool.label, comparisons(seen, trial)]);
      expect(same).toEqual(trial.observations.map((seen) => [seen.tool.label, expected(seen, sources, trial)]));
      // Another exchange for the same repo is as good as the one that was checked; nothing else that is sent is.
      const sending = trial.observations.filter(({ sent }) => sent !== undefined);
      const exchanged = sending.map(({ rowForExchange }) => PATHS.map((path) => rowForExchange(path).sameAsChecked));
      const isOpaque = (sent = '') => sources[trial.tokens.indexOf(sent)]?.opaque === true;
      expect(exchanged).toEqual(
        sending.map(({ sent }) =>
          isOpaque(sent) ? ['unknown', 'unknown'] : PATHS.map((path) => sent === MINTED && path === 'acme/open'),
        ),
      );
    },
    300_000,
  );
});

test('docs/credentials.md tells what was seen', () => {
  expect(trials.size).toBe(ARRANGEMENTS.length);
  const text = pageOf(ARRANGEMENTS.map((sources) => [sources, trials.get(sources) ?? NOT_TRIED]));
  const page = readFileSync(PAGE, 'utf8');
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(PAGE, withSection(page, SECTION, text));
  expect(text).toBe(sectionIn(readFileSync(PAGE, 'utf8'), SECTION));
});

afterAll(() => {
  trials.clear();
});

/** The report's name for the source whose token was sent. */
function sourceOf({ sent }: Observation, sources: readonly Source[], { tokens }: Trial): string {
  if (sent === undefined) return 'none';
  if (sent === MINTED) return 'HF_OIDC_RESOURCE';
  return sources[tokens.indexOf(bare(sent))]?.shown ?? `a token of no source: ${sent.slice(0, 4)}…`;
}

/** The report's word for every token that could have been the checked one, and for one that is nowhere. */
function comparisons({ rowFor }: Observation, { tokens }: Trial): unknown[] {
  return [...tokens, STRANGER].map((token) => rowFor(token).sameAsChecked);
}

/** A program's answer cannot be compared; where nothing is sent a later step may change that, or nothing can. */
function expected({ sent, rowFor }: Observation, sources: readonly Source[], { tokens }: Trial): unknown[] {
  const opaque = sent !== undefined && sources[tokens.indexOf(sent)]?.opaque === true;
  const { note = '' } = rowFor(STRANGER);
  const never = /offline|HF_HUB_DISABLE_IMPLICIT_TOKEN/.test(note);
  return [...tokens, STRANGER].map((token) => {
    if (opaque) return 'unknown';
    return sent === undefined && !never ? 'unknown' : token === sent;
  });
}

import { describe, expect, test } from '@jest/globals';
import type { Requirement } from '../../src/domain/inputs/requirement';
import { pagesAt } from '../../src/domain/inputs/endpoint';
import { plainText, text } from '../../src/domain/text/parts';
import { newTokenPage } from '../../src/report/messages/phrases/new-token';
import { remedyAt, repoPage, secretsPage, statusPage, tokensPage } from '../../src/report/messages/phrases/pages';
import { remedy } from '../../src/report/messages/phrases/words';
import type { MessageContext } from '../../src/report/messages/phrases/context';
import { requestFor, speakerWith, SURROUNDINGS } from './fixture';

const FORM = 'https://huggingface.co/settings/tokens/new?tokenType=fineGrained';
const DATASET = { type: 'dataset', id: 'acme/x' } as const;
const read = requestFor('google/gemma-2-2b');
const own = (operation: Requirement['operation']) => requestFor('Acme-Bot/x', { operation });
const ofOrg = (operation: Requirement['operation']) => requestFor('acme/x', { operation });
const unknownAccount: Partial<MessageContext> = { token: { state: 'invalid' }, orgs: [] };

describe('the form for a new token asks for what the lines need and no more', () => {
  test.each<[string, readonly Requirement[], Partial<MessageContext>, string]>([
    ['nothing listed', [], {}, ''],
    ['a public or gated read', [read], {}, '&canReadGatedRepos=true'],
    ['an old one-segment id', [requestFor('gpt2')], {}, '&canReadGatedRepos=true'],
    ['a read of the own namespace', [own('read')], {}, '&ownUserPermissions=repo.content.read'],
    ['a write to it', [own('write')], {}, '&ownUserPermissions=repo.content.read&ownUserPermissions=repo.write'],
    ['a read in an organization', [ofOrg('read')], {}, '&orgs=acme&orgPermissions=repo.content.read'],
    [
      'a repo to create there',
      [ofOrg('create')],
      {},
      '&orgs=acme&orgPermissions=repo.content.read&orgPermissions=repo.write',
    ],
    [
      'a pull request there',
      [ofOrg('pull-request')],
      {},
      '&orgs=acme&orgPermissions=repo.content.read&orgPermissions=discussion.write',
    ],
    [
      'a pull request elsewhere',
      [requestFor('google/gemma-2-2b', { operation: 'pull-request' })],
      {},
      '&canReadGatedRepos=true&globalPermissions=discussion.write',
    ],
    [
      'a write elsewhere, which no box of this account can give',
      [requestFor('google/x', { operation: 'write' })],
      {},
      '',
    ],
    [
      'a write where nobody told the account',
      [ofOrg('write')],
      unknownAccount,
      '&orgs=acme&orgPermissions=repo.content.read&orgPermissions=repo.write',
    ],
    ['a read where nobody told the account', [ofOrg('read')], unknownAccount, '&canReadGatedRepos=true'],
  ])('%s', (_name, requirements, more, query) => {
    expect(newTokenPage(speakerWith({ requirements, ...more })).url).toBe(FORM + query);
  });

  test('is built once a run', () => {
    const speaker = speakerWith();
    expect(newTokenPage(speaker)).toBe(newTokenPage(speaker));
  });
});

/** Where the pages are that go with an endpoint, and what becomes of a link to one. */
const PLACES: readonly (readonly [string, boolean, string | undefined])[] = [
  ['https://huggingface.co', false, 'https://huggingface.co'],
  ['https://hf.co', false, 'https://huggingface.co'],
  ['https://hub.example', true, 'https://hub.example'],
  ['https://hub.example/hf', true, 'https://hub.example/hf'],
  ['https://hub.example', false, undefined],
  ['http://127.0.0.1:8080', true, 'http://127.0.0.1:8080'],
  ['http://127.0.0.1:8080', false, undefined],
  // A link over plain HTTP could lead anywhere.
  ['http://hub.example', true, undefined],
  ['https://huggingface.co.evil.example', false, undefined],
];

describe('pages', () => {
  test.each(PLACES)('of %s, shown to be a Hub: %s', (endpoint, isHubShown, pages) => {
    expect(pagesAt(endpoint, { isHubShown })).toBe(pages);
    const run = speakerWith({ endpoint, pages });
    const repo = remedyAt(run, remedy('x', text`Look.`, { page: repoPage(endpoint, DATASET) }));
    expect(repo.page?.url).toBe(pages && `${pages}/datasets/acme/x`);
    expect(repo.page?.publicUrl).toBe(pages && `${pages}/datasets/acme/x`);
    const settings = remedyAt(run, remedy('x', text`Look.`, { page: tokensPage(endpoint) }));
    expect(settings.page?.url).toBe(pages && `${pages}/settings/tokens`);
    const says = pages === undefined ? 'Look. Whoever runs this endpoint can say where.' : 'Look.';
    expect(plainText(settings.text)).toBe(says);
  });

  test('that the embedded Hub would have, as it plays the real one', () => {
    const endpoint = 'http://127.0.0.1:8080';
    const run = speakerWith({ endpoint, pages: 'https://huggingface.co' });
    const { page } = remedyAt(run, remedy('x', text`Look.`, { page: repoPage(endpoint, DATASET) }));
    expect(page?.url).toBe('https://huggingface.co/datasets/acme/x');
    expect(statusPage(run)?.url).toBe('https://status.huggingface.co');
  });

  test('of nobody but the Hub tell how the Hub is doing', () => {
    expect(statusPage(speakerWith({ endpoint: 'https://hub.example', pages: 'https://hub.example' }))).toBeUndefined();
    expect(statusPage(speakerWith())?.url).toBe('https://status.huggingface.co');
  });

  test('of an enterprise server, and none for a name that is no repository', () => {
    const ciContext = { ...SURROUNDINGS, serverUrl: 'https://ghe.example' };
    expect(secretsPage(speakerWith({ ciContext }), 'actions')?.url).toBe(
      'https://ghe.example/acme/train/settings/secrets/actions',
    );
    const odd = { ...SURROUNDINGS, repository: 'a/b/../c' };
    expect(secretsPage(speakerWith({ ciContext: odd }), 'actions')).toBeUndefined();
  });
});

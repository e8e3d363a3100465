import { describe, expect, test } from '@jest/globals';
import type { Requirement } from '../../src/domain/requirement';
import { newTokenPage, repoPage, secretsPage } from '../../src/report/messages/phrases/pages';
import type { MessageContext } from '../../src/report/messages/phrases/context';
import { requestFor, speakerWith, SURROUNDINGS } from './fixture';

const FORM = 'https://huggingface.co/settings/tokens/new?tokenType=fineGrained';
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

describe('pages', () => {
  test.each([
    ['https://huggingface.co', 'https://huggingface.co/datasets/acme/x'],
    ['https://hub.example', 'https://hub.example/datasets/acme/x'],
    ['http://127.0.0.1:8080', 'https://huggingface.co/datasets/acme/x'],
  ])('of %s', (endpoint, page) => {
    expect(repoPage(endpoint, { type: 'dataset', id: 'acme/x' }).url).toBe(page);
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

import { describe, expect, test } from '@jest/globals';
import { publisherAvailable } from '../../src/checks/publisher-available';
import type { CiContext } from '../../src/domain/ci-context';
import { org, planOf, principal, TOKEN, valid } from './fixture';

const settings = { repository: 'octo/garden', workflow: 'train.yml', branch: 'main' };
const NOWHERE: CiContext = {
  notForwarded: false,
  selfHosted: false,
  pullRequest: false,
  serverUrl: 'https://github.com',
};
const HERE: CiContext = { ...NOWHERE, publisher: settings };
const ADA = valid(principal({ orgs: [org('acme')] }));

const told = (inputs: Parameters<typeof planOf>[0], status = ADA, ciContext: CiContext = HERE) =>
  publisherAvailable(planOf(inputs), status, ciContext);

describe('a stored token that could be done without', () => {
  test('is told once, with every repo of the account that is written to', () => {
    const models = 'ada/x:write, ada/x:write, acme/y:write, ada/z, grace/w:write, ada/new:create, ada/x:pull-request';
    expect(told({ models, datasets: 'acme/y:write' })).toEqual({
      code: 'publisher-available',
      settings,
      repos: [
        { type: 'model', id: 'ada/x' },
        { type: 'model', id: 'acme/y' },
        { type: 'dataset', id: 'acme/y' },
      ],
    });
  });

  test.each([
    ['nothing is written', told({ models: 'ada/x' })],
    ['the repos are those of others', told({ models: 'grace/x:write' })],
    ['nobody knows whose token it is', told({ models: 'ada/x:write' }, { state: 'unverified' })],
    ['it is no public repository on github.com', told({ models: 'ada/x:write' }, ADA, NOWHERE)],
    ['the runner is not looked at', told({ models: 'ada/x:write', 'check-runner': 'off' })],
    ['there is none', publisherAvailable(planOf({ models: 'ada/x:write' }, ''), ADA, HERE)],
    ['it was exchanged', publisherAvailable(planOf({ models: 'ada/x:write', 'oidc-resource': 'ada/x' }), ADA, HERE)],
  ])('is not told where %s', (_what, fact) => {
    expect(fact).toBeUndefined();
  });

  test('the fixture has a token', () => {
    expect(planOf({ models: 'ada/x:write' })).toMatchObject({ credential: { kind: 'given' } });
    expect(TOKEN).toMatch(/^hf_/);
  });
});

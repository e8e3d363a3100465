/** A keyless run on the built dist: a Hub that knows an issuer, the issuer, and a step between them. */
import { expect } from '@jest/globals';
import { addPublisher } from '../../src/simulator/build';
import { createDemoWorld } from '../../src/simulator/demo-world';
import type { World } from '../../src/simulator/world';
import type { Effect } from '../hub-fixture/faults';
import { startHub, type TestHub } from '../hub-fixture/start';
import {
  GITHUB_ISSUER,
  startIdentityProvider,
  type IdentityProvider,
  type ProviderOptions,
} from '../support/identity-provider';
import { requestFaults } from './audit';
import { runAction, type ActionRun, type ActionSpec } from './harness';

export const FORM = { repository: 'octo/garden', branch: 'main', workflow_file: 'train.yml' };

export interface Stage {
  readonly hub: TestHub;
  readonly provider: IdentityProvider;
  /** What no output may show: it grows while the run goes on. */
  readonly secrets: string[];
}

export interface Setting {
  readonly provider?: ProviderOptions;
  /** Changes the world before the run; by default `acme/product` trusts the job. */
  readonly world?: (world: World) => void;
  readonly effect?: Effect;
  /** How often the effect strikes; always by default. */
  readonly times?: number;
  /** The Hub trusts no issuer, and so knows no exchange. */
  readonly noExchange?: true;
}

export const trusts = (world: World) => {
  addPublisher(world, { resource: 'acme/product', issuer: GITHUB_ISSUER, claims: FORM });
};

export async function onStage<T>(setting: Setting, play: (stage: Stage) => Promise<T>): Promise<T> {
  const provider = await startIdentityProvider(setting.provider);
  const { world } = createDemoWorld();
  (setting.world ?? trusts)(world);
  const issuers = { [provider.issuer]: provider.jwk };
  const hub = await startHub({ world, ...(setting.noExchange === true ? {} : { issuers }) });
  if (setting.effect !== undefined) {
    hub.fault({ path: '/oauth/token', effect: setting.effect, ...(setting.times && { times: setting.times }) });
  }
  try {
    const result = await play({ hub, provider, secrets: provider.secrets });
    expect(requestFaults(hub.requests, { mayExchange: true })).toEqual([]);
    return result;
  } finally {
    await Promise.all([hub.close(), provider.close()]);
  }
}

export type Given = Partial<ActionSpec> & { readonly node: string };

/** One keyless step. The tokens that the Hub minted count as secrets, too. */
export function keyless({ hub, provider, secrets }: Stage, { inputs, env, ...more }: Given): Promise<ActionRun> {
  return runAction({
    hub,
    secrets,
    ...more,
    env: { ...provider.env, ...env },
    inputs: { 'oidc-resource': 'acme/product', models: 'acme/product', retries: '0', ...inputs },
    onEnd: () => {
      secrets.push(...minted(hub));
    },
  });
}

export function minted({ world }: TestHub): string[] {
  return [...world.tokens.values()].filter(({ label }) => label.startsWith('exchanged for')).map(({ value }) => value);
}

export const codes = ({ report }: Pick<ActionRun, 'report'>) => report?.checks.map(({ code }) => code);
export const error = (
  status: number,
  code: string,
  description: string,
  more: Readonly<Record<string, string>> = {},
): Effect => ({
  kind: 'reply',
  status,
  headers: { 'content-type': 'application/json', ...more },
  body: JSON.stringify({ error: code, error_description: description }),
});

/**
 * The embedded Hub as a program for a workflow, and beside it a provider of identities: it tells their addresses and the tokens as lines of
 * NAME=VALUE in the file named as its argument, which is complete once it is there, and answers until it is stopped.
 */
import { renameSync, writeFileSync } from 'node:fs';
import { startHub } from '../hub-fixture/start';
import { startIdentityProvider } from '../support/identity-provider';
import { endToEndWorld } from './world';

const file = process.argv[2];
if (file === undefined) throw new Error('usage: hub.ts FILE');
const { world, tokens } = endToEndWorld();
const provider = await startIdentityProvider();
const issuers = { [provider.issuer]: provider.jwk };
const { origin, ca = '' } = await startHub({ world, issuers, tls: 'h2', plainStorage: true });
writeFileSync(`${file}.pem`, ca);
const identity = {
  IDENTITY_URL: provider.env['ACTIONS_ID_TOKEN_REQUEST_URL'],
  IDENTITY_TOKEN: provider.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'],
};
const facts = { HUB: origin, HUB_CA: `${file}.pem`, ...identity, ...tokens };
const lines = Object.entries(facts).map(([name, value]) => `${name}=${value}\n`);
writeFileSync(`${file}.part`, lines.join(''), { mode: 0o600 });
renameSync(`${file}.part`, file);

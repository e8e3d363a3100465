/**
 * The embedded Hub as a program for a workflow: it tells its address and its tokens as lines of NAME=VALUE in the file
 * named as its argument, which is complete once it is there, and answers until it is stopped.
 */
import { renameSync, writeFileSync } from 'node:fs';
import { startHub } from '../hub-fixture/start';
import { endToEndWorld } from './world';

const file = process.argv[2];
if (file === undefined) throw new Error('usage: hub.ts FILE');
const { world, tokens } = endToEndWorld();
const { origin, ca = '' } = await startHub({ world, tls: 'h2', plainStorage: true });
writeFileSync(`${file}.pem`, ca);
const facts = { HUB: origin, HUB_CA: `${file}.pem`, ...tokens };
const lines = Object.entries(facts).map(([name, value]) => `${name}=${value}\n`);
writeFileSync(`${file}.part`, lines.join(''), { mode: 0o600 });
renameSync(`${file}.part`, file);

/** Prints how many milliseconds one look at this machine takes, from a cold start of its code. */
import { homedir } from 'node:os';
import { readScene } from '../../src/runner/scene.ts';
import { predictClients } from '../../src/checks/sources.ts';

const endpoint = 'https://huggingface.co';
const started = process.hrtime.bigint();
const scene = await readScene({ env: process.env, home: homedir(), workspace: process.cwd(), endpoint });
predictClients(scene, { kind: 'missing', empty: false }, endpoint);
console.log(Number(process.hrtime.bigint() - started) / 1e6);

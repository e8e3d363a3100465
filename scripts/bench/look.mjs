/** Prints how many milliseconds one look at this machine takes, from a cold start of its code. */
import { homedir } from 'node:os';
import { readInventory } from '../../src/runner/credentials/inventory.ts';
import { predictTools } from '../../src/checks/tools/index.ts';

const endpoint = 'https://huggingface.co';
const started = process.hrtime.bigint();
const place = { env: process.env, home: homedir(), workspace: process.cwd(), endpoint };
const inventory = await readInventory({ ...place, onSecret: () => undefined });
predictTools(inventory, { kind: 'missing', empty: false });
console.log(Number(process.hrtime.bigint() - started) / 1e6);

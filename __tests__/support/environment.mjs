/** Jest's environment for Node. Test files come and go; what is dear to make they find made, once for a worker of Jest. */
import async_hooks, { AsyncLocalStorage } from 'node:async_hooks';
import { createRequire } from 'node:module';
import { TestEnvironment } from 'jest-environment-node';
import { RowProcesses } from '../scenarios/row-process.mjs';

/** As `of-worker.ts` describes it. */
const ofWorker = { rowProcesses: new RowProcesses(), load: createRequire(import.meta.url), kept: new Map() };

/**
 * Jest makes one for each test file and leaves it switched on: on Node 20 each promise of a later file then passes by all
 * that were made before.
 */
const storages = new Set();
// Not an assignment: Node 24 has a getter there, and nothing that sets it.
Object.defineProperty(async_hooks, 'AsyncLocalStorage', {
  configurable: true,
  value: class extends AsyncLocalStorage {
    constructor(...all) {
      super(...all);
      storages.add(this);
    }
  },
});

export default class extends TestEnvironment {
  constructor(...all) {
    super(...all);
    this.global.ofWorker = ofWorker;
  }

  async teardown() {
    await super.teardown();
    for (const storage of storages) storage.disable();
    storages.clear();
  }
}

/** Jest's environment for Node. Test files come and go; what is dear to make they find made, once for a worker of Jest. */
import { createRequire } from 'node:module';
import { TestEnvironment } from 'jest-environment-node';
import { RowProcesses } from '../scenarios/row-process.mjs';

/** As `of-worker.ts` describes it. */
const ofWorker = { rowProcesses: new RowProcesses(), load: createRequire(import.meta.url), kept: new Map() };

export default class extends TestEnvironment {
  constructor(...all) {
    super(...all);
    this.global.ofWorker = ofWorker;
  }
}

/** Jest's environment for Node, in which the test files of a worker find the same processes for their rows. */
import { TestEnvironment } from 'jest-environment-node';
import { RowProcesses } from './row-process.mjs';

const rowProcesses = new RowProcesses();

export default class extends TestEnvironment {
  constructor(...all) {
    super(...all);
    this.global.rowProcesses = rowProcesses;
  }
}

/** Quick test files first: with `--bail` most mutants never meet the slow ones. */
import TestSequencer from '@jest/test-sequencer';

export default class ShortestFirst extends TestSequencer {
  sort(tests) {
    return super.sort(tests).reverse();
  }
}

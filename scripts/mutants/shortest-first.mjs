/** Quick test files first: with `--bail` most mutants never meet the slow ones. */
import sequencer from '@jest/test-sequencer';

export default class ShortestFirst extends sequencer.default {
  sort(tests) {
    return super.sort(tests).reverse();
  }
}

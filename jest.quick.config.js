import all from './jest.config.js';

/** @type {import('jest').Config} What `npm test` runs: everything but the wide suites (`npm run test:proofs`). */
export default {
  ...all,
  testPathIgnorePatterns: [...all.testPathIgnorePatterns, '\\.proof\\.test\\.ts$'],
};

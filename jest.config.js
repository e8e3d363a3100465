import { readFileSync, readdirSync } from 'node:fs';

/** @type {import('jest').Config} */
export default {
  testEnvironment: '<rootDir>/__tests__/support/environment.mjs',
  extensionsToTreatAsEsm: ['.ts'],
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  // Suites that build on other ecosystems (real clients, act) run from .ci/run.
  testPathIgnorePatterns: ['<rootDir>/__tests__/slow/'],
  transform: {
    '\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'es6' } }],
  },
  // As tsconfig.json has it.
  moduleNameMapper: { '^@actions/core/lib/(.*)$': '<rootDir>/node_modules/@actions/core/lib/$1' },
  moduleFileExtensions: ['ts', 'js', 'mjs', 'json', 'node'],
  // For a hang alone: no test may depend on how quick or how busy the machine is.
  testTimeout: 300_000,
  // As many as there are cores: one fewer, as is usual, leaves a core idle, and more of them take longer.
  maxWorkers: '100%',
  coverageProvider: 'v8',
  collectCoverageFrom: ['src/domain/**/*.ts', 'src/checks/**/*.ts', 'src/report/**/*.ts', ...(await typeOnly())],
  coverageThreshold: { global: { statements: 95, branches: 94.5, functions: 95, lines: 95 } },
};

/** Files that hold nothing but types: no program ever loads them, and the coverage would call them unvisited. */
async function typeOnly() {
  if (!process.argv.includes('--coverage')) return [];
  const { default: ts } = await import('typescript');
  const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, removeComments: true };
  const hasCode = (text) => ts.transpileModule(text, { compilerOptions }).outputText.trim() !== 'export {};';
  return ['domain', 'checks', 'report'].flatMap((room) =>
    readdirSync(`src/${room}`, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !hasCode(readFileSync(`src/${room}/${path}`, 'utf8')))
      .map((path) => `!src/${room}/${path}`),
  );
}

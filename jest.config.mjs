const base = {
  rootDir: import.meta.dirname,
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': '@swc/jest' },
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['mubiao', 'node', 'node-addons'] },
};

export default {
  projects: [
    { ...base, displayName: 'unit', testMatch: ['<rootDir>/{libs,apps}/**/*.spec.ts'] },
    {
      ...base,
      displayName: 'tests',
      testMatch: ['<rootDir>/tests/**/*.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/'],
      globalSetup: '<rootDir>/tests/support/global-setup.mjs',
      globalTeardown: '<rootDir>/tests/support/global-teardown.mjs',
    },
  ],
  testSequencer: '<rootDir>/tests/support/longest-first.mjs',
  // Only what hangs may end by it: with other work on the same cores the longest took more than two minutes.
  testTimeout: 300_000,
  // Half of them wait for processes and databases most of the time.
  maxWorkers: 2,
};

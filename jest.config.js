/** Tests run the TypeScript sources as ES modules; one PostgreSQL serves them all, each file gets its own database. */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          target: 'es2024',
        },
        module: { type: 'es6' },
      },
    ],
  },
  globalSetup: '<rootDir>/test/world/open.js',
  globalTeardown: '<rootDir>/test/world/close.js',
  setupFiles: ['reflect-metadata', '<rootDir>/test/world/fresh.js'],
  testTimeout: 30_000,
  // tests wait for timers and the database: a third worker has what is left of two cores
  maxWorkers: 3,
};

import { createRequire } from 'node:module';
import root from '../../package.json' with { type: 'json' };

const { resolve } = createRequire(import.meta.url);

// As the project's own tests, with Relay's `graphql` compiled as its users compile it.
export default {
  ...root.jest,
  rootDir: import.meta.dirname,
  testMatch: ['<rootDir>/**/*.test.ts'],
  // As whoever installed the package would import it.
  moduleNameMapper: { '^@users-management/gateway$': '<rootDir>/../../src/gateway/gateway.ts' },
  transform: {
    'relay\\.ts$': [
      'babel-jest',
      {
        configFile: false,
        presets: [[resolve('@babel/preset-typescript'), { allowImportingTsExtensions: true }]],
        plugins: [[resolve('babel-plugin-relay'), { eagerEsModules: true }]],
      },
    ],
    ...root.jest.transform,
  },
  globalSetup: '<rootDir>/../support/global-setup.ts',
  globalTeardown: '<rootDir>/../support/global-teardown.ts',
};

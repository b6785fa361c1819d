import { defineConfig } from 'vitest/config';

export default defineConfig({
  // One graphql in the process, whoever imports it.
  ssr: { resolve: { conditions: ['module-sync', 'module', 'node'] } },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/databases.ts'],
    pool: 'forks',
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});

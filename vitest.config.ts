import { defineConfig } from 'vitest/config';

export default defineConfig({
  // One graphql in the process, whoever imports it.
  ssr: { resolve: { conditions: ['module-sync', 'module', 'node'] } },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/databases.ts'],
    setupFiles: ['test/support/properties.ts'],
    pool: 'forks',
    // The sources hold no module-level state, so the files of a worker can share them: each would load them anew otherwise.
    isolate: false,
    maxWorkers: '100%',
    // They end a test that hangs, and no other: no test depends on how fast the machine is.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 30_000 } },
  },
});

import { defineConfig } from 'vitest/config';

/** The story in a real browser against a real server; `npm run e2e`. The app must have been built. */
export default defineConfig({
  test: {
    include: ['e2e/**/*.test.ts'],
    environment: 'node',
    globalSetup: 'e2e/setup.ts',
    pool: 'forks',
    maxWorkers: 2, // each file has a server, a folder and a browser of its own
    expect: { poll: { timeout: 120_000 } }, // as patient as `PATIENCE` in e2e/room.ts
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});

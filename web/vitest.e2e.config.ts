import { defineConfig } from 'vitest/config';

/** The story in a real browser against a real server; `npm run e2e`. The app must have been built. */
export default defineConfig({
  test: {
    include: ['e2e/**/*.test.ts'],
    environment: 'node',
    globalSetup: 'e2e/setup.ts',
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});

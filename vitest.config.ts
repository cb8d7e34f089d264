import { defineConfig } from 'vitest/config';

/** Rooms tested without a server or a browser; every file may run beside every other. */
const fast = ['domain', 'policy', 'service', 'intake', 'forms', 'contract', 'cli', 'scripts'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: fast.map((room) => `test/${room}/**/*.test.ts`),
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'store',
          include: ['store', 'server', 'signIn', 'bench'].map((room) => `test/${room}/**/*.test.ts`),
          testTimeout: 120_000,
          hookTimeout: 240_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 240_000,
          hookTimeout: 240_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});

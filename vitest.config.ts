import { defineConfig } from 'vitest/config'

const execArgv = ['--import', new URL('./infra/typescript.mjs', import.meta.url).href]

/** Two projects: `unit` is everything that needs no browser, `browser` drives Chromium against a real server. */
export default defineConfig({
  test: {
    // Worker threads that the code starts inherit this flag and so run TypeScript too.
    execArgv,
    pool: 'forks',
    maxWorkers: 2,
    setupFiles: ['./infra/vitest-seed.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['packages/**/*.test.ts', 'apps/**/*.test.ts', 'tests/**/*.test.ts'],
          exclude: ['**/node_modules/**', 'tests/end-to-end/**'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/end-to-end/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})

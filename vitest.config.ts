import { defineConfig } from 'vitest/config';

const alias = {
  '@': import.meta.dirname,
  // `server-only` throws outside a server bundle; under test the rooms are imported directly.
  'server-only': `${import.meta.dirname}/e2e/empty.ts`,
};
const setupFiles = ['./e2e/quiet.ts'];
const project = (name: string, include: string[], more: object = {}) => ({
  resolve: { alias },
  test: { name, include, setupFiles, exclude: ['node_modules/**', '.next/**'], ...more },
});

export default defineConfig({
  test: {
    // Of two processors vitest would use one; most of what is tested waits.
    maxWorkers: 2,
    projects: [
      project('unit', ['{lib,sandbox,components,scripts}/**/*.test.{ts,tsx}', 'e2e/house/**/*.test.ts']),
      project('routes', ['e2e/{routes,security}/**/*.test.ts'], { testTimeout: 30_000, hookTimeout: 30_000 }),
      project('conformance', ['e2e/conformance/**/*.test.ts'], { testTimeout: 120_000, hookTimeout: 60_000 }),
    ],
  },
});

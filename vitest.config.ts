import { defineConfig } from "vitest/config";

const room = (name: string, extra: object = {}) => ({
  test: { name, include: [`test/${name}/**/*.test.ts`], ...extra },
});

export default defineConfig({
  test: {
    exclude: ["dist/**", "node_modules/**"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    projects: [room("unit"), room("queries"), room("pages"), room("browser", { testTimeout: 120_000 })],
  },
});

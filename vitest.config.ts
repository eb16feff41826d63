import { defineConfig } from "vitest/config";

const room = (name: string, timeout = 60_000) => ({
  test: { name, include: [`test/${name}/**/*.test.ts`], testTimeout: timeout, hookTimeout: 120_000 },
});

export default defineConfig({
  test: {
    exclude: ["dist/**", "node_modules/**"],
    maxWorkers: 2,
    projects: [room("unit"), room("queries"), room("pages", 120_000), room("browser", 120_000)],
  },
});

import { expect, onTestFinished, test } from "vitest";
import { Cancelled } from "../../server/errors.ts";
import { type Task, WorkerPool } from "../../server/jobs/worker-pool.ts";

const echo: Task<number, number> = { name: "echo" };
const stuck: Task<number, number> = { name: "stuck" };
const entry = new URL("../support/echo-worker.mjs", import.meta.url);

function openPool(size: number): WorkerPool {
  const pool = new WorkerPool(entry, size);
  onTestFinished(() => pool.close());
  return pool;
}

test("one thread serves one task after another", async () => {
  const pool = openPool(1);
  for (const number of [1, 2, 3]) expect(await pool.run(echo, number)).toBe(number);
});

test("more tasks than threads are all answered", async () => {
  const pool = openPool(2);
  const numbers = Array.from({ length: 20 }, (_, index) => index);
  expect(await Promise.all(numbers.map((number) => pool.run(echo, number)))).toEqual(numbers);
});

test("cancelled work ends its thread, and the next task gets a new one", async () => {
  const pool = openPool(1);
  const abort = new AbortController();
  const waiting = pool.run(stuck, 1, { signal: abort.signal, progress: () => abort.abort() });
  await expect(waiting).rejects.toThrow(Cancelled);
  expect(await pool.run(echo, 7)).toBe(7);
});

test("a task that throws rejects, and its thread lives on", async () => {
  const pool = openPool(1);
  await expect(pool.run({ name: "throws" }, 1)).rejects.toThrow("not today");
  expect(await pool.run(echo, 7)).toBe(7);
});

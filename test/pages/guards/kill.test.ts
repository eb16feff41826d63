import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { randomStream } from "../../../sample-data/random.ts";
import { loadDataset } from "../../../server/datasets/load-dataset.ts";
import { readStrategy } from "../../../server/goals/read-strategy.ts";
import { replaceStrategy } from "../../../server/goals/strategy-store.ts";
import type { Decision } from "../../../server/vocabulary.ts";
import { openWorkbench } from "../../../server/workbench.ts";
import { Reader } from "../../support/browse.ts";
import { type Running, startWinnow } from "../../support/run-winnow.ts";

const kills = 20;
const fields = ["plan", "city", "spend", "visits", "points"] as const;
const verdicts = ["needed", "unused", "undecided"] as const;
const folder = mkdtempSync(join(tmpdir(), "winnow-kill-"));
const workspace = join(folder, "workspace");
const board = "/datasets/club/goals/write/board";

// Without an outcome nothing is fitted, so that a decision takes moments and a kill can fall anywhere in it.
const strategy = `strategy: Club
goals:
  - { key: write, name: Write to members, channels: [email], roles: { key: member_id, address: { email: email } }, exchange: A letter, basis: consent }
`;

beforeAll(async () => {
  const file = join(folder, "club.csv");
  const members = Array.from({ length: 60 }, (_, row) =>
    [`M${row}`, `m${row}@example.com`, "SML"[row % 3], "abcd"[row % 4], row * 3, row % 7, row % 11].join(","),
  );
  writeFileSync(file, `member_id,email,${fields.join(",")}\n${members.join("\n")}\n`);
  const workbench = await openWorkbench({ folder: workspace, files: [file] });
  const { database, folders } = workbench;
  const dataset = await loadDataset({ database, incoming: folders.incoming }, [{ path: file }], { name: "Club" });
  await replaceStrategy(database, dataset.slug, readStrategy(strategy, "strategy.yaml"));
  await workbench.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test(`every acknowledged decision survives ${kills} kills at any moment`, async () => {
  const random = randomStream(11, "kills");
  // What each field may say: what was acknowledged last, or what was on its way when the workbench was killed.
  const possible = new Map<string, ReadonlySet<string>>();
  let [decisions, acknowledged] = [0, 0];
  for (let kill = 0; kill < kills; kill++) {
    const running = await startWinnow(workspace);
    await expectKept(running, possible);
    // Counted in decisions, not in seconds: a busy machine makes as many of them.
    const until = decisions + random.integer(1, 5);
    const after = random.integer(0, 60);
    let killed: Promise<void> | null = null;
    for (let alive = true; alive; ) {
      if (decisions >= until) killed ??= killLater(running, after);
      const field = fields[++decisions % fields.length] ?? "plan";
      const reason = `decision ${decisions}`;
      alive = await decide(running, field, reason);
      if (alive) acknowledged++;
      possible.set(field, new Set(alive ? [reason] : [...(possible.get(field) ?? [""]), reason]));
    }
    await killed;
  }
  const last = await startWinnow(workspace);
  await expectKept(last, possible);
  expect(await last.stop()).toBe(0);
  expect(acknowledged).toBeGreaterThanOrEqual(kills);
}, 120_000);

/** Whether the decision was acknowledged before the workbench died. */
async function decide(running: Running, field: string, reason: string): Promise<boolean> {
  const verdict = verdicts[reason.length % verdicts.length] ?? "unused";
  try {
    const answer = await new Reader(running).post(`${board}/${field}`, { verdict, reason, by: "test", from: "form" });
    expect([answer.status, answer.location]).toEqual([303, expect.stringContaining("done=saved")]);
    return true;
  } catch (error) {
    // What `fetch` says of a connection that broke.
    if (error instanceof TypeError) return false;
    throw error;
  }
}

async function expectKept(running: Running, possible: ReadonlyMap<string, ReadonlySet<string>>): Promise<void> {
  const { status, text } = await new Reader(running).get("/datasets/club/decisions.json");
  expect(status).toBe(200);
  const kept = JSON.parse(text) as { readonly decisions: readonly Decision[] };
  for (const [field, reasons] of possible) {
    const found = kept.decisions.find((decision) => decision.field === field)?.reason ?? "";
    expect([...reasons], field).toContain(found);
  }
}

async function killLater(running: Running, milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  await running.kill();
}

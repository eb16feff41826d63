import { mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Decision } from "../../../server/vocabulary.ts";
import { Reader } from "../../support/browse.ts";
import { type Running, startWinnow } from "../../support/run-winnow.ts";
import { mountSmallDisk, type SmallDisk } from "../../support/small-disk.ts";

const probe = mountSmallDisk(64);
probe?.remove();

let disk: SmallDisk | undefined;
let running: Running;
const folder = mkdtempSync(join(tmpdir(), "winnow-full-"));
const strategy = `strategy: Club
goals:
  - { key: write, name: Write to members, channels: [email], roles: { key: member_id }, exchange: A letter, basis: consent }
`;

beforeAll(async () => {
  disk = probe && mountSmallDisk(12_000);
  if (!disk) return;
  const file = join(folder, "club.csv");
  const members = Array.from({ length: 60 }, (_, row) => `M${row},${"SML"[row % 3]},${"abcd"[row % 4]}`);
  writeFileSync(file, `member_id,plan,city\n${members.join("\n")}\n`);
  running = await startWinnow(join(disk.folder, "workspace"), [file]);
  const reader = new Reader(running);
  await vi.waitFor(async () => expect((await reader.get("/datasets/club/decisions.json")).status).toBe(200), 30_000);
  const changes = await reader.post("/datasets/club/strategy", { text: strategy });
  await reader.follow(await reader.send(changes, "form:has([name=against])", { act: "load" }));
});
afterAll(async () => {
  await running?.stop();
  disk?.remove();
  rmSync(folder, { recursive: true, force: true });
});

test.skipIf(!probe)(
  "a decision that the disk has no room for is refused in words, and those before it stay",
  async () => {
    const reader = new Reader(running);
    const decide = (field: string, reason: string) =>
      reader.post(`/datasets/club/goals/write/board/${field}`, { verdict: "unused", reason, by: "test", from: "form" });
    const kept = await decide("plan", "while there is room");
    expect(kept.location).toContain("done=saved");

    fill();
    const long = "no room ".repeat(240);
    let refused = await decide("city", long);
    for (let tried = 0; refused.status === 303 && tried < 200; tried++)
      refused = await decide("city", `${tried} ${long}`);
    expect(refused.document.querySelector("main")?.textContent).toMatch(/disk is full|no room/i);
    expect(refused.status).toBe(507);

    rmSync(join(disk?.folder ?? "", "filling"));
    const after = await decide("city", "there is room again");
    expect(after.location).toContain("done=saved");
    expect(await decisions(reader)).toMatchObject([
      { field: "plan" },
      { field: "city", reason: "there is room again" },
    ]);
  },
);

test.skipIf(!probe)(
  "an upload that the disk has no room for is refused in words, and nothing of it stays",
  async () => {
    const reader = new Reader(running);
    const wide = `a,b\n${"some,row\n".repeat(2_000_000)}`;
    const page = await reader.follow(await reader.upload("/uploads", { "large.csv": wide }));
    expect(page.document.querySelector("main")?.textContent).toMatch(/disk is full|no room/i);
    const { bfree, bsize } = statfsSync(disk?.folder ?? "");
    expect(bfree * bsize).toBeGreaterThan(4_000_000);
    expect((await reader.get("/datasets/club/fields")).status).toBe(200);
  },
);

function fill(): void {
  const { bfree, bsize } = statfsSync(disk?.folder ?? "");
  writeFileSync(join(disk?.folder ?? "", "filling"), Buffer.alloc(bfree * bsize));
}

async function decisions(reader: Reader): Promise<readonly Decision[]> {
  return JSON.parse((await reader.get("/datasets/club/decisions.json")).text).decisions;
}

import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { readStrategy } from "../../server/goals/read-strategy.ts";
import { replaceStrategy, storedStrategy } from "../../server/goals/strategy-store.ts";
import { Reader } from "../support/browse.ts";
import { type ServedWorkbench, serveWorkbench } from "../support/serve-workbench.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const page = "/datasets/club/strategy";
const file = "/datasets/club/strategy.yaml";
const other = `strategy: The other plan
fields:
  - { field: shoe_size, meaning: number }
goals:
  - { key: say-hello, name: Say hello, channels: [email], exchange: A cup of tea, roles: { key: member } }
  - { key: far-off, name: Far off, audience: "shoe_size > 40" }
`;

let served: ServedWorkbench;
let reader: Reader;

beforeAll(async () => {
  served = await serveWorkbench();
  reader = new Reader(served);
  const rows = Array.from({ length: 40 }, (_, index) => `M${index},m.${index}@example.org`);
  await reader.load({ "club.csv": ["member,mail", ...rows].join("\n") });
});
beforeEach(() => store("strategy: The plan\ngoals:\n  - { key: old, name: The old goal }\n"));
afterAll(() => served.close());

test("what is saved as a file loads again as the same", async () => {
  const saved = await reader.get(file);
  expect(saved.headers.get("content-disposition")).toContain("club-strategy.yaml");
  expect(readStrategy(saved.text, "it")).toEqual(await stored());
  const shown = await reader.upload(page, { "strategy.yaml": saved.text });
  expect(shown.document.querySelector("h1")?.textContent).toBe("This file says what stands already");
});

test("a file shows what would change, and changes it only when asked to", async () => {
  const shown = await reader.upload(page, { "other.yaml": other });
  expect(shown.status).toBe(200);
  const changes = [...shown.document.querySelectorAll(".would:not(.unknown) li")].map((item) => item.textContent);
  expect(changes).toContain("The goal “Say hello” is added.");
  expect(changes).toContain("The goal “The old goal” goes.");
  const lacking = [...shown.document.querySelectorAll(".unknown li")].map((item) => item.textContent ?? "");
  expect(lacking[0]).toContain("shoe_size");
  expect(lacking[1]).toMatch(/^The goal “Far off” could not be sorted: .*shoe_size/);
  expect((await stored()).name).toBe("The plan");
  const loaded = await reader.send(shown, "form:has([name=against])", { act: "load" });
  expect(loaded.location).toBe("/datasets/club/goals?done=loaded");
  expect(await stored()).toEqual(readStrategy(other, "it"));
});

test("where the strategy changed meanwhile, the changes are shown anew", async () => {
  const shown = await reader.post(page, { text: other });
  await store("strategy: Changed by somebody else");
  const again = await reader.send(shown, "form:has([name=against])", { act: "load" });
  expect(again.status).toBe(200);
  expect(again.document.querySelector(".would")?.textContent).not.toContain("The old goal");
  expect((await stored()).name).toBe("Changed by somebody else");
});

test.each([
  ["a broken file", "strategy: x\ngoals: [", /well-formed YAML/],
  ["a file of another kind", "just words", /not a strategy file/],
  ["an unknown key", "goals:\n  - { key: a, colour: red }", /colour/],
  ["nothing", " ", /Choose a strategy file, or paste one/],
])("%s is one clear message, and nothing changes", async (_, text, message) => {
  const before = await stored();
  const answer = await reader.upload(page, { "mine.yaml": text });
  expect(answer.status).toBe(400);
  const errors = [...answer.document.querySelectorAll(".errors li")].map((error) => error.textContent ?? "");
  expect(errors).toHaveLength(1);
  expect(errors[0]).toMatch(message);
  expect(await stored()).toEqual(before);
});

test("bytes that are no text and files too large are refused in words", async () => {
  const bytes = await reader.upload(page, { "photo.yaml": new Uint8Array([0xff, 0xfe, 0x00, 0x80]) });
  expect(bytes.document.querySelector(".errors li")?.textContent).toContain("is not a text file");
  const large = await reader.upload(page, { "large.yaml": "# x\n".repeat(400_000) });
  expect(large.document.querySelector(".errors li")?.textContent).toContain("larger than any strategy file");
  expect(served.log).toEqual([]);
});

async function store(text: string): Promise<void> {
  await replaceStrategy(served.workbench.database, "club", readStrategy(text, "strategy.yaml"));
}

function stored() {
  return storedStrategy(served.workbench.database, "club");
}

import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { readStrategy } from "../../server/goals/read-strategy.ts";
import { replaceStrategy, storedStrategy } from "../../server/goals/strategy-store.ts";
import type { Goal } from "../../server/vocabulary.ts";
import { type Answer, Reader } from "../support/browse.ts";
import { type ServedWorkbench, serveWorkbench } from "../support/serve-workbench.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const goals = "/datasets/club/goals";
const edit = `${goals}/keep-members/edit`;
const form = "form.goal-form";

const written = `
strategy: The club
goals:
  - key: keep-members
    name: Keep members
    from: churn-save
    audience: visits < 20
    outcome: { field: left, is: "yes" }
    channels: [email]
    trigger: { field: contract_end, before: 30d }
    window: 1d
    roles: { key: [member, nick], address: { email: mail }, consent: { email: consent_email }, content: [plan], duty: [{ field: vat_id, law: invoices }] }
    exchange: A month for free
    keepFor: 400d
  - { key: say-hello, name: Say hello, channels: [email], roles: { key: member } }
decisions:
  - { goal: keep-members, field: plan, verdict: needed, by: head of CRM, at: 2026-11-20, reason: It says what they pay }
`;

let served: ServedWorkbench;
let reader: Reader;

beforeAll(async () => {
  served = await serveWorkbench();
  reader = new Reader(served);
  const rows = Array.from({ length: 120 }, (_, index) => {
    const plan = ["Small", "Medium", "Large"][index % 3];
    const ends = `2026-0${(index % 9) + 1}-1${index % 10}`;
    const agreed = index % 4 ? "yes" : "no";
    return `M${index},m.${index}@example.org,${agreed},${plan},${ends},${index % 40},DE${1000 + index},n${index},${index % 5 ? "no" : "yes"}`;
  });
  const header = "member,mail,consent_email,plan,contract_end,visits,vat_id,nick,left";
  await reader.load({ "club.csv": [header, ...rows].join("\n") });
});
beforeEach(() => store(written));
afterAll(() => served.close());

test("the page says what the goals need, and each goal what the customer gives and gets", async () => {
  await sorted(goals);
  const { document } = await once(goals, "75 of 100 agreed");
  expect(document.querySelector("h1")?.textContent).toMatch(/^Two goals need \d of your 8 fields$/);
  expect(document.querySelector(".lead")?.textContent).toContain("One of them cannot start yet");
  const [keep, hello] = document.querySelectorAll(".goal-card");
  expect(keep?.querySelector(".say")?.textContent).toContain("customers with visits under 20");
  expect(keep?.querySelector(".gets")?.textContent).toBe("A month for free");
  expect(keep?.textContent).toContain("60 customers today");
  expect(keep?.textContent).toContain("75 of 100 agreed");
  expect(hello?.querySelector(".standing")?.textContent).toBe("Cannot start yet");
  expect(hello?.querySelector(".lacks")?.textContent).toContain("What the customer gets.");
});

test("the JSON twin says the same", async () => {
  await sorted(goals);
  const { goals: list, starters } = JSON.parse((await reader.get(`${goals}.json`)).text);
  expect(
    list.map(({ goal, draft, audience }: { goal: Goal; draft: boolean; audience: number }) => [
      goal.key,
      draft,
      audience,
    ]),
  ).toEqual([
    ["keep-members", false, 60],
    ["say-hello", true, 120],
  ]);
  expect(starters).toHaveLength(21);
});

test("without a goal three starters that fit are offered, and one's own", async () => {
  await store("strategy: Nothing yet");
  const { document } = await reader.get(goals);
  expect(document.querySelectorAll(".first-goals > li")).toHaveLength(3);
  expect(document.querySelector(".empty .primary")?.textContent).toBe("Write your own");
});

test("a goal that names what the tables lack says so and stops no other", async () => {
  await store(written.replace("field: contract_end", "field: contract_stop"));
  const { document } = await sorted(goals);
  const [keep, hello] = document.querySelectorAll(".goal-card");
  expect(keep?.querySelector(".standing")?.textContent).toBe("Does not fit these tables");
  expect(keep?.querySelector(".lacks")?.textContent).toContain("contract_stop");
  expect(hello?.querySelector(".swap")?.textContent).toMatch(/\d of 8 fields/);
});

test("a goal is made from a starter, with the roles that were proposed", async () => {
  const page = await reader.get(`${goals}/new?from=birthday`);
  expect(page.document.querySelector("main .small")?.textContent).toContain("From the starter “A birthday wish”");
  const saved = await reader.send(page, form, { exchange: "A cake", name: "Cake", act: "save" });
  expect(saved.location).toBe(`${goals}?done=saved#goal-cake`);
  expect((await reader.get(saved.location ?? "")).document.querySelector(".toast")?.textContent).toContain(
    "Goal saved",
  );
  expect(await goal("cake")).toMatchObject({
    from: "birthday",
    exchange: "A cake",
    channels: ["email"],
    roles: { key: "member", address: { email: "mail" }, consent: { email: "consent_email" } },
  });
});

test("what is missing is told above the form and at its field, and what was typed is kept", async () => {
  const page = await reader.get(`${goals}/new`);
  const again = await reader.send(page, form, {
    name: "Half a goal",
    audience: "visitz > 3",
    window: "other",
    act: "save",
  });
  expect(again.status).toBe(400);
  expect(again.document.querySelector("title")?.textContent).toMatch(/^Error: /);
  const links = [...again.document.querySelectorAll(".errors a")].map((link) => link.getAttribute("href"));
  expect(links).toEqual(["#exchange", "#audience", "#window"]);
  for (const link of links) expect(again.document.getElementById(link?.slice(1) ?? ""), link ?? "").not.toBeNull();
  expect(again.document.querySelector("#e-audience")?.textContent).toContain("visitz");
  expect(again.document.querySelector("#name")?.getAttribute("value")).toBe("Half a goal");
  expect(again.document.querySelector("#audience")?.getAttribute("value")).toBe("visitz > 3");
  expect((await stored()).goals).toHaveLength(2);
});

test("the audience is counted through the gate, which refuses what is no condition", async () => {
  const checked = await reader.send(await reader.get(edit), form, { audience: "plan = 'Small'", act: "check" });
  expect(checked.text).toContain("Read and understood: 40 of 120 customers today.");
  expect(checked.text).toContain("Nothing is saved yet.");
  const refused = await reader.send(checked, form, { audience: "1 in (select 1)", act: "check" });
  expect(refused.status).toBe(400);
  expect(refused.document.querySelector("#e-audience")).not.toBeNull();
  expect((await goal("keep-members"))?.audience).toBe("visits < 20");
});

test("a goal without an exchange is kept as a draft, and only when asked to", async () => {
  const page = await reader.get(edit);
  expect((await reader.send(page, form, { exchange: "", act: "save" })).status).toBe(400);
  const kept = await reader.send(page, form, { exchange: "", act: "draft" });
  expect(kept.location).toContain("done=draft");
  expect(await goal("keep-members")).not.toHaveProperty("exchange");
});

test("saving a goal as it stands changes nothing of it", async () => {
  const before = await goal("keep-members");
  expect((await reader.send(await reader.get(edit), form, { act: "save" })).status).toBe(303);
  expect(await goal("keep-members")).toEqual(before);
});

test("a role that a person changed or left out stays so", async () => {
  const page = await reader.get(edit);
  await reader.send(page, form, { "role:content#1": "visits", "role:address:email": "", act: "save" });
  const again = await reader.get(edit);
  expect(again.document.querySelector("[name='role:content#1'] [selected]")?.getAttribute("value")).toBe("visits");
  const rows = [...again.document.querySelectorAll(".roles tr")].map((row) => row.textContent ?? "");
  expect(rows.find((row) => row.startsWith("Address"))).toContain("You left this out. Winnow proposed Email address.");
  const roles = (await goal("keep-members"))?.roles;
  expect(roles?.content).toEqual(["visits"]);
  expect(roles).not.toHaveProperty("address");
});

test("a channel that is chosen brings the roles proposed for it", async () => {
  const page = await reader.get(edit);
  const checked = await reader.send(page, form, {
    "channel:letter": "yes",
    channelOther: "Carrier pigeon",
    act: "check",
  });
  const purposes = [...checked.document.querySelectorAll(".roles th span")].map((span) => span.textContent);
  expect(purposes).toContain("for letter");
  expect(purposes).toContain("for carrier pigeon");
});

test("outcomes of every form can be chosen, and none", async () => {
  const save = async (changes: Record<string, string>) => {
    await reader.send(await reader.get(edit), form, { ...changes, act: "save" });
    return (await goal("keep-members"))?.outcome;
  };
  expect(await save({ outcome: "sql", outcomeSql: "visits > 30" })).toEqual({ sql: "visits > 30" });
  expect(await save({ outcome: "amount", outcomeAmount: "visits" })).toEqual({ field: "visits" });
  expect(await save({ outcome: "none" })).toBeUndefined();
  expect(await save({ outcome: '{"field":"left","is":"no"}' })).toEqual({ field: "left", is: "no" });
});

test("the field that says when the outcome became known is chosen by a person, and stays", async () => {
  const page = await reader.get(edit);
  expect(page.document.querySelector("#outcomeAt option[selected]")).toBeNull();
  await reader.send(page, form, { outcome: '{"field":"left","is":"yes"}', outcomeAt: "contract_end", act: "save" });
  const outcome = { field: "left", is: "yes", at: "contract_end" };
  expect((await goal("keep-members"))?.outcome).toEqual(outcome);
  await reader.send(await reader.get(edit), form, { act: "save" });
  expect((await goal("keep-members"))?.outcome).toEqual(outcome);
  const answer = await reader.send(await reader.get(edit), form, { outcomeAt: "", act: "save" });
  expect(answer.status).toBe(303);
  expect((await goal("keep-members"))?.outcome).toEqual({ field: "left", is: "yes" });
});

test("a forged form is answered, not broken", async () => {
  const forged = {
    outcome: "{",
    trigger: '{"table":7}',
    keep: "lots",
    "role:nothing#1": "x",
    basis: "whim",
    act: "save",
  };
  const answer = await reader.post(edit, { name: "x", exchange: "y", ...forged });
  expect(answer.status).toBe(400);
  expect(served.log).toEqual([]);
});

test("a goal is deleted after a question, with the decisions made for it", async () => {
  const page = await reader.get(`${goals}/keep-members/delete`);
  expect(page.document.querySelector(".lead")?.textContent).toContain("1 decision made for it goes too.");
  const gone = await reader.send(page, "form.acts");
  expect(gone.location).toBe(`${goals}?done=deleted`);
  const { goals: left, decisions } = await stored();
  expect(left.map(({ key }) => key)).toEqual(["say-hello"]);
  expect(decisions).toEqual([]);
  expect((await reader.get(edit)).status).toBe(404);
});

test("an unknown starter and an unknown goal are a 404 that names the nearest", async () => {
  const starter = await reader.get(`${goals}/new?from=birthdays`);
  expect(starter.status).toBe(404);
  expect(starter.document.querySelector("main a")?.getAttribute("href")).toBe(`${goals}/new?from=birthday`);
  expect((await reader.get(`${goals}/keep-member/edit`)).status).toBe(404);
});

/** The page once every goal on it is sorted. */
async function sorted(path: string): Promise<Answer> {
  for (;;) {
    const page = await reader.get(path);
    const watch = page.document.querySelector(".swap p a[href^='/jobs/']")?.getAttribute("href");
    if (!watch) return page;
    await reader.follow(await reader.get(watch));
  }
}

/** The page once it says so; the page as it is where it never does. */
async function once(path: string, words: string): Promise<Answer> {
  for (let tries = 0; tries < 20; tries++) {
    const page = await reader.get(path);
    if (page.text.includes(words)) return page;
  }
  return reader.get(path);
}

async function store(text: string): Promise<void> {
  await replaceStrategy(served.workbench.database, "club", readStrategy(text, "strategy.yaml"));
}

function stored() {
  return storedStrategy(served.workbench.database, "club");
}

async function goal(key: string): Promise<Goal | undefined> {
  return (await stored()).goals.find((one) => one.key === key);
}

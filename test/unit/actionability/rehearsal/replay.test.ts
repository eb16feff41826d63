import { expect, test } from "vitest";
import { Replay } from "../../../../server/actionability/rehearsal/replay.ts";
import type { Rules } from "../../../../server/actionability/rehearsal/rules.ts";
import { bit, middleStages } from "../../../../server/actionability/stage-masks.ts";
import { type StepMade, stepsOf } from "../../../support/steps-of.ts";

const rules: Rules = {
  channels: [{ historic: true, all: false, addresses: [{ place: 0, limit: null }] }],
  unlessRefused: false,
  fields: 1,
  present: [0],
  fresh: [{ field: 0, most: 10 }],
};
const extent = { customers: 2, places: 4, purposes: 2, first: 0, last: 100 };
const still = bit.present | bit.fresh | bit.inTime | bit.notHeldBack | bit.identifiable;

function replayed(made: readonly StepMade[], changed: Partial<Rules> = {}): Replay {
  const replay = new Replay({ ...rules, ...changed }, middleStages, extent);
  const steps = stepsOf(made);
  replay.take(steps, 0, steps.rows);
  return replay;
}

const agrees: StepMade = { at: 1, kind: "consent", value: 1 };
const read: StepMade = { at: 2, kind: "reading", value: 2 };
const closes: StepMade = { at: 10, kind: "close", value: 9, flags: still, reachable: 1 };

test("acts on a trigger whose fields, consent and address were all there when its window closed", () => {
  const replay = replayed([agrees, read, closes]);
  expect(replay.fates).toMatchObject({ acted: 1, fresh: 0, agreed: 0 });
  expect(replay.last).toEqual([{ at: 10, fate: "acted" }]);
});

test.each<[string, StepMade[]]>([
  ["a field was never read", [agrees]],
  ["it was read for another customer", [agrees, { ...read, customer: 1 }]],
])("loses a trigger at present where %s", (_, before) => {
  expect(replayed([...before, closes]).fates).toMatchObject({ present: 1, acted: 0 });
});

test("looks at the age of the latest reading when the trigger happened, not when it is decided", () => {
  const late = { ...closes, at: 40, value: 12 };
  expect(replayed([agrees, read, late]).fates.acted).toBe(1);
  expect(replayed([agrees, read, { ...late, value: 13 }]).fates.fresh).toBe(1);
});

test("keeps the newest reading where an older one arrives after it", () => {
  const readings: StepMade[] = [
    { ...read, value: 8 },
    { ...read, at: 5, value: -50 },
  ];
  expect(replayed([agrees, ...readings, closes]).fates.acted).toBe(1);
});

test("takes one no, for whatever purpose, as a no, until it is taken back", () => {
  const refuses: StepMade = { at: 3, kind: "consent", place: 1, value: 0 };
  expect(replayed([agrees, read, refuses, closes]).fates.agreed).toBe(1);
  expect(replayed([agrees, read, refuses, { ...refuses, at: 4, value: 1 }, closes]).fates.acted).toBe(1);
  const first: StepMade[] = [
    { ...agrees, value: 0 },
    { ...agrees, place: 1 },
  ];
  expect(replayed([...first, read, closes]).fates.agreed).toBe(1);
});

test("without an entry the legal basis says", () => {
  expect(replayed([read, closes]).fates.agreed).toBe(1);
  expect(replayed([read, closes], { unlessRefused: true }).fates.acted).toBe(1);
});

test("a channel without a history has today's answer, whatever was said", () => {
  const channels = [{ ...rules.channels[0]!, historic: false }];
  expect(replayed([agrees, read, closes], { channels }).fates.agreed).toBe(1);
  expect(replayed([read, { ...closes, agreed: 1 }], { channels }).fates.acted).toBe(1);
});

test("needs one and the same channel to be agreed and reachable", () => {
  const two = [rules.channels[0]!, { historic: true, all: false, addresses: [{ place: 1, limit: null }] }];
  const elsewhere = { ...closes, reachable: 2 };
  expect(replayed([agrees, read, elsewhere], { channels: two }).fates.reachable).toBe(1);
  expect(replayed([agrees, { ...agrees, place: 2 }, read, elsewhere], { channels: two }).fates.acted).toBe(1);
});

test("a letter needs every part of the address, elsewhere one address is enough", () => {
  const addresses = [0, 1].map((place) => ({ place, limit: null }));
  const either = [{ historic: true, all: false, addresses }];
  const both = [{ historic: true, all: true, addresses }];
  expect(replayed([agrees, read, closes], { channels: either }).fates.acted).toBe(1);
  expect(replayed([agrees, read, closes], { channels: both }).fates.reachable).toBe(1);
  expect(replayed([agrees, read, { ...closes, reachable: 3 }], { channels: both }).fates.acted).toBe(1);
});

test("a trigger of nobody known passes nothing that is about a customer", () => {
  const nobody = { ...closes, customer: -1, flags: bit.inTime | bit.notHeldBack };
  expect(replayed([agrees, read, nobody]).masks).toEqual([{ mask: bit.inTime | bit.notHeldBack, units: 1 }]);
});

test("counts what is still open, and what came out otherwise than on arrival", () => {
  const trigger: StepMade = { at: 3, kind: "trigger" };
  const chance: StepMade = { ...closes, at: 4, kind: "chance", value: 3 };
  const replay = replayed([read, trigger, { ...trigger, place: 1 }, chance, { ...agrees, at: 6 }, closes]);
  expect(replay).toMatchObject({ triggered: 2, waiting: 1, decided: 1, decisions: 2, actedAtOnce: 0, changed: 1 });
});

test("keeps the last ten decisions, newest first, and puts each into its part of the time", () => {
  const many = Array.from({ length: 12 }, (_, index) => ({ ...closes, at: index * 9, place: 0 }));
  const replay = replayed([agrees, read, ...many]);
  expect(replay.last).toHaveLength(10);
  expect(replay.last[0]?.at).toBe(99);
  expect(replay.slices.map(({ acted, not }) => acted + not).reduce((sum, one) => sum + one, 0)).toBe(12);
  expect(replay.slices[59]).toEqual({ acted: 1, not: 0 });
});

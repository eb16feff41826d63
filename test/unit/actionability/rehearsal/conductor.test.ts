import { expect, test } from "vitest";
import { Conductor } from "../../../../server/actionability/rehearsal/conductor.ts";
import { stepsOf } from "../../../support/steps-of.ts";

const second = 1_000_000;
const steps = stepsOf([
  { at: -5 * second, kind: "consent" },
  { at: 0, kind: "trigger" },
  { at: 2 * second, kind: "arrival" },
  { at: 2 * second, kind: "close" },
  { at: 9 * second, kind: "close" },
]);

/** A conductor that has taken in what came before the first moment. */
function begun(speed: number | null): Conductor {
  const conductor = new Conductor(speed);
  conductor.took(steps, conductor.due(steps, 0, 0));
  return conductor;
}

test("takes in at once what was known before the first moment, and only that", () => {
  const conductor = new Conductor(1);
  conductor.paused = true;
  expect(conductor.due(steps, 0, 0)).toBe(1);
  expect(conductor.clock).toBeNull();
});

test("lets through what is due at its speed", () => {
  const conductor = begun(1_000);
  expect(conductor.due(steps, 1, 0)).toBe(2);
  conductor.took(steps, 2);
  expect(conductor.due(steps, 2, 0)).toBe(2);
  expect(conductor.until(steps, 2)).toBe(2);
  conductor.pass(2);
  expect(conductor.due(steps, 2, 0)).toBe(4);
});

test("as fast as it goes, everything is due", () => {
  const conductor = begun(null);
  expect(conductor.due(steps, 1, 0)).toBe(5);
  conductor.took(steps, 5);
  expect(conductor.clock).toBe(9 * second);
});

test("while it is paused no time passes and nothing is due until somebody asks", () => {
  const conductor = begun(1);
  conductor.due(steps, 1, 0);
  conductor.paused = true;
  conductor.pass(60_000);
  expect(conductor.due(steps, 1, 0)).toBe(1);
  expect(conductor.until(steps, 1)).toBeNull();
  expect(conductor.clock).toBe(0);
});

test("a step goes on to the next decision, and no further", () => {
  const conductor = begun(1);
  conductor.step();
  expect(conductor.due(steps, 1, 0)).toBe(4);
  conductor.took(steps, 4);
  expect(conductor.clock).toBe(2 * second);
  expect(conductor.due(steps, 4, 0)).toBe(4);
  conductor.step();
  expect(conductor.due(steps, 4, 0)).toBe(5);
});

test("going on forgets the steps that were asked for", () => {
  const conductor = begun(1);
  conductor.step();
  conductor.resume();
  expect(conductor.due(steps, 1, 0)).toBe(2);
  conductor.paused = true;
  expect(conductor.due(steps, 2, 0)).toBe(2);
});

import type { Random } from "./random.ts";

const topics = [
  "the bill was higher than agreed",
  "no signal indoors",
  "the shop promised another price",
  "calls drop on the train",
  "the refund has not arrived",
  "roaming was charged twice",
  "the new SIM card came too late",
  "data was gone after ten days",
];
const details = [
  "Called three times, nobody rang back.",
  "Asked for a written answer.",
  "Has the letter, will send a copy.",
  'Wants a credit note; says "this month, not next".',
  "Was told: wait, then wait again.",
  "Very polite, very tired of it.",
  "Second time this year.",
  "Line 2 of the bill, line 7 of the contract.",
  "Neighbours have the same problem.",
];
const health = [
  "Is in hospital and needs the line.",
  "Mentions depression and cannot talk on the phone.",
  "Asks for larger print, poor eyesight.",
  "Cares for a mother with diabetes.",
  "Says the stress is bad for her asthma.",
];
const staff = ["Renée Girard", "Tomáš Novák", "Bríd Kelly", "Łukasz Żak", "José Ramos"];
const exits = [
  "Leaving: found a cheaper plan.",
  "Leaving: moving abroad.",
  "Leaving: no fibre at the new address.",
  "Gave notice after the last bill.",
  "Gave notice, would not say why.",
  "Leaving: employer pays for a phone now.",
];
const openings = ["Customer says", "By phone:", "In the shop:", "By letter:", "Chat:", "Again:"];

/** What someone at customer care wrote down; of those who left it is mostly the talk about why. */
export function drawNote(left: boolean, random: Random): string {
  const parts = [`${random.pick(openings)} ${random.pick(topics)}.`, random.pick(details)];
  if (left && random.chance(0.9)) parts.unshift(random.pick(exits));
  if (random.chance(0.14)) parts.push(random.pick(health));
  if (random.chance(0.045)) parts.push(`Spoke to ${random.pick(staff)}.`);
  if (random.chance(0.5)) parts.push(`Case ${random.integer(1000, 9999)}.`);
  return parts.join(random.chance(0.05) ? "\n" : " ");
}

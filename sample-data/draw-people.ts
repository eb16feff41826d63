import { asOf, day, hour, midnight, minute } from "./moments.ts";
import { familyNames, femaleNames, maleNames } from "./names.ts";
import type { App, Billing, Person } from "./person.ts";
import { drawMast, drawPostcode, drawRegion } from "./places.ts";
import { drawDataUsed, drawMonthlyCharge, drawPlan } from "./plans.ts";
import { byShare, type Random, randomStream } from "./random.ts";

const month = 30.44 * day;
const longestTenure = 118;
const drawGender = byShare([
  ["female", 50],
  ["male", 48],
  ["diverse", 2],
]);
const drawLatePayments = byShare([
  [1, 60],
  [2, 22],
  [3, 10],
  [4, 5],
  [6, 3],
]);
const drawSupportCalls = byShare([
  [0, 61],
  [1, 21],
  [2, 9],
  [3, 5],
  [4, 2],
  [5, 1],
  [6, 0.6],
  [9, 0.4],
]);
const drawDaysLeft = byShare([
  [[-30, 60], 17],
  [[61, 365], 40],
  [[366, 730], 39],
  [null, 4],
]);
const drawSystem = byShare([
  ["new", 46],
  ["moved", 12],
  ["old", 42],
]);
const drawUnseen = byShare([
  [2 * day, 42],
  [20 * day, 28],
  [260 * day, 30],
]);

/** The customers as they truly are, in no particular order. */
export function drawPeople(seed: number, count: number): Person[] {
  const random = randomStream(seed, "people");
  const numbers = customerNumbers(count, randomStream(seed, "customer numbers"));
  const people = numbers.map((number) => drawPerson(`HM${number}`, random));
  return openTheAppNow(people);
}

function drawPerson(id: string, random: Random): Person {
  const gender = drawGender(random);
  const bornAt = drawBirth(random);
  const region = drawRegion(random);
  const plan = drawPlan(random);
  const tenureMonths = drawTenure(random);
  const joinedAt = asOf - Math.round((tenureMonths + random.next()) * month);
  return {
    id,
    firstName: random.pick(
      gender === "female" || (gender === "diverse" && random.chance(0.5)) ? femaleNames : maleNames,
    ),
    familyName: drawFamilyName(random),
    gender,
    bornAt,
    bornYear: new Date(bornAt * 1000).getUTCFullYear(),
    region,
    postcode: drawPostcode(region, random),
    mast: drawMast(region, random),
    plan,
    joinedAt,
    tenureMonths,
    contractEnd: drawContractEnd(random),
    monthlyCharge: drawMonthlyCharge(plan, random),
    latePayments: random.chance(0.89) ? 0 : drawLatePayments(random),
    dataUsed: drawDataUsed(plan, random),
    roamingDays: random.chance(0.72) ? 0 : 1 + Math.min(89, Math.floor(random.exponential(9))),
    supportCalls: drawSupportCalls(random),
    app: random.chance(0.71) ? drawApp(joinedAt, random) : null,
    billing: drawBilling(random),
    metered: random.chance(0.97),
  };
}

function drawFamilyName(random: Random): string {
  const name = random.pick(familyNames);
  return random.chance(0.45) ? `${name}${random.pick(["-", " "])}${random.pick(familyNames)}` : name;
}

/** 18 to 91 years old, half of them between 42 and 65; a few dates typed in for want of one. */
function drawBirth(random: Random): number {
  if (random.chance(0.0025)) return 0;
  let age = random.normal(54, 16.5);
  while (age < 18.1 || age > 91) age = random.normal(54, 16.5);
  return midnight - Math.round(age * 365.25) * day;
}

/** Fewer the longer, and a bump of those who have been here since the start. */
function drawTenure(random: Random): number {
  if (random.chance(0.13)) return random.integer(103, longestTenure);
  let months = random.exponential(45);
  while (months >= 103) months = random.exponential(45);
  return Math.floor(months);
}

function drawContractEnd(random: Random): number | null {
  const days = drawDaysLeft(random);
  return days === null ? null : midnight + random.integer(days[0], days[1]) * day;
}

function drawApp(joinedAt: number, random: Random): App {
  const oldest = asOf - joinedAt;
  const age = drawUnseen(random);
  const unseen = Math.min(random.exponential(age), 729 * day);
  const seenAgo = unseen < oldest ? unseen : random.next() * oldest;
  const isNew = random.chance(0.09);
  const installedAgo = isNew
    ? random.next() * Math.min(oldest, 63 * day)
    : seenAgo + random.next() * (oldest - seenAgo);
  const token = Array.from({ length: 4 }, () =>
    Math.floor(random.next() * 36 ** 6)
      .toString(36)
      .padStart(6, "0"),
  );
  return {
    token: token.join(""),
    installedAt: Math.floor(asOf - installedAgo),
    seenAt: Math.floor(asOf - Math.min(seenAgo, installedAgo) - minute),
  };
}

/** Almost half have long been on the new system, one in eight moved during the two weeks before 16 November. */
function drawBilling(random: Random): Billing {
  const moved = midnight - random.integer(7 * 24, 20 * 24) * hour;
  const system = drawSystem(random);
  return { newSince: system === "moved" ? moved : system === "new" ? 0 : null };
}

function customerNumbers(count: number, random: Random): number[] {
  const numbers = Array.from({ length: count }, (_, index) => 100000 + index * 7 + random.integer(0, 6));
  for (let last = numbers.length - 1; last > 0; last--) {
    const other = random.integer(0, last);
    [numbers[last], numbers[other]] = [numbers[other] ?? 0, numbers[last] ?? 0];
  }
  return numbers;
}

/** Someone opens the app two seconds before the sample is taken: that fixes its as-of moment. */
function openTheAppNow(people: readonly Person[]): Person[] {
  const first = people.findIndex(({ app }) => app !== null);
  return people.map((person, index) =>
    index === first && person.app !== null ? { ...person, app: { ...person.app, seenAt: asOf - 2 } } : person,
  );
}

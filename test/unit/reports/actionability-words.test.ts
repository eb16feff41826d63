import { describe, expect, test } from "vitest";
import type { Constancy } from "../../../server/actionability/decay/constancy.ts";
import type { TriggerVolume } from "../../../server/actionability/volume/describe-volume.ts";
import { goalConsent } from "../../../server/reports/actionability/goal-consent.ts";
import { decaySentences, decayTerms } from "../../../server/reports/actionability/goal-decay.ts";
import { goalFixes } from "../../../server/reports/actionability/goal-fixes.ts";
import { volumeSentences } from "../../../server/reports/actionability/goal-volume.ts";
import { aGoalActionability } from "../../support/report-inputs.ts";

const whole = aGoalActionability();

describe("what to fix first", () => {
  test("says what all fixes reach together, and the cheapest way to most of it", () => {
    expect(goalFixes(whole)?.together).toEqual([
      "All of these, and one fix that brings nobody back alone, together would reach 67 of every 100.",
      "The cheapest way to most of that: fixes 1, 2 and 3 (two small and one large), then 65 of every 100.",
    ]);
  });

  test("says who reckoned an effort, and whether the wish of a person is reached", () => {
    const { plan } = whole;
    if (!plan) throw new Error("The made-up goal has a plan.");
    const fixes = plan.fixes.map((fix, place) => (place === 0 ? { ...fix, points: 20, by: "Ann" } : fix));
    const said = (change: object) =>
      goalFixes(aGoalActionability({ plan: { ...plan, fixes, wished: true, wishedShare: 0.6, ...change } }));
    expect(said({})?.rows[0]?.note).toContain("effort 20 by Ann");
    expect(said({})?.together[1]).toBe(
      "The cheapest way to the 60 of every 100 that you wished: fixes 1, 2 and 3 (effort 10 in all), then 65.",
    );
    expect(said({ wishedShare: 0.9, cheapest: null })?.together[1]).toBe(
      "You wished to reach 90 of every 100: no set of these fixes does, all of them together reach 67.",
    );
    expect(said({ wishedShare: 0.1 })?.together[1]).toBe("You wished to reach 10 of every 100: that is reached today.");
  });

  test("leaves out what brings nobody back by itself and is in no plan", () => {
    expect(goalFixes(whole)?.rows.map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  test("falls back on the steps where no plan could be made", () => {
    const rows = goalFixes(aGoalActionability({ plan: null }))?.rows;
    expect(rows?.map(({ fix }) => fix)).toEqual(whole.fixes.map(({ fix }) => fix));
  });
});

describe("how long values stay right", () => {
  const said = (change: object) => {
    const [first] = whole.decay;
    if (!first) throw new Error("The made-up goal has fields.");
    return decaySentences(aGoalActionability({ decay: [{ ...first, ...change }] }), ({ name }) => name);
  };

  test("is the half-life in plain words, and what to keep where there is none", () => {
    expect(decaySentences(whole, ({ name }) => name)).toEqual([
      "Half of the values of “contract_end_date” are no longer right after 14 months.",
      "How fast “late_payments” grows old is not estimable from one snapshot. Save another in 30 days, or keep each change with its time.",
    ]);
  });

  test("is a lower bound where nothing changed, and nothing where a field does not grow old", () => {
    expect(said({ halfLife: { days: null, low: 90, high: null } })).toEqual([
      "Half of the values of “contract_end_date” stay right for longer than 3 months: nothing changed so far.",
    ]);
    expect(said({ halfLife: { days: null, low: 250_000, high: null } })).toEqual([
      "In “contract_end_date” nothing changed at all between two readings: the values last, or nobody looked again.",
    ]);
    expect(said({ halfLife: null, history: null, why: "a date of birth does not change" })).toEqual([]);
  });
});

describe("three snapshots", () => {
  const [first] = whole.decay;
  const said = (holds: Constancy["holds"]) => {
    if (!first?.halfLife) throw new Error("The made-up goal has a half-life.");
    const constancy: Constancy = { customers: 900, changed: 0.2, expected: 0.27, low: -0.1, high: -0.04, holds };
    const decay = [{ ...first, constancy }];
    const goal = aGoalActionability({ decay });
    return {
      sentence: decaySentences(goal, ({ name }) => name).at(-1),
      term: decayTerms(goal, ({ name }) => name)[0]?.text,
    };
  };

  test("say where values come back, and where who changed once hardly changes again", () => {
    expect(said("fewer").sentence).toBe(
      "Of every 100 values of “contract_end_date” 20 differ between the first and the last of three snapshots, where one steady pace would give 27. Some values come back, or the same customers change again and again: the others stay right for longer.",
    );
    expect(said("more").sentence).toMatch(/hardly changes again/);
  });

  test("that agree with one steady pace are only in the statistics", () => {
    expect(said("yes").sentence).toMatch(/are no longer right after/);
    expect(said("yes").term).toContain(
      "Three snapshots: 20.0% of 900 changed from the first to the last, 27.0% at one steady pace; likely range of the difference, in points: -10.0 to -4.0.",
    );
  });
});

describe("a snapshot that nobody dated", () => {
  const said = (looksLike: string | null) => {
    const [first] = whole.decay;
    if (!first) throw new Error("The made-up goal has fields.");
    const undated = { table: "customers_2026-10-01", looksLike };
    const decay = [{ ...first, halfLife: null, history: null, why: "nothing says when", undated }];
    return decaySentences(aGoalActionability({ decay }), ({ name }) => name);
  };

  test("is asked about, with the day that its name seems to tell", () => {
    expect(said("2026-10-01")).toEqual([
      "How fast “contract_end_date” grows old could be told from customers_2026-10-01, but nothing says when it was taken: if its name tells the day, write snapshot: 2026-10-01 for it, under tables: in the strategy.",
    ]);
    expect(said(null)[0]).toContain("write the day after snapshot: for it");
  });
});

describe("how often it happens", () => {
  const said = (change: Partial<TriggerVolume>) =>
    volumeSentences(aGoalActionability({ volume: whole.volume && { ...whole.volume, ...change } }));

  test("is said in plain sentences", () => {
    expect(said({})).toEqual([
      "148 triggers on a usual day; on eight days of ten between 121 and 163. Most on a Friday, fewest on a Sunday.",
      "The last four weeks had 4,310, 14 of every 100 more than the four before.",
      "212 came within 15 minutes of the same customer’s last one (140 customers): one message does for both.",
    ]);
  });

  test("claims no change that the range does not show, and no habit that is none", () => {
    const calm = said({
      change: { recent: 100, before: 104, ratio: 0.96, low: 0.8, high: 1.15 },
      weekdays: [],
      repeats: { triggers: 0, customers: 0 },
    });
    expect(calm).toEqual([
      "148 triggers on a usual day; on eight days of ten between 121 and 163.",
      "The last four weeks had 100: no more and no fewer than the four before, as far as one can tell.",
    ]);
  });

  test("says nothing where nothing is counted", () => {
    expect(volumeSentences(aGoalActionability({ volume: null }))).toEqual([]);
  });
});

describe("a year from now", () => {
  test("says who is left, who can be asked, and who comes due", () => {
    expect(goalConsent(whole)?.sentences).toEqual([
      "Of the 6,100 customers we can reach today, 5,282 are left in twelve months if nothing is done.",
      "820 more have an address that works and never refused: ask them now, and with half of them saying yes it is 5,637.",
      "240 gave their last yes over two years ago. Where three years without contact are the limit, as in France, they come due within a year.",
    ]);
  });

  test("an assumption is called one", () => {
    const assumed = aGoalActionability({
      consentClock: whole.consentClock && {
        ...whole.consentClock,
        askable: 0,
        old: 0,
        from: { kind: "assumed", says: "22 of every 100 email addresses stop working within a year" },
      },
    });
    const found = goalConsent(assumed);
    expect(found?.sentences).toEqual([
      "Of the 6,100 customers we can reach today, 5,282 are left in twelve months if nothing is done, if 22 of every 100 email addresses stop working within a year: an assumption, since no history long enough is on record.",
    ]);
    expect(found?.rows.map(({ range }) => range)).toEqual(Array(5).fill("an assumption"));
  });
});

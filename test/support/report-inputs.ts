import { forecastBase } from "../../server/actionability/consent/forecast-base.ts";
import { type Effort, effortPoints, type FixPlan } from "../../server/actionability/fixes/plan-fixes.ts";
import type { GoalActionability, StageCount } from "../../server/actionability/goal-actionability.ts";
import type { History } from "../../server/evidence/history/history.ts";
import { keptTooLong, sayHistory } from "../../server/evidence/history/say-history.ts";
import type { Segments } from "../../server/evidence/segments/measure-segments.ts";
import { saySegments } from "../../server/evidence/segments/say-segments.ts";
import type { ActionabilityInput } from "../../server/reports/actionability/actionability-input.ts";
import type { GoalResult, MinimizationInput } from "../../server/reports/minimization/minimization-input.ts";
import type {
  Action,
  Dataset,
  Decision,
  Evidence,
  Facts,
  FieldProfile,
  FieldVerdict,
  Performance,
  Reason,
  Risk,
  StageName,
  TableLayout,
  Verdict,
} from "../../server/vocabulary.ts";
import { noLayout } from "./no-layout.ts";

const layout: TableLayout = { ...noLayout, key: "customer_id" };

/** A field in one line: name, label, sensitivity, combined verdict and action, then goal by goal. */
interface FieldPlan {
  readonly name: string;
  readonly label: string;
  readonly sensitivity?: FieldProfile["sensitivity"];
  readonly alone?: number;
  readonly verdict: Verdict;
  readonly action: Action;
  readonly keepAs?: { readonly level: string; readonly sql: string };
  readonly goals: readonly {
    readonly verdict: Verdict;
    readonly reason: Reason;
    readonly sentence: string;
    readonly facts?: Facts;
    readonly decision?: Omit<Decision, "field">;
  }[];
}

const facts = (share: number, missed: readonly [number, number, number]): Facts => ({
  share,
  low: share * 0.8,
  high: share * 1.2,
  alone: share * 1.5,
  inKept: share > 0.02,
  missedOf100: missed[1],
  missedOf100Low: missed[0],
  missedOf100High: missed[2],
});

const role = (sentence: string) => ({ verdict: "needed", reason: "role", sentence }) as const;
const untested = {
  verdict: "unused",
  reason: "no-outcome",
  sentence: "Nothing in this goal uses it; not tested.",
} as const;

/** Made-up, with names that break whatever does not escape: markup, pipes, formulas, quotes. */
const plans: readonly FieldPlan[] = [
  {
    name: "customer_id",
    label: "Customer number",
    sensitivity: "identifying",
    alone: 1200,
    verdict: "needed",
    action: "keep",
    goals: [role("It tells one customer from another."), role("It tells one customer from another.")],
  },
  {
    name: "email",
    label: "Email address",
    sensitivity: "identifying",
    alone: 1190,
    verdict: "needed",
    action: "pseudonymize",
    goals: [role("It tells one customer from another."), untested],
  },
  {
    name: "contract_end_date",
    label: "Contract end date",
    sensitivity: "personal",
    alone: 12,
    verdict: "needed",
    action: "keep",
    goals: [
      {
        verdict: "needed",
        reason: "lift",
        sentence: "Drop it and you miss 14 more of every 100 leavers.",
        facts: facts(0.4123456789, [11.2, 14.3, 17.6]),
      },
      untested,
    ],
  },
  {
    name: "date_of_birth",
    label: "Date of birth",
    sensitivity: "identifying",
    alone: 640,
    verdict: "coarser",
    action: "coarsen",
    keepAs: { level: "10-year band", sql: '(year("date_of_birth") // 10) * 10' },
    goals: [
      {
        verdict: "coarser",
        reason: "decision",
        sentence: "The CRM lead keeps it as a 10-year band.",
        decision: {
          verdict: "coarser",
          keepAs: "10-year band",
          by: "The CRM lead",
          at: "2026-11-20",
          reason: "A band does the job, says =cmd()|<b>x</b>",
          reviewBy: "2027-11-20",
        },
      },
      untested,
    ],
  },
  {
    name: "gender|<b>",
    label: "Gender | <b>pipes</b>",
    sensitivity: "personal",
    verdict: "unused",
    action: "drop",
    goals: [
      {
        verdict: "unused",
        reason: "no-lift",
        sentence: "No difference.",
        facts: { ...facts(0.001, [-0.6, 0.1, 0.7]), why: "no-signal" },
      },
      { verdict: "unused", reason: "not-permitted", sentence: "Nobody agreed to this use." },
    ],
  },
  {
    name: "=health",
    label: "=Guessed interest in health",
    sensitivity: "special",
    alone: 3,
    verdict: "unused",
    action: "drop",
    goals: [
      { verdict: "unused", reason: "not-permitted", sentence: "It is specially protected and nobody has allowed it." },
      { verdict: "unused", reason: "not-permitted", sentence: "It is specially protected and nobody has allowed it." },
    ],
  },
  {
    name: "late_payments",
    label: "Late payments, last year",
    sensitivity: "personal",
    verdict: "undecided",
    action: "decide",
    goals: [
      {
        verdict: "undecided",
        reason: "too-close",
        sentence: "Too close to call with 1,200 customers.",
        facts: facts(0.009, [-0.4, 0.8, 2.1]),
      },
      untested,
    ],
  },
  {
    name: "churned",
    label: "Churned",
    verdict: "needed",
    action: "keep",
    goals: [{ verdict: "needed", reason: "used", sentence: "The goal is measured with it." }, untested],
  },
];

const goalKeys = ["keep-leavers", "welcome"] as const;

export const reportDataset: Dataset = {
  slug: "harbour",
  name: "Harbour <Mobile> & Söhne",
  schema: "d_harbour",
  tables: [
    {
      name: "customers",
      slug: "customers",
      kind: "customers",
      records: 1200,
      fields: plans.map(({ name }, place) => ({ name, slug: `field-${place}`, type: "text" })),
      layout,
      sha256: "7f3a".repeat(16),
      rejected: 2,
      copiesRemoved: 1,
    },
  ],
  loadedAt: "2026-11-23T09:00:00Z",
  warnings: ["The dates of one column could be read in two ways."],
  fingerprint: "f".repeat(64),
};

export const reportProfiles: readonly FieldProfile[] = plans.map((plan, place) => ({
  table: "customers",
  name: plan.name,
  slug: `field-${place}`,
  label: plan.label,
  type: "text",
  meaning: "other",
  meaningReason: "made up",
  sensitivity: plan.sensitivity ?? "none",
  sensitivityReason: "made up",
  origin: "observed",
  originReason: "made up",
  corrected: [],
  records: 1200,
  filled: 1100,
  distinct: 12,
  approximate: false,
  top: [],
  spread: null,
  histogram: [],
  patterns: [],
  singledOutAlone: plan.alone ?? 0,
  freshness: null,
}));

const verdicts: readonly FieldVerdict[] = plans.flatMap((plan) =>
  plan.goals.map((own, place) => {
    const evidence: Evidence = {
      rule: own.reason,
      favours: own.verdict,
      sentence: own.sentence,
      facts: own.facts ?? {},
      query: own.facts ? "model/refit-without" : "strategy",
    };
    return {
      table: "customers",
      name: plan.name,
      goal: goalKeys[place] ?? "",
      verdict: own.verdict,
      reason: own.reason,
      keepAs: own.decision?.keepAs ?? null,
      evidence: [evidence],
      decision: own.decision ? { ...own.decision, field: plan.name } : null,
      measured: { verdict: own.verdict, reason: own.reason },
    };
  }),
);

const aHistory: History = {
  rows: {
    points: [150, 300, 600, 960].map((records, place) => ({
      records,
      subsets: [6, 4, 2, 1][place]!,
      loss: [0.45, 0.42, 0.405, 0.4][place]!,
      share: [0.51, 0.8, 0.951, 1][place]!,
      fitted: true,
    })),
    lastHalf: { value: 0.049, low: 0.012, high: 0.081 },
    state: "more-helps",
    needed: { value: 2310, low: 1411, high: 3840 },
    share: 0.98,
  },
  depth: {
    of: "events",
    tables: ["events"],
    curve: {
      points: [
        { months: 1, told: { value: 0.81, low: 0.76, high: 0.86 }, enough: false },
        { months: 6, told: { value: 0.995, low: 0.984, high: 1.006 }, enough: true },
        { months: 15, told: { value: 1, low: 1, high: 1 }, enough: true },
      ],
      needed: 6,
      olderHurts: false,
      share: 0.98,
    },
    forRows: null,
    keep: 6,
  },
  byTime: {
    from: "2026-08-25",
    records: 1200,
    keptShare: { value: 0.991, low: 0.982, high: 1.001 },
    told: { value: 0.934, low: 0.871, high: 0.997 },
    holds: true,
  },
  dated: null,
};
const kept = { keepFor: "400d", laws: ["invoices"] };

const aDrawing = { wide: "<svg></svg>", narrow: "<svg></svg>" };
const theSegments: Segments = {
  average: { value: 0.011, low: 0.002, high: 0.02 },
  groups: [
    {
      ...{ table: "customers", field: "plan_name", label: "Plan", level: null },
      ...{ value: "Harbour <L>", records: 130, loss: { value: 0.094, low: 0.051, high: 0.137 }, flagged: true },
    },
    {
      ...{ table: "customers", field: "date_of_birth", label: "Date of birth", level: "10-years" },
      ...{ value: "1980", records: 410, loss: { value: 0.008, low: -0.01, high: 0.026 }, flagged: false },
    },
  ],
};

const performance: Performance = {
  measure: "auc",
  allFields: { value: 0.842123456, low: 0.83, high: 0.854 },
  keptFields: { value: 0.8401, low: 0.828, high: 0.852 },
  keptShare: { value: 0.99412345678, low: 0.983 },
  foundInTop20: {
    allFields: { value: 0.709, low: 0.68, high: 0.74 },
    keptFields: { value: 0.69, low: 0.66, high: 0.72 },
  },
};

const before: Risk = {
  records: 1200,
  singledOut: 1176,
  singledOutShare: 0.98,
  smallestGroup: 1,
  inGroupsUnder5Share: 0.997,
  inGroupsUnder11Share: 1,
  averageRisk: 0.991666666667,
};
const after: Risk = {
  records: 1200,
  singledOut: 48,
  singledOutShare: 0.04,
  smallestGroup: 1,
  inGroupsUnder5Share: 0.13,
  inGroupsUnder11Share: 0.24,
  averageRisk: 0.101,
};

const goals: readonly GoalResult[] = [
  {
    goal: { key: "keep-leavers", name: "Keep customers whose contract is ending", draft: false },
    outcome: {
      kind: "yes-no",
      as: { field: "churned", is: "Yes" },
      label: "Churned is Yes",
      expression: { sql: "churned = 'Yes'" },
      fields: [{ table: "customers", field: "churned" }],
    },
    positives: 240,
    supported: true,
    performance,
    withAsked: performance,
    asked: [{ table: "customers", field: "gender", test: "carries-most", answer: null }],
    kept: [{ table: "customers", name: "contract_end_date", level: null }],
    proven: true,
    substitutes: [
      {
        kept: { table: "customers", name: "contract_end_date" },
        other: { table: "customers", name: "late_payments" },
        keptShare: { value: 0.98712345, low: 0.979 },
        same: false,
        reveals: "as-much",
      },
    ],
    warnings: [],
    segments: { measured: theSegments, sentences: saySegments(theSegments) },
    history: {
      measured: aHistory,
      sentences: sayHistory(aHistory, kept),
      kept: { for: "400d", tooLong: keptTooLong(aHistory, kept) },
      drawn: { rows: aDrawing, depth: aDrawing },
    },
  },
  {
    goal: { key: "welcome", name: "Welcome to the <app>", draft: true },
    outcome: null,
    positives: null,
    supported: null,
    performance: null,
    withAsked: null,
    asked: [],
    kept: [],
    proven: true,
    warnings: [],
  },
];

export function aMinimizationInput(change: Partial<MinimizationInput> = {}): MinimizationInput {
  return {
    winnow: "0.1.0",
    run: "2026-11-24T10:00:00Z",
    asOf: "2026-11-23T09:40:00Z",
    seed: 1,
    dataset: reportDataset,
    profiles: reportProfiles,
    goals,
    verdicts,
    combined: plans.map(({ name, verdict, action, keepAs }) => ({
      table: "customers",
      name,
      verdict,
      action,
      keepAs: keepAs ?? null,
    })),
    risk: {
      identifyingFields: [
        { table: "customers", field: "contract_end_date" },
        { table: "customers", field: "date_of_birth" },
      ],
      before,
      after,
      exposed: { under: 11, customers: 288 },
    },
    joint: {
      separate: ["customer_id", "email", "contract_end_date", "late_payments"].map((name) => ({
        table: "customers",
        name,
      })),
      together: ["customer_id", "email", "late_payments"].map((name) => ({ table: "customers", name })),
      goals: [
        {
          goal: "keep-leavers",
          kept: [{ table: "customers", name: "late_payments" }],
          keptShare: { value: 0.99312345, low: 0.981 },
          proven: true,
          leaves: [{ table: "customers", name: "contract_end_date" }],
          takes: [{ table: "customers", name: "late_payments" }],
        },
      ],
    },
    thresholds: { delta: 0.01, q: 0.1, k: 11 },
    queries: ["profiles/group-sizes"],
    ...change,
  };
}

const stage = (
  name: StageName,
  [count, lost]: readonly [number, number],
  [means, lostBecause]: readonly [string, string],
): StageCount => ({
  stage: name,
  measured: true,
  count,
  lost,
  share: count / 12480,
  customers: count,
  why: null,
  means,
  lostBecause,
});

/** The stage that nothing measures. */
export function unmeasuredStage(name: StageName, why: string): StageCount {
  return {
    stage: name,
    measured: false,
    count: null,
    lost: null,
    share: null,
    customers: null,
    why,
    means: "",
    lostBecause: "",
  };
}

function aFixPlan(): FixPlan {
  const shareAfter = (gain: number) => (2980 + gain) / 12480;
  const fix = (
    key: string,
    stage: StageName,
    effort: Effort,
    gain: number,
    [says, note]: readonly [string, string | null],
  ) => ({
    ...{ key, stage, effort, points: effortPoints[effort], by: null, gain, fix: says, note },
    shareAfter: shareAfter(gain),
  });
  const step = (fixes: readonly number[], effort: number, gain: number) => ({
    fixes,
    effort,
    gain,
    shareAfter: shareAfter(gain),
  });
  return {
    fixes: [
      fix("read late_payments", "fresh", "large", 2929, [
        "Read <Data left> at least every 15 minutes",
        "Today once a night",
      ]),
      fix("ask app-push", "agreed", "small", 730, ["Ask for a yes to app push", "If everybody asked says yes"]),
      fix("check app-push", "reachable", "small", 284, ["Check the addresses for app push", null]),
      fix("match", "identifiable", "medium", 0, ["Give every record its customer number", null]),
    ],
    together: step([0, 1, 2, 3], 13, 5400),
    steps: [step([1], 1, 730), step([1, 2], 2, 1210), step([0, 1, 2], 10, 5150), step([0, 1, 2, 3], 13, 5400)],
    shareNow: shareAfter(0),
    wishedShare: shareAfter(4320),
    wished: false,
    cheapest: step([0, 1, 2], 10, 5150),
  };
}

export function aGoalActionability(change: Partial<GoalActionability> = {}): GoalActionability {
  return {
    key: "top-up",
    name: "Top-up offer when <data> runs low",
    unit: "customer",
    windowMinutes: 15,
    channels: [{ channel: "app-push", agreed: 8400, reachable: 7900 }],
    stages: [
      stage("known", [12480, 0], ["Customers in the table", ""]),
      stage("identifiable", [12105, 375], ["App account matches a bill", "no match"]),
      stage("present", [11640, 465], ["Data left and Plan on file", "reading missing"]),
      stage("fresh", [5870, 5770], ["Reading under 15 minutes old", "reading too old"]),
      stage("agreed", [3940, 1930], ["Said yes to app messages", "have not agreed"]),
      stage("reachable", [3410, 530], ["Push address works", "address expired"]),
      stage("in-time", [3310, 100], ["The news arrives within 15 minutes", "news arrives too late"]),
      stage("actionable", [2980, 0], ["Not in quiet hours", ""]),
    ],
    heldBack: 330,
    actionable: { count: 2980, share: 2980 / 12480, low: 0.2314, high: 0.2463, atMost: false, countsOnly: false },
    ofAudience: { customers: 2980, share: 2980 / 12480, low: 0.2314, high: 0.2463 },
    atTriggerTime: null,
    bottleneck: "fresh",
    lag: {
      measured: true,
      events: 4200,
      negative: 3,
      p50Minutes: 4,
      p95Minutes: 610,
      p99Minutes: null,
      inWindowShare: 0.61,
      inWindowLow: 0.595,
      inWindowHigh: 0.625,
      matureMinutes: 2880,
      batch: "arrives once a night, between 02:00 and 03:00 UTC",
    },
    fields: [
      {
        table: "customers",
        name: "contract_end_date",
        readiness: "in-time",
        coverage: 0.993,
        inTimeShare: null,
      },
      { table: "customers", name: "late_payments", readiness: "late", coverage: 0.93, inTimeShare: 0.504 },
    ],
    fixes: [
      {
        fix: "Read “Data left” within 15 minutes",
        stage: "fresh",
        gain: 2929,
        shareAfter: (2980 + 2929) / 12480,
        expected: null,
      },
      {
        fix: "Ask for consent to app messages",
        stage: "agreed",
        gain: 730,
        shareAfter: (2980 + 730) / 12480,
        expected: 512,
      },
    ],
    warnings: ["Today’s values are used; that flatters."],
    asOf: "2026-11-23T09:40:00Z",
    audience: 12480,
    lookBackMinutes: null,
    ages: [
      { label: "under 15 minutes", count: 5870, late: false },
      { label: "15 to 60 minutes", count: 310, late: true },
      { label: "1 to 6 hours", count: 240, late: true },
      { label: "6 to 24 hours", count: 4980, late: true },
      { label: "over a day", count: 240, late: true },
    ],
    agesOf: { table: "customers", name: "late_payments", maxAgeMinutes: 15, unknown: 12 },
    losses: [
      { stage: "identifiable", alone: 92, share: 214.5 },
      { stage: "fresh", alone: 2929, share: 4210.25 },
      { stage: "agreed", alone: 730, share: 2301.75 },
    ],
    jointGains: [{ stages: ["fresh", "agreed"], gain: 4870 }],
    mending: null,
    plan: aFixPlan(),
    lateness: {
      units: 1040,
      lost: 61.5,
      low: 48.2,
      high: 74.8,
      outcomes: null,
      weeks: 4.2,
      assumes: "acting is worth all of it inside the window, and nothing after it",
    },
    volume: {
      days: 56,
      median: 148,
      low: 121,
      high: 163,
      weekdays: [
        { day: "Monday", mean: 151.2 },
        { day: "Tuesday", mean: 149 },
        { day: "Wednesday", mean: 150.5 },
        { day: "Thursday", mean: 155 },
        { day: "Friday", mean: 158.25 },
        { day: "Saturday", mean: 130 },
        { day: "Sunday", mean: 119.75 },
      ],
      change: { recent: 4310, before: 3790, ratio: 1.1372, low: 1.07, high: 1.21 },
      repeats: { triggers: 212, customers: 140 },
    },
    groups: {
      differing: [
        {
          table: "customers",
          name: "gender|<b>",
          level: null,
          groups: [
            { value: "<i>S</i>", customers: 4000, units: 4000, count: 1240, share: 0.31, low: 0.296, high: 0.325 },
            { value: null, customers: 480, units: 480, count: 96, share: 0.2, low: 0.166, high: 0.238 },
            { value: "L|XL", customers: 7990, units: 7990, count: 1640, share: 0.205257, low: 0.197, high: 0.214 },
          ],
          hidden: 2,
        },
        {
          table: "customers",
          name: "date_of_birth",
          level: { key: "10-years", label: "10 years of birth together" },
          groups: [
            { value: "1990", customers: 3000, units: 3000, count: 900, share: 0.3, low: 0.284, high: 0.317 },
            { value: "1960", customers: 2500, units: 2500, count: 450, share: 0.18, low: 0.165, high: 0.195 },
          ],
          hidden: 0,
        },
      ],
      alike: [{ table: "customers", name: "late_payments" }],
    },
    decay: [
      {
        table: "customers",
        name: "contract_end_date",
        halfLife: { days: 412, low: 380, high: 451 },
        why: null,
        looked: 9120,
        changed: 640,
        history: "contract_history",
        usual: null,
      },
      {
        table: "customers",
        name: "late_payments",
        halfLife: null,
        why: "only one value of each customer is on record",
        looked: 0,
        changed: 0,
        history: null,
        usual: null,
      },
    ],
    consentClock: {
      reached: 6100,
      askable: 820,
      old: 240,
      months: forecastBase(6100, 820, { rate: 0.012, low: 0.011, high: 0.013 }),
      from: { kind: "opt-outs", withdrawn: 912, years: 6330, loss: { rate: 0.012, low: 0.011, high: 0.013 } },
    },
    leftOut: { future: 2, timeless: 0, repeated: 7, immature: 0 },
    queries: ["actionability/stage-masks", "actionability/field-ages"],
    ...change,
  };
}

export function anActionabilityInput(change: Partial<ActionabilityInput> = {}): ActionabilityInput {
  return {
    winnow: "0.1.0",
    run: "2026-11-24T10:00:00Z",
    asOf: "2026-11-23T09:40:00Z",
    seed: 1,
    dataset: reportDataset,
    profiles: reportProfiles,
    goals: [aGoalActionability()],
    ...change,
  };
}

import type { Action, Risk, Sensitivity } from "../../vocabulary.ts";
import { firstNames, of100, ringsOf100, thousands } from "../say-figures.ts";
import type { FieldLine } from "./field-lines.ts";
import type { MinimizationReport } from "./minimization-report.ts";

export interface BeforeAfter {
  readonly records: string;
  readonly crowds: readonly Crowd[];
  readonly hasPlan: boolean;
  readonly rows: readonly RiskRow[];
  /** the fields whose combinations were counted */
  readonly counted: readonly string[];
  /** whom the plan still leaves exposed, in a sentence */
  readonly still: string | null;
}

export interface Crowd {
  readonly figure: string;
  readonly words: string;
  readonly rings: readonly { readonly x: number; readonly y: number; readonly full: boolean }[];
}

export interface RiskRow {
  readonly measure: string;
  readonly note: string;
  readonly today: string;
  readonly plan: string;
  readonly same: boolean;
}

const held: readonly Action[] = ["keep", "pseudonymize", "decide"];

/** The same people, the same fields, the same counting, before and after. Whatever got worse stands first. */
export function beforeAfter(report: MinimizationReport, lines: readonly FieldLine[]): BeforeAfter {
  const { before, after, identifyingFields, exposed } = report.risk;
  const rows = [...riskRows(before, after), ...heldRows(lines, after !== null)];
  return {
    records: thousands(before.records),
    hasPlan: after !== null,
    crowds: [
      crowd(before.singledOutShare, "of every 100 can be singled out today"),
      ...(after ? [crowd(after.singledOutShare, "of every 100 with this plan")] : []),
    ],
    rows: [...rows.filter(({ worse }) => worse), ...rows.filter(({ worse }) => !worse)],
    counted: firstNames(
      identifyingFields.map(
        ({ table, name }) => lines.find(({ field }) => field.table === table && field.name === name)?.label ?? name,
      ),
    ),
    still: exposed ? sayStill(exposed) : null,
  };
}

function sayStill({ under, customers }: { readonly under: number; readonly customers: number }): string {
  if (customers === 0) return `With this plan every customer shares what is kept with at least ${under - 1} others.`;
  return `With this plan ${thousands(customers)} ${customers === 1 ? "customer still stands out" : "customers still stand out"}: fewer than ${under} share what is kept of them.`;
}

function crowd(share: number, words: string): Crowd {
  const full = ringsOf100(share);
  // 37 and 100 share no factor, so the rings fill one by one, scattered, and the same ones every time.
  const rings = Array.from({ length: 100 }, (_, place) => ({
    x: (place % 20) * 10,
    y: 2 + Math.floor(place / 20) * 14,
    full: (place * 37 + 11) % 100 < full,
  }));
  return { figure: of100(share), words, rings };
}

type Row = RiskRow & { readonly worse: boolean };

function riskRows(before: Risk, after: Risk | null): readonly Row[] {
  const row = (measure: string, figure: (risk: Risk) => number, say: (risk: Risk) => string, note = ""): Row => ({
    measure,
    note: after && figure(after) > figure(before) ? "Got worse with this plan" : note,
    today: say(before),
    plan: after ? say(after) : "not measured",
    same: !after || figure(after) === figure(before),
    worse: after !== null && figure(after) > figure(before),
  });
  const people = (share: number) => (share === 0 ? "nobody" : `${of100(share)} of 100`);
  const customers = (count: number) =>
    count === 0 ? "nobody" : count === 1 ? "1 customer" : `${thousands(count)} customers`;
  return [
    row(
      "Can be singled out",
      (risk) => risk.singledOut,
      (risk) => customers(risk.singledOut),
    ),
    row(
      "In groups under 5",
      (risk) => risk.inGroupsUnder5Share,
      (risk) => people(risk.inGroupsUnder5Share),
    ),
    row(
      "In groups under 11",
      (risk) => risk.inGroupsUnder11Share,
      (risk) => people(risk.inGroupsUnder11Share),
    ),
    row(
      "Average chance of picking the right person",
      (risk) => risk.averageRisk,
      (risk) => `${of100(risk.averageRisk)} of 100`,
    ),
    row(
      "Smallest group",
      (risk) => -risk.smallestGroup,
      (risk) => customers(risk.smallestGroup),
      "The largest risk for one person",
    ),
  ];
}

function heldRows(lines: readonly FieldLine[], hasPlan: boolean): readonly Row[] {
  const row = (measure: string, note: string, sensitivity: Sensitivity): Row => {
    const own = lines.filter(({ field }) => field.sensitivity === sensitivity);
    const kept = own.filter(({ field }) => held.includes(field.action)).length;
    return {
      measure,
      note,
      today: String(own.length),
      plan: hasPlan ? String(kept) : "not measured",
      same: !hasPlan || kept === own.length,
      worse: false,
    };
  };
  return [
    row("Fields that point to one person", "Names, addresses, numbers: held, not counted in groups", "identifying"),
    row("Specially protected fields", "", "special"),
  ];
}

import type { Sensitivity } from "../../vocabulary.ts";
import { thousands } from "../say-figures.ts";
import type { FieldLine } from "./field-lines.ts";

export interface FirstActions {
  readonly rows: readonly {
    readonly number: number;
    readonly action: string;
    readonly why: string;
    readonly alone: string;
  }[];
  readonly more: number;
}

const listed = 12;
const gravity: Readonly<Record<Sensitivity, number>> = { special: 0, identifying: 1, personal: 2, none: 3 };

/** Specially protected fields first, then those that point at a person, then by the people they single out alone. */
export function firstActions(lines: readonly FieldLine[]): FirstActions | null {
  const acts = lines.filter(
    ({ field }) => field.action === "drop" || field.action === "coarsen" || field.action === "pseudonymize",
  );
  if (!acts.length) return null;
  const ordered = acts.toSorted(
    (a, b) =>
      gravity[a.field.sensitivity] - gravity[b.field.sensitivity] ||
      b.profile.singledOutAlone - a.profile.singledOutAlone,
  );
  const rows = ordered.slice(0, listed).map((line, place) => ({
    number: place + 1,
    action: action(line),
    why: line.sentence,
    alone: line.profile.singledOutAlone ? thousands(line.profile.singledOutAlone) : "none",
  }));
  return { rows, more: ordered.length - rows.length };
}

function action({ field, label, level, mark }: FieldLine): string {
  if (level) return `Keep ${label} as ${level}`;
  if (field.action === "coarsen") return `Keep ${label} at less detail`;
  if (field.action === "pseudonymize") return `Put a made-up number in place of ${label}`;
  return `Stop collecting ${label} and delete it${mark ? `: it is ${mark.words === "specially protected" ? mark.words : "enough to point to one person"}` : ""}`;
}

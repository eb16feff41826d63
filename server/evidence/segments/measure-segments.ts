import { customersTable } from "../../datasets/dataset.ts";
import type { Engine } from "../../jobs/engine.ts";
import type { JobContext } from "../../jobs/jobs.ts";
import { segmentLossesTask } from "../../model/segment-losses-task.ts";
import type { Estimate } from "../../vocabulary.ts";
import type { AnalysisInput } from "../analysis-input.ts";
import { encodeFields } from "../encoding/encode-fields.ts";
import type { Asked } from "../field-facts.ts";
import type { FittedHistory } from "../history/fitted-history.ts";
import { segmentFields } from "./segment-fields.ts";

/** What groups of customers lose with the kept set, in shares of what the fields tell of all. Plain JSON. */
export interface Segments {
  readonly average: Estimate;
  readonly groups: readonly SegmentGroup[];
}

export interface SegmentGroup {
  readonly table: string;
  readonly field: string;
  readonly label: string;
  /** the level's key; null where the values are told apart as they are */
  readonly level: string | null;
  /** null is the empty cell */
  readonly value: string | null;
  readonly records: number;
  readonly loss: Estimate;
  /** shown to lose more than twice the average */
  readonly flagged: boolean;
}

/** Loss by segment, for the largest groups of every field of few values. Null where there is none, or of several values. */
export async function measureSegments(
  { database, pool }: Engine,
  input: AnalysisInput,
  fitted: Pick<FittedHistory, "input" | "model" | "outcome" | "options" | "allFacts">,
  asked: ReadonlyMap<string, Asked>,
  context: JobContext,
): Promise<Segments | null> {
  const { model, outcome, options } = fitted;
  const segments = segmentFields(database, input, fitted.allFacts, asked);
  if (!segments.length || model.values) return null;
  const read = segments.map((segment) => segment.read);
  const encoded = await encodeFields(database, input.dataset, read, outcome.expression, options);
  const groupings = encoded.input.fields.map(({ codes }, place) => ({
    name: String(place),
    codes,
    groups: (encoded.bins[place]?.bins ?? []).flatMap(({ kind }, code) =>
      kind === "value" || kind === "empty" ? [code] : [],
    ),
  }));
  const both = [...new Set([...model.reference.fields, ...model.kept, ...model.pairs.flat()])];
  const losses = await pool.run(
    segmentLossesTask,
    {
      input: fitted.input,
      kept: { fields: model.kept, lambda: model.lambda },
      reference: { fields: both, lambda: model.reference.lambda },
      pairs: model.pairs,
      groupings,
    },
    context,
  );
  if (!losses) return null;
  const groups = losses.groups.flatMap(({ name, code, records, loss, flagged }): SegmentGroup[] => {
    const segment = segments[Number(name)];
    const bin = encoded.bins[Number(name)]?.bins[code];
    if (!segment || !bin) return [];
    const { field, label, level } = segment;
    return [
      {
        table: customersTable(input.dataset).name,
        field,
        label,
        level,
        value: bin.kind === "value" ? shown(bin.value, level) : null,
        records,
        loss,
        flagged,
      },
    ];
  });
  return groups.length ? { average: losses.average, groups } : null;
}

/** The lower end of a band is worked out, and comes as "30.0". */
function shown(value: string, level: string | null): string {
  return level === null ? value : value.replace(/\.0$/, "");
}

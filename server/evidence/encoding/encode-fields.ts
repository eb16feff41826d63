import type { Database } from "../../database/database.ts";
import { count } from "../../database/shape.ts";
import { identifier, relation, type Sql } from "../../database/sql-text.ts";
import { customersTable } from "../../datasets/dataset.ts";
import type { Progress } from "../../jobs/serve-tasks.ts";
import type { FieldBins } from "../../model/bins/field-bins.ts";
import type { BinnedField, ModelInput } from "../../model/model-input.ts";
import type { Dataset } from "../../vocabulary.ts";
import { FieldReader, type ReadField } from "./field-reader.ts";

export interface EncodeOptions {
  readonly seed: number;
  /** the field that tells customers apart; null: a hash of the whole record does */
  readonly key: string | null;
  /** the customers table with more columns, where fields need them; else the table as it is */
  readonly relation?: Sql;
  /** a condition on the customers table; null leaves nobody out */
  readonly audience: Sql | null;
  /** `several`: the outcome is the small code of one of several values */
  readonly measure?: ModelInput["measure"] | "several";
  /** to be read as the numbers that they are */
  readonly numbers?: readonly ReadField[];
  /** most records that the model sees; above it, a sample of cases and controls */
  readonly mostRecords?: number;
  readonly signal?: AbortSignal | undefined;
  readonly progress?: Progress | undefined;
}

export interface EncodedFields {
  readonly input: Omit<ModelInput, "settings">;
  /** what each field's codes stand for, in the order of `input.fields` */
  readonly bins: readonly FieldBins[];
  /** of each field of `numbers`, in the order of the records; NaN is the empty cell */
  readonly numbers: readonly Float64Array[];
  /** of the audience: with a known outcome, with the outcome itself, and with none known */
  readonly audience: { readonly records: number; readonly withOutcome: number; readonly unknown: number };
}

interface Shares {
  readonly withOutcome: number;
  readonly withoutOutcome: number;
  readonly bins: number;
}

const folds = 5;
const mostModelled = 50_000;

/**
 * Reads fields of the customers table once and turns them into small codes, ready for the model.
 * Records stand in the order of a hash of key and seed; the fold is the rank in that order within the class.
 * Above `mostRecords`: of the rarer class all up to half, the rest from the other, with inverse-probability weights;
 * bins are then made from a plain sample, so that the outcome plays no part in them.
 * @param outcome over the customers table, yes or no (or a number): records where it is null are left out
 */
export async function encodeFields(
  database: Database,
  dataset: Dataset,
  fields: readonly ReadField[],
  outcome: Sql,
  options: EncodeOptions,
): Promise<EncodedFields> {
  const { progress = () => undefined, signal, seed, key } = options;
  const table = customersTable(dataset);
  const most = options.mostRecords ?? mostModelled;
  const audience = options.audience ?? database.fragment("evidence/everyone");
  const names = { customers: options.relation ?? relation(dataset.schema, table.name), audience, outcome };
  progress(0, 2, "Reading the fields");
  const counts = await database.row(
    "evidence/encode-counts",
    { records: count, withOutcome: count, unknown: count },
    { names, signal },
  );
  const measure = options.measure ?? "auc";
  const shares = sharesOf(counts, most, measure);
  const record = table.fields.map(({ name }) => name);
  const all = [...fields, ...(options.numbers ?? [])];
  const read = all.map(({ name, expression }) => expression ?? identifier(name));
  const readers = all.map((field) => new FieldReader(field));
  const outcomes: number[] = [];
  const places: number[] = [];
  let forBins = 0;
  await database.chunks(
    "evidence/encode-records",
    {
      names: { ...names, key: key === null ? record : key, record, fields: read },
      values: { seed, with_share: shares.withOutcome, without_share: shares.withoutOutcome, bins_share: shares.bins },
      signal,
    },
    (chunk) => {
      const rows = chunk.rowCount;
      const columns = [0, 1, 2].map((column) => chunk.getColumnVector(column));
      for (let row = 0; row < rows; row++) {
        if (columns[1]?.getItem(row)) places.push(outcomes.length);
        if (columns[2]?.getItem(row)) forBins++;
        outcomes.push(columns[0]?.getItem(row) as number);
      }
      for (const [index, reader] of readers.entries()) reader.read(chunk.getColumnVector(index + 3), rows);
    },
  );
  progress(1, 2, "Making bins");
  const chosen = Float64Array.from(places, (place) => outcomes[place] ?? 0);
  const encoded = encodeAll(readers.slice(0, fields.length), forBins, places);
  progress(2, 2, "Done");
  return {
    input: {
      records: places.length,
      outcome: chosen,
      measure: measure === "captured" ? "captured" : "auc",
      fold: foldsByRank(chosen, measure === "several" ? (code) => code : (value) => (value > 0 ? 1 : 0)),
      folds,
      weight: counts.records <= most || measure !== "auc" ? null : weightsOf(chosen, counts),
      fields: encoded.fields,
    },
    bins: encoded.bins,
    numbers: readers.slice(fields.length).map((reader) => reader.numbers(places)),
    audience: counts,
  };
}

/** Which part of each class is sampled: of the rarer one all up to half of `most`, the rest from the other. Of numbers and of several values, the same part of all. */
function sharesOf(
  { records, withOutcome }: EncodedFields["audience"],
  most: number,
  measure: EncodeOptions["measure"],
): Shares {
  if (records <= most) return { withOutcome: 1, withoutOutcome: 1, bins: 1 };
  if (measure !== "auc") return { withOutcome: most / records, withoutOutcome: most / records, bins: most / records };
  const withoutOutcome = records - withOutcome;
  const rarer = Math.min(withOutcome, withoutOutcome);
  const ofRarer = Math.min(rarer, Math.floor(most / 2));
  const [rarerShare, otherShare] = [ofRarer / rarer, (most - ofRarer) / (records - rarer)];
  const isRarer = withOutcome === rarer;
  return {
    withOutcome: isRarer ? rarerShare : otherShare,
    withoutOutcome: isRarer ? otherShare : rarerShare,
    bins: most / records,
  };
}

/**
 * The bins are made from the plain sample, which is the first `forBins` records: with the smallest hashes nobody is left
 * out. The model's records stand at `places`.
 */
function encodeAll(
  readers: readonly FieldReader[],
  forBins: number,
  places: readonly number[],
): { fields: BinnedField[]; bins: FieldBins[] } {
  const shared = new Uint8Array(new SharedArrayBuffer(readers.length * places.length));
  const bins: FieldBins[] = [];
  const fields = readers.map((reader, index): BinnedField => {
    const codes = shared.subarray(index * places.length, (index + 1) * places.length);
    const made = reader.encode(forBins, places, codes);
    bins.push(made);
    return { name: made.name, codes, bins: made.bins.length, ordered: made.ordered };
  });
  return { fields, bins };
}

/** Rank in the hash order within the class, modulo the folds: stratified, and the same however the file is sorted. */
function foldsByRank(outcome: Float64Array, classOf: (value: number) => number): Uint8Array {
  const ranks: number[] = [];
  return Uint8Array.from(outcome, (value) => {
    const rank = ranks[classOf(value)] ?? 0;
    ranks[classOf(value)] = rank + 1;
    return rank % folds;
  });
}

/** How many of the audience each record stands for, scaled so that the weights sum to the number of records. */
function weightsOf(
  outcome: Float64Array,
  audience: { readonly records: number; readonly withOutcome: number },
): Float64Array {
  const chosenWith = outcome.reduce((sum, value) => sum + (value > 0 ? 1 : 0), 0);
  const scale = outcome.length / audience.records;
  const weightWith = (scale * audience.withOutcome) / chosenWith;
  const weightWithout = (scale * (audience.records - audience.withOutcome)) / (outcome.length - chosenWith);
  return outcome.map((value) => (value > 0 ? weightWith : weightWithout));
}

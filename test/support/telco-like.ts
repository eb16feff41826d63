import { randomStream } from "../../sample-data/random.ts";

/** A customers table as text: `header` and one line a record. */
export interface TextTable {
  readonly header: readonly string[];
  readonly records: readonly (readonly string[])[];
}

const codes = { month: "A", "one year": "B", "two years": "C" } as const;

/**
 * Records like those of a telephone company: an id, 12 fields, and `left` (Yes or No, about a quarter). Contract, months, charge
 * and internet drive the outcome; `paper` and `gender` are noise; `contract_code` is `contract` in other words; about one in 50 cells is empty.
 */
export function telcoLike({ records = 1_500, seed = 1 } = {}): TextTable {
  const random = randomStream(seed, "telco-like");
  const header =
    "customer_id,gender,city,contract,contract_code,months,charge,internet,support,payment,paper,joined,left";
  const rows = Array.from({ length: records }, (_, row) => {
    const contract = random.pick(["month", "month", "one year", "two years"] as const);
    const months = 1 + Math.floor(72 * random.next() ** 1.5);
    const internet = random.pick(["none", "dsl", "fibre"]);
    const charge = Math.round(
      100 * (20 + (internet === "fibre" ? 45 : internet === "dsl" ? 25 : 0) + 20 * random.next()),
    );
    const logOdds =
      -1.9 +
      { month: 1.4, "one year": -0.3, "two years": -1.6 }[contract] -
      months / 30 +
      (internet === "fibre" ? 1.3 : 0);
    const cells = [
      `T${100_000 + ((row * 7_919) % 99_991)}`,
      random.pick(["f", "m"]),
      random.pick(["Aachen", "Bonn", "Celle", "Dessau", "Essen", "Fulda", "Gera", "Halle"]),
      contract,
      codes[contract],
      String(months),
      (charge / 100).toFixed(2),
      internet,
      random.pick(["yes", "no"]),
      random.pick(["card", "debit", "cheque"]),
      random.pick(["yes", "no"]),
      `20${String(10 + Math.floor(15 * random.next())).padStart(2, "0")}-0${1 + Math.floor(9 * random.next())}-1${row % 10}`,
      random.chance(1 / (1 + Math.exp(-logOdds))) ? "Yes" : "No",
    ];
    const filled = cells.map((cell, column) => (column > 0 && column < 12 && random.chance(0.02) ? "" : cell));
    // A copy is empty where its field is.
    return filled.with(4, filled[3] === "" ? "" : codes[contract]);
  });
  return { header: header.split(","), records: rows };
}

export function csvOf({ header, records }: TextTable): string {
  return `${[header, ...records].map((cells) => cells.join(",")).join("\n")}\n`;
}

/** The same things in another order. */
export function shuffled<T>(things: readonly T[], seed: number): readonly T[] {
  const random = randomStream(seed, "shuffled");
  const mixed = [...things];
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = random.integer(0, last);
    [mixed[last], mixed[other]] = [mixed[other] as T, mixed[last] as T];
  }
  return mixed;
}

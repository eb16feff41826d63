import type { Session } from "../../database/database.ts";
import { makeSteps, type Steps } from "./steps.ts";

/** The next steps of `rehearsal_steps`, from the `from`th on. */
export async function readSteps(session: Session, from: number, count: number): Promise<Steps> {
  const steps = makeSteps(count);
  let rows = 0;
  await session.chunks("actionability/rehearsal-steps", { values: { from, count } }, (chunk) => {
    const columns = [
      steps.at,
      steps.kind,
      steps.customer,
      steps.place,
      steps.value,
      steps.flags,
      steps.agreed,
      steps.reachable,
    ];
    for (const [index, column] of columns.entries()) column.set(numbersOf(chunk.getColumnVector(index)), rows);
    rows += chunk.rowCount;
  });
  return rows === count ? steps : { ...steps, rows };
}

type Numbers = Float64Array | Uint8Array | Int32Array;

/** A vector of DuckDB keeps numbers in a typed array; which one, its class says, and that stays in database/. */
function numbersOf(vector: object): Numbers {
  const items = "items" in vector ? vector.items : null;
  if (items instanceof Float64Array || items instanceof Uint8Array || items instanceof Int32Array) return items;
  throw new Error("A step's column does not hold numbers.");
}

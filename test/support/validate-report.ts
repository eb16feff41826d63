import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { packageRoot } from "../../server/package-root.ts";

export type ReportKind = "minimization" | "actionability" | "profile" | "goals" | "check";

const schema = JSON.parse(readFileSync(join(packageRoot(), "server/reports/report-schema.json"), "utf8")) as object & {
  readonly $id: string;
};
const ajv = new Ajv({ allErrors: true, allowUnionTypes: true }).addSchema(schema);

/** What is wrong with a document by the one JSON Schema; nothing when it keeps the contract. */
export function reportFaults(kind: ReportKind, document: unknown): readonly string[] {
  const validate = ajv.getSchema(`${schema.$id}#/definitions/${kind}`);
  if (!validate) throw new Error(`The schema has no entry ${kind}.`);
  if (validate(document)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || "/"} ${message ?? ""}`);
}

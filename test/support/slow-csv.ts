import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

/**
 * A CSV reader of RFC 4180, sign by sign over the whole text, that shares nothing with the product: the yardstick for what a file
 * says. Blank lines are no records.
 */
export function slowCsv(text: string, separator = ",", quote = '"'): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let cell = "";
  let state: "start" | "plain" | "quoted" | "closed" = "start";
  const endCell = () => {
    record.push(cell);
    cell = "";
    state = "start";
  };
  const endRecord = () => {
    endCell();
    if (record.length > 1 || record[0] !== "") records.push(record);
    record = [];
  };
  const signs = text.replace(/^\ufeff/, "");
  for (let at = 0; at < signs.length; at++) {
    const sign = signs.charAt(at);
    if (state === "quoted") {
      if (sign === quote) state = "closed";
      else cell += sign;
    } else if (state === "closed" && sign === quote) {
      cell += quote;
      state = "quoted";
    } else if (sign === quote && state === "start") state = "quoted";
    else if (sign === separator) endCell();
    else if (sign === "\n") endRecord();
    else if (sign === "\r") {
      if (signs[at + 1] !== "\n") endRecord();
    } else {
      cell += sign;
      if (state === "start") state = "plain";
    }
  }
  if (cell !== "" || record.length > 0) endRecord();
  return records;
}

export function slowCsvFile(path: string, separator = ","): string[][] {
  const bytes = readFileSync(path);
  return slowCsv((path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8"), separator);
}

import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { expect, test } from "vitest";
import { takeInFile } from "../../../server/datasets/take-in-file.ts";
import { openLoader } from "../../support/load-text.ts";

test("transcoding holds a chunk of a file at a time, however large it is", async () => {
  const { database, folder } = await openLoader();
  const path = join(folder, "large.csv");
  const chunk = Buffer.from("id;name;city\r\n1;Zo\xeb;K\xf6ln\n".repeat(8000), "latin1");
  function* chunks() {
    for (let written = 0; written < 120e6; written += chunk.length) yield chunk;
  }
  await pipeline(Readable.from(chunks()), createWriteStream(path));
  const before = process.memoryUsage().rss;
  let most = before;
  const watch = () => {
    most = Math.max(most, process.memoryUsage().rss);
  };
  const taken = await takeInFile(path, { incoming: folder, progress: watch });
  watch();
  expect(taken.encoding).toBe("windows-1252");
  expect((most - before) / 1e6).toBeLessThan(100);
  await taken.dispose();
  database.close();
}, 30_000);

import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { count } from "../../../server/database/shape.ts";
import { UserError } from "../../../server/errors.ts";
import { openWorkbench } from "../../../server/workbench.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";

describe("a workspace that is open", () => {
  test("is refused to the same process, and goes on", async () => {
    const folder = mkdtempSync(join(tmpdir(), "winnow-twice-"));
    const first = await openWorkbench({ folder });
    const { database } = first;
    await database.run(sql("create table kept (n bigint)"));
    await database.run(sql("insert into kept values (1)"));
    for (const options of [
      { folder },
      { folder, threads: 1 },
      { folder: join(folder, "..", folder.split("/").at(-1) ?? "") },
    ]) {
      const second = await openWorkbench(options).catch((error: unknown) => error);
      expect(second).toBeInstanceOf(UserError);
      expect(`${second}`).toContain("already uses this workspace");
    }
    await database.run(sql("insert into kept values (2)"));
    await first.close();
    const again = await openWorkbench({ folder });
    expect(await again.database.row(sql("select count(*) as records from kept"), { records: count })).toEqual({
      records: 2,
    });
    await again.close();
  });

  test("keeps two workspaces in memory apart", async () => {
    const [one, other] = await Promise.all([openTestDatabase(), openTestDatabase()]);
    await one.database.run(sql("create table kept (n bigint)"));
    await other.database.run(sql("create table kept (n bigint)"));
    one.database.close();
    other.database.close();
  });
});

describe("a stream that is read", () => {
  test("and statements asked meanwhile all come to their end", async () => {
    const { database } = await openTestDatabase();
    const records = 300_000;
    const meanwhile: Promise<{ readonly records: number }>[] = [];
    let read = 0;
    await database.chunks(sql(`select range as n from range(${records})`), {}, (chunk) => {
      read += chunk.rowCount;
      if (meanwhile.length < 20)
        meanwhile.push(database.row(sql(`select count(*) as records from range(${records})`), { records: count }));
    });
    expect(read).toBe(records);
    expect(await Promise.all(meanwhile)).toEqual(meanwhile.map(() => ({ records })));
    database.close();
  });

  test("two at a time each come to their end", async () => {
    const { database } = await openTestDatabase();
    const lengths = await Promise.all(
      [200_000, 150_000, 100_000].map(async (records) => {
        let read = 0;
        await database.chunks(sql(`select range as n from range(${records})`), {}, (chunk) => {
          read += chunk.rowCount;
        });
        return read;
      }),
    );
    expect(lengths).toEqual([200_000, 150_000, 100_000]);
    database.close();
  });
});

function sql(text: string) {
  return { name: "test/statement", sql: text };
}

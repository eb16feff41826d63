import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Database } from "../../server/database/database.ts";

/** A database in memory that may read and write one fresh folder, and read the files and folders named. */
export async function openTestDatabase(
  readable: readonly string[] = [],
): Promise<{ database: Database; folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), "winnow-test-"));
  const database = await Database.open({
    file: ":memory:",
    temporary: join(folder, "temporary"),
    folders: [folder, ...readable],
  });
  return { database, folder };
}

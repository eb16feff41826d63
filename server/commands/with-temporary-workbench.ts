import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openWorkbench, type Workbench } from "../workbench.ts";

export interface TemporaryOptions {
  /** the files named on the command line: the only ones that may be read */
  readonly files: readonly string[];
  readonly seed: number;
  readonly threads: number;
}

/** Opens a workbench whose folder is removed at the end, whatever happens. */
export async function withTemporaryWorkbench<T>(
  { files, seed, threads }: TemporaryOptions,
  work: (workbench: Workbench) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "winnow-"));
  try {
    const workbench = await openWorkbench({ folder, inMemory: true, files, seed, threads });
    try {
      return await work(workbench);
    } finally {
      await workbench.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

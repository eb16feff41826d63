import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApp } from "../../server/app.ts";
import { openWorkbench, type Workbench, type WorkbenchOptions } from "../../server/workbench.ts";

export interface ServedWorkbench {
  readonly workbench: Workbench;
  /** http://localhost:port */
  readonly address: string;
  /** what a bug would have written to the terminal */
  readonly log: readonly string[];
  close(): Promise<void>;
}

/** The real app over a workbench of its own, on a free port. */
export async function serveWorkbench(options: Partial<WorkbenchOptions> = {}): Promise<ServedWorkbench> {
  const folder = mkdtempSync(join(tmpdir(), "winnow-pages-"));
  const workbench = await openWorkbench({ folder, inMemory: true, ...options });
  const log: string[] = [];
  const server = createApp(workbench, { log: (line) => log.push(line) }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  return {
    workbench,
    address: `http://localhost:${(server.address() as AddressInfo).port}`,
    log,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await workbench.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

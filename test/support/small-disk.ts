import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface SmallDisk {
  readonly folder: string;
  remove(): void;
}

/** A disk of its own of so many KB, in memory; undefined where this computer does not let us mount one. */
export function mountSmallDisk(kilobytes: number, options = ""): SmallDisk | undefined {
  const folder = mkdtempSync(join(tmpdir(), "winnow-small-disk-"));
  const size = `size=${kilobytes}k${options && `,${options}`}`;
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", size, "tmpfs", folder], { stdio: "ignore" });
  } catch {
    return undefined;
  }
  return { folder, remove: () => void execFileSync("umount", ["--lazy", folder], { stdio: "ignore" }) };
}

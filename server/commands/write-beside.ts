import { renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../errors.ts";
import { makeFolder } from "../make-folder.ts";

/**
 * Writes files into a folder: each is written beside its place and renamed, so that nobody ever reads half of one.
 * All are written before the first is renamed. Throws UserError where the folder cannot be written to.
 */
export function writeBeside(folder: string, files: Readonly<Record<string, string | Buffer>>): void {
  const written: string[] = [];
  try {
    makeFolder(folder);
    for (const [name, content] of Object.entries(files)) {
      written.push(name);
      writeFileSync(join(folder, `.${name}.part`), content);
    }
    for (const name of written) renameSync(join(folder, `.${name}.part`), join(folder, name));
  } catch (cause) {
    for (const name of written) rmSync(join(folder, `.${name}.part`), { force: true });
    throw new UserError(`Could not write to ${folder}: ${whyNot(cause)} Choose another folder with --out.`, { cause });
  }
}

function whyNot(cause: unknown): string {
  const code = (cause as NodeJS.ErrnoException).code;
  if (code === "ENOSPC") return "the disk is full.";
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") return "you may not write there.";
  if (code === "ENOTDIR" || code === "EEXIST") return "it is a file, not a folder.";
  return "the system refused.";
}

import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import busboy from "busboy";
import type { Request } from "express";
import { Cancelled, NotFound, UserError } from "../errors.ts";

export interface UploadedFile {
  /** the name it had on the reader's computer */
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
}

/** Files that have arrived and are not loaded yet. */
export interface Upload {
  readonly id: string;
  readonly files: readonly UploadedFile[];
}

const mostFiles = 20;
const dayMinutes = 24 * 60;

/**
 * Streams every file of a multipart form into a folder of its own, so that memory stays flat however large they are.
 * What arrived is removed when the sender goes away or the disk is full. Files of no bytes arrive too; a preview names them.
 */
export async function receiveUpload(request: Request, incoming: string): Promise<Upload> {
  const id = randomUUID();
  const folder = join(incoming, id);
  await mkdir(folder);
  try {
    const files = await writeFiles(request, folder, mostFiles);
    if (!files.length) throw new UserError("No file came with that. Choose a customer table first.");
    await writeFile(join(folder, "upload.json"), JSON.stringify(files));
    return { id, files };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw wordsFor(error, request);
  }
}

/**
 * More files for an upload that is not loaded yet, streamed the same way. When they do not arrive whole, the upload stays as it was.
 */
export async function receiveMore(request: Request, incoming: string, upload: Upload): Promise<Upload> {
  const folder = join(incoming, upload.id);
  if (upload.files.length >= mostFiles) throw new UserError(`Load up to ${mostFiles} files at a time.`);
  try {
    const more = await writeFiles(request, folder, mostFiles - upload.files.length);
    if (!more.length) throw new UserError("No file came with that. Choose a table first.");
    return await keepFiles(incoming, { ...upload, files: [...upload.files, ...more] });
  } catch (error) {
    await keepFiles(incoming, upload);
    throw wordsFor(error, request);
  }
}

/** The upload with exactly these of its files. The others are removed. */
export async function keepFiles(incoming: string, upload: Upload): Promise<Upload> {
  const folder = join(incoming, upload.id);
  await writeFile(join(folder, "upload.json"), JSON.stringify(upload.files));
  const kept = new Set(["upload.json", ...upload.files.map(({ path }) => basename(path))]);
  const others = (await readdir(folder)).filter((name) => !kept.has(name));
  await Promise.all(others.map((name) => rm(join(folder, name), { force: true })));
  return upload;
}

export async function findUpload(incoming: string, id: string): Promise<Upload> {
  const gone = new NotFound("This file is no longer here. Choose it again on the start page.");
  if (!/^[0-9a-f-]{36}$/.test(id)) throw gone;
  try {
    const files = JSON.parse(await readFile(join(incoming, id, "upload.json"), "utf8")) as UploadedFile[];
    return { id, files };
  } catch (cause) {
    throw Object.assign(gone, { cause });
  }
}

export async function forgetUpload(incoming: string, id: string): Promise<void> {
  await rm(join(incoming, id), { recursive: true, force: true });
}

/** Files that arrived more than a day ago and were never loaded do not stay. */
export async function forgetOldUploads(incoming: string, now: Date): Promise<void> {
  for (const entry of await readdir(incoming, { withFileTypes: true })) {
    if (!entry.isDirectory() || !/^[0-9a-f-]{36}$/.test(entry.name)) continue;
    const { mtimeMs } = await stat(join(incoming, entry.name));
    if (now.getTime() - mtimeMs > dayMinutes * 60_000) await forgetUpload(incoming, entry.name);
  }
}

function writeFiles(request: Request, folder: string, most: number): Promise<UploadedFile[]> {
  return new Promise((resolve, reject) => {
    const form = busboy({
      headers: request.headers,
      defParamCharset: "utf8",
      limits: { files: most, fields: 20 },
    });
    const writing: Promise<UploadedFile>[] = [];
    const stop = (error: Error) => {
      request.unpipe(form);
      Promise.allSettled(writing).then(() => reject(error));
      form.destroy();
    };
    form.on("file", (_field, stream, { filename }) => {
      // A file input without a choice arrives as a file without a name.
      if (!filename) return void stream.resume();
      const written = writeOne(stream, filename, join(folder, `${randomUUID()}${endingOf(filename)}`));
      written.catch(stop);
      writing.push(written);
    });
    form.on("filesLimit", () => stop(new UserError(`Load up to ${mostFiles} files at a time.`)));
    form.on("error", (error) => stop(error as Error));
    form.on("close", () => Promise.all(writing).then(resolve, () => undefined));
    request.on("aborted", () => stop(new Cancelled("The upload stopped.")));
    request.pipe(form);
  });
}

async function writeOne(stream: Readable, name: string, path: string): Promise<UploadedFile> {
  const file = createWriteStream(path, { flags: "wx" });
  await pipeline(stream, file);
  return { name, path, bytes: file.bytesWritten };
}

/** ".csv", ".csv.gz": what tells the kind of file, and nothing else of a name that somebody else chose. */
function endingOf(name: string): string {
  return /(\.[a-z0-9]{1,10}){1,2}$/i.exec(name)?.[0].toLowerCase() ?? "";
}

function wordsFor(error: unknown, request: Request): unknown {
  if (error instanceof UserError) return error;
  if ((error as { code?: string }).code === "ENOSPC") {
    return new UserError("The disk is full, so the file could not be kept. Free some space and choose it again.", {
      cause: error,
    });
  }
  if (error instanceof Cancelled || request.destroyed) return new Cancelled("The upload stopped.", { cause: error });
  return new UserError("The file did not arrive whole. Choose it again.", { cause: error });
}

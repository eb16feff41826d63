import busboy from "busboy";
import type { Request } from "express";
import { UserError } from "../errors.ts";
import { formPart } from "./site.ts";

/** What the form sends: a file or a text, and what to do with it. */
export interface SentStrategy {
  readonly text: string;
  /** the file's own name; "the text" for what was pasted */
  readonly name: string;
  readonly act: string;
  /** a mark of the strategy that the shown changes were against */
  readonly against: string;
}

const mostBytes = 1_000_000;

/** Reads the form of the strategy page. Throws UserError for a file that is too large or is no text. */
export function receiveStrategy(request: Request): Promise<SentStrategy> {
  return request.is("urlencoded") ? Promise.resolve(sentAsText(request)) : receiveFile(request);
}

/** What was shown already comes back without a file. */
function sentAsText(request: Request): SentStrategy {
  const part = (name: string) => formPart(request, name) ?? "";
  return { text: part("text"), name: part("name") || pasted, act: part("act"), against: part("against") };
}

const pasted = "the text";

function receiveFile(request: Request): Promise<SentStrategy> {
  return new Promise((resolve, reject) => {
    const form = openForm(request);
    const parts = new Map<string, string>();
    let file: { readonly name: string; readonly bytes: Buffer[] } | null = null;
    const stop = (message: string) => {
      request.unpipe(form);
      request.resume();
      reject(new UserError(message));
    };
    form.on("file", (_part, stream, { filename }) => {
      if (!filename) return void stream.resume();
      const arriving = { name: filename, bytes: [] as Buffer[] };
      file = arriving;
      stream.on("data", (chunk: Buffer) => arriving.bytes.push(chunk));
      stream.on("limit", () => stop(tooLarge));
    });
    form.on("field", (name, value, { valueTruncated }) => {
      if (valueTruncated) stop(tooLarge);
      parts.set(name, value);
    });
    form.on("error", () => stop("The file did not arrive whole. Choose it again."));
    form.on("close", () => {
      const part = (name: string) => parts.get(name) ?? "";
      const rest = { act: part("act"), against: part("against") };
      if (!file) return resolve({ text: part("text"), name: pasted, ...rest });
      try {
        const text = new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(file.bytes));
        resolve({ text, name: file.name, ...rest });
      } catch {
        reject(new UserError(`${file.name} is not a text file. Choose a strategy file, as strategy.yaml.`));
      }
    });
    request.pipe(form);
  });
}

const tooLarge = "That is larger than any strategy file. Choose a text file of up to 1 MB.";

function openForm(request: Request) {
  try {
    return busboy({
      headers: request.headers,
      defParamCharset: "utf8",
      limits: { files: 1, fileSize: mostBytes, fields: 10, fieldSize: mostBytes },
    });
  } catch (cause) {
    throw new UserError("No file came with that. Choose a strategy file, or paste one.", { cause });
  }
}

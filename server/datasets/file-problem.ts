import { Cancelled, QueryFailed, UserError } from "../errors.ts";

/** Says in words what went wrong with a file. What is not about the file is passed on as it is. */
export function fileProblem(name: string, error: unknown): unknown {
  if (error instanceof UserError || error instanceof Cancelled) return error;
  if (error instanceof QueryFailed) return queryProblem(name, error);
  if (!(error instanceof Error)) return error;
  if (error.name === "AbortError") return new Cancelled("Cancelled.", { cause: error });
  const says = sentence(name, codeOf(error));
  return says ? new UserError(says, { cause: error }) : error;
}

function sentence(name: string, code: string): string | undefined {
  switch (code) {
    case "ENOENT":
      return `There is no file ${name}. Check the name and the folder.`;
    case "EISDIR":
      return `${name} is a folder. Name the files in it.`;
    case "EACCES":
    case "EPERM":
      return `${name} may not be read. Ask for the right to read it, or copy it to a folder of yours.`;
    case "ENOSPC":
    case "EDQUOT":
      return diskFull(name);
    case "Z_DATA_ERROR":
    case "Z_BUF_ERROR":
      return `${name} is a damaged gzip file and could not be unpacked. Fetch it again.`;
    case "ERR_ENCODING_INVALID_ENCODED_DATA":
      return `${name} looks like UTF-16 but holds bytes that are not. Save it as UTF-8 and load it again.`;
    default:
      return undefined;
  }
}

/** The database's own message may hold a customer's value: it is looked into, never shown. */
function queryProblem(name: string, error: QueryFailed): unknown {
  const message = error.cause instanceof Error ? error.cause.message : "";
  if (/no space left|out of disk|max_temp_directory_size|could not write|ENOSPC/i.test(message)) {
    return new UserError(diskFull(name), { cause: error });
  }
  if (error.kind === "OUT OF MEMORY") {
    return new UserError(
      `${name} needs more memory than there is. Close other programs, or load fewer tables at once.`,
      {
        cause: error,
      },
    );
  }
  if (error.kind === "PERMISSION") {
    return new UserError(`${name} lies where Winnow may not read. Name it on the command line, or copy it there.`, {
      cause: error,
    });
  }
  if (error.query.startsWith("datasets/read-") && /INVALID INPUT|IO|SERIALIZATION|INVALID TYPE/.test(error.kind)) {
    return new UserError(
      `${name} could not be read to its end: it is damaged, or not the kind of file its name says.`,
      {
        cause: error,
      },
    );
  }
  return error;
}

function diskFull(name: string): string {
  return `The disk is full, so ${name} was not loaded. Nothing was changed. Make room, or choose another --workspace.`;
}

function codeOf(error: Error): string {
  return "code" in error ? String(error.code) : "";
}

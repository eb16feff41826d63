import { type Document, isAlias, isScalar, type LineCounter, type Node } from "yaml";
import { UserError } from "../errors.ts";

/** The file that is being read, for messages and for what an anchor stands for. */
export interface YamlSource {
  readonly path: string;
  readonly document: Document;
  readonly lines: LineCounter;
}

/** One value of the file, with where it stands. `name` reads like `goals[0].window`. */
export interface YamlPlace {
  readonly source: YamlSource;
  readonly node: Node | null;
  readonly name: string;
  /** characters from the start of the file, where known */
  readonly offset: number | undefined;
}

/** Reads one value. Throws one UserError that says where it stands and what to write instead. */
export interface YamlReader<T> {
  (place: YamlPlace): T;
  /** an empty value says something ("there is none") instead of being the same as no line */
  readonly takesBlank?: boolean;
}

/** `above` is where the value's key stands, for a value that is not written. */
export function placeAt(source: YamlSource, item: unknown, name: string, above?: number): YamlPlace {
  const written = item as Node | null | undefined;
  const node = isAlias(written) ? written.resolve(source.document) : written;
  return { source, node: (node ?? null) as Node | null, name, offset: written?.range?.[0] ?? above };
}

/** Is nothing written there: `window:` or `window: ~`? */
export function isBlank(place: YamlPlace): boolean {
  return place.node === null || (isScalar(place.node) && place.node.value === null);
}

/** The error for a fault at this place. `wrong` continues the name: "is empty. Write …". */
export function faultAt(place: YamlPlace, wrong: string): UserError {
  return new UserError(`${whereIs(place.source, place.offset)}: ${place.name || "the file"} ${wrong}`);
}

export function whereIs(source: YamlSource, offset: number | undefined): string {
  return offset === undefined ? source.path : `${source.path}, line ${source.lines.linePos(offset).line}`;
}

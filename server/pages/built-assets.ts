import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../package-root.ts";

/** What `npm run build` made of views/styles, views/browser and views/images. File names carry the hash of their content. */
export interface BuiltAssets {
  readonly folder: string;
  readonly styles: string;
  readonly script: string;
  /** the face that the first words are set in */
  readonly font: string;
  readonly icon: string;
}

interface BuiltList {
  readonly outputs: Readonly<Record<string, { readonly entryPoint?: string }>>;
}

/** The path that the built files are served under; the same as `--public-path` of the build. */
export const assetsPath = "/assets";

export function findBuiltAssets(): BuiltAssets {
  const folder = join(packageRoot(), "dist/views");
  const names = Object.keys(readList(join(folder, "built.json")).outputs).map((path) => path.split("/").at(-1) ?? "");
  const pathOf = (pattern: RegExp) => {
    const name = names.find((candidate) => pattern.test(candidate));
    if (!name) throw new Error(`The build made no ${pattern.source}: npm run build.`);
    return `${assetsPath}/${name}`;
  };
  return {
    folder,
    styles: pathOf(/^winnow-\w+\.css$/),
    script: pathOf(/^start-\w+\.js$/),
    font: pathOf(/^public-sans-.*\.woff2$/),
    icon: pathOf(/^icon-\w+\.svg$/),
  };
}

function readList(path: string): BuiltList {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as BuiltList;
  } catch (cause) {
    throw new Error("The styles and browser modules are not built: npm run build.", { cause });
  }
}

import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import Handlebars from "handlebars";
import { helpers } from "./helpers.ts";
import { strictModel } from "./strict-model.ts";

/** The templates of one folder of views, compiled at once: compiling later would hold up the first readers. */
export interface Templates {
  /** `views/pages/<page>.hbs` inside `views/layout.hbs` */
  page(page: string, model: object, layout: object): string;
  /** one component by itself, as the event stream sends it */
  component(name: string, model: object): string;
}

const options: CompileOptions = {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: Object.fromEntries(Object.keys(helpers).map((name) => [name, true])),
  explicitPartialContext: true,
};

export function openTemplates(folder: string): Templates {
  const own = Handlebars.create();
  own.registerHelper(helpers);
  const compiled = new Map<string, Handlebars.TemplateDelegate>();
  for (const path of ["layout.hbs", ...templateFiles(folder, "pages"), ...templateFiles(folder, "components")]) {
    const template = own.compile(readFileSync(join(folder, path), "utf8"), options);
    // A partial called with values by name gets a plain object: wrap it again, or a misspelt name stays silent.
    const strict: Handlebars.TemplateDelegate = (model, runtime) => template(strictModel(model), runtime);
    compiled.set(path, strict);
    if (path.startsWith("components")) own.registerPartial(basename(path, ".hbs"), strict);
  }
  for (const template of compiled.values()) compileNow(template);
  const find = (path: string) => {
    const template = compiled.get(path);
    if (!template) throw new Error(`There is no template ${path}.`);
    return template;
  };
  return {
    page: (page, model, layout) => find("layout.hbs")({ ...layout, body: find(join("pages", `${page}.hbs`))(model) }),
    component: (name, model) => find(join("components", name, `${name}.hbs`))(model),
  };
}

/** Handlebars compiles at the first call. Without a model that call fails, once it has compiled. */
function compileNow(template: Handlebars.TemplateDelegate): void {
  try {
    template({});
  } catch {
    // The model is missing on purpose.
  }
}

function templateFiles(folder: string, kind: "pages" | "components"): string[] {
  return readdirSync(join(folder, kind), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".hbs"))
    .map((path) => join(kind, path));
}

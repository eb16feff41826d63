import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import Handlebars from "handlebars";
import { helpers } from "./helpers.ts";
import { strictModel } from "./strict-model.ts";

/** The templates of one folder of views, compiled when first used. */
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
  const compile = (path: string) => {
    const known = compiled.get(path);
    if (known) return known;
    const template = own.compile(readFileSync(join(folder, path), "utf8"), options);
    // A partial called with values by name gets a plain object: wrap it again, or a misspelt name stays silent.
    const strict: Handlebars.TemplateDelegate = (model, runtime) => template(strictModel(model), runtime);
    compiled.set(path, strict);
    return strict;
  };
  for (const path of componentFiles(folder))
    own.registerPartial(
      basename(path, ".hbs"),
      lazily(() => compile(path)),
    );
  return {
    page: (page, model, layout) => compile("layout.hbs")({ ...layout, body: compile(`pages/${page}.hbs`)(model) }),
    component: (name, model) => compile(`components/${name}/${name}.hbs`)(model),
  };
}

function lazily(find: () => Handlebars.TemplateDelegate): Handlebars.TemplateDelegate {
  return (model, runtime) => find()(model, runtime);
}

function componentFiles(folder: string): string[] {
  return readdirSync(join(folder, "components"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".hbs"))
    .map((path) => join("components", path));
}

/** A template asked for something that its model does not have. The message names it and holds no value. */
export class ModelFault extends Error {
  override name = "ModelFault";
}

/** A view of a model that throws where a template asks for something the model does not have. */
export function strictModel<T>(model: T): T {
  if (model === null || typeof model !== "object") return model;
  return new Proxy(model, {
    get(target, key) {
      if (typeof key === "string" && !(key in target)) throw new ModelFault(`The model has no ${key}.`);
      return strictModel(Reflect.get(target, key) as unknown);
    },
  });
}

/** A view of a model that throws where a template asks for something the model does not have. */
export function strictModel<T>(model: T): T {
  if (model === null || typeof model !== "object") return model;
  return new Proxy(model, {
    get(target, key) {
      if (typeof key === "string" && !(key in target)) throw new Error(`The model has no ${key}.`);
      return strictModel(Reflect.get(target, key) as unknown);
    },
  });
}

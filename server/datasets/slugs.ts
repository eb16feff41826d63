/** `[a-z0-9-]` for a name, different from every slug in `taken`; the new one is added to them. */
export function freeSlug(name: string, taken: Set<string>, fallback = "field"): string {
  const plain = slugOf(name) || fallback;
  let slug = plain;
  for (let number = 2; taken.has(slug); number++) slug = `${plain}-${number}`;
  taken.add(slug);
  return slug;
}

/** Accents are dropped, capitals inside a word part it: `customerID` is customer-id. Empty where nothing is left. */
export function slugOf(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 80)
    .replace(/-+$/, "");
}

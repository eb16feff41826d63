export interface MendedNames {
  readonly names: readonly string[];
  readonly warnings: readonly string[];
}

/**
 * Names that a table can have: none empty, none twice (names that differ only in capitals count as the same), no blanks around.
 * Whatever was changed is said in a warning.
 */
export function mendNames(file: string, given: readonly string[]): MendedNames {
  const taken = new Set(given.map((name) => name.trim().toLowerCase()));
  const used = new Set<string>();
  const empty: string[] = [];
  const twice: string[] = [];
  const names = given.map((raw, at) => {
    const name = raw.trim();
    if (name === "") {
      const made = freeName(`column_${at + 1}`, taken, used);
      empty.push(made);
      return made;
    }
    if (!used.has(name.toLowerCase())) {
      used.add(name.toLowerCase());
      return name;
    }
    const made = freeName(`${name}_2`, taken, used);
    twice.push(`${made} (column ${at + 1})`);
    return made;
  });
  const warnings: string[] = [];
  if (empty.length) warnings.push(`${file}: ${list(empty)} had no name in the header and got one from its place.`);
  if (twice.length)
    warnings.push(`${file}: a name stands in the header more than once; the later ones are now ${list(twice)}.`);
  return { names, warnings };
}

function freeName(wished: string, taken: Set<string>, used: Set<string>): string {
  const [, stem = wished, number = "1"] = /^(.*)_(\d+)$/.exec(wished) ?? [];
  let name = wished;
  for (let next = Number(number) + 1; taken.has(name.toLowerCase()) || used.has(name.toLowerCase()); next++) {
    name = `${stem}_${next}`;
  }
  used.add(name.toLowerCase());
  return name;
}

/** The first few of a list, in words. */
export function list(names: readonly string[]): string {
  const shown = names.slice(0, 5);
  const rest = names.length - shown.length;
  if (rest > 0) return `${shown.join(", ")} and ${rest} more`;
  return shown.length > 1 ? `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}` : (shown[0] ?? "");
}

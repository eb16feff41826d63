/** May this be a goal's key? It stands in URLs, on the command line and in the strategy file. */
export function isGoalKey(key: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(key);
}

/** A key for a goal with this name, unlike those that are taken: "Keep leavers!" becomes keep-leavers. */
export function goalKeyFrom(name: string, taken: Iterable<string>): string {
  const others = new Set(taken);
  const plain =
    name
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .slice(0, 60)
      .replace(/^-+|-+$/g, "") || "goal-1";
  let key = plain;
  for (let number = 2; others.has(key); number++) key = `${plain}-${number}`;
  return key;
}

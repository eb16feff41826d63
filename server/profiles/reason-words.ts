/** "99 of every 100 values": never 100 where one differs, never 0 where one fits. */
export function ofEvery100(share: number): string {
  const count = Math.min(share < 1 ? 99 : 100, Math.max(share > 0 ? 1 : 0, Math.round(share * 100)));
  return count === 100 ? "every value" : `${count} of every 100 values`;
}

export function differentValues(distinct: number): string {
  return distinct === 1 ? "it has a single value" : `it has ${distinct} different values`;
}

export function saysName(said: string): string {
  return `The name says “${said}”`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

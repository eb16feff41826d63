/** Rounds to 6 significant digits, so that figures do not depend on the order in which numbers were added. */
export function sixDigits(value: number): number {
  return roundTo(value, 6);
}

/** Rounds to so many significant digits. */
export function roundTo(value: number, digits: number): number {
  return Number(value.toPrecision(digits));
}

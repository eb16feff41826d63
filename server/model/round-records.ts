const most = 1e9;

/** So many records, rounded up to two digits; null where no number would do. */
export function toRoundRecords(records: number): number | null {
  if (!(records > 0 && records < most)) return null;
  const digit = 10 ** Math.max(0, Math.floor(Math.log10(records)) - 1);
  return Math.ceil(records / digit) * digit;
}

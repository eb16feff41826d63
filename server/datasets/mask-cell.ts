/** The shape of a value: every letter an a, every digit a 0; signs stay, so that a reader can check the reading. */
export function maskCell(cell: string): string {
  return cell
    .slice(0, 200)
    .replace(/\p{Lu}/gu, "A")
    .replace(/[\p{L}\p{M}]/gu, (letter) => (letter === "A" ? "A" : "a"))
    .replace(/\p{N}/gu, "0");
}

/** A button that opens the browser's print window. It is hidden where no script runs, since it would do nothing. */
export function print(root: HTMLElement): void {
  root.hidden = false;
  root.addEventListener("click", () => window.print());
}

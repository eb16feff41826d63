/** Errors are read first: the summary takes the focus when the page opens. */
export function errorSummary(root: HTMLElement): void {
  root.focus();
}

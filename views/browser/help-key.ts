/** The one key that works everywhere: ? opens the page of keys. */
export function helpKey(root: HTMLElement): void {
  document.addEventListener("keydown", (event) => {
    const typing = (event.target as Element).closest("input, textarea, select, [contenteditable]");
    if (event.key !== "?" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    (root as HTMLAnchorElement).click();
  });
}

/** The one key that works everywhere: ? opens the page of keys, unless such keys are switched off. */
export function helpKey(root: HTMLElement): void {
  if (document.documentElement.dataset["keys"] === "off") return;
  document.addEventListener("keydown", (event) => {
    const typing = (event.target as Element).closest("input, textarea, select, [contenteditable]");
    if (event.key !== "?" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    (root as HTMLAnchorElement).click();
  });
}

/** Stays until somebody has read it: any click on it, or Escape, puts it away. */
export function toast(root: HTMLElement): void {
  root.addEventListener("click", (event) => {
    if (!(event.target as Element).closest("a, button, form")) root.remove();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") root.remove();
  });
}

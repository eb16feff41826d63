/** Escape leaves Present mode, unless it has something to close first. */
export function leavePresent(root: HTMLElement): void {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    if (document.querySelector(":popover-open, .toast, .menu[open]")) return;
    (root as HTMLAnchorElement).click();
  });
}

/** Stays until somebody has read it: Dismiss, a click on it, or Escape puts it away. A reload does not say it again. */
export function toast(root: HTMLElement): void {
  const dismiss = root.querySelector<HTMLButtonElement>("[data-dismiss]");
  const status = root.querySelector<HTMLElement>("[role=status]");
  if (!dismiss || !status) throw new Error("The toast has no status or nothing to dismiss it.");
  const address = new URL(location.href);
  address.searchParams.delete("done");
  history.replaceState(history.state, "", address);

  // A live region speaks of what changes in it, not of what the page came with.
  const text = status.textContent;
  requestAnimationFrame(() => {
    status.textContent = "";
    requestAnimationFrame(() => {
      status.textContent = text;
    });
  });

  dismiss.hidden = false;
  root.addEventListener("click", (event) => {
    if (!(event.target as Element).closest("form")) root.remove();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") root.remove();
  });
}

/** Ctrl+Enter saves the form from any of its fields. */
export function sendOnCtrlEnter(root: HTMLElement): void {
  root.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || !(root instanceof HTMLFormElement)) return;
    event.preventDefault();
    root.requestSubmit();
  });
}

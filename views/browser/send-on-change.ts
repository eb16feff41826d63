/** A form of choices that asks the server again as soon as one of them changes. */
export function sendOnChange(root: HTMLElement): void {
  const again = root.querySelector<HTMLButtonElement>("[data-again]");
  if (!again) throw new Error("The form has no button that asks again.");
  again.hidden = true;
  root.addEventListener("change", (event) => {
    if (!(event.target as Element).closest("[data-asks]")) return;
    (root as HTMLFormElement).requestSubmit(again);
  });
}

/** Cards dragged with a pointer. A drop presses the Move menu's own button, so it does what every other way does. */
export function boardDrag(root: HTMLElement): void {
  if (matchMedia("(pointer: coarse)").matches) return;
  let lifted: HTMLElement | null = null;
  for (const card of root.querySelectorAll<HTMLElement>("[data-card]")) card.draggable = true;
  const aim = (column: Element | null) => {
    for (const one of root.querySelectorAll("[data-verdict]")) one.classList.toggle("target", one === column);
  };
  const columnOf = (event: Event) =>
    event.target instanceof Element ? event.target.closest<HTMLElement>("[data-verdict]") : null;
  const end = () => {
    lifted?.classList.remove("lifted");
    lifted = null;
    root.classList.remove("dragging");
    aim(null);
  };
  root.addEventListener("dragstart", (event) => {
    lifted = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-card]") : null;
    lifted?.classList.add("lifted");
    // Only after the browser has begun: a page that changes at once ends the drag. Then short columns reach as far down as long ones.
    requestAnimationFrame(() => root.classList.toggle("dragging", lifted !== null));
    event.dataTransfer?.setData("text/plain", "");
  });
  root.addEventListener("dragover", (event) => {
    const column = columnOf(event);
    if (!lifted || !column) return;
    event.preventDefault();
    aim(column);
  });
  root.addEventListener("drop", (event) => {
    const verdict = columnOf(event)?.dataset["verdict"];
    event.preventDefault();
    lifted?.querySelector<HTMLButtonElement>(`button[value="${verdict}"]:not([aria-current])`)?.click();
    end();
  });
  root.addEventListener("dragend", end);
}

import { boardDrag } from "./board-drag.ts";

/** Keys on the board's cards. Single letters act only while the focus is on a card or in it. */
export function board(root: HTMLElement): void {
  const cards = () => [...root.querySelectorAll<HTMLElement>("[data-card]")];
  const first = cards()[0];
  if (first) first.tabIndex = 0;
  root.addEventListener("focusin", (event) => {
    const card = cardOf(event.target);
    if (!card) return;
    for (const other of cards()) other.tabIndex = other === card ? 0 : -1;
  });
  root.addEventListener("keydown", (event) => {
    const card = cardOf(event.target);
    const typing = event.target instanceof Element && event.target.closest("input, textarea, select, [popover]");
    if (!card || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = actions[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act || (event.key === "Enter" && event.target !== card)) return;
    event.preventDefault();
    act(card, root);
  });
  boardDrag(root);
}

type Act = (card: HTMLElement, root: HTMLElement) => void;

const along =
  (step: number): Act =>
  (card) => {
    const own = siblings(card);
    own[own.indexOf(card) + step]?.focus();
  };

const across =
  (step: number): Act =>
  (card, root) => {
    const columns = [...root.querySelectorAll<HTMLElement>("[data-verdict]")];
    const place = siblings(card).indexOf(card);
    const from = columns.findIndex((column) => column.contains(card));
    for (let at = from + step; at >= 0 && at < columns.length; at += step) {
      const there = [...(columns[at]?.querySelectorAll<HTMLElement>("[data-card]") ?? [])];
      const next = there[Math.min(place, there.length - 1)];
      if (next) return next.focus();
    }
  };

const place =
  (number: number): Act =>
  (card) =>
    card.querySelector<HTMLButtonElement>(`[data-key="${number}"]:not([aria-current])`)?.click();

const why: Act = (card) => card.querySelector<HTMLAnchorElement>(".ft2 a")?.click();

const actions: Readonly<Record<string, Act>> = {
  j: along(1),
  ArrowDown: along(1),
  k: along(-1),
  ArrowUp: along(-1),
  ArrowLeft: across(-1),
  ArrowRight: across(1),
  "1": place(1),
  "2": place(2),
  "3": place(3),
  "4": place(4),
  m: (card) => card.querySelector<HTMLButtonElement>("[popovertarget]")?.click(),
  w: why,
  Enter: why,
  u: () => document.querySelector<HTMLButtonElement>("[data-undo]:not([hidden])")?.click(),
};

function cardOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("[data-card]") : null;
}

function siblings(card: HTMLElement): HTMLElement[] {
  return [...(card.parentElement?.querySelectorAll<HTMLElement>("[data-card]") ?? [])];
}

import { boardDrag } from "./board-drag.ts";

/** The board's cards by key, menu and pointer. */
export function board(root: HTMLElement): void {
  boardKeys(root);
  for (const menu of root.querySelectorAll<HTMLElement>("[popover]")) {
    menu.addEventListener("toggle", () => {
      if (menu.matches(":popover-open")) menu.querySelector<HTMLElement>("button:not([aria-current])")?.focus();
    });
  }
  boardDrag(root);
}

/** Keys on the cards. Single letters act only while the focus is on a card or in it, and can be switched off. */
export function boardKeys(root: HTMLElement): void {
  const letters = document.documentElement.dataset["keys"] !== "off";
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
    if (!card || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key.length === 1 && !letters) return;
    const menu = event.target instanceof Element ? event.target.closest<HTMLElement>("[popover]") : null;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const act = menu ? menuAction(menu, key) : actions[key];
    if (!act || (key === "Enter" && event.target !== card)) return;
    event.preventDefault();
    act(card, root);
  });
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

/** In the open menu the digits choose and the arrows go from one verdict to the next. */
function menuAction(menu: HTMLElement, key: string): Act | undefined {
  if (/^[1-4]$/.test(key)) return actions[key];
  const step = key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0;
  if (step === 0) return undefined;
  const buttons = [...menu.querySelectorAll<HTMLElement>("button")];
  const here = buttons.findIndex((button) => button.matches(":focus"));
  return () => buttons[(here + step + buttons.length) % buttons.length]?.focus();
}

function cardOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("[data-card]") : null;
}

function siblings(card: HTMLElement): HTMLElement[] {
  return [...(card.parentElement?.querySelectorAll<HTMLElement>("[data-card]") ?? [])];
}

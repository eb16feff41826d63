import { atMostEvery } from "./at-most-every.ts";
import { boardKeys } from "./board.ts";

const quietMs = 5000;

/**
 * A board whose fields are still being tested: cards come over the page's one event stream. While the pointer or the
 * focus is among the cards, none of them moves: changes wait until they are asked for, or until the reader has left.
 */
export function boardTesting(root: HTMLElement): void {
  const { events, job } = root.dataset;
  const parts = {
    board: root.querySelector<HTMLElement>("[data-board]"),
    strip: root.querySelector<HTMLElement>("[data-strip]"),
    show: root.querySelector<HTMLButtonElement>("[data-show]"),
    announce: root.querySelector<HTMLElement>("[data-announce]"),
  };
  const { board, strip, show, announce } = parts;
  if (!events || !job || !board || !strip || !show || !announce) throw new Error("The board lacks a part.");
  boardKeys(board);

  const say = atMostEvery(quietMs, (text) => {
    announce.textContent = text;
  });
  const waiting = new Map<string, Arrival>();
  let isOver = false;
  let source: EventSource | null = null;

  const isHeld = () => board.matches(":hover, :focus-within");
  const showWaiting = () => {
    if (isOver) return window.location.reload();
    for (const arrival of waiting.values()) place(board, arrival);
    waiting.clear();
    offer();
  };
  const offer = () => {
    const changes = waiting.size === 1 ? "1 change, show" : `${waiting.size} changes, show`;
    show.textContent = isOver ? "Every field is tested. Show the board" : changes;
    show.hidden = !isOver && waiting.size === 0;
  };
  const showUnlessHeld = () => {
    if (isHeld()) offer();
    else if (isOver || waiting.size > 0) showWaiting();
  };

  const look = (html: string) => {
    const { content } = fragment(html);
    const words = content.querySelector("[data-strip]");
    if (words) strip.replaceChildren(...words.childNodes);
    say(strip.querySelector("b")?.textContent ?? "");
    for (const slot of content.querySelectorAll("[data-slots] > li"))
      document.getElementById(slot.id)?.replaceWith(slot);
    for (const list of content.querySelectorAll<HTMLElement>("[data-column]")) {
      const verdict = list.dataset["column"] ?? "";
      const number = board.querySelector(`[data-verdict="${verdict}"] .ct`);
      if (number) number.textContent = list.dataset["number"] ?? "";
      for (const card of list.querySelectorAll<HTMLElement>("[data-card]")) waiting.set(card.id, { verdict, card });
    }
    for (const [id, arrival] of waiting) if (isThere(board, arrival)) waiting.delete(id);
    showUnlessHeld();
  };
  const end = (state: string) => {
    source?.close();
    if (state !== "done") return window.location.replace(job);
    isOver = true;
    say("Every field is tested.");
    showUnlessHeld();
  };

  const follow = () => {
    source?.close();
    source = new EventSource(events);
    source.addEventListener("look", (event: MessageEvent<string>) => look(event.data));
    source.addEventListener("end", (event: MessageEvent<string>) => end(event.data));
  };
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) source?.close();
    else if (!isOver) follow();
  });
  show.addEventListener("click", showWaiting);
  board.addEventListener("pointerleave", () => setTimeout(showUnlessHeld));
  board.addEventListener("focusout", () => setTimeout(showUnlessHeld));
  follow();
}

interface Arrival {
  readonly verdict: string;
  readonly card: HTMLElement;
}

/** Does the board show it just so already? A stream begins by telling all that is known. */
function isThere(board: HTMLElement, { verdict, card }: Arrival): boolean {
  const old = board.querySelector(`#${CSS.escape(card.id)}`);
  return old !== null && old.innerHTML === card.innerHTML && old.closest(`[data-verdict="${verdict}"]`) !== null;
}

/** In its own place where its column stays the same, else at the column's end. */
function place(board: HTMLElement, { verdict, card }: Arrival): void {
  const old = board.querySelector<HTMLElement>(`#${CSS.escape(card.id)}`);
  const column = board.querySelector(`[data-verdict="${verdict}"]`);
  if (old?.closest("[data-verdict]") === column) {
    old?.replaceWith(card);
    return;
  }
  old?.remove();
  column?.querySelector(".cards")?.append(card);
}

function fragment(html: string): HTMLTemplateElement {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template;
}

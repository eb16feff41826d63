/** Follows a rehearsal over its event stream and steers it without leaving the page. Closed while nobody looks. */
export function rehearsal(root: HTMLElement): void {
  const address = root.dataset["events"];
  const live = root.querySelector<HTMLElement>("[data-live]");
  const say = root.querySelector<HTMLElement>("[data-say]");
  if (!address || !live || !say) throw new Error("The rehearsal lacks its event stream or a place to show it.");
  let source: EventSource | null = null;

  const follow = () => {
    source?.close();
    source = new EventSource(address);
    on(source, "live", (html) => {
      live.innerHTML = html;
    });
    on(source, "say", (text) => {
      say.textContent = text;
    });
    on(source, "state", (state) => showButtons(root, state));
    on(source, "end", () => {
      source?.close();
      window.location.replace(window.location.href);
    });
  };
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) source?.close();
    else follow();
  });
  root.addEventListener("submit", (event) => void steer(event));
  follow();
}

function on(source: EventSource, name: string, tell: (text: string) => void): void {
  source.addEventListener(name, (event: MessageEvent<string>) => tell(event.data));
}

/** Pause gives way to Go on, and the focus goes with it. */
function showButtons(root: HTMLElement, state: string): void {
  const buttons = [...root.querySelectorAll<HTMLButtonElement>("[data-when]")];
  const focused = buttons.some((button) => button === document.activeElement);
  for (const button of buttons) button.hidden = button.dataset["when"] !== state;
  if (focused) buttons.find((button) => !button.hidden)?.focus();
}

/** Sends the form and stays; what it changed comes over the stream. */
async function steer(event: SubmitEvent): Promise<void> {
  const form = event.target as HTMLFormElement;
  const chosen = event.submitter as HTMLButtonElement | null;
  event.preventDefault();
  const values = new URLSearchParams(new FormData(form, chosen) as unknown as Record<string, string>);
  await fetch(form.action, { method: "POST", body: values, redirect: "manual" });
}

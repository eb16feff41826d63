/** Follows a job over the event stream and moves on when it ends. One stream a page; closed while nobody looks. */
export function jobProgress(root: HTMLElement): void {
  const address = root.dataset["events"];
  if (!address) throw new Error("The progress has no event stream.");
  let source: EventSource | null = null;

  const follow = () => {
    source?.close();
    source = new EventSource(address);
    source.addEventListener("progress", (event: MessageEvent<string>) => {
      root.innerHTML = event.data;
    });
    source.addEventListener("end", () => {
      source?.close();
      window.location.replace(window.location.href);
    });
  };
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) source?.close();
    else follow();
  });
  follow();
}

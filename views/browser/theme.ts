/** Changes the appearance at once; the form behind it would reload the page. */
export function theme(root: HTMLElement): void {
  root.addEventListener("submit", (event) => {
    const chosen = event.submitter;
    if (!(chosen instanceof HTMLButtonElement)) return;
    event.preventDefault();
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox 139 and older.
    document.cookie = `theme=${chosen.value}; path=/; max-age=31536000; samesite=lax`;
    document.documentElement.dataset["theme"] = chosen.value;
    for (const button of root.querySelectorAll("button")) {
      button.setAttribute("aria-pressed", String(button === chosen));
    }
  });
}

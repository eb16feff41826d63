/**
 * Hides the rows that do not match while somebody types. Rows carry `data-find`, their groups `data-group`.
 * A list that goes on over several pages is left to the form, which asks the server.
 */
export function findFilter(root: HTMLElement): void {
  if (root.dataset["whole"] !== "true") return;
  const input = root.querySelector<HTMLInputElement>("input[type=search]");
  const list = document.getElementById(root.dataset["list"] ?? "");
  const status = root.querySelector<HTMLElement>("[role=status]");
  if (!input || !list || !status) throw new Error("The filter has no input, list or status.");
  const rows = [...list.querySelectorAll<HTMLElement>("[data-find]")];
  const groups = [...list.querySelectorAll<HTMLElement>("[data-group]")];

  const filter = () => {
    const wanted = input.value.trim().toLowerCase();
    let shown = 0;
    for (const row of rows) {
      const matches = (row.dataset["find"] ?? "").includes(wanted);
      row.hidden = !matches;
      if (matches) shown++;
    }
    for (const group of groups) group.hidden = !group.querySelector("[data-find]:not([hidden])");
    status.textContent = wanted === "" ? "" : `${shown} / ${rows.length}`;
  };
  input.addEventListener("input", filter);
  root.addEventListener("submit", (event) => {
    event.preventDefault();
    filter();
  });
}

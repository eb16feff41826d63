/** A file chosen or dropped anywhere on the page goes on its way at once, without a second button. */
export function dropZone(root: HTMLElement): void {
  const form = root as HTMLFormElement;
  const input = form.querySelector<HTMLInputElement>("input[type=file]");
  const status = form.querySelector<HTMLElement>("[data-status]");
  if (!input || !status) throw new Error("The drop zone has no file input or no status.");
  form.dataset["started"] = "";

  const send = () => {
    if (!input.files?.length) return;
    status.textContent = `${status.dataset["reading"]}…`;
    form.requestSubmit();
  };
  input.addEventListener("change", send);
  // A page that comes back from the browser's memory still shows what was being read.
  window.addEventListener("pageshow", () => {
    status.textContent = "";
  });

  document.addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    form.dataset["over"] = "";
  });
  document.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) delete form.dataset["over"];
  });
  document.addEventListener("drop", (event) => {
    delete form.dataset["over"];
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    input.files = event.dataTransfer.files;
    send();
  });
}

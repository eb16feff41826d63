import { parseHTML } from "linkedom";
import type { ServedWorkbench } from "./serve-workbench.ts";

export interface Answer {
  /** what was asked for */
  readonly path: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly document: Document;
  /** where a redirect leads, as a path */
  readonly location: string | null;
}

/** A reader without script: asks, posts forms as their page holds them, and keeps cookies. */
export class Reader {
  readonly #address: string;
  readonly #cookies = new Map<string, string>();

  constructor({ address }: Pick<ServedWorkbench, "address">) {
    this.#address = address;
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.#ask(path, { headers });
  }

  post(path: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}): Promise<Answer> {
    return this.#ask(path, { method: "POST", body: new URLSearchParams(fields), headers });
  }

  /** Several files in one form, as a browser sends them. */
  upload(path: string, files: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>): Promise<Answer> {
    const body = new FormData();
    for (const [name, content] of Object.entries(files)) body.append("files", new Blob([content]), name);
    return this.#ask(path, { method: "POST", body });
  }

  /** Follows redirects, and waits for the end of the job that a page watches. */
  async follow(answer: Answer): Promise<Answer> {
    let current = answer;
    for (;;) {
      const events = current.document.querySelector("[data-events]")?.getAttribute("data-events");
      if (current.location === null && !events) return current;
      // The stream ends when the job does; the page then leads on.
      if (events) await this.get(events);
      current = await this.get(current.location ?? current.path);
    }
  }

  /** Chooses, reads and loads files with everything as it was understood; the page it ends on. */
  async load(files: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>): Promise<Answer> {
    const preview = await this.follow(await this.upload("/uploads", files));
    return this.follow(await this.send(preview, "form[action$='/load']"));
  }

  /** Sends a form of the page with the values it holds, some of them changed. */
  send(page: Answer, selector: string, changes: Record<string, string> = {}): Promise<Answer> {
    const form = page.document.querySelector(selector);
    if (!form) throw new Error(`The page has no ${selector}.`);
    const values = { ...valuesOf(form), ...changes };
    return this.post(form.getAttribute("action") ?? "", values);
  }

  async #ask(path: string, init: RequestInit): Promise<Answer> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { ...(cookie ? { cookie } : {}), ...(init.headers as Record<string, string> | undefined) };
    const response = await fetch(new URL(path, this.#address), { ...init, headers, redirect: "manual" });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.#cookies.set(name, value);
    }
    const text = await response.text();
    const { document } = parseHTML(text.startsWith("<!doctype html>") ? text : "<!doctype html><body></body>");
    return {
      path,
      status: response.status,
      headers: response.headers,
      text,
      document,
      location: response.headers.get("location"),
    };
  }
}

function valuesOf(form: Element): Record<string, string> {
  const values: Record<string, string> = {};
  for (const input of form.querySelectorAll("input, textarea")) {
    const kind = input.getAttribute("type") ?? "text";
    if ((kind === "radio" || kind === "checkbox") && !input.hasAttribute("checked")) continue;
    const name = input.getAttribute("name");
    if (name) values[name] = input.getAttribute("value") ?? input.textContent ?? "";
  }
  for (const select of form.querySelectorAll("select")) {
    const chosen = select.querySelector("option[selected]") ?? select.querySelector("option");
    values[select.getAttribute("name") ?? ""] = chosen?.getAttribute("value") ?? "";
  }
  return values;
}

/** Text that stays text in Markdown, wherever it stands in a line or a table. */
export function markdownEscape(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\\`*_[\]<>|#~]/g, "\\$&")
    .replace(/&(?=#?\w+;)/g, "&amp;")
    .replace(/^(\s*)([-+]|\d+\.)(?=\s)/, "$1\\$2")
    .trim();
}

/** A table; cells are escaped here. An empty column heading is allowed. */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(markdownEscape).join(" | ")} |`;
  return [line(header), `|${header.map(() => " --- |").join("")}`, ...rows.map(line)].join("\n");
}

export function markdownList(items: readonly string[]): string {
  return items.map((item) => `- ${markdownEscape(item)}`).join("\n");
}

export function markdownTerms(terms: readonly { readonly term: string; readonly text: string }[]): string {
  return terms.map(({ term, text }) => `- **${markdownEscape(term)}**: ${markdownEscape(text)}`).join("\n");
}

/** Blocks with one blank line between them; what is empty leaves no gap. */
export function markdownBlocks(blocks: readonly (string | null)[]): string {
  return `${blocks.filter((block) => block !== null && block !== "").join("\n\n")}\n`;
}

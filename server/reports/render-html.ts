import type { ReportTemplates } from "./report-templates.ts";
import type { SectionLink } from "./words.ts";

/** What a page of the site needs to show a report in its own layout; `body` is one `<article>`. */
export interface ReportPage {
  readonly title: string;
  readonly contents: readonly SectionLink[];
  readonly body: string;
}

/** One self-contained file: styles and fonts inside, no script, no address. */
export function savedFile(
  templates: ReportTemplates,
  winnow: string,
  page: ReportPage & { readonly footer: string },
): string {
  const { title, contents, body, footer } = page;
  const styles = `${templates.styles}\n@page{@bottom-left{content:${cssString(footer)}}}`;
  return templates.savedFile({ winnow, title, contents, body, styles });
}

/** A CSS string that can neither end itself nor the style element, whatever a dataset is called. */
function cssString(text: string): string {
  const escaped = text.replace(/[^A-Za-z0-9 ·,-]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `);
  return `"${escaped}"`;
}

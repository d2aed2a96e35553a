import { HtmlRenderer, Parser } from "commonmark";

/** A release's body as both forges show it: line breaks are kept, comments are invisible. Other HTML is escaped. */
export function renderMarkdown(text: string): string {
  const renderer = new HtmlRenderer({ softbreak: "<br>\n", safe: true });
  const html: HtmlRenderer["html_block"] = ({ literal }) =>
    renderer.lit(escapeHtml((literal ?? "").replace(/<!--[^]*?-->/g, "")));
  renderer.html_inline = html;
  renderer.html_block = html;
  return renderer.render(new Parser().parse(text)).trimEnd();
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

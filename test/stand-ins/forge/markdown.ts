/** A release body as HTML, enough of Markdown to be read: everything in it is escaped first. */
export function renderMarkdown(text: string): string {
  const html: string[] = [];
  let paragraph: string[] = [];
  let list = false;
  let fence: string[] | undefined;

  const closeParagraph = () => {
    // A release body shows every line break of its source.
    if (paragraph.length > 0) html.push(`<p>${paragraph.join("<br>\n")}</p>`);
    paragraph = [];
  };
  const closeList = () => {
    if (list) html.push("</ul>");
    list = false;
  };
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (fence !== undefined) {
      if (/^\s*(?:```|~~~)\s*$/.test(line)) {
        html.push(`<pre><code>${fence.map(escapeHtml).join("\n")}</code></pre>`);
        fence = undefined;
      } else fence.push(line);
      continue;
    }
    const heading = /^ {0,3}(#{1,6}) +(.*)$/.exec(line);
    const item = /^\s*[-*+] +(.*)$/.exec(line);
    if (item === null || line.trim() === "") closeList();
    if (heading !== null || item !== null || line.trim() === "" || /^\s*(?:```|~~~)/.test(line)) closeParagraph();
    if (/^\s*(?:```|~~~)/.test(line)) fence = [];
    else if (heading !== null) {
      const level = `h${heading[1]?.length}`;
      html.push(`<${level}>${inline(heading[2] ?? "")}</${level}>`);
    } else if (item !== null) {
      if (!list) html.push("<ul>");
      list = true;
      html.push(`<li>${inline(item[1] ?? "")}</li>`);
    } else if (line.trim() !== "") paragraph.push(inline(line));
  }
  if (fence !== undefined) html.push(`<pre><code>${fence.map(escapeHtml).join("\n")}</code></pre>`);
  closeParagraph();
  closeList();
  return html.join("\n");
}

function inline(text: string): string {
  return escapeHtml(text)
    .replace(/`([^`]+)`/g, "<code>$1</code>")
    .replace(/\*\*([^*]+)\*\*/g, "<strong>$1</strong>");
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/** The text of an Atlassian document, white space collapsed, for comparisons. */
export function adfText(node: unknown): string {
  const texts: string[] = [];
  const open: unknown[] = [node];
  while (open.length > 0) {
    const one = open.pop();
    if (typeof one !== "object" || one === null) continue;
    const { text, content } = one as { text?: unknown; content?: unknown };
    if (typeof text === "string") texts.push(text);
    if (Array.isArray(content)) for (let at = content.length - 1; at >= 0; at -= 1) open.push(content[at]);
  }
  return texts.join(" ").replace(/\s+/g, " ").trim();
}

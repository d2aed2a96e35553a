/** Whether a text of an exception stands for more than itself. */
export function isPattern(pattern: string): boolean {
  return pattern.includes("*");
}

/**
 * Whether the whole text fits a pattern in which `*` stands for any characters, none included. The parts between the
 * stars are looked for from left to right and never again, so the time is bounded by the two lengths, whatever is in
 * them.
 */
export function matchesPattern(pattern: string, text: string): boolean {
  const parts = pattern.split("*");
  const first = parts[0]!;
  if (parts.length === 1) return text === pattern;
  const last = parts.at(-1)!;
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) return false;

  let at = first.length;
  const end = text.length - last.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at);
    if (found === -1 || found + part.length > end) return false;
    at = found + part.length;
  }
  return true;
}

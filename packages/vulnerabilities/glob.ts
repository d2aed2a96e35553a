/** Whether a text of an exception matches more than itself. */
export function isPattern(pattern: string): boolean {
  return pattern.includes("*");
}

/**
 * Whether the whole text matches a pattern in which `*` is any number of characters, also none. The parts between the
 * stars are searched from left to right and only once, so the time is bounded by the two lengths, whatever they contain.
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

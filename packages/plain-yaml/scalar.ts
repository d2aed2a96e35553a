import { DOUBLE_QUOTE, HASH, INDICATOR, DASH, SINGLE_QUOTE, SPACE, TEXT_START } from "./characters.ts";
import { otherwise, type PlainScalar, type PlainStyle } from "./node.ts";
import { resolvePlain } from "./resolve.ts";

export function scalarOf(style: PlainStyle, start: number, end: number, text: string, value: PlainScalar["value"]): PlainScalar {
  return { kind: "scalar", style, start, end, text, value };
}

/** Where there is nothing: null for every reader. */
export function emptyAt(at: number): PlainScalar {
  return scalarOf("plain", at, at, "", null);
}

/** The plain scalar from `start` to `end`, both known to be its own. */
export function wordAt(text: string, start: number, end: number): PlainScalar {
  const word = text.slice(start, end);
  const value = resolvePlain(word);
  return value === undefined ? otherwise() : scalarOf("plain", start, end, word, value);
}

/** The scalar in quotes that begins at `start` and ends before `limit`, on one line and without escapes. */
export function quotedAt(text: string, start: number, limit: number): PlainScalar {
  if (text.charCodeAt(start) === DOUBLE_QUOTE) {
    const close = text.indexOf('"', start + 1);
    if (close < 0 || close >= limit) return otherwise();
    const inside = text.slice(start + 1, close);
    return inside.includes("\\") ? otherwise() : scalarOf("double", start, close + 1, inside, inside);
  }
  let isDoubled = false;
  let close = text.indexOf("'", start + 1);
  while (close >= 0 && close + 1 < limit && text.charCodeAt(close + 1) === SINGLE_QUOTE) {
    isDoubled = true;
    close = text.indexOf("'", close + 2);
  }
  if (close < 0 || close >= limit) return otherwise();
  const written = text.slice(start + 1, close);
  const inside = isDoubled ? written.replaceAll("''", "'") : written;
  return scalarOf("single", start, close + 1, inside, inside);
}

/**
 * The plain scalar that begins at `start` in a block; a comment may follow it before the line ends at `lineEnd`. A
 * line without a colon is not searched for one.
 */
export function plainAt(text: string, start: number, lineEnd: number, hasColon: boolean): PlainScalar {
  const first = text.charCodeAt(start);
  const isText = TEXT_START[first] === 1;
  if (!isText && INDICATOR[first] === 1 && !(first === DASH && isPartOfWord(text, start + 1, lineEnd))) return otherwise();
  let content = text.slice(start, lineEnd);
  const hash = content.indexOf("#");
  const comment = hash < 0 ? -1 : content.indexOf(" #", hash - 1);
  if (comment >= 0) content = content.slice(0, comment);
  let length = content.length;
  while (content.charCodeAt(length - 1) === SPACE) length -= 1;
  if (length < content.length) content = content.slice(0, length);
  if (hasColon && (content.includes(": ") || content.endsWith(":"))) return otherwise();
  const value = isText ? content : resolvePlain(content);
  return value === undefined ? otherwise() : scalarOf("plain", start, start + length, content, value);
}

function isPartOfWord(text: string, at: number, lineEnd: number): boolean {
  const code = text.charCodeAt(at);
  return at < lineEnd && code !== SPACE && code !== DASH;
}

/** Nothing but spaces and a comment follows before the line ends. */
export function endsAt(text: string, from: number, lineEnd: number): boolean {
  let at = from;
  while (at < lineEnd && text.charCodeAt(at) === SPACE) at += 1;
  return at === lineEnd || (at > from && text.charCodeAt(at) === HASH);
}

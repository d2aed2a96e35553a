import {
  CLOSE_BRACKET,
  COLON,
  DOT,
  EQUALS,
  EXCLAMATION,
  GREATER,
  HYPHEN,
  isDigit,
  isInlineSpace,
  isLetter,
  LESS,
  QUESTION,
  SLASH,
  UNDERSCORE,
} from "./bytes.ts";

/** The seven ways an HTML block starts, numbered as in CommonMark 0.31.2, section 4.6; 0 is none. */
export type HtmlKind = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;

const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;

const VERBATIM = new Set(["script", "pre", "textarea", "style"]);

const BLOCK_TAGS = new Set(
  (
    "address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt " +
    "fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link " +
    "main menu menuitem nav noframes ol optgroup option p param section search summary table tbody td tfoot th thead " +
    "title tr track ul"
  ).split(" "),
);

const LONGEST_NAME = 10;

/** Which HTML block the line starts whose first `<` is at `at`. Kind 7 is given as well; it cannot interrupt a paragraph. */
export function htmlBlockStart(bytes: Uint8Array, at: number, stop: number): HtmlKind {
  const next = bytes[at + 1];
  if (at + 1 >= stop) return 0;
  if (next === QUESTION) return 3;
  if (next === EXCLAMATION) {
    if (startsWith(bytes, at + 2, stop, "--")) return 2;
    if (startsWith(bytes, at + 2, stop, "[CDATA[")) return 5;
    return at + 2 < stop && isLetter(bytes[at + 2]) ? 4 : 0;
  }
  const closing = next === SLASH;
  const nameAt = closing ? at + 2 : at + 1;
  const nameEnd = skipName(bytes, nameAt, stop);
  if (nameEnd === nameAt) return 0;
  if (nameEnd - nameAt <= LONGEST_NAME) {
    const name = lowerCaseName(bytes, nameAt, nameEnd);
    const ended = nameEnd === stop || isInlineSpace(bytes[nameEnd]) || bytes[nameEnd] === GREATER;
    if (!closing && ended && VERBATIM.has(name)) return 1;
    const selfClosed = bytes[nameEnd] === SLASH && nameEnd + 1 < stop && bytes[nameEnd + 1] === GREATER;
    if ((ended || selfClosed) && BLOCK_TAGS.has(name)) return 6;
  }
  const tagEnd = closing ? closeTagEnd(bytes, nameEnd, stop) : openTagEnd(bytes, nameEnd, stop);
  return tagEnd !== -1 && skipInlineSpace(bytes, tagEnd, stop) === stop ? 7 : 0;
}

/** Whether the line from `at` holds what ends an HTML block of this kind. Kinds 6 and 7 end at a blank line instead. */
export function htmlBlockEnds(kind: HtmlKind, bytes: Uint8Array, at: number, stop: number): boolean {
  for (let i = at; i < stop; i++) {
    const byte = bytes[i];
    if (kind === 1 && byte === LESS && bytes[i + 1] === SLASH) {
      const nameEnd = skipName(bytes, i + 2, stop);
      const short = nameEnd - i - 2 <= LONGEST_NAME;
      if (short && nameEnd < stop && bytes[nameEnd] === GREATER && VERBATIM.has(lowerCaseName(bytes, i + 2, nameEnd)))
        return true;
    }
    if (byte !== GREATER) continue;
    if (kind === 4) return true;
    if (kind === 2 && i - at >= 2 && bytes[i - 1] === HYPHEN && bytes[i - 2] === HYPHEN) return true;
    if (kind === 3 && i - at >= 1 && bytes[i - 1] === QUESTION) return true;
    if (kind === 5 && i - at >= 2 && bytes[i - 1] === CLOSE_BRACKET && bytes[i - 2] === CLOSE_BRACKET) return true;
  }
  return false;
}

function startsWith(bytes: Uint8Array, at: number, stop: number, text: string): boolean {
  if (at + text.length > stop) return false;
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false;
  return true;
}

function skipName(bytes: Uint8Array, at: number, stop: number): number {
  if (at >= stop || !isLetter(bytes[at])) return at;
  let i = at + 1;
  while (i < stop && (isLetter(bytes[i]) || isDigit(bytes[i]) || bytes[i] === HYPHEN)) i++;
  return i;
}

function lowerCaseName(bytes: Uint8Array, from: number, to: number): string {
  let name = "";
  for (let i = from; i < to; i++) name += String.fromCharCode(bytes[i]!);
  return name.toLowerCase();
}

function skipInlineSpace(bytes: Uint8Array, at: number, stop: number): number {
  let i = at;
  while (i < stop && isInlineSpace(bytes[i])) i++;
  return i;
}

function closeTagEnd(bytes: Uint8Array, nameEnd: number, stop: number): number {
  const at = skipInlineSpace(bytes, nameEnd, stop);
  return at < stop && bytes[at] === GREATER ? at + 1 : -1;
}

/** The offset behind a complete open tag whose name ends at `nameEnd`, or -1. */
function openTagEnd(bytes: Uint8Array, nameEnd: number, stop: number): number {
  let at = nameEnd;
  for (;;) {
    const next = skipInlineSpace(bytes, at, stop);
    if (next >= stop) return -1;
    if (bytes[next] === GREATER) return next + 1;
    if (bytes[next] === SLASH) return next + 1 < stop && bytes[next + 1] === GREATER ? next + 2 : -1;
    if (next === at) return -1;
    const attributeEnd = skipAttributeName(bytes, next, stop);
    if (attributeEnd === next) return -1;
    at = attributeEnd;
    const equals = skipInlineSpace(bytes, at, stop);
    if (equals >= stop || bytes[equals] !== EQUALS) continue;
    at = skipValue(bytes, skipInlineSpace(bytes, equals + 1, stop), stop);
    if (at === -1) return -1;
  }
}

function skipAttributeName(bytes: Uint8Array, at: number, stop: number): number {
  const first = bytes[at];
  if (!isLetter(first) && first !== UNDERSCORE && first !== COLON) return at;
  let i = at + 1;
  for (; i < stop; i++) {
    const byte = bytes[i];
    const part =
      isLetter(byte) || isDigit(byte) || byte === UNDERSCORE || byte === COLON || byte === DOT || byte === HYPHEN;
    if (!part) break;
  }
  return i;
}

function skipValue(bytes: Uint8Array, at: number, stop: number): number {
  const quote = bytes[at];
  if (at >= stop) return -1;
  if (quote === DOUBLE_QUOTE || quote === SINGLE_QUOTE) {
    for (let i = at + 1; i < stop; i++) if (bytes[i] === quote) return i + 1;
    return -1;
  }
  let i = at;
  while (i < stop && isUnquoted(bytes[i]!)) i++;
  return i === at ? -1 : i;
}

function isUnquoted(byte: number): boolean {
  if (byte <= 32 || byte === DOUBLE_QUOTE || byte === SINGLE_QUOTE || byte === 96) return false;
  return byte !== LESS && byte !== EQUALS && byte !== GREATER;
}

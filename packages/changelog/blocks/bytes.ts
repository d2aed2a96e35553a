/** Names of the bytes that Markdown's block structure is made of. */
export const TAB = 9;
export const LF = 10;
export const CR = 13;
export const SPACE = 32;
export const EXCLAMATION = 33;
export const HASH = 35;
export const OPEN_PAREN = 40;
export const CLOSE_PAREN = 41;
export const ASTERISK = 42;
export const PLUS = 43;
export const HYPHEN = 45;
export const DOT = 46;
export const SLASH = 47;
export const ZERO = 48;
export const NINE = 57;
export const COLON = 58;
export const LESS = 60;
export const EQUALS = 61;
export const GREATER = 62;
export const QUESTION = 63;
export const OPEN_BRACKET = 91;
export const BACKSLASH = 92;
export const CLOSE_BRACKET = 93;
export const UNDERSCORE = 95;
export const BACKTICK = 96;
export const TILDE = 126;

/** Bytes as they are, a string as its UTF-8. */
export function toBuffer(source: string | Uint8Array): Buffer {
  if (typeof source === "string") return Buffer.from(source, "utf8");
  return Buffer.isBuffer(source) ? source : Buffer.from(source.buffer, source.byteOffset, source.byteLength);
}

/** Where the text begins: behind a byte order mark, if there is one. */
export function afterByteOrderMark(bytes: Uint8Array): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}

/** The UTF-8 text between two offsets. */
export function decode(bytes: Uint8Array, from: number, to: number): string {
  return toBuffer(bytes).toString("utf8", from, to);
}

export function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= ZERO && byte <= NINE;
}

export function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && (byte | 32) >= 97 && (byte | 32) <= 122;
}

export function isSpaceOrTab(byte: number | undefined): boolean {
  return byte === SPACE || byte === TAB;
}

/** Space, tab, vertical tab and form feed: what HTML's grammar calls white space within a line. */
export function isInlineSpace(byte: number | undefined): boolean {
  return byte === SPACE || (byte !== undefined && byte >= TAB && byte <= 12 && byte !== LF);
}

/** The first offset at or after `at` that is neither space nor tab. */
export function skipSpaces(bytes: Uint8Array, at: number, stop: number): number {
  let i = at;
  while (i < stop && isSpaceOrTab(bytes[i])) i++;
  return i;
}

/** The first offset at or after `at` that does not hold `byte`. */
export function skipRun(bytes: Uint8Array, at: number, stop: number, byte: number): number {
  let i = at;
  while (i < stop && bytes[i] === byte) i++;
  return i;
}

const LONGEST_TARGET = 2_000;
const LONGEST_TITLE = 1_000;

interface Target {
  readonly url: string;
  /** Behind the closing parenthesis. */
  readonly end: number;
}

/** `(target "title")` at `from` (CommonMark 0.31.2, section 6.3). Its length is bounded, so that many of them stay cheap. */
export function targetAt(text: string, from: number): Target | undefined {
  if (text[from] !== "(") return undefined;
  const start = skipSpaces(text, from + 1);
  const destination = text[start] === "<" ? bracketedAt(text, start) : plainAt(text, start);
  if (destination === undefined) return undefined;
  const behind = skipSpaces(text, destination.end);
  const end = behind > destination.end ? skipTitle(text, behind) : behind;
  return text[end] === ")" ? { url: unescaped(destination.url), end: end + 1 } : undefined;
}

function bracketedAt(text: string, from: number): Target | undefined {
  const limit = Math.min(text.length, from + LONGEST_TARGET);
  for (let at = from + 1; at < limit; at += 1) {
    if (text[at] === ">") return { url: text.slice(from + 1, at), end: at + 1 };
    if (text[at] === "<" || text[at] === "\n") return undefined;
    if (text[at] === "\\") at += 1;
  }
  return undefined;
}

function plainAt(text: string, from: number): Target | undefined {
  const limit = Math.min(text.length, from + LONGEST_TARGET);
  let depth = 0;
  for (let at = from; at < limit; at += 1) {
    const character = text[at]!;
    if (character <= " " || character === "\u007f" || (character === ")" && depth === 0)) {
      return depth === 0 ? { url: text.slice(from, at), end: at } : undefined;
    }
    if (character === "\\") at += 1;
    else if (character === "(") depth += 1;
    else if (character === ")") depth -= 1;
  }
  return undefined;
}

/** Behind the title and the white space after it; `from` where there is none. */
function skipTitle(text: string, from: number): number {
  const open = text[from];
  if (open !== '"' && open !== "'" && open !== "(") return from;
  const close = open === "(" ? ")" : open;
  const limit = Math.min(text.length, from + LONGEST_TITLE);
  for (let at = from + 1; at < limit; at += 1) {
    if (text[at] === close) return skipSpaces(text, at + 1);
    if (text[at] === "\\") at += 1;
  }
  return from;
}

/** `[label]` at `from`. */
export function labelAt(text: string, from: number): { text: string; end: number } | undefined {
  if (text[from] !== "[") return undefined;
  const limit = Math.min(text.length, from + 1_001);
  for (let at = from + 1; at < limit; at += 1) {
    if (text[at] === "]") return { text: text.slice(from + 1, at), end: at + 1 };
    if (text[at] === "[") return undefined;
    if (text[at] === "\\") at += 1;
  }
  return undefined;
}

/** `<https://…>` and other absolute addresses in angle brackets. */
export function autolinkAt(text: string, from: number): { url: string; length: number } | undefined {
  const found = /^<([a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\s<>]{0,2000})>/.exec(text.slice(from, from + 2_040));
  return found?.[1] === undefined ? undefined : { url: found[1], length: found[0].length };
}

/** An address that stands in the text as it is, without the punctuation that ends a sentence. */
export function bareAddressAt(text: string, from: number): string | undefined {
  if (!text.startsWith("https://", from) || /[\p{L}\p{N}]/u.test(text[from - 1] ?? "")) return undefined;
  const found = /^https:\/\/[^\s<>"'`|\\^{}[\]*]{1,2000}/.exec(text.slice(from, from + 2_010))?.[0];
  if (found === undefined) return undefined;
  let end = found.length;
  while (/[.,;:!?_~]/.test(found[end - 1] ?? "") || (found[end - 1] === ")" && !balanced(found.slice(0, end)))) end -= 1;
  return end > "https://".length ? found.slice(0, end) : undefined;
}

function balanced(text: string): boolean {
  return text.split("(").length >= text.split(")").length;
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["nbsp", "\u00a0"],
]);

/** The character references that texts for people use; others stay as they are written. */
export function entityAt(text: string, from: number): { text: string; length: number } | undefined {
  const found = /^&(?:#([0-9]{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-z]{2,4}));/.exec(text.slice(from, from + 12));
  if (found === null) return undefined;
  const [whole, decimal, hex, name = ""] = found;
  const number = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
  if (Number.isNaN(number)) {
    const character = NAMED.get(name);
    return character === undefined ? undefined : { text: character, length: whole.length };
  }
  const valid = number > 0 && number <= 0x10ffff && !(number >= 0xd800 && number <= 0xdfff);
  return { text: valid ? String.fromCodePoint(number) : "\ufffd", length: whole.length };
}

function unescaped(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~])/g, "$1");
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text[at] === " " || text[at] === "\t" || text[at] === "\n") at += 1;
  return at;
}

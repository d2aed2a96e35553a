/**
 * Decodes escaped text character by character, to find secrets. Instead of guessing how a writer escaped a secret
 * (lowercase digits, only some characters, several layers of escaping), the text is decoded.
 */
export interface Decoder {
  readonly name: string;
  /** Matches one escaped character; a global regex. */
  readonly pattern: RegExp;
  /** The decoded character, or undefined if nothing was escaped. */
  decode(match: RegExpExecArray): string | undefined;
}

/** A piece of a decoded text and the piece of the source that it came from. */
export interface Edit {
  /** Position and length in the decoded text. */
  readonly at: number;
  readonly length: number;
  /** Range in the source. */
  readonly from: number;
  readonly to: number;
}

/** The text decoded once, or undefined if there is nothing to decode. */
export function applyDecoder(
  { pattern, decode }: Decoder,
  source: string,
): { text: string; edits: Edit[] } | undefined {
  let text = "";
  let done = 0;
  const edits: Edit[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(source); match !== null; match = pattern.exec(source)) {
    const character = decode(match);
    if (character === undefined) continue;
    text += source.slice(done, match.index);
    done = match.index + match[0].length;
    edits.push({ at: text.length, length: character.length, from: match.index, to: done });
    text += character;
  }
  return edits.length === 0 ? undefined : { text: text + source.slice(done), edits };
}

const HEX = "[0-9a-fA-F]";

/** A regex source for the bytes of one UTF-8 character, or else for one byte, each after `mark`. */
function bytesOf(mark: string): string {
  const more = `${mark}[89abAB]${HEX}`;
  return `${mark}[cdCD]${HEX}${more}|${mark}[eE]${HEX}(?:${more}){2}|${mark}[fF][0-4](?:${more}){3}|${mark}${HEX}{2}`;
}

/** Decodes a run of bytes as UTF-8 if valid, else as Latin-1. */
function fromBytes(run: string): string {
  const bytes = Buffer.from(run.replace(/[^0-9a-f]+/gi, ""), "hex");
  const text = bytes.toString("utf8");
  return text.includes("\ufffd") ? bytes.toString("latin1") : text;
}

/** The same in octal, behind backslashes: git's quoted paths, a shell's `$'…'`. */
function octalBytes(): string {
  const more = "\\\\2[0-7]{2}";
  return `\\\\3[0-3][0-7]${more}|\\\\3[45][0-7](?:${more}){2}|\\\\36[0-4](?:${more}){3}|\\\\[0-3][0-7]{2}`;
}

function fromOctal(run: string): string {
  return fromBytes(
    run.replace(/\\([0-7]{3})/g, (_, digits: string) => Number.parseInt(digits, 8).toString(16).padStart(2, "0")),
  );
}

/** Addresses (RFC 3986), with digits of either case. */
const percent: Decoder = {
  name: "percent",
  pattern: new RegExp(bytesOf("%"), "g"),
  decode: ([run]) => fromBytes(run),
};

/** Forms and queries from `URLSearchParams`: like URLs, with a plus for a space. */
const form: Decoder = {
  name: "form",
  pattern: new RegExp(`\\+|${bytesOf("%")}`, "g"),
  decode: ([run]) => (run === "+" ? " " : fromBytes(run)),
};

const ESCAPED: ReadonlyMap<string, string> = new Map(
  Object.entries({ n: "\n", r: "\r", t: "\t", b: "\b", f: "\f", v: "\v", a: "\u0007", e: "\u001b", 0: "\0" }),
);

/**
 * JSON (RFC 8259) as various languages write it: PHP's `\/`, Go's and Gson's `\u0026`, Python's `\u00e4` and
 * `\U0001f600`, JavaScript's `\x26` and `\u{26}`; and a shell's backslash before punctuation.
 */
const backslash: Decoder = {
  name: "backslash",
  pattern: new RegExp(
    [
      `\\\\u\\{(${HEX}{1,6})\\}`,
      `\\\\u(${HEX}{4})`,
      `\\\\U(${HEX}{8})`,
      `(${bytesOf("\\\\x")})`,
      `(${octalBytes()})`,
      "\\\\(.)",
    ].join("|"),
    "g",
  ),
  decode([, braced, short, long, bytes, octal, one]) {
    const code = braced ?? short ?? long;
    if (code !== undefined) return fromCodePoint(Number.parseInt(code, 16));
    if (bytes !== undefined) return fromBytes(bytes);
    if (octal !== undefined) return fromOctal(octal);
    if (one === undefined) return undefined;
    return ESCAPED.get(one) ?? (/[\p{L}\p{N}]/u.test(one) ? undefined : one);
  },
};

const ENTITIES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
    apos: "'",
    nbsp: "\u00a0",
    sol: "/",
    bsol: "\\",
    equals: "=",
    plus: "+",
    num: "#",
    lowbar: "_",
    commat: "@",
    colon: ":",
    semi: ";",
    comma: ",",
    period: ".",
    excl: "!",
    quest: "?",
    dollar: "$",
    percnt: "%",
    ast: "*",
    lpar: "(",
    rpar: ")",
    lsqb: "[",
    lbrack: "[",
    rsqb: "]",
    rbrack: "]",
    lcub: "{",
    lbrace: "{",
    rcub: "}",
    rbrace: "}",
    verbar: "|",
    vert: "|",
    hat: "^",
    grave: "`",
    tab: "\t",
    newline: "\n",
  }),
);

/** HTML and XML: character references by number, which HTML reads without an end, and the names of ASCII's punctuation. */
const html: Decoder = {
  name: "html",
  pattern: /&(?:#([0-9]{1,8});?|#x([0-9a-f]{1,6});?|([a-z]{2,8});)/gi,
  decode([, decimal, hex, name]) {
    if (name !== undefined) return ENTITIES.get(name.toLowerCase());
    return fromCodePoint(decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal));
  },
};

/** A single quote inside single quotes, as written for a shell. */
const shell: Decoder = { name: "shell", pattern: /'\\''|'"'"'/g, decode: () => "'" };

/** Doubled quotes: SQL, YAML, CSV, PowerShell. */
const doubled: Decoder = { name: "doubled", pattern: /''|""/g, decode: ([pair]) => pair[0] };

/** How `visible` writes invisible characters. */
const shown: Decoder = {
  name: "shown",
  pattern: /<U\+([0-9A-F]{4,6})>/g,
  decode: ([, code]) => fromCodePoint(Number.parseInt(code!, 16)),
};

/** A run of white space collapsed to one space, as when text is put on one line. */
const space: Decoder = { name: "space", pattern: /\s{2,}|[^\S ]/g, decode: () => " " };

/** Mail's quoted-printable (RFC 2045), which also breaks lines. */
const quotedPrintable: Decoder = {
  name: "quoted-printable",
  pattern: new RegExp(`=\\r?\\n|${bytesOf("=")}`, "g"),
  decode: ([run]) => (/\n/.test(run) ? "" : fromBytes(run)),
};

/** Base64 in lines (RFC 2045). */
const wrapped: Decoder = {
  name: "wrapped",
  pattern: /(?<=[A-Za-z0-9+/]{16})[ \t]*\r?\n[ \t]*(?=[A-Za-z0-9+/]{4})/g,
  decode: () => "",
};

const ALWAYS = [backslash, percent, html, shell, doubled, shown, quotedPrintable, wrapped];
const WITH_SPACE = [...ALWAYS, form, space];

/** `hasSpace`: some secret contains white space, so how writers change white space matters. */
export function decoders(hasSpace: boolean): readonly Decoder[] {
  return hasSpace ? WITH_SPACE : ALWAYS;
}

/**
 * Every match of ALWAYS contains this. One search for it is much faster than one for each decoder. The end of a line
 * counts only within base64: texts of several lines are common.
 */
const ESCAPE = /[\\%&]|=[0-9a-fA-F\r\n]|''|""|'"|<U\+|(?<=[A-Za-z0-9+/]{16}[ \t]*\r?)\n(?=[ \t]*[A-Za-z0-9+/]{4})/;
/** The same for WITH_SPACE. */
const ESCAPE_OR_SPACE = new RegExp(`${ESCAPE.source}|[+]|[^\\S ]|\\s\\s`);

/** False only if no decoder finds anything in the text. */
export function mayBeEscaped(text: string, hasSpace: boolean): boolean {
  return (hasSpace ? ESCAPE_OR_SPACE : ESCAPE).test(text);
}

/** A lower limit for the length of the text after any number of decoders, in any order. */
export function leastDecodedLength(text: string): number {
  // Without an escape, a plus becomes a space and a run of spaces becomes one.
  return ESCAPE.test(text) ? 0 : text.replace(/[+\s]+/g, " ").length;
}

function fromCodePoint(code: number): string | undefined {
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

import { CST, isScalar, Lexer, type ParsedNode, type Scalar, type YAMLMap } from "yaml";

/**
 * What libyaml refuses and the `yaml` library reads: YAML 1.1 where it is stricter than YAML 1.2
 * (https://yaml.org/spec/1.1/), and limits of libyaml itself. PyYAML's CSafeLoader is libyaml.
 */
export class LoadError extends Error {
  /** 0-based, in characters. */
  readonly offset: number | undefined;
  constructor(message: string, offset?: number) {
    super(message);
    this.offset = offset;
  }
}

/** What PyYAML's reader takes for no text. */
const CONTROL = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/;

/** Throws LoadError for a text that libyaml cannot scan, whatever its structure. */
export function refuseText(text: string): void {
  const at = text.search(CONTROL);
  if (at >= 0) throw new LoadError(`holds the character ${codeOf(text, at)}, which PyYAML refuses`, at);
  const mark = text.search(/(?:^\ufeff|\n)\ufeff|^\ufeff +/);
  if (mark >= 0) throw new LoadError("has a byte order mark in the place of indentation", mark);
  if (/^\ufeff?%|!<>|![^\s,[\]{}]*[\]}]/m.test(text)) refuseLexemes(text);
  if (text.includes("\t")) new TabCheck(text).run();
}

export function codeOf(text: string, at: number): string {
  return `U+${text.charCodeAt(at).toString(16).toUpperCase().padStart(4, "0")}`;
}

const VERSION = /^%YAML[ \t]+1\.[12][ \t]*(?:#.*)?$/;
const TAG = /^%TAG[ \t]+(!(?:[\w-]*!)?)[ \t]+[\w:,./!-]+[ \t]*(?:[ \t]#.*)?$/;

/** Directives and tags. */
function refuseLexemes(text: string): void {
  const seen = new Set<string>();
  let offset = 0;
  let isContent = false;
  let pending: number | undefined;
  for (const lexeme of new Lexer().lex(text)) {
    if (!isContent && CST.tokenType(lexeme) === "directive-line") {
      const line = lexeme.replace(/[ \t\r\n]+$/, "");
      const name = VERSION.test(line) ? "%YAML" : TAG.exec(line)?.[1];
      if (name === undefined)
        throw new LoadError(`has the directive ${JSON.stringify(line)}, which PyYAML refuses`, offset);
      if (seen.has(name)) throw new LoadError(`has two directives for ${name}`, offset);
      seen.add(name);
      pending = offset;
    } else if (lexeme === "---") pending = undefined;
    const end = offset + lexeme.length;
    if (!isContent && CST.tokenType(lexeme) === "tag" && (lexeme === "!<>" || /[\]}]/.test(text[end] ?? "")))
      throw new LoadError(`has the tag ${lexeme} in a form that PyYAML refuses`, offset);
    isContent = lexeme === CST.SCALAR;
    offset += widthOf(lexeme);
  }
  if (pending !== undefined) throw new LoadError("has a directive without a document", pending);
}

const SURROGATE = /(?<!\\)(?:\\\\)*\\(?:u|U0000)[dD][89a-fA-F]/;

/** Throws LoadError for a scalar that libyaml reads in another way or refuses. */
export function refuseScalar(
  text: string,
  { type, range: [start, end] }: Scalar.Parsed,
  { inFlow, isRoot }: { readonly inFlow: boolean; readonly isRoot: boolean },
): void {
  if (type === "PLAIN") {
    const colon = inFlow ? text.slice(start, end).search(/:\?/) : -1;
    if (colon >= 0)
      throw new LoadError('":?" in a text without quotes is refused by PyYAML in brackets; quote it', start + colon);
    const flowColon = inFlow && end > start ? behind(/\s*/y, text, end) : -1;
    if (/^:[,?[\]{}]/.test(text.slice(flowColon, flowColon + 2)))
      throw new LoadError(
        "a colon that no space follows, behind a text without quotes, is refused by PyYAML in brackets",
        flowColon,
      );
    return;
  }
  const source = text.slice(start, end);
  if (/[\u2028\u2029](?:---|\.\.\.)\s/.test(source))
    throw new LoadError("has the mark of a document in quotes, which PyYAML refuses", start);
  if (type === "QUOTE_SINGLE") {
    if (source.split("'").length % 2 === 0) throw new LoadError("is not valid YAML: Missing closing 'quote", start);
  } else if (type === "QUOTE_DOUBLE") {
    refuseDoubleQuoted(source, start);
  } else {
    if (isRoot && /\n[^ \t\r\n]/.test(source))
      throw new LoadError("is a block text that is not indented, which PyYAML refuses", start);
    refuseLastLines(text, start, end);
  }
}

function refuseDoubleQuoted(source: string, start: number): void {
  if (/(?<!\\)(?:\\\\)*\\"$/.test(source)) throw new LoadError('is not valid YAML: Missing closing "quote', start);
  if (!source.includes("\\")) return;
  if (SURROGATE.test(source))
    throw new LoadError("has an escape of half a surrogate pair, which PyYAML refuses; write \\U and 8 digits", start);
  if (/\\\r?\n[ \t]*\r?\n/.test(source))
    throw new LoadError("has an empty line behind an escaped end of a line, which PyYAML reads in another way", start);
}

/**
 * Spaces beyond the indentation on the empty lines at the end of a block text are text for PyYAML, at the end of a file
 * and with an indentation indicator.
 */
function refuseLastLines(text: string, start: number, end: number): void {
  const source = text.slice(start, end).replace(/[ \t\r\n]+$/, "");
  const [header, ...lines] = source.split("\n");
  const after = behind(/[ \t\r\n]*/y, text, start + source.length);
  const empty = text
    .slice(start + source.length, after)
    .split("\n")
    .slice(1);
  if (after < text.length) empty.pop();
  const given = /[1-9]/.exec(header!)?.[0];
  const indent = given === undefined ? lines.find((line) => /[^ \t\r]/.test(line))?.search(/[^ ]/) : Number(given);
  const spaces = given !== undefined ? empty : after < text.length ? [] : empty.slice(-1);
  const keepsAll = lines.length === 0 && header!.includes("+");
  const most = keepsAll ? 0 : (indent ?? Infinity);
  if (spaces.some((line) => line.length > most))
    throw new LoadError("ends in spaces that PyYAML reads as text; remove them", start);
}

/**
 * Between a key and its colon there is no end of a line for libyaml, and no colon without a key; behind a question mark
 * there may be either. Throws LoadError.
 */
export function refuseKey(
  text: string,
  map: YAMLMap.Parsed,
  key: ParsedNode | null,
  next: ParsedNode | null | undefined,
): void {
  const [start, end] = key?.range ?? [map.range[0], map.range[0]];
  const isMissing = key === null || (isScalar(key) && start === end);
  if (key !== null && isScalar(key) && /[\u2028\u2029]/.test(String(key.value)) && !isExplicit(text, start))
    throw new LoadError("has the end of a line in a key", start);
  if (!isMissing && text[end] === ":") return refuseLongKey(text, map, start, end);
  const colon = behind(isMissing || map.flow === true ? /(?:[ \t\r\n]|(?<=\s)#[^\n]*)*/y : /[ \t]*/y, text, end);
  const isColon = text[colon] === ":";
  if (isMissing) {
    if (map.flow === true && (!isColon || isExplicit(text, start)))
      throw new LoadError("a key is missing in brackets", start);
    if (isColon && !(isExplicit(text, start) && columnOf(text, colon) === columnOf(text, map.range[0])))
      throw new LoadError("a key is missing before the colon", start);
    return;
  }
  if (map.flow === true ? isColon && text.slice(end, colon).includes("\n") : !isColon) {
    if (!isExplicit(text, start)) throw new LoadError("the colon of a key is not on its line", start);
    if (map.flow !== true) refuseBehindKey(text, map, end, next);
  } else if (isColon) refuseLongKey(text, map, start, colon);
}

/** A key without a question mark is on one line, and its colon within 1024 characters. */
function refuseLongKey(text: string, map: YAMLMap.Parsed, start: number, colon: number): void {
  const isFlow = map.flow === true;
  const properties = isFlow
    ? /(?:[&!][^\s,[\]{}]*\s+(?:#.*\n\s*)*)*$/.exec(text.slice(Math.max(0, start - 200), start))![0].length
    : 0;
  const feed = text.indexOf("\n", start - properties);
  if (colon - start <= 1024 && (feed < 0 || feed > colon)) return;
  if (!isExplicit(text, start))
    throw new LoadError("has a key of several lines or of more than 1024 characters, which PyYAML refuses", start);
  if (!isFlow) refuseBehindKey(text, map, colon, undefined);
}

/** The library drops what is behind a key with a question mark and is neither its value nor the next key. */
function refuseBehindKey(text: string, map: YAMLMap.Parsed, end: number, next: ParsedNode | null | undefined): void {
  const at = behind(/(?:[ \t\r\n]|#[^\n]*)*/y, text, end);
  if (at === text.length || (columnOf(text, at) === 0 && /^(?:---|\.\.\.)/.test(text.slice(at, at + 3)))) return;
  const column = columnOf(text, at) - columnOf(text, map.range[0]);
  if (column === 0 && /^[?:](?:\s|$)/.test(text.slice(at, at + 2))) return;
  if (
    next &&
    next.range[0] >= at &&
    next.range[1] > next.range[0] &&
    /^(?:[&!]\S*\s+)*$/.test(text.slice(at, next.range[0]))
  )
    return;
  if (text.slice(end, at).includes("\n") && column < 0) return;
  throw new LoadError("has something that is neither a key nor a value behind a key with a question mark", at);
}

function behind(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  pattern.exec(text);
  return pattern.lastIndex;
}

function columnOf(text: string, offset: number): number {
  const line = text.lastIndexOf("\n", offset - 1) + 1;
  return offset - (line === 0 && text.startsWith("\ufeff") ? 1 : line);
}

/** Whether a question mark is before the key at this offset. */
function isExplicit(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - 500), offset).replace(/(?<!\S)#.*\n/g, "\n");
  return /(?:^|[\s,[{])\?(?:\s|[&!]\S*(?=\s|$))*$/.test(before);
}

/** Lexemes that are marks of the lexer and not in the text. */
function widthOf(lexeme: string): number {
  return lexeme === CST.DOCUMENT || lexeme === CST.FLOW_END || lexeme === CST.SCALAR ? 0 : lexeme.length;
}

/**
 * Where tabs separate tokens. YAML 1.2 takes a tab for white space everywhere but in indentation. For libyaml it is
 * none where a key may begin: at the beginning of a line (also of an empty one) and behind `-` and `?`, outside of
 * brackets; nor behind a line of a plain scalar, in less than its indentation. Throws LoadError.
 */
class TabCheck {
  readonly #text: string;
  #offset = 0;
  #lineStart = 0;
  #flows = 0;
  /** Columns of the open block collections. */
  readonly #indents: number[] = [];
  #keyMayBegin = true;
  /** Column of what may turn out to be a key on this line. */
  #key: number | undefined;
  /** Whether there is nothing but space between a plain scalar and here. */
  #afterPlain = false;
  #isMarked = false;
  #header: string | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  run(): void {
    for (const lexeme of new Lexer().lex(this.#text)) {
      this.#lexeme(lexeme);
      this.#offset += widthOf(lexeme);
    }
  }

  get #column(): number {
    return this.#offset - this.#lineStart;
  }

  get #indent(): number {
    return this.#indents.at(-1) ?? -1;
  }

  #lexeme(lexeme: string): void {
    if (lexeme === CST.SCALAR) {
      this.#isMarked = true;
      return;
    }
    if (this.#isMarked) {
      this.#isMarked = false;
      if (this.#header === undefined) this.#plain(lexeme);
      else this.#block(lexeme, this.#header);
      this.#follow(lexeme);
      return;
    }
    const type = CST.tokenType(lexeme);
    switch (type) {
      case "space":
        this.#space(lexeme);
        return;
      case "newline":
        this.#newline(lexeme.length);
        return;
      case "comment":
      case "comma":
        this.#afterPlain = false;
        return;
      case "block-scalar-header":
        this.#header = lexeme;
        this.#token();
        return;
      case "seq-item-ind":
      case "explicit-key-ind":
        if (this.#flows === 0) this.#open(this.#column);
        this.#afterPlain = false;
        return;
      case "map-value-ind":
        this.#colon();
        return;
      case "flow-map-start":
      case "flow-seq-start":
        this.#token();
        this.#flows += 1;
        return;
      case "flow-map-end":
      case "flow-seq-end":
        this.#flows = Math.max(0, this.#flows - 1);
        this.#afterPlain = false;
        return;
      case "doc-start":
      case "doc-end":
        this.#indents.length = 0;
        this.#flows = 0;
        this.#keyMayBegin = false;
        this.#afterPlain = false;
        return;
      case "anchor":
      case "tag":
      case "alias":
      case "single-quoted-scalar":
      case "double-quoted-scalar":
        this.#token();
        this.#follow(lexeme);
        return;
      case "directive-line":
      case "byte-order-mark":
      case "doc-mode":
      case "flow-error-end":
      case "scalar":
      case null:
        return;
    }
  }

  #newline(width: number): void {
    this.#lineStart = this.#offset + width;
    if (this.#flows > 0) return;
    this.#keyMayBegin = true;
    this.#key = undefined;
  }

  /** Lines end inside a scalar. */
  #follow(lexeme: string): void {
    const end = lexeme.lastIndexOf("\n");
    if (end >= 0) this.#lineStart = this.#offset + end + 1;
  }

  #token(): void {
    this.#afterPlain = false;
    if (this.#flows > 0) return;
    this.#close(this.#column);
    this.#key ??= this.#column;
    this.#keyMayBegin = false;
  }

  #close(column: number): void {
    while (this.#indent > column) this.#indents.pop();
  }

  #open(column: number): void {
    this.#close(column);
    if (this.#indent < column) this.#indents.push(column);
    this.#keyMayBegin = true;
    this.#key = undefined;
  }

  #colon(): void {
    this.#afterPlain = false;
    if (this.#flows > 0) return;
    const isSimple = this.#key !== undefined;
    this.#open(this.#key ?? this.#column);
    this.#keyMayBegin = !isSimple;
  }

  #space(lexeme: string): void {
    const tab = lexeme.indexOf("\t");
    if (tab < 0) return;
    const at = this.#offset + tab;
    const isLeading = /^ *$/.test(this.#text.slice(this.#lineStart, at));
    if (this.#afterPlain ? isLeading && at - this.#lineStart <= this.#indent : this.#flows === 0 && this.#keyMayBegin)
      throw tabAt(at);
  }

  #plain(lexeme: string): void {
    this.#token();
    this.#afterPlain = true;
    for (const { index, 1: spaces } of lexeme.matchAll(/\n( *)\t/g))
      if (spaces!.length <= this.#indent) throw tabAt(this.#offset + index + 1 + spaces!.length);
  }

  #block(lexeme: string, header: string): void {
    this.#header = undefined;
    this.#keyMayBegin = true;
    this.#key = undefined;
    const given = /[1-9]/.exec(header)?.[0];
    let indent = given === undefined ? undefined : Math.max(this.#indent, 0) + Number(given);
    let at = this.#offset;
    for (const line of lexeme.split("\n")) {
      const column = line.search(/[^ ]/);
      if (column >= 0 && line[column] === "\t" && column < (indent ?? Infinity)) throw tabAt(at + column);
      if (column >= 0 && line[column] !== "\r") indent ??= column;
      at += line.length + 1;
    }
  }
}

function tabAt(offset: number): LoadError {
  return new LoadError("has a tab in the place of indentation, which PyYAML refuses", offset);
}

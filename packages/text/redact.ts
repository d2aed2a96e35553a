import { applyDecoder, decoders, leastDecodedLength, mayBeEscaped, type Decoder, type Edit } from "./decode.ts";

/** What is in place of a secret. */
export const REDACTED = "***";

/** Redacting shorter secrets would blank half of every text and protect nothing. */
const SHORTEST = 3;
/** The same for single lines of a secret, and for what a runner masks everywhere. */
const SHORTEST_LINE = 4;
/** How much of a secret must precede an ellipsis to count as a secret that someone else cut. */
const SHORTEST_BEGINNING = 8;
const ELLIPSES = ["…", "..."];
/** A cut secret and its ellipsis. */
const SHORTEST_CUT = SHORTEST_BEGINNING + 1;
/** A secret that is shorter once it is decoded is not searched for in that form. */
const SHORTEST_DECODED = 2;
const NO_DECODERS: readonly Decoder[] = [];

/** Encodings can be nested: JSON in JSON, an escaped URL in a page. */
const DEPTH = 3;
/** What no honest text reaches; it bounds the work that a hostile one can make. */
const MOST_LAYERS = 250;

export interface Redactor {
  /**
   * Registers a secret and returns the lines of it that a host should mask. An empty list means that it is too short to
   * be masked; below three characters it is not redacted either.
   */
  add(secret: string): string[];
  /**
   * The text with all registered secrets removed, in any common encoding and any combination of them, including the
   * beginning of one that was cut.
   */
  redact(text: string): string;
  /** Whether `redact` would change the text. `escapings`: how often it was escaped on top of how it came. */
  finds(text: string, escapings?: number): boolean;
  /** Forgets all secrets, for a process that runs one action after another. */
  clear(): void;
}

/** A text as some reader would decode it, with the edits that map its positions back to the text it came from. */
interface Layer {
  readonly text: string;
  readonly edits: readonly Edit[];
  readonly parent: Layer | undefined;
  /** The decoders that produced it, in order. */
  readonly chain: readonly Decoder[];
}

type Span = readonly [start: number, end: number];

export function createRedactor(): Redactor {
  /** The secrets, their lines, and those of their encodings that do not work character by character. */
  const bases = new Set<string>();
  let needles = new Map<string, readonly string[]>();
  /** The secrets and lines that contain white space. */
  const spaced = new Set<string>();
  /** How writers change white space matters. */
  let hasSpace = false;
  /** No needle is shorter, whatever decoders it went through. */
  let shortest = Infinity;

  /**
   * What to look for in a layer. If a writer does not escape its own escape character, its text decodes to the decoded
   * secret; otherwise it decodes to the secret itself.
   */
  function needlesOf(chain: readonly Decoder[]): readonly string[] {
    const key = chain.map(({ name }) => name).join(" ");
    const known = needles.get(key);
    if (known !== undefined) return known;
    const found = new Set<string>();
    for (const base of bases) {
      found.add(lowerCase(base));
      let decoded = base;
      for (const decoder of chain) decoded = applyDecoder(decoder, decoded)?.text ?? decoded;
      if (decoded.length >= SHORTEST_DECODED) found.add(lowerCase(decoded));
    }
    const list = [...found];
    needles.set(key, list);
    return list;
  }

  /** `Bearer x`: if `x` is registered, it is found by itself, however the white space before it is written. */
  function isSchemeAndBase(text: string): boolean {
    const [, credentials = ""] = /^(?:basic|bearer|token) (\S+)$/i.exec(text) ?? [];
    return bases.has(credentials);
  }

  function spansOf(text: string, all: boolean, depth = DEPTH): Span[] {
    const spans: Span[] = [];
    for (const layer of layersOf(text, hasSpace, depth)) {
      for (const [start, end] of spansIn(lowerCase(layer.text), needlesOf(layer.chain))) {
        spans.push(toSource(layer, start, end));
        if (!all) return spans;
      }
    }
    return spans;
  }

  /**
   * Whether the text certainly holds no secret. Most texts are short or have nothing to decode, and a report has
   * hundreds of thousands of them; the others are searched layer by layer.
   */
  function isClean(text: string): boolean {
    if (bases.size === 0 || text.length < Math.min(shortest, SHORTEST_CUT)) return true;
    if (mayBeEscaped(text, hasSpace) || ELLIPSES.some((ellipsis) => text.includes(ellipsis))) return false;
    if (text.length < shortest) return true;
    const searched = lowerCase(text);
    return needlesOf(NO_DECODERS).every((needle) => !searched.includes(needle));
  }

  return {
    add(secret) {
      const whole = secret.trim();
      const lines = whole.split(/[\r\n]+/).map((line) => line.trim());
      const masks = [...new Set([whole, ...lines])].filter((line) => line.length >= SHORTEST_LINE);
      for (const text of [...masks, ...(whole.length >= SHORTEST ? [whole] : [])]) {
        if (/\s/.test(text)) spaced.add(text);
        // On one line, as text is shown; without tabs and line ends, as URLs are parsed.
        const changed = [text.replace(/\s+/g, " "), text.replace(/[\t\r\n]/g, "")];
        for (const form of [text, ...changed, ...opaqueForms(text)]) {
          bases.add(form);
          shortest = Math.min(shortest, Math.max(SHORTEST_DECODED, leastDecodedLength(form)));
        }
      }
      hasSpace = [...spaced].some((text) => !isSchemeAndBase(text));
      needles = new Map();
      return masks;
    },
    redact(text) {
      if (isClean(text)) return text;
      const spans = spansOf(text, true);
      return spans.length === 0 ? text : withoutSpans(text, spans);
    },
    finds: (text, escapings = 0) => !isClean(text) && spansOf(text, false, DEPTH + escapings).length > 0,
    clear() {
      bases.clear();
      spaced.clear();
      needles = new Map();
      hasSpace = false;
      shortest = Infinity;
    },
  };
}

/**
 * The secrets of this process. There is a single registry because text is cut, quoted and rendered in many places; a
 * redactor passed to each of them would be missing from one.
 */
export const secrets: Redactor = createRedactor();

/** Whether anything that JSON.stringify would write of a value holds a registered secret: a string, key or number. */
export function holdsSecret(value: unknown): boolean {
  if (typeof value === "string") return secrets.finds(value);
  if (typeof value === "number") return secrets.finds(String(value));
  if (typeof value !== "object" || value === null) return false;
  if (hasToJson(value)) return holdsSecret(value.toJSON());
  if (Array.isArray(value)) return value.some(holdsSecret);
  for (const key of Object.keys(value)) {
    if (secrets.finds(key) || holdsSecret((value as Record<string, unknown>)[key])) return true;
  }
  return false;
}

/** A value as JSON.stringify would write it, with registered secrets removed from its strings, keys and numbers. */
export function redactAll(value: unknown): unknown {
  if (typeof value === "string") return secrets.redact(value);
  if (typeof value === "number") return secrets.finds(String(value)) ? REDACTED : value;
  if (typeof value !== "object" || value === null) return value;
  if (hasToJson(value)) return redactAll(value.toJSON());
  if (Array.isArray(value)) return value.map(redactAll);
  const entries = Object.entries(value).map(([key, part]) => [secrets.redact(key), redactAll(part)] as const);
  return Object.fromEntries(entries);
}

function hasToJson(value: object): value is { toJSON(): unknown } {
  return "toJSON" in value && typeof value.toJSON === "function";
}

function* layersOf(text: string, hasSpace: boolean, most: number): Generator<Layer, void, undefined> {
  const first: Layer = { text, edits: [], parent: undefined, chain: [] };
  const seen = new Set([text]);
  let level = [first];
  yield first;
  for (let depth = 0; depth < most && level.length > 0; depth += 1) {
    const next: Layer[] = [];
    for (const parent of level) {
      if (!mayBeEscaped(parent.text, hasSpace)) continue;
      for (const decoder of decoders(hasSpace)) {
        const decoded = applyDecoder(decoder, parent.text);
        if (decoded === undefined || seen.has(decoded.text)) continue;
        if (seen.size >= MOST_LAYERS) return;
        seen.add(decoded.text);
        const layer = { ...decoded, parent, chain: [...parent.chain, decoder] };
        next.push(layer);
        yield layer;
      }
    }
    level = next;
  }
}

function* spansIn(text: string, needles: readonly string[]): Generator<Span, void, undefined> {
  for (const needle of needles) {
    for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + 1)) yield [at, at + needle.length];
  }
  for (const ellipsis of ELLIPSES) {
    for (let at = text.indexOf(ellipsis); at !== -1; at = text.indexOf(ellipsis, at + 1)) {
      const start = beginningBefore(text, at, needles);
      if (start !== undefined) yield [start, at];
    }
  }
}

/** The start of a needle's beginning that ends here, if there is one. */
function beginningBefore(text: string, end: number, needles: readonly string[]): number | undefined {
  let first: number | undefined;
  for (const needle of needles) {
    if (needle.length <= SHORTEST_BEGINNING) continue;
    const from = Math.max(0, end - needle.length);
    const part = text.slice(from, end);
    const head = needle.slice(0, SHORTEST_BEGINNING);
    for (let at = part.indexOf(head); at !== -1; at = part.indexOf(head, at + 1)) {
      if (!needle.startsWith(part.slice(at))) continue;
      first = Math.min(first ?? Infinity, from + at);
      break;
    }
  }
  return first;
}

/** Maps a span of a layer to the span of the original text that it was decoded from. */
function toSource(layer: Layer, start: number, end: number): Span {
  let [from, to] = [start, end];
  for (let at: Layer | undefined = layer; at?.parent !== undefined; at = at.parent) {
    from = sourceOf(at.edits, from, "start");
    to = sourceOf(at.edits, to - 1, "end");
  }
  return [from, to];
}

/** Where a decoded character began, or ended, before it was decoded. */
function sourceOf(edits: readonly Edit[], place: number, side: "start" | "end"): number {
  let [low, high] = [0, edits.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (edits[middle]!.at <= place) low = middle + 1;
    else high = middle;
  }
  const edit = edits[low - 1];
  const one = side === "end" ? 1 : 0;
  if (edit === undefined) return place + one;
  if (place < edit.at + edit.length) return side === "start" ? edit.from : edit.to;
  return edit.to + (place - edit.at - edit.length) + one;
}

function withoutSpans(text: string, spans: readonly Span[]): string {
  let result = "";
  let done = 0;
  for (const [start, end] of spans.toSorted((one, other) => one[0] - other[0])) {
    if (start >= done) result += text.slice(done, start) + REDACTED;
    done = Math.max(done, end);
  }
  return result + text.slice(done);
}

/** ASCII only, so that positions do not shift: host names and hex may arrive in lowercase. */
function lowerCase(text: string): string {
  if (!/[^\x00-\x7f]/.test(text)) return text.toLowerCase();
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** The encodings that do not keep a secret's characters apart: hex and base64. */
function opaqueForms(secret: string): string[] {
  const bytes = Buffer.from(secret, "utf8");
  const alone = [bytes.toString("base64"), bytes.toString("base64url")];
  const within = [0, 1, 2].flatMap((offset) => base64At(bytes, offset));
  return [bytes.toString("hex"), ...alone, ...within].filter((form) => form.length >= SHORTEST_LINE);
}

/**
 * The characters of the secret's base64 that do not depend on the text around it, when it starts at `offset` modulo 3
 * of the encoded text; in both alphabets (RFC 4648).
 */
function base64At(secret: Buffer, offset: number): string[] {
  const padded = Buffer.concat([Buffer.alloc(offset), secret])
    .toString("base64")
    .replaceAll("=", "");
  const first = Math.ceil((offset * 8) / 6);
  const last = Math.floor(((offset + secret.length) * 8) / 6);
  const sure = padded.slice(first, last);
  return [sure, sure.replaceAll("+", "-").replaceAll("/", "_")];
}

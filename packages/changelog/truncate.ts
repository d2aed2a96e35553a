import { scanBlocks } from "./blocks/scan.ts";
import { LINE, type Definition } from "./blocks/state.ts";
import { readInline } from "./inline.ts";
import { lineEndingOf } from "./line-ending.ts";

/** A limit below this leaves no room for a body and the remark that it was cut. */
export const SMALLEST_LIMIT = 256;

const REMARK = "_These notes were too long for this place and end here._";
/** How far before the limit a cut searches for the end of a word or of a character made of several. */
const WINDOW = 512;
/** UTF-8 of one UTF-16 code unit. */
const MOST_BYTES = 3;

export interface Truncated {
  readonly body: string;
  readonly truncated: boolean;
}

export interface TruncateOptions {
  /** Markdown that marks the cut. */
  readonly remark?: string;
  /** What the limit counts: bytes of UTF-8, or UTF-16 code units as forges do. */
  readonly unit?: "bytes" | "utf16";
}

/**
 * Cuts a body to at most `limit` units and marks the cut. It is cut between blocks (or items of a
 * list); inside a long code block between its lines; inside text only where no block fits, between words, and
 * never inside a character. Fences and `<details>` are closed, and link definitions that the rest uses are kept.
 * Throws a RangeError for a limit below SMALLEST_LIMIT.
 */
export function truncateBody(body: string, limit: number, options: TruncateOptions = {}): Truncated {
  const { remark = REMARK, unit = "bytes" } = options;
  if (!(limit >= SMALLEST_LIMIT)) throw new RangeError(`the limit is ${limit}, at least ${SMALLEST_LIMIT} are needed`);
  const size = (text: string): number => (unit === "bytes" ? Buffer.byteLength(text) : text.length);
  if (size(body) <= limit) return { body, truncated: false };
  const bytes = Buffer.from(body, "utf8");
  const ending = lineEndingOf(bytes, 0);
  const definitions: Definition[] = [];
  scanBlocks(bytes, { definition: (definition) => definitions.push(definition) });
  // What must be closed or kept is known only after a cut; the next one leaves room for it.
  const units = Math.max(0, limit - size(ending + ending + remark));
  let room = unit === "bytes" ? units : Buffer.byteLength(body.slice(0, units));
  for (let tries = 0; tries < 4 && room > 0; tries++) {
    const cut = cutAt(bytes, room);
    const parts = completed(bytes, cut, definitions, remark, ending);
    const over = size(parts) - limit;
    if (over <= 0) return { body: parts, truncated: true };
    room = Math.min(room, cut.end) - over * (unit === "bytes" ? 1 : MOST_BYTES);
  }
  return { body: remark.slice(0, limit), truncated: true };
}

interface Cut {
  readonly end: number;
  /** The line that closes the fence that was cut open. */
  readonly closing: string;
}

function completed(
  bytes: Buffer,
  { end, closing }: Cut,
  definitions: readonly Definition[],
  remark: string,
  ending: string,
): string {
  const kept = bytes.subarray(0, end);
  const { labels, openDetails } = readInline(kept);
  const text = kept.toString("utf8").replace(/[\r\n]+$/, "");
  const lost = definitions
    .filter((definition) => definition.end > end && labels.has(definition.label))
    .map((definition) => definition.text);
  const blocks = [
    closing === "" ? text : text + ending + closing,
    Array.from({ length: openDetails }, () => "</details>").join(ending),
    remark,
    lost.join(ending),
  ];
  return blocks.filter((block) => block !== "").join(ending + ending);
}

function cutAt(bytes: Buffer, room: number): Cut {
  const places = placesToCut(bytes, room);
  const { block, fenceLine, closing, inText } = places;
  if (fenceLine > 0 && block < room / 2) return { end: fenceLine, closing };
  if (block > 0 || !inText) return { end: block, closing: "" };
  return { end: endOfWord(bytes, room), closing: "" };
}

interface Places {
  /** The last place between two blocks. */
  block: number;
  /** The last place between two lines of the code block that the limit falls into, and what closes that. */
  fenceLine: number;
  closing: string;
  /** Whether the limit falls into text, which may be cut anywhere. */
  inText: boolean;
}

function placesToCut(bytes: Buffer, room: number): Places {
  const places: Places = { block: 0, fenceLine: 0, closing: "", inText: false };
  let heading = false;
  let done = false;
  scanBlocks(bytes, {
    line(kind, first, state) {
      if (done) return;
      const between = first && kind !== LINE.blank && state.continued === 0;
      // A heading is not left alone at the end.
      if (between && !heading && state.start <= room) places.block = state.start;
      if (kind === LINE.fence && first)
        places.closing = bytes.toString("utf8", state.text, fenceEnd(bytes, state.text));
      const inFence = kind === LINE.code && state.leaf === "fence" && state.depth === 0;
      if (!inFence) places.fenceLine = 0;
      else if (state.start + places.closing.length < room) places.fenceLine = state.start;
      if (kind !== LINE.blank) heading = kind === LINE.atx || kind === LINE.underline;
      if (state.following > room) {
        done = true;
        places.inText = kind === LINE.paragraph || kind === LINE.atx;
      }
    },
  });
  return places;
}

function fenceEnd(bytes: Uint8Array, from: number): number {
  let i = from;
  while (bytes[i] === bytes[from]) i++;
  return i;
}

/** The end of the last word that ends before `room`, or of the last whole character where one word is that long. */
function endOfWord(bytes: Buffer, room: number): number {
  let end = room;
  while (end > 0 && (bytes[end]! & 0xc0) === 0x80) end--;
  const from = Math.max(0, end - WINDOW);
  const space = bytes.lastIndexOf(" ", end);
  if (space > from) return space;
  return endOfCharacter(bytes, end);
}

function endOfCharacter(bytes: Buffer, end: number): number {
  let from = Math.max(0, end - WINDOW);
  while (from < end && (bytes[from]! & 0xc0) === 0x80) from++;
  // What follows decides whether a character ends here: a few of its bytes are enough.
  const window = bytes.toString("utf8", from, end + 64);
  const inWindow = bytes.toString("utf8", from, end).length;
  let last = 0;
  for (const { index } of new Intl.Segmenter("en", { granularity: "grapheme" }).segment(window)) {
    if (index > inWindow) break;
    last = index;
  }
  return last === 0 ? end : from + Buffer.byteLength(window.slice(0, last));
}

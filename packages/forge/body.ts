import { createHash } from "node:crypto";

/**
 * The comment by which a later run knows a draft as its own. It is the same for every run of one tag in one
 * repository, and other for every other tag.
 */
export function markerOf(repository: string, tag: string): string {
  const key = createHash("sha256").update(`${repository.toLowerCase()}\n${tag}`).digest("hex").slice(0, 24);
  return `<!-- release-actions: publish-release ${key} -->`;
}

/** Room that a marked text needs beyond the text. */
export const MARKER_CHARACTERS = markerOf("", "").length + 2;

export function withMarker(body: string, marker: string): string {
  const text = withoutMarker(body, marker);
  return text === "" ? marker : `${text}\n\n${marker}`;
}

/** The text alone, with LF line ends and no blank end, so that two texts can be compared. */
export function withoutMarker(body: string, marker: string): string {
  return body.replaceAll("\r\n", "\n").split(marker).join("").trimEnd();
}

/**
 * A text cut to `limit` UTF-16 units at the end of a block, with `ending` after it. No fence, comment or `<details>` is
 * left open to swallow the ending, and no character is split. The text as it is where it fits.
 */
export function fitText(text: string, limit: number, ending: string): { text: string; cut: boolean } {
  if (text.length <= limit) return { text, cut: false };
  const room = limit - ending.length - CLOSING_ROOM;
  const { at, fence } = cutPoint(text, room);
  const kept = beforeOpenComment(text.slice(0, at)).trimEnd();
  const closings = [...(fence === undefined ? [] : [fence]), ...openDetails(kept), "", ending];
  return { text: `${kept}\n${closings.join("\n")}`, cut: true };
}

/** For what closes a fence and several levels of `<details>`. */
const CLOSING_ROOM = 200;
const MOST_DETAILS = 12;

/** The last place up to `room` where a block ends: a blank line outside fences, else a line's end, else a character's. */
function cutPoint(text: string, room: number): { at: number; fence?: string | undefined } {
  let afterBlank = 0;
  let afterLine = 0;
  let fence: string | undefined;
  for (let start = 0; start < room;) {
    const newline = text.indexOf("\n", start);
    const end = newline === -1 ? text.length : newline;
    if (end > room) break;
    const line = text.slice(start, end).trim();
    fence = fenceAfter(fence, line);
    if (fence === undefined) {
      afterLine = end;
      if (line === "") afterBlank = end;
    }
    start = end + 1;
  }
  if (afterBlank > 0) return { at: afterBlank };
  if (afterLine > 0) return { at: afterLine };
  // One line or one fence that is longer than a release takes: half of a surrogate pair is not left behind.
  return { at: isHighSurrogate(text.charCodeAt(room - 1)) ? room - 1 : room, fence };
}

/** The fence that is open after a line: CommonMark's, by its character and least length. */
function fenceAfter(open: string | undefined, line: string): string | undefined {
  const mark = line.startsWith("```") ? "`" : line.startsWith("~~~") ? "~" : undefined;
  if (mark === undefined) return open;
  let length = 3;
  while (line[length] === mark) length += 1;
  if (open !== undefined) return mark === open[0] && length >= open.length && line.length === length ? undefined : open;
  return mark === "`" && line.includes("`", length) ? undefined : mark.repeat(Math.min(length, 80));
}

function beforeOpenComment(text: string): string {
  const opened = text.lastIndexOf("<!--");
  return opened > text.lastIndexOf("-->") ? text.slice(0, opened) : text;
}

function openDetails(text: string): string[] {
  const open = text.split("<details").length - text.split("</details").length;
  return Array.from({ length: Math.max(0, Math.min(open, MOST_DETAILS)) }, () => "</details>");
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

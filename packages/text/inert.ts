import { secrets } from "./redact.ts";

/**
 * Text from outside, made unable to do anything: no line of it can become a command of a CI runner, an escape
 * sequence of a terminal or an invisible change of what is read.
 */

/** Everything that some consumer treats as the end of a line. */
const LINE_BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;

/** The lines of a text, by every kind of line break; each still to be made visible or inert. */
export function splitLines(text: string): string[] {
  return text.split(LINE_BREAK);
}

/** The lines of a text with everything invisible made visible. For hosts on which no text can be a command. */
export function visibleLines(text: string): string[] {
  return splitLines(text).map(visible);
}

/** Controls, bidirectional overrides, zero-width and tag characters: shown by their number instead. */
const INVISIBLE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|[\u{e0000}-\u{e0fff}]/gu;

/** A joiner inside an emoji sequence is part of one picture. */
const EMOJI_JOIN = /(\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]?)\u200d(?=\p{Extended_Pictographic})/gu;
const JOINER_KEPT = "\ue000";

/** The text with everything invisible made visible as `<U+202E>`. Line breaks are for the caller to deal with. */
export function visible(text: string): string {
  const wellFormed = text.toWellFormed();
  if (wellFormed.search(INVISIBLE) === -1) return wellFormed;
  const joined = wellFormed.includes("\u200d")
    ? wellFormed.replaceAll(JOINER_KEPT, "<U+E000>").replace(EMOJI_JOIN, `$1${JOINER_KEPT}`)
    : wellFormed;
  const shown = joined.replace(
    INVISIBLE,
    (character) => `<U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}>`,
  );
  return wellFormed.includes("\u200d") ? shown.replaceAll(JOINER_KEPT, "\u200d") : shown;
}

/**
 * The lines of a text, each safe to print in a CI log. GitHub's runner executes `::command::` at a line's start,
 * white space before it allowed, and the older `##[command]` anywhere in a line; a backslash breaks both.
 */
export function inertLines(text: string): string[] {
  return splitLines(text).map(inertLine);
}

function inertLine(line: string): string {
  const shown = visible(line);
  const unhashed = shown.includes("##[") ? shown.replaceAll("##[", "##\\[") : shown;
  const body = unhashed.trimStart();
  return body.startsWith("::") ? `${unhashed.slice(0, unhashed.length - body.length)}\\${body}` : unhashed;
}

/** The text on one line, for a table cell, a title or a file name in a message. */
export function oneLine(text: string): string {
  return visible(splitLines(text).join(" "));
}

/**
 * Cuts to at most `max` UTF-16 units with an ellipsis, never inside a surrogate pair or a combined character. The only
 * way to cut a text that is shown: it redacts first, because half a secret would not be recognized.
 */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  const clean = secrets.redact(text);
  if (clean.length <= max) return clean;
  let end = Math.max(0, max - 1);
  while (end > 0 && /[\udc00-\udfff\u200d\ufe0f\p{M}]/u.test(clean[end]!)) end -= 1;
  return `${clean.slice(0, end)}…`;
}

/**
 * The text that bytes begin with, without a registered secret, and with an ellipsis where there is more of it: by that a
 * secret is recognized that lies on the cut. `type` is the media type that came with them. Bytes that are not text give
 * none, since a secret in them could not be recognized.
 */
export function beginningOf(bytes: Uint8Array, most: number, type = ""): string {
  const isCut = bytes.length > most;
  const text = decoderFor(bytes, type).decode(isCut ? bytes.subarray(0, most) : bytes);
  if (text.includes("\0")) return "(a binary answer)";
  return secrets.redact(isCut ? `${text}…` : text);
}

/** By the byte order mark of UTF-16, else by the charset of the media type (WHATWG Encoding), else UTF-8. */
export function decoderFor(
  bytes: Uint8Array,
  type = "",
  options: { readonly fatal?: boolean; readonly ignoreBOM?: boolean } = {},
): InstanceType<typeof TextDecoder> {
  const mark =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? "utf-16le"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "utf-16be"
        : undefined;
  const charset = /;\s*charset\s*=\s*"?([a-z0-9_.:-]{1,40})/i.exec(type)?.[1];
  try {
    return new TextDecoder(mark ?? charset ?? "utf-8", options);
  } catch {
    return new TextDecoder("utf-8", options);
  }
}

/** What was given, in quotation marks and shortened: it may be a whole file pasted by mistake. */
export function quote(given: string, max = 80): string {
  return JSON.stringify(shorten(given, max));
}

/** A text as one word for a POSIX shell: what is copied from a message must not be more than it seems. */
export function shellQuoted(text: string): string {
  return `'${oneLine(text).replaceAll("'", "'\\''")}'`;
}

/** Multi-line text for a terminal: makes everything invisible visible, except line feeds, tabs and CRLF. */
export function visibleText(text: string): string {
  return text
    .split("\n")
    .map((line) => (line.endsWith("\r") ? `${visible(line.slice(0, -1))}\r` : visible(line)))
    .join("\n");
}

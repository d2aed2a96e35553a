import { shorten } from "@release-actions/text";

/** Bytes of one line that are searched for secrets, and characters of it that are passed on. */
const MAX_LINE = 64 * 1024;
const MAX_SHOWN = 16 * 1024;

export interface LineReader {
  write(chunk: Buffer): void;
  /** Passes on what came after the last line end. */
  end(): void;
}

/**
 * Splits a stream at line feeds. Linear in its length, whatever the length of its lines: of a long line the beginning
 * is kept, and cut only after secrets were removed from it.
 */
export function lineReader(onLine: (line: string) => void): LineReader {
  let kept: Buffer[] = [];
  let size = 0;
  let isCut = false;

  function keep(part: Buffer): void {
    if (part.length === 0) return;
    const room = MAX_LINE - size;
    if (part.length > room) isCut = true;
    if (room > 0) kept.push(part.subarray(0, room));
    size += Math.min(part.length, room);
  }

  function pass(): void {
    // A character that was cut is left out, so that a secret before it is still recognized by the ellipsis.
    const text = new TextDecoder().decode(Buffer.concat(kept), { stream: isCut });
    onLine(shorten(isCut ? `${text}…` : text.replace(/\r$/, ""), MAX_SHOWN));
    kept = [];
    size = 0;
    isCut = false;
  }

  return {
    write(chunk) {
      let start = 0;
      for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, start)) {
        keep(chunk.subarray(start, at));
        pass();
        start = at + 1;
      }
      keep(chunk.subarray(start));
    },
    end() {
      if (size > 0) pass();
    },
  };
}

import { CR, LF, SPACE, TAB } from "./bytes.ts";

/** A place in the file, line by line. Offsets are bytes; columns count a tab as reaching the next multiple of four. */
export interface Cursor {
  readonly bytes: Uint8Array;
  readonly end: number;
  /** The current line's first byte, the end of its text, and the next line's first byte. */
  start: number;
  stop: number;
  following: number;
  /** The next LF and the next CR, as far as they are known; `end` where there is none. */
  lineFeed: number;
  carriageReturn: number;
  /** 1-based number of the current line. */
  line: number;
  /** How far the line has been read. `column` may lie inside a tab that `at` still points to. */
  at: number;
  column: number;
  /** The first byte that is neither space nor tab, from `at` on, and its distance in columns. */
  text: number;
  indent: number;
  blank: boolean;
}

/** Moves to the next line, ended by LF, CR LF or CR; false at the end of the file. */
export function nextLine(cursor: Cursor): boolean {
  const { bytes, end, following: start } = cursor;
  if (start >= end) return false;
  cursor.start = cursor.at = start;
  cursor.column = 0;
  cursor.line++;
  // Every other line of a changelog is empty.
  if (bytes[start] === LF) {
    cursor.stop = start;
    cursor.following = start + 1;
    return true;
  }
  // Each kind of ending is searched for once per occurrence: natively, which is several times faster than byte by byte.
  if (cursor.lineFeed < start) cursor.lineFeed = find(bytes, LF, start, end);
  if (cursor.carriageReturn < start) cursor.carriageReturn = find(bytes, CR, start, end);
  const { lineFeed, carriageReturn } = cursor;
  if (carriageReturn < lineFeed) {
    cursor.stop = carriageReturn;
    cursor.following = carriageReturn + 1 === lineFeed && lineFeed < end ? lineFeed + 1 : carriageReturn + 1;
  } else {
    cursor.stop = lineFeed;
    cursor.following = lineFeed === end ? end : lineFeed + 1;
  }
  return true;
}

function find(bytes: Uint8Array, byte: number, from: number, end: number): number {
  const at = bytes.indexOf(byte, from);
  return at === -1 || at > end ? end : at;
}

export function findText(cursor: Cursor): void {
  const { bytes, stop } = cursor;
  let i = cursor.at;
  let column = cursor.column;
  for (; i < stop; i++) {
    const byte = bytes[i];
    if (byte === SPACE) column++;
    else if (byte === TAB) column += 4 - (column % 4);
    else break;
  }
  cursor.text = i;
  cursor.indent = column - cursor.column;
  cursor.blank = i === stop;
}

/** Goes to the text that findText found. */
export function goToText(cursor: Cursor): void {
  cursor.at = cursor.text;
  cursor.column += cursor.indent;
}

/** Advances by columns, stopping inside a tab where they end there. */
export function advanceColumns(cursor: Cursor, columns: number): void {
  let left = columns;
  while (left > 0 && cursor.at < cursor.stop) {
    const width = cursor.bytes[cursor.at] === TAB ? 4 - (cursor.column % 4) : 1;
    if (width > left) {
      cursor.column += left;
      return;
    }
    cursor.column += width;
    cursor.at++;
    left -= width;
  }
}

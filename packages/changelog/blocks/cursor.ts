import { CR, LF, SPACE, TAB } from "./bytes.ts";

/** A place in the file, line by line. Offsets are bytes; columns count a tab as reaching the next multiple of four. */
export interface Cursor {
  readonly bytes: Uint8Array;
  readonly end: number;
  /** The current line's first byte, the end of its text, and the next line's first byte. */
  start: number;
  stop: number;
  following: number;
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

export function cursorOver(bytes: Uint8Array, from: number, to: number): Cursor {
  return { bytes, end: to, start: from, stop: from, following: from, line: 0, at: from, column: 0, text: from, indent: 0, blank: true };
}

/** Moves to the next line, ended by LF, CR LF or CR; false at the end of the file. */
export function nextLine(cursor: Cursor): boolean {
  const { bytes, end } = cursor;
  let i = cursor.following;
  if (i >= end) return false;
  cursor.start = cursor.at = i;
  cursor.column = 0;
  cursor.line++;
  for (; i < end; i++) {
    const byte = bytes[i]!;
    if (byte <= CR && (byte === LF || byte === CR)) break;
  }
  cursor.stop = i;
  cursor.following = i === end ? end : bytes[i] === CR && i + 1 < end && bytes[i + 1] === LF ? i + 2 : i + 1;
  return true;
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

/** Goes on by columns, stopping inside a tab where they end there. */
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

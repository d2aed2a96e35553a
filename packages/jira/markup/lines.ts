/** What a line of Markdown can be the start of, seen by itself (CommonMark 0.31.2, sections 4 and 5). */

export interface Fence {
  readonly mark: string;
  readonly length: number;
  readonly indent: number;
  readonly language: string;
}

export interface Marker {
  readonly ordered: boolean;
  /** The bullet, or what follows the number: markers that differ in it begin another list. */
  readonly sign: string;
  readonly start: number;
  /** Columns that the item's content is indented by. */
  readonly width: number;
  /** The first line's content. */
  readonly rest: string;
}

export function isBlank(line: string): boolean {
  return line.trim() === "";
}

export function indentOf(line: string): number {
  let indent = 0;
  while (line[indent] === " ") indent += 1;
  return indent;
}

/** The line with the tabs of its indentation as spaces, each up to the next multiple of four. */
export function untabbed(line: string): string {
  let spaces = "";
  let at = 0;
  for (; line[at] === " " || line[at] === "\t"; at += 1) spaces += line[at] === " " ? " " : " ".repeat(4 - (spaces.length % 4));
  return spaces + line.slice(at);
}

export function fenceOf(line: string): Fence | undefined {
  const indent = indentOf(line);
  const mark = line[indent];
  if (indent > 3 || (mark !== "`" && mark !== "~")) return undefined;
  const end = endOfRun(line, indent, mark);
  const info = line.slice(end).trim();
  if (end - indent < 3 || (mark === "`" && info.includes("`"))) return undefined;
  return { mark, length: end - indent, indent, language: (info.split(/\s/)[0] ?? "").replace(/\\([!-/:-@[-`{-~])/g, "$1") };
}

export function closesFence(line: string, fence: Fence): boolean {
  const text = line.trim();
  return indentOf(line) <= 3 && text.length >= fence.length && endOfRun(text, 0, fence.mark) === text.length;
}

export function headingOf(line: string): { level: number; text: string } | undefined {
  const indent = indentOf(line);
  const end = endOfRun(line, indent, "#");
  const level = end - indent;
  if (indent > 3 || level < 1 || level > 6 || !(end === line.length || line[end] === " " || line[end] === "\t")) return undefined;
  const text = line.slice(end).trim();
  let closing = text.length;
  while (text[closing - 1] === "#") closing -= 1;
  const closed = closing === 0 || text[closing - 1] === " " || text[closing - 1] === "\t";
  return { level, text: closed ? text.slice(0, closing).trim() : text };
}

/** 1 or 2 where the line underlines a heading. */
export function underlineOf(line: string): 1 | 2 | undefined {
  const text = line.trim();
  const mark = text[0];
  if (indentOf(line) > 3 || (mark !== "=" && mark !== "-") || endOfRun(text, 0, mark) !== text.length) return undefined;
  return mark === "=" ? 1 : 2;
}

export function isRule(line: string): boolean {
  const marks = line.replace(/[ \t]/g, "");
  const mark = marks[0];
  if (indentOf(line) > 3 || (mark !== "-" && mark !== "*" && mark !== "_")) return false;
  return marks.length >= 3 && endOfRun(marks, 0, mark) === marks.length;
}

export function isQuote(line: string): boolean {
  const indent = indentOf(line);
  return indent <= 3 && line[indent] === ">";
}

export function markerOf(line: string): Marker | undefined {
  const indent = indentOf(line);
  if (indent > 3 || isRule(line)) return undefined;
  const found = /^(?:([-+*])|([0-9]{1,9})([.)]))(?=[ \t]|$)/.exec(line.slice(indent, indent + 12));
  if (found === null) return undefined;
  const [marker, bullet, number, delimiter] = found;
  const content = untabbed(`${" ".repeat(indent + marker.length)}${line.slice(indent + marker.length)}`);
  const spaces = indentOf(content) - indent - marker.length;
  // Five columns or more: one belongs to the marker, the rest is indented code. So does an empty first line.
  const padding = isBlank(content) || spaces >= 5 ? 1 : spaces;
  const width = indent + marker.length + padding;
  return { ordered: bullet === undefined, sign: bullet ?? delimiter ?? "", start: Number(number ?? 1), width, rest: content.slice(width) };
}

/** Whether the line ends a paragraph by beginning something else. */
export function interrupts(line: string): boolean {
  if (fenceOf(line) !== undefined || headingOf(line) !== undefined || isRule(line) || isQuote(line)) return true;
  if (line.trimStart().startsWith("<!--") && indentOf(line) <= 3) return true;
  const marker = markerOf(line);
  return marker !== undefined && !isBlank(marker.rest) && (!marker.ordered || marker.start === 1);
}

/** The cells of a table's line (GitHub's extension), or undefined where it is none. */
export function cellsOf(line: string): string[] | undefined {
  if (!line.includes("|")) return undefined;
  const cells: string[] = [];
  let cell = "";
  const text = line.trim();
  for (let at = text.startsWith("|") ? 1 : 0; at < text.length; at += 1) {
    if (text[at] === "\\" && text[at + 1] === "|") {
      cell += "|";
      at += 1;
    } else if (text[at] === "|") {
      cells.push(cell.trim());
      cell = "";
    } else cell += text[at];
  }
  if (cell.trim() !== "") cells.push(cell.trim());
  return cells;
}

export function isDelimiterRow(line: string | undefined, columns: number): boolean {
  if (line === undefined || indentOf(line) > 3) return false;
  const cells = cellsOf(line);
  return cells?.length === columns && cells.every((cell) => /^:?-{1,200}:?$/.test(cell));
}

function endOfRun(text: string, from: number, character: string): number {
  let end = from;
  while (text[end] === character) end += 1;
  return end;
}

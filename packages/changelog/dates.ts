/** A date as a heading gives it. */
export interface DateReading {
  /** The index behind it in the text. */
  readonly end: number;
  /** `YYYY-MM-DD`, where it is a day of the calendar. */
  readonly date?: string;
  /** Why there is no date, where there is none. */
  readonly problem?: string;
  /** How it was written, so that another day can be written alike. */
  readonly form: DateForm;
}

/** `slash` and `dot` are year first too; `dayMonth` is `2 January 2025`, `monthDay` is `January 2, 2025`. */
export type DateForm = "iso" | "slash" | "dot" | "dayMonth" | "monthDay" | "other";

const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];
const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const OPEN_DATES = new Set(["tbd", "tba", "tbc", "pending", "undated", "soon"]);
const PLACEHOLDER = "is a placeholder, not a date";

/** Reads the date that starts at `from`, in one of the forms that changelogs use; undefined where none starts there. */
export function readDate(text: string, from: number): DateReading | undefined {
  const start = skipWeekday(text, from);
  return numericDate(text, start) ?? namedDate(text, start) ?? openDate(text, start);
}

/** Writes `YYYY-MM-DD` in another form. */
export function writeDate(date: string, form: DateForm, like: string): string {
  const [year = "", month = "", day = ""] = date.split("-");
  if (form === "slash") return `${year}/${month}/${day}`;
  if (form === "dot") return `${year}.${month}.${day}`;
  if (form !== "dayMonth" && form !== "monthDay") return date;
  const full = MONTHS[Number(month) - 1] ?? "";
  const capital = full.charAt(0).toUpperCase() + full.slice(1);
  const name = MONTHS.some((word) => word.length > 3 && like.toLowerCase().includes(word))
    ? capital
    : capital.slice(0, 3);
  if (form === "monthDay") return `${name} ${Number(day)}, ${year}`;
  return `${/(?:^|\D)0\d\D/.test(like) ? day : Number(day)} ${name} ${year}`;
}

/** `2025-01-02`, `2025/1/2`, `2025.01.02`, `02.01.2025`, `2025-01-XX`; a time of day behind it is passed over. */
function numericDate(text: string, from: number): DateReading | undefined {
  const first = runEnd(text, from);
  const separator = text[first];
  if (first === from || (separator !== "-" && separator !== "/" && separator !== ".")) return undefined;
  const second = runEnd(text, first + 1);
  if (second === first + 1 || text[second] !== separator) return undefined;
  const third = runEnd(text, second + 1);
  const parts = [
    text.slice(from, first),
    text.slice(first + 1, second),
    text.slice(second + 1, withoutTime(text, second + 1, third)),
  ];
  if (parts.some((part) => part === "" || part.length > 4)) return undefined;
  const end = timeEnd(text, third);
  const form = separator === "-" ? "iso" : separator === "/" ? "slash" : "dot";
  const [a = "", b = "", c = ""] = parts;
  if (parts.every(isNumber)) {
    if (a.length === 4) return { end, form, ...checked(a, b, c) };
    if (c.length !== 4) return undefined;
    if (Number(a) <= 12 && Number(b) <= 12 && a !== b)
      return { end, form: "other", problem: "does not say which number is the month" };
    return { end, form: "other", ...(Number(b) > 12 ? checked(c, a, b) : checked(c, b, a)) };
  }
  return parts.every((part) => isNumber(part) || isPlaceholder(part)) ? { end, form, problem: PLACEHOLDER } : undefined;
}

/** `2 January 2025`, `02 Jan 2025`, `2nd of January 2025`, `January 2, 2025`, `Jan 2025`. */
function namedDate(text: string, from: number): DateReading | undefined {
  const words: { text: string; end: number }[] = [];
  let i = from;
  while (words.length < 4) {
    const end = runEnd(text, i);
    if (end === i) break;
    const word = text.slice(i, end).toLowerCase();
    if (word !== "of") words.push({ text: word, end });
    i = end;
    while (text[i] === " " || text[i] === "," || text[i] === ".") i++;
  }
  const [a, b, c] = words;
  if (a === undefined || b === undefined) return undefined;
  if (monthOf(a.text) !== 0) {
    if (c !== undefined && isYear(c.text))
      return { end: c.end, form: "monthDay", ...checked(c.text, String(monthOf(a.text)), ordinal(b.text)) };
    return isYear(b.text) ? { end: b.end, form: "other", problem: "names no day" } : undefined;
  }
  if (monthOf(b.text) === 0 || c === undefined) return undefined;
  if (isYear(c.text) && isNumber(ordinal(a.text)))
    return { end: c.end, form: "dayMonth", ...checked(c.text, String(monthOf(b.text)), ordinal(a.text)) };
  return isPlaceholder(a.text) || isPlaceholder(c.text)
    ? { end: c.end, form: "dayMonth", problem: PLACEHOLDER }
    : undefined;
}

/** `TBD`, `????`, `YYYY`. */
function openDate(text: string, from: number): DateReading | undefined {
  const end = runEnd(text, from);
  const word = text.slice(from, end).toLowerCase();
  if (!OPEN_DATES.has(word) && !/^(?:\?{2,}|x{2,4}|yyyy)$/.test(word)) return undefined;
  return { end, form: "other", problem: PLACEHOLDER };
}

function checked(year: string, month: string, day: string): { date: string } | { problem: string } {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const real = m >= 1 && m <= 12 && d >= 1 && d <= new Date(Date.UTC(y, m, 0)).getUTCDate();
  if (!real) return { problem: "is not a day of the calendar" };
  return { date: `${year}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}` };
}

/** Behind letters, digits and question marks. */
function runEnd(text: string, from: number): number {
  let i = from;
  while (i < text.length && /[0-9A-Za-z?]/.test(text[i]!)) i++;
  return i;
}

/** `2025-01-02T10:00:00Z`: where the day ends. */
function withoutTime(text: string, from: number, to: number): number {
  const at = text.indexOf("T", from);
  return at > from && at < to && isNumber(text.slice(from, at)) ? at : to;
}

function timeEnd(text: string, from: number): number {
  let i = from;
  if (text[i] === " " && /\d/.test(text[i + 1] ?? "") && text.slice(i, i + 5).includes(":")) i++;
  if (i === from && text[i] !== ":") return from;
  while (i < text.length && /[0-9:.+Z-]/.test(text[i]!)) i++;
  return i;
}

function skipWeekday(text: string, from: number): number {
  let end = runEnd(text, from);
  const word = text.slice(from, end).toLowerCase();
  if (word.length < 3 || !WEEKDAYS.some((day) => day.startsWith(word))) return from;
  while (text[end] === "," || text[end] === "." || text[end] === " ") end++;
  return end;
}

function monthOf(word: string): number {
  return word.length < 3 ? 0 : MONTHS.findIndex((month) => month.startsWith(word === "sept" ? "sep" : word)) + 1;
}

function ordinal(word: string): string {
  return /^\d{1,2}(?:st|nd|rd|th)$/.test(word) ? word.slice(0, -2) : word;
}

function isYear(word: string): boolean {
  return /^\d{4}$/.test(word);
}

function isNumber(part: string): boolean {
  return /^\d{1,4}$/.test(part);
}

function isPlaceholder(part: string): boolean {
  return part.length <= 4 && /^[0-9xymd?]*[xymd?]$/i.test(part) && !/^[0-9]+d$/i.test(part);
}

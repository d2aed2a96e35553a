const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT =
  /^(\d{4}-\d{2}-\d{2})[Tt]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

export const DAY_MS = 24 * 60 * 60 * 1000;

/** Whether a text is a day of the calendar, as YYYY-MM-DD. */
export function isDate(text: string): boolean {
  const match = DAY.exec(text);
  if (match === null) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  // Date.parse turns the 30th of February into the 2nd of March.
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}

/** The milliseconds of an RFC 3339 time; undefined for any other text. */
export function readInstant(text: string): number | undefined {
  const match = INSTANT.exec(text);
  if (match === null || !isDate(match[1]!)) return undefined;
  const time = Date.parse(text.toUpperCase());
  return Number.isNaN(time) ? undefined : time;
}

/** Whether the last day is over; a text that is not a day is over. */
export function hasExpired(expires: string | undefined, now: number): boolean {
  return expires !== undefined && !(isDate(expires) && now < endOf(expires));
}

/** The first moment after a day, in UTC. */
export function endOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) + DAY_MS;
}

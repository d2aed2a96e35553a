/** How numbers, sizes and lengths of time are written for people. */

const UNITS = [
  { seconds: 86_400, one: "day", many: "days" },
  { seconds: 3_600, one: "h", many: "h" },
  { seconds: 60, one: "min", many: "min" },
  { seconds: 1, one: "s", many: "s" },
] as const;

/**
 * Milliseconds as `350 ms`, `2.5 s` or in the largest units: `1 min 30 s`, `2 h 5 min`, `3 days 4 h`. `units`: how many of
 * them; what is smaller is dropped.
 */
export function formatDuration(milliseconds: number, units = 2): string {
  if (Math.round(milliseconds) < 1000) return `${Math.round(milliseconds)} ms`;
  const tenths = Math.round(milliseconds / 100);
  if (tenths < 600) return `${tenths / 10} s`;
  const seconds = Math.round(milliseconds / 1000);
  const first = UNITS.findIndex((unit) => unit.seconds <= seconds);
  let left = seconds;
  return UNITS.slice(first, first + units)
    .flatMap(({ seconds: length, one, many }) => {
      const amount = Math.floor(left / length);
      left -= amount * length;
      return amount === 0 ? [] : [formatCount(amount, one, many)];
    })
    .join(" ");
}

const SIZES = ["KiB", "MiB", "GiB", "TiB"] as const;

/** Bytes as `1 byte`, `512 bytes`, `1.5 KiB` or `10.0 MiB` (IEC 80000-13). */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return formatCount(bytes, "byte");
  let amount = bytes / 1024;
  let power = 0;
  // 1023.95 would be written as 1024.0.
  while (amount >= 1023.95 && power < SIZES.length - 1) {
    amount /= 1024;
    power += 1;
  }
  return `${amount.toFixed(1)} ${SIZES[power]}`;
}

/** `1 check`, `2 checks`; `many` for what does not only add an s. */
export function formatCount(count: number, one: string, many?: string): string {
  return `${count} ${pluralize(count, one, many)}`;
}

/** The word alone, for sentences such as `2 findings of 3 are`. */
export function pluralize(count: number, one: string, many = `${one}s`): string {
  return count === 1 ? one : many;
}

/** Where a value is in a document: `services[0].url`; empty for the document as a whole. */
export function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((part, index) => (typeof part === "number" ? `[${part}]` : `${index === 0 ? "" : "."}${String(part)}`))
    .join("");
}

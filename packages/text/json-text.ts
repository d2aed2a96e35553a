/** A JSON array as text, piece by piece and one item a line: what is written needs never to be in memory whole. */
export function* jsonArray(items: Iterable<unknown>): Generator<string, void, undefined> {
  let separator = "[\n";
  for (const item of items) {
    yield separator + JSON.stringify(item);
    separator = ",\n";
  }
  yield separator === "[\n" ? "[]" : "\n]";
}

/** What an action's output may hold: a host drops one of a megabyte whole, and as an environment variable it takes 128 KiB. */
const LONGEST_OUTPUT = 64 * 1024;

/** The first items of a list, as many as fit into an output as JSON; `reserved` bytes are kept for what stands beside them. */
export function fittingItems<T>(items: Iterable<T>, reserved = 0): T[] {
  const found: T[] = [];
  let left = LONGEST_OUTPUT - reserved;
  for (const item of items) {
    left -= Buffer.byteLength(JSON.stringify(item)) + 1;
    if (left < 0) break;
    found.push(item);
  }
  return found;
}

/** A JSON array as text, piece by piece and one item a line: what is written needs never to be in memory whole. */
export function* jsonArray(items: Iterable<unknown>): Generator<string, void, undefined> {
  let separator = "[\n";
  for (const item of items) {
    yield separator + JSON.stringify(item);
    separator = ",\n";
  }
  yield separator === "[\n" ? "[]" : "\n]";
}

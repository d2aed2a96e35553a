import { jsonText } from "@release-actions/text";

/**
 * Maximum size of an output in bytes: hosts drop larger ones entirely, and an environment variable has at most 128 KiB.
 */
export const MAX_OUTPUT_BYTES = 64 * 1024;

/**
 * The first items of a list, as many as fit into an output as a JSON array. `reserved`: bytes kept free for what
 * surrounds the array.
 */
export function fittingItems<T>(items: Iterable<T>, reserved = 0): T[] {
  return itemsWithin(items, MAX_OUTPUT_BYTES - reserved).items;
}

/** The first items whose JSON array has at most `maxBytes` bytes in UTF-8, and the bytes that are left. */
export function itemsWithin<T>(items: Iterable<T>, maxBytes: number): { readonly items: T[]; readonly left: number } {
  const found: T[] = [];
  let left = maxBytes - "[]".length;
  for (const item of items) {
    const bytes = Buffer.byteLength(jsonText(item)) + (found.length === 0 ? 0 : ",".length);
    if (bytes > left) break;
    left -= bytes;
    found.push(item);
  }
  return { items: found, left };
}

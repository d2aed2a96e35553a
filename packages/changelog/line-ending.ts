import { CR, LF } from "./blocks/bytes.ts";

/** The first line ending from an offset on, LF where there is none. */
export function lineEndingOf(bytes: Uint8Array, from: number): string {
  for (let i = from; i < bytes.length; i++) {
    if (bytes[i] === LF) return "\n";
    if (bytes[i] === CR) return bytes[i + 1] === LF ? "\r\n" : "\r";
  }
  return "\n";
}

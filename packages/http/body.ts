import { Readable } from "node:stream";

/** A reply's body as it comes. */
export type Body = Readable & {
  /** All of it has come. */
  complete: boolean;
};

/** `more` is called when the reader has room again, after `push` has returned false. */
export function openBody(more: () => void): Body {
  const body = Object.assign(new Readable({ read: more, highWaterMark: 256 * 1024 }), { complete: false });
  // Who reads it hears of the error too; nobody may be reading any more.
  return body.on("error", () => undefined);
}

import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";

export interface Body {
  bytes: number;
  sha256: string;
  /** Undefined when larger than what the stand-in keeps. */
  content: Buffer | undefined;
  /** Whether as much arrived as content-length said. */
  complete: boolean;
}

/**
 * Reads a request body, hashing it on the way and keeping it only up to `keepBytes`. `complete` is false when the
 * client went away; `stopAfter` makes the reading stop there, as if it had.
 */
export function receive(request: IncomingMessage, keepBytes: number, stopAfter = Infinity): Promise<Body> {
  const hash = createHash("sha256");
  let chunks: Buffer[] = [];
  let bytes = 0;
  return new Promise((resolve) => {
    let finished = false;
    const finish = (complete: boolean) => {
      if (finished) return;
      finished = true;
      const content = bytes <= keepBytes ? Buffer.concat(chunks) : undefined;
      resolve({ bytes, sha256: hash.copy().digest("hex"), content, complete });
    };
    request.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      hash.update(chunk);
      if (bytes <= keepBytes) chunks.push(chunk);
      else chunks = [];
      if (bytes >= stopAfter) finish(false);
    });
    request.on("end", () => finish(stopAfter === Infinity));
    request.on("error", () => finish(false));
    request.on("close", () => finish(false));
    if (stopAfter === 0) finish(false);
  });
}

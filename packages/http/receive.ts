import { shorten } from "@release-actions/text";
import type { Readable } from "node:stream";
import type { Body } from "./body.ts";

const SMALL = 256 * 1024;

/** What a reply says about its body. */
export interface Head {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * The reply's whole body, decoded. Only what was requested is decoded: gzip, once. The size is counted after decoding,
 * so that a small reply cannot grow without bound. Rejects with code TOO_LARGE, ENCODING or TRUNCATED.
 */
export async function receive(response: Body, head: Head, method: string, maxBytes: number): Promise<Buffer> {
  const { status, headers } = head;
  if (method === "HEAD" || status === 204 || status === 304) {
    response.resume();
    return Buffer.alloc(0);
  }
  const length = Number(headers["content-length"] ?? 0);
  const encoding = (headers["content-encoding"] ?? "identity").trim().toLowerCase();
  if (encoding === "identity" || encoding === "") {
    if (length > maxBytes) throw tooLarge(maxBytes);
    return collect(response, response, maxBytes, length);
  }
  if (encoding !== "gzip" && encoding !== "x-gzip") {
    throw coded("ENCODING", `the answer is encoded as ${shorten(encoding, 60)}, which was not requested`);
  }
  // Kept: a bundle makes a new view of a module, with all its names, for each import.
  const { createGunzip } = (zlib ??= await import("node:zlib"));
  return collect(response, response.pipe(createGunzip()), maxBytes, 0);
}

let zlib: typeof import("node:zlib") | undefined;

/** `length` is the body's size where that is known, else 0: a large body is then not held twice. */
function collect(response: Body, stream: Readable, maxBytes: number, length: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const whole = length > SMALL ? Buffer.allocUnsafeSlow(length) : undefined;
    const chunks: Buffer[] = [];
    let size = 0;
    stream.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (whole !== undefined) return void chunk.copy(whole, size - chunk.length);
      if (size <= maxBytes) return void chunks.push(chunk);
      reject(tooLarge(maxBytes));
      stream.destroy();
    });
    stream.on("end", () => {
      if (response.complete) resolve(whole?.subarray(0, size) ?? Buffer.concat(chunks, size));
      else reject(truncated(size));
    });
    stream.on("error", () => reject(truncated(size)));
    response.on("error", () => reject(truncated(size)));
    response.on("close", () => {
      if (!response.complete) reject(truncated(size));
    });
    if (response.destroyed && !response.complete) reject(truncated(size));
  });
}

function tooLarge(maxBytes: number): Error {
  return coded("TOO_LARGE", `the answer is larger than ${maxBytes} bytes`);
}

function truncated(size: number): Error {
  return coded("TRUNCATED", `the reply was cut off after ${size} bytes`);
}

function coded(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}

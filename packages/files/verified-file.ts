import { invalid, quote } from "@release-actions/action";
import { closeSync, fstatSync, read, type BigIntStats } from "node:fs";
import { promisify } from "node:util";
import { openRegular } from "./held.ts";
import type { Place } from "./place.ts";

const CHUNK_BYTES = 256 * 1024;
const readInto = promisify(read);

/** A regular file whose content is known: reading it later yields that content or an error. */
export interface VerifiedFile {
  readonly size: number;
  /** 64 lowercase hex digits. */
  readonly sha256: string;
  /**
   * Opens the file again and yields its bytes. All chunks share one buffer, so requesting the next one overwrites the
   * last. Throws `invalid` before the first chunk if the file was replaced, and before the last chunk if its content
   * changed, so that changed content is never complete.
   */
  open(): AsyncGenerator<Uint8Array, void, undefined>;
}

/** Hashes a file by reading it once, through one small buffer. Throws `invalid` if it is not a regular file. */
export async function verifiedFile(place: Place): Promise<VerifiedFile> {
  const { createHash } = await import("node:crypto");
  const hash = createHash("sha256");
  const first = openRegular(place);
  const facts = fstatSync(first, { bigint: true });
  let size = 0;
  for await (const chunk of chunksOf(first)) {
    hash.update(chunk);
    size += chunk.length;
  }
  const sha256 = hash.digest("hex");
  return { size, sha256, open: () => sameChunks(place, { facts, size, sha256 }) };
}

interface KnownContent {
  readonly facts: BigIntStats;
  readonly size: number;
  readonly sha256: string;
}

async function* sameChunks(
  place: Place,
  { facts, size, sha256 }: KnownContent,
): AsyncGenerator<Uint8Array, void, undefined> {
  const { createHash } = await import("node:crypto");
  const file = openRegular(place);
  if (!isSame(fstatSync(file, { bigint: true }), facts)) {
    closeSync(file);
    throw changed(place);
  }
  const hash = createHash("sha256");
  let left = size;
  for await (const chunk of chunksOf(file)) {
    hash.update(chunk);
    left -= chunk.length;
    if (left < 0 || (left === 0 && hash.digest("hex") !== sha256)) throw changed(place);
    yield chunk;
  }
  if (left > 0) throw changed(place);
}

function isSame(one: BigIntStats, other: BigIntStats): boolean {
  return one.dev === other.dev && one.ino === other.ino && one.size === other.size && one.mtimeNs === other.mtimeNs;
}

function changed({ given }: Place): Error {
  return invalid(`${quote(given)} was changed after it had been checked`, {
    remedy: "Run again when nothing else changes the files to publish.",
  });
}

/** Closes the file at its end, or when the loop exits early. */
async function* chunksOf(file: number): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    const buffer = Buffer.allocUnsafeSlow(CHUNK_BYTES);
    for (;;) {
      const { bytesRead } = await readInto(file, buffer, 0, buffer.length, null);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    closeSync(file);
  }
}

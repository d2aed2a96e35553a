import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { open } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { invalid } from "@release-actions/action-types";
import { mediaType } from "./asset-name.ts";
import type { Asset } from "./contract.ts";

const CHUNK_BYTES = 256 * 1024;

/**
 * A regular file as an asset, hashed by reading it once. Neither hashing nor sending holds more of it than one chunk.
 * Throws `invalid` when it is no regular file; a symbolic link is not followed.
 */
export async function fileAsset(path: string, name: string, fileName: string): Promise<Asset> {
  const { size, sha256 } = await digestOf(path);
  const label = name === fileName ? undefined : fileName;
  return { name, label, size, sha256, type: mediaType(fileName), open: () => chunksOf(path) };
}

/** A text of ours, such as SHA256SUMS, as an asset. */
export function textAsset(name: string, text: string): Asset {
  const bytes = Buffer.from(text, "utf8");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { name, size: bytes.length, sha256, type: mediaType(name), open: () => oneChunk(bytes) };
}

/** The checksum file that `sha256sum --check` reads, ordered by name. */
export function checksumText(assets: readonly Asset[]): string {
  const ordered = assets.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return ordered.map((asset) => `${asset.sha256}  ${asset.name}\n`).join("");
}

async function digestOf(path: string): Promise<{ size: number; sha256: string }> {
  const hash = createHash("sha256");
  let size = 0;
  for await (const chunk of chunksOf(path)) {
    hash.update(chunk);
    size += chunk.length;
  }
  return { size, sha256: hash.digest("hex") };
}

/** Each chunk lies in the same memory: it is gone once the next one is asked for. */
async function* chunksOf(path: string): AsyncGenerator<Uint8Array> {
  const handle = await openRegularFile(path);
  try {
    const buffer = Buffer.allocUnsafeSlow(CHUNK_BYTES);
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, buffer.length);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}

async function openRegularFile(path: string): Promise<FileHandle> {
  const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  if ((await handle.stat()).isFile()) return handle;
  await handle.close();
  throw invalid(`${path} is not a regular file.`);
}

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

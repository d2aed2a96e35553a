import { createHash } from "node:crypto";
import { verifiedFile, type Place } from "@release-actions/files";
import { mediaType } from "./asset-name.ts";
import type { Asset } from "./types.ts";

/**
 * A regular file as an asset, hashed by reading it once. Neither hashing nor sending holds more of it than one chunk.
 * Sends only what was hashed: a file that was changed or replaced in the meantime is an error. Throws `invalid` if it
 * is not a regular file.
 */
export async function fileAsset(place: Place, name: string, fileName: string): Promise<Asset> {
  const label = name === fileName ? undefined : fileName;
  const { size, sha256, open } = await verifiedFile(place);
  return { name, label, size, sha256, type: mediaType(fileName), open };
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

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

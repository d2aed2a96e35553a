const STRENGTH = ["sha256", "sha384", "sha512"] as const;
type Algorithm = (typeof STRENGTH)[number];

/**
 * Whether a browser accepts these bytes for this `integrity` (W3C Subresource Integrity, 3.3): any hash of the strongest
 * algorithm in it. True if it contains no known algorithm, as in browsers.
 */
export async function hasIntegrity(bytes: Uint8Array, integrity: string): Promise<boolean> {
  const hashes = integrity.split(/[ \t\n\f\r]+/).flatMap((token) => {
    const [hash = ""] = token.split("?", 1);
    const [name = ""] = hash.split("-", 1);
    const algorithm = name.toLowerCase();
    return isKnown(algorithm) ? [{ algorithm, digest: hash.slice(name.length + 1) }] : [];
  });
  if (hashes.length === 0) return true;
  const strongest = STRENGTH.findLast((algorithm) => hashes.some((hash) => hash.algorithm === algorithm))!;
  const { createHash } = await import("node:crypto");
  const actual = createHash(strongest).update(bytes).digest("base64url");
  return hashes.some(({ algorithm, digest }) => algorithm === strongest && plainBase64(digest) === actual);
}

/** Both alphabets of base64, with or without padding. Decoding would skip what is not base64, and end at a `=`. */
function plainBase64(digest: string): string {
  return digest
    .replace(/={1,2}$/, "")
    .replaceAll("+", "-")
    .replaceAll("/", "_");
}

function isKnown(name: string): name is Algorithm {
  return STRENGTH.some((known) => known === name);
}

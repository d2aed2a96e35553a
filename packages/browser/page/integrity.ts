const STRENGTH = ["sha256", "sha384", "sha512"] as const;
type Algorithm = (typeof STRENGTH)[number];

/**
 * Whether a browser accepts these bytes for this `integrity` (W3C Subresource Integrity, 3.3): any hash of the strongest
 * algorithm in it. True if it contains no known algorithm, as in browsers.
 */
export async function hasIntegrity(bytes: Uint8Array, integrity: string): Promise<boolean> {
  const hashes = integrity.split(/[ \t\n\f\r]+/).flatMap((token) => {
    const [hash = ""] = token.split("?", 1);
    const dash = hash.indexOf("-");
    const algorithm = hash.slice(0, Math.max(0, dash)).toLowerCase();
    return isKnown(algorithm) ? [{ algorithm, digest: hash.slice(dash + 1) }] : [];
  });
  if (hashes.length === 0) return true;
  const strongest = STRENGTH.findLast((algorithm) => hashes.some((hash) => hash.algorithm === algorithm))!;
  const { createHash } = await import("node:crypto");
  const actual = createHash(strongest).update(bytes).digest();
  return hashes.some(
    ({ algorithm, digest }) => algorithm === strongest && Buffer.from(digest, "base64").equals(actual),
  );
}

function isKnown(name: string): name is Algorithm {
  return STRENGTH.some((known) => known === name);
}

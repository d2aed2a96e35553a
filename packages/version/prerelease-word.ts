/** The words that begin a prerelease. A suffix that begins otherwise must be a declared component. */
const WORDS = ["alpha", "beta", "rc", "preview", "pre", "dev", "canary", "nightly", "next"] as const;

const BEGINS = new RegExp(`^(?:${WORDS.join("|")})(?![A-Za-z])`);
const WHOLE = new RegExp(`^(?:${WORDS.join("|")})[0-9]*(?:[.-][0-9]+)*$`);

export const PRERELEASE_WORDS: readonly string[] = WORDS;

/** `rc.1`, `rc1` and `beta.exp.5`; not `release` or `nextcloud`, which only share letters with such a word. */
export function beginsAsPrerelease(text: string): boolean {
  return BEGINS.test(text);
}

/** `rc`, `rc.1`, `beta-2`: what could be nothing but a prerelease, and so cannot name a component. */
export function isPrereleaseWord(text: string): boolean {
  return WHOLE.test(text);
}

/** `1`, `v2`, `1.1`, `2.0.0-rc.1`: what would be mistaken for a version. */
export function looksLikeVersion(text: string): boolean {
  return /^[vV]?[0-9]+(?:$|\.[0-9])/.test(text);
}

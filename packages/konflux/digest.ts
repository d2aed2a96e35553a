// Separate, since the action's inputs need it, but not the schemas that the rest of the package loads.

/** `sha256:…` of an image reference or of a bare digest; undefined if it has none. */
export function digestOf(image: string): string | undefined {
  return /(?:^|@)(sha256:[0-9a-f]{64})$/.exec(image)?.[1];
}

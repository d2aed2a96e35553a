const SIMPLE: Readonly<Record<string, string>> = {
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  "\\": "\\",
  '"': '"',
  "'": "'",
};
const ESCAPE = /\\(?:([abfnrtv\\"'])|x([0-7][0-9a-fA-F])|([01][0-7]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))|\\/g;

/**
 * The value of a quoted string of PromQL, with Go's escapes (https://go.dev/ref/spec#String_literals). Undefined for an
 * invalid escape, and for one that is a single byte of a longer character.
 */
export function unquoted(text: string): string | undefined {
  const inside = text.slice(1, -1);
  if (text.startsWith("`")) return inside.replaceAll("\r", "");
  let isWhole = true;
  const plain = inside.replace(
    ESCAPE,
    (_, simple?: string, hex?: string, octal?: string, short?: string, long?: string) => {
      if (simple !== undefined) return SIMPLE[simple]!;
      const code = octal === undefined ? Number.parseInt(hex ?? short ?? long ?? "", 16) : Number.parseInt(octal, 8);
      isWhole &&= code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
      return isWhole ? String.fromCodePoint(code) : "";
    },
  );
  return isWhole ? plain : undefined;
}

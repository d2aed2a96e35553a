/** What stands in place of a secret. */
export const REDACTED = "***";

/** Shorter fragments would blank half the log and protect nothing. */
const SHORTEST = 4;
/** What stands at the end of a text that was cut, and how much of a secret before it is taken for one. */
const CUT = "…";
const SHORTEST_BEGINNING = 8;

export interface Redactor {
  /** Registers a secret; returns the lines of it that a host should mask. Empty: too short to be masked. */
  add(secret: string): string[];
  /** The text without any registered secret, in any of the encodings it usually travels in, nor one's beginning where it was cut. */
  redact(text: string): string;
}

export function createRedactor(): Redactor {
  let needles: string[] = [];
  return {
    add(secret) {
      const fragments = fragmentsOf(secret);
      const all = new Set([...needles, ...fragments.flatMap(encodings)]);
      // Longest first, so that a secret which contains another one disappears whole.
      needles = [...all].sort((a, b) => b.length - a.length);
      return fragments;
    },
    redact(text) {
      let clean = text;
      for (const needle of needles) if (clean.includes(needle)) clean = clean.replaceAll(needle, REDACTED);
      return clean.includes(CUT) ? withoutBeginnings(clean, needles) : clean;
    },
  };
}

/** A text is often cut before it comes here, in the middle of a secret as well. */
function withoutBeginnings(text: string, needles: readonly string[]): string {
  const parts = text.split(CUT);
  const last = parts.pop()!;
  return [...parts.map((part) => withoutBeginning(part, needles)), last].join(CUT);
}

function withoutBeginning(text: string, needles: readonly string[]): string {
  let start = text.length;
  for (const needle of needles) {
    const head = needle.slice(0, SHORTEST_BEGINNING);
    const end = text.slice(-needle.length);
    for (let at = end.indexOf(head); at !== -1; at = end.indexOf(head, at + 1)) {
      if (!needle.startsWith(end.slice(at))) continue;
      start = Math.min(start, text.length - end.length + at);
      break;
    }
  }
  return start === text.length ? text : text.slice(0, start) + REDACTED;
}

/** The secret itself and, where it has several lines, each of them: logs are read and masked line by line. */
function fragmentsOf(secret: string): string[] {
  const lines = secret.split(/[\r\n]+/).map((line) => line.trim());
  return [...new Set([secret.trim(), ...lines])].filter((fragment) => fragment.length >= SHORTEST);
}

function encodings(secret: string): string[] {
  const bytes = Buffer.from(secret, "utf8");
  const found = [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    secret.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;"),
    bytes.toString("hex"),
    bytes.toString("hex").toUpperCase(),
    ...[0, 1, 2].flatMap((offset) => base64At(bytes, offset)),
  ];
  return found.filter((text) => text.length >= SHORTEST);
}

/**
 * The characters of the secret's base64 that do not depend on what stands before and after it, when it begins
 * at `offset` modulo 3 of the encoded text; in both alphabets.
 */
function base64At(secret: Buffer, offset: number): string[] {
  const skip = (3 - offset) % 3;
  const whole = secret.subarray(skip, skip + Math.floor((secret.length - skip) / 3) * 3);
  if (whole.length < SHORTEST) return [];
  return [whole.toString("base64"), whole.toString("base64url")];
}

/** The runner's masking of secrets in the log: the value, each of its lines, and the forms they take in other text. */
export interface Masker {
  add(secret: string): void;
  mask(text: string): string;
}

/** Kept from masking whole logs: the runner masks shorter values too, but none of ours is that short. */
const SHORTEST = 2;

export function createMasker(secrets: readonly string[] = []): Masker {
  const values = new Set<string>();
  let ordered: string[] = [];

  function add(secret: string): void {
    for (const value of [secret, ...secret.split(/\r\n|\n|\r/)]) {
      if (value.trim().length < SHORTEST) continue;
      for (const form of formsOf(value)) if (form.length >= SHORTEST) values.add(form);
    }
    ordered = [...values].sort((left, right) => right.length - left.length);
  }

  for (const secret of secrets) add(secret);
  return {
    add,
    mask: (text) => ordered.reduce((masked, value) => masked.replaceAll(value, "***"), text),
  };
}

function formsOf(value: string): string[] {
  const bytes = Buffer.from(value);
  return [
    value,
    bytes.toString("base64"),
    shiftedBase64(bytes, 1),
    shiftedBase64(bytes, 2),
    JSON.stringify(value).slice(1, -1),
    encodeURIComponent(value),
    value.replaceAll("'", "''"),
    value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;"),
  ];
}

/** Base64 of text that holds the secret at an offset not divisible by three: the part that is always the same. */
function shiftedBase64(bytes: Buffer, shift: number): string {
  return bytes.length > shift ? bytes.subarray(shift).toString("base64") : "";
}

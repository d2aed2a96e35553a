import fc from "fast-check";

type Writer = (text: string) => string;

const json: Writer = (text) => JSON.stringify(text).slice(1, -1);
const html: Writer = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const codeOf = (one: string) => one.charCodeAt(0).toString(16).toUpperCase();
const escapeUnit = (unit: string) => `\\u${codeOf(unit).toLowerCase().padStart(4, "0")}`;
const octet = (byte: string) => Number.parseInt(byte, 16);
const isPlain = (byte: string) => /[a-z0-9]/i.test(String.fromCharCode(octet(byte))) && octet(byte) < 0x80;
const character = (byte: string) => String.fromCharCode(octet(byte));
const bytes = (text: string) => [...Buffer.from(text)].map((byte) => byte.toString(16).padStart(2, "0"));

/** How writers escape text; each is implemented from its own specification, not from the redactor's tables. */
const SINGLE: Readonly<Record<string, Writer>> = {
  raw: (text) => text,
  "percent-encoding": encodeURIComponent,
  "percent-encoding in lower case": (text) => encodeURIComponent(text).replace(/%../g, (code) => code.toLowerCase()),
  "percent-encoding of every byte": (text) =>
    bytes(text)
      .map((byte) => `%${byte}`)
      .join(""),
  "percent-encoding as strict as RFC 3986": (text) =>
    encodeURIComponent(text).replace(/[!'()*]/g, (one) => `%${codeOf(one)}`),
  "a form": (text) => new URLSearchParams({ x: text }).toString().slice(2),
  "new URL(), query": (text) => new URL(`https://h/?x=${text.replaceAll("#", "%23")}`).search.slice(3),
  "new URL(), user info": (text) => {
    const url = new URL("https://h/");
    url.password = text;
    return url.password;
  },
  JSON: json,
  "JSON of PHP": (text) =>
    json(text)
      .replaceAll("/", "\\/")
      .replace(/[\u0080-\uffff]/g, escapeUnit),
  "JSON of Go": (text) => json(text).replace(/[<>&\u2028\u2029]/g, escapeUnit),
  "JSON of Gson": (text) => json(text).replace(/[<>&='\u2028\u2029]/g, escapeUnit),
  "JSON of Python": (text) => json(text).replace(/[\u007f-\uffff]/g, escapeUnit),
  "JSON with all it can escape": (text) => text.replace(/[^a-z0-9]/gi, (one) => `\\u${codeOf(one).padStart(4, "0")}`),
  "JSON in JSON": (text) => json(json(text)),
  "only quotation marks escaped": (text) => text.replaceAll('"', '\\"'),
  HTML: html,
  "HTML with quotation marks": (text) => html(text).replaceAll('"', "&quot;").replaceAll("'", "&#39;"),
  "HTML with slashes": (text) => text.replace(/[&<>"'`=/]/g, (one) => `&#x${codeOf(one)};`),
  "HTML by numbers": (text) => [...text].map((one) => `&#${one.codePointAt(0)};`).join(""),
  "a shell's single quotes": (text) => text.replaceAll("'", "'\\''"),
  "a shell's double quotes inside single ones": (text) => text.replaceAll("'", `'"'"'`),
  "printf %q": (text) => text.replace(/[^A-Za-z0-9_\u0080-\uffff]/g, "\\$&"),
  "octal, as git quotes paths": (text) =>
    bytes(text)
      .map((byte) => (octet(byte) < 0x80 ? json(character(byte)) : `\\${octet(byte).toString(8)}`))
      .join(""),
  "octal, every byte": (text) =>
    bytes(text)
      .map((byte) => `\\${octet(byte).toString(8).padStart(3, "0")}`)
      .join(""),
  "quoted-printable": (text) =>
    bytes(text)
      .map((byte) => (isPlain(byte) ? character(byte) : `=${byte.toUpperCase()}`))
      .join(""),
  "HTML by numbers without an end": (text) => text.replace(/[^a-z0-9](?![0-9;])/gi, (one) => `&#${one.charCodeAt(0)}`),
  "SQL and YAML": (text) => text.replaceAll("'", "''"),
  CSV: (text) => text.replaceAll('"', '""'),
  "lower case": (text) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase()),
  hex: (text) => bytes(text).join(""),
  "hex in upper case": (text) => bytes(text).join("").toUpperCase(),
  base64: (text) => Buffer.from(text).toString("base64"),
  "base64 in lines": (text) =>
    Buffer.from(text)
      .toString("base64")
      .replace(/.{76}(?=.)/g, "$&\r\n"),
  "base64 for addresses": (text) => Buffer.from(text).toString("base64url"),
};

/** Nested encodings, as when a server repeats a URL in an error that a page shows. */
const STACKED: Readonly<Record<string, readonly string[]>> = {
  "an address in JSON in HTML": ["percent-encoding", "JSON", "HTML with quotation marks"],
  "JSON of PHP in JSON of Go": ["JSON of PHP", "JSON of Go"],
  "HTML in JSON of Python": ["HTML with slashes", "JSON of Python"],
  "a form in an address": ["a form", "percent-encoding"],
  "base64 in an address": ["base64", "percent-encoding"],
  "base64 in JSON of PHP": ["base64", "JSON of PHP"],
  "a shell's quotes in JSON": ["a shell's single quotes", "JSON"],
};

/** A name and a function that writes a text that way. */
export const WRITERS: ReadonlyMap<string, Writer> = new Map([
  ...Object.entries(SINGLE),
  ...Object.entries(STACKED).map(([name, steps]): [string, Writer] => [
    name,
    (text) => steps.reduce((written, step) => SINGLE[step]!(written), text),
  ]),
]);

/** The printable characters of Latin-1. */
const latin = fc
  .integer({ min: 0x20, max: 0xff })
  .filter((code) => code !== 0x7f)
  .map((code) => String.fromCharCode(code));
const letter = fc.constantFrom(..."aZ09");
const special = fc.constantFrom(..."/+=_-&<>\"'\\%@:#?. \t");

/** What a header can carry (RFC 9110), without leading or trailing white space, like an input. */
export const secretText: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 3, arbitrary: letter }, special, latin), { minLength: 3, maxLength: 200 })
  .map((units) => units.join("").trim())
  .filter((text) => text.length >= 3);

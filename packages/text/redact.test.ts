import { describe, expect, test } from "@jest/globals";
import { createRedactor, REDACTED, shorten } from "@release-actions/text";
import fc from "fast-check";

test("security G93: a secret disappears in the encodings it travels in", () => {
  const secret = "s3cr3t/with+signs=";
  const redactor = createRedactor();
  redactor.add(secret);
  const forms = [
    secret,
    encodeURIComponent(secret),
    Buffer.from(secret).toString("hex"),
    JSON.stringify(`"${secret}"`),
    ...["", "x", "xy"].map((before) => Buffer.from(`${before}${secret}:after`).toString("base64")),
  ];
  for (const form of forms) {
    const clean = redactor.redact(`before ${form} after`);
    expect(clean).toContain(REDACTED);
    expect(clean).not.toContain("s3cr3t");
  }
});

test("security G94: each line of a secret is masked, fragments under four characters are not", () => {
  const redactor = createRedactor();
  expect(redactor.add('{\n"key": "value-of-it"\n}')).toEqual(['{\n"key": "value-of-it"\n}', '"key": "value-of-it"']);
  expect(redactor.redact("a } b")).toBe("a } b");
});

test("security G93: a secret that was cut leaves nothing of its beginning", () => {
  const secret = Array.from({ length: 300 }, (_, index) => (index * 7919).toString(36)).join("");
  const redactor = createRedactor();
  redactor.add(secret);
  for (const form of [secret, Buffer.from(secret).toString("base64")]) {
    for (const length of [20, 100, form.length]) {
      const clean = redactor.redact(`${shorten(`is "Bearer ${form}"`, length)}, expected x; and more… of it`);
      expect(clean).not.toContain(form.slice(0, 8));
      expect(clean).toMatch(/^is "Bearer \*\*\*.*, expected x; and more… of it$/);
    }
  }
  expect(redactor.redact(`${secret.slice(0, 7)}…`)).toBe(`${secret.slice(0, 7)}…`);
  expect(redactor.redact("a… b…")).toBe("a… b…");
});

test("a secret of one repeated part leaves nothing where it was cut", () => {
  const redactor = createRedactor();
  redactor.add("ab".repeat(30));
  expect(redactor.redact(`x${"ab".repeat(20)}…`)).toBe("x***…");
});

test("a secret inside another one leaves nothing of either", () => {
  const redactor = createRedactor();
  redactor.add("token");
  redactor.add("token-long");
  expect(redactor.redact("token-long token")).toBe("*** ***");
});

/** How writers escape a text; each is written here from its own specification, not with the redactor's tables. */
const WRITERS: Readonly<Record<string, (text: string) => string>> = {
  raw: (text) => text,
  "encodeURIComponent": encodeURIComponent,
  "percent-encoding in lower case": (text) => encodeURIComponent(text).replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
  "percent-encoding of every byte": (text) => [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join(""),
  "percent-encoding as strict as RFC 3986": (text) => encodeURIComponent(text).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`),
  "a form": (text) => new URLSearchParams({ x: text }).toString().slice(2),
  "new URL(), query": (text) => new URL(`https://h/?x=${text.replaceAll("#", "%23")}`).search.slice(3),
  "new URL(), user info": (text) => {
    const url = new URL("https://h/");
    url.password = text;
    return url.password;
  },
  "JSON": (text) => JSON.stringify(text).slice(1, -1),
  "JSON of PHP": (text) => JSON.stringify(text).slice(1, -1).replaceAll("/", "\\/").replace(/[\u0080-\uffff]/g, escapeUnit),
  "JSON of Go": (text) => JSON.stringify(text).slice(1, -1).replace(/[<>&\u2028\u2029]/g, escapeUnit),
  "JSON of Gson": (text) => JSON.stringify(text).slice(1, -1).replace(/[<>&='\u2028\u2029]/g, escapeUnit),
  "JSON of Python": (text) => JSON.stringify(text).slice(1, -1).replace(/[\u007f-\uffff]/g, escapeUnit),
  "JSON in upper case": (text) => JSON.stringify(text).slice(1, -1).replace(/[^a-z0-9]/gi, (one) => escapeUnit(one).toUpperCase().replace("U", "u")),
  "JSON in JSON": (text) => JSON.stringify(JSON.stringify(text)).slice(3, -3),
  "only quotation marks escaped": (text) => text.replaceAll('"', '\\"'),
  "HTML": (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;"),
  "HTML with quotation marks": (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("'", "&#39;"),
  "HTML with slashes": (text) => text.replace(/[&<>"'`=/]/g, (one) => `&#x${one.charCodeAt(0).toString(16).toUpperCase()};`),
  "HTML by numbers": (text) => [...text].map((one) => `&#${one.codePointAt(0)};`).join(""),
  "a shell's single quotes": (text) => text.replaceAll("'", "'\\''"),
  "a shell's double quotes inside single ones": (text) => text.replaceAll("'", `'"'"'`),
  "printf %q": (text) => text.replace(/[^A-Za-z0-9_\u0080-\uffff]/g, "\\$&"),
  "SQL and YAML": (text) => text.replaceAll("'", "''"),
  "CSV": (text) => text.replaceAll('"', '""'),
  "lower case": (text) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase()),
  "hex": (text) => Buffer.from(text).toString("hex"),
  "hex in upper case": (text) => Buffer.from(text).toString("hex").toUpperCase(),
  "base64": (text) => Buffer.from(text).toString("base64"),
  "base64 for addresses": (text) => Buffer.from(text).toString("base64url"),
};

/** One on top of another, as when a server repeats an address in an error that a page shows. */
const STACKED: Readonly<Record<string, readonly string[]>> = {
  "an address in JSON in HTML": ["encodeURIComponent", "JSON", "HTML with quotation marks"],
  "JSON of PHP in JSON of Go": ["JSON of PHP", "JSON of Go"],
  "HTML in JSON of Python": ["HTML with slashes", "JSON of Python"],
  "a form in an address": ["a form", "encodeURIComponent"],
  "base64 in an address": ["base64", "encodeURIComponent"],
  "base64 in JSON of PHP": ["base64", "JSON of PHP"],
  "a shell's quotes in JSON": ["a shell's single quotes", "JSON"],
};

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** What a header can carry (RFC 9110), without white space at its ends, as an input is given. */
const secret = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(..."aZ09") }, fc.constantFrom(..."/+=_-&<>\"'\\%@:#?. \t"), fc.integer({ min: 0x20, max: 0xff }).filter((code) => code < 0x7f || code > 0x7f).map((code) => String.fromCharCode(code))), { minLength: 3, maxLength: 200 })
  .map((units) => units.join("").trim())
  .filter((text) => text.length >= 3);

describe("security G93, G95: a secret is found however it was escaped", () => {
  const writers = [
    ...Object.entries(WRITERS),
    ...Object.entries(STACKED).map(([name, steps]): [string, (text: string) => string] => [name, (text) => steps.reduce((written, step) => WRITERS[step]!(written), text)]),
  ];
  test.each(writers)("%s", (_, write) => {
    fc.assert(
      fc.property(secret, fc.constantFrom("", "x", "xy", "{\"a\":\"", "said: "), fc.constantFrom("", " and more", "\"}", "…"), (given, before, after) => {
        const redactor = createRedactor();
        redactor.add(given);
        // Three characters of base64 or hex that start in the middle of a group are no word of their own.
        fc.pre(given.length >= 4 || write(given).length === given.length);
        const written = write(given);
        const clean = redactor.redact(`${before}${written}${after}`);
        expect(clean).toContain(REDACTED);
        expect(clean.length).toBeLessThanOrEqual(before.length + REDACTED.length + after.length);
      }),
      { numRuns: 300 },
    );
  });

  test("base64 of more than the secret, at every offset", () => {
    fc.assert(
      fc.property(secret.filter((text) => text.length >= 5), fc.constantFrom("", "u:", "user:"), fc.constantFrom("", ":x"), (given, before, after) => {
        const redactor = createRedactor();
        redactor.add(given);
        const clean = redactor.redact(Buffer.from(before + given + after).toString("base64"));
        // At most one character at each end belongs to the secret and to what is beside it.
        expect(clean).toContain(REDACTED);
        expect(clean.replace(REDACTED, "").length).toBeLessThanOrEqual(Math.ceil((before.length * 4) / 3) + Math.ceil((after.length * 4) / 3) + 4);
      }),
      { numRuns: 300 },
    );
  });
});

test("what was not registered stays, and so does what only looks encoded", () => {
  const redactor = createRedactor();
  redactor.add("hunter-22/x");
  fc.assert(
    fc.property(fc.array(fc.constantFrom("hunter", "-22", "\\u002f", "%2F", "&#47;", "x", "''", "&amp;", "<U+0041>", " "), { maxLength: 6 }).map((parts) => parts.join("")), (text) => {
      const found = redactor.finds(text);
      expect(redactor.redact(text) === text).toBe(!found);
      if (!/22(?:\/|\\u002f|%2F|&#47;)x/.test(text)) expect(found).toBe(false);
    }),
  );
});

test("security G95: a text that was put on one line keeps nothing of a secret of several", () => {
  const redactor = createRedactor();
  redactor.add("ab\ncd\t ef\r\ngh");
  expect(redactor.redact("x ab cd ef gh y")).toBe("x *** y");
  expect(redactor.redact("x ab\ncd\t ef\r\ngh y")).toBe("x *** y");
});

test("a hostile text of a megabyte is redacted in bounded work", () => {
  const redactor = createRedactor();
  redactor.add("s3cret-of-many-parts/0123456789");
  for (const part of ["\\", "%25", "&amp;", "'\\''", "\\u005c", "&#38;", "''", "…"]) {
    const text = part.repeat(Math.floor(2 ** 20 / part.length));
    expect(redactor.redact(`${text}s3cret-of-many-parts\\/0123456789`)).not.toContain("0123456789");
  }
});

import { beforeEach, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { secretText, WRITERS } from "../../test/security/encodings.ts";
import { applyDecoder, decoders, leastDecodedLength, mayBeEscaped } from "./decode.ts";
import { createRedactor, jsonText, secrets } from "./index.ts";

/** Text with as many escapes of every kind, whole and broken, as fit. */
const escaped = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ..."\\%&='\"<+ \t\n\r;#",
        "'\\''",
        `'"'"'`,
        "=\r\n",
        "<U+202E>",
        "%41",
        "&#65;",
        "&lt;",
        "\\u0041",
      ),
      fc.constantFrom(..."aB0/=é😀", "AAAAAAAAAAAAAAAA", "\u00a0", "\u2003", "\ufeff"),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(""));

describe("security G93: the shortcuts of the search for secrets", () => {
  test("a text classified as not escaped has nothing to decode", () => {
    fc.assert(
      fc.property(escaped, fc.boolean(), (text, hasSpace) => {
        const isDecodable = decoders(hasSpace).some((decoder) => applyDecoder(decoder, text) !== undefined);
        if (!mayBeEscaped(text, hasSpace)) expect(isDecodable).toBe(false);
      }),
      { numRuns: 2000 },
    );
    expect(mayBeEscaped("CVE-2024-1 (high) in openssl 3.0.1: no fix. ü", true)).toBe(false);
  });

  test("no chain of decoders makes a text shorter than its lower limit", () => {
    const chain = fc.array(fc.nat(decoders(true).length - 1), { maxLength: 5 });
    fc.assert(
      fc.property(escaped, chain, (text, steps) => {
        let decoded = text;
        for (const step of steps) decoded = applyDecoder(decoders(true)[step]!, decoded)?.text ?? decoded;
        expect(decoded.length).toBeGreaterThanOrEqual(leastDecodedLength(text));
      }),
      { numRuns: 2000 },
    );
    expect(leastDecodedLength("Bearer ab+cd==")).toBe("Bearer ab+cd==".length);
  });

  test("a short text with a short secret is not skipped", () => {
    const redactor = createRedactor();
    redactor.add("a long secret that sets no limit for the other");
    redactor.add("abc");
    expect(redactor.redact("abc")).toBe("***");
    expect(redactor.redact("%61bc")).toBe("***");
  });

  test("the limit is reset together with the secrets", () => {
    const redactor = createRedactor();
    redactor.add("abc");
    redactor.clear();
    redactor.add("a-long-token-0123456789");
    expect(redactor.redact("abc a-long-token-0123456789")).toBe("abc ***");
  });
});

describe("security G93: jsonText", () => {
  beforeEach(() => secrets.clear());

  test.each([...WRITERS])("finds a secret in every string, key and number: %s", (_, write) => {
    fc.assert(
      fc.property(secretText, (secret) => {
        secrets.clear();
        secrets.add(secret);
        const words = write(secret);
        const found = jsonText({ [words]: [{ deep: words }], other: { toJSON: () => words } });
        // The same as each string alone.
        expect(found).not.toContain(JSON.stringify(words).slice(1, -1));
        expect(JSON.parse(found)).toEqual({
          [secrets.redact(words)]: [{ deep: secrets.redact(words) }],
          other: secrets.redact(words),
        });
      }),
      { numRuns: 20 },
    );
  });

  test("a value without a secret is written like JSON.stringify writes it", () => {
    secrets.add("a-long-token-0123456789");
    secrets.add("123456789");
    const value = { a: [1, null, true, undefined], date: new Date(0), b: undefined, c: { d: "x" } };
    expect(jsonText(value, 2)).toBe(JSON.stringify(value, undefined, 2));
    expect(jsonText({ id: 123456789, date: new Date(0), ok: 1 })).toBe(
      '{"id":"***","date":"1970-01-01T00:00:00.000Z","ok":1}',
    );
  });
});

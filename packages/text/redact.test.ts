import { describe, expect, test } from "@jest/globals";
import { createRedactor, REDACTED, shorten } from "./index.ts";
import fc from "fast-check";
import { secretText, WRITERS } from "../../test/security/encodings.ts";

describe("security G93, G95: a secret is found however it was escaped", () => {
  test.each([...WRITERS])("%s", (name, write) => {
    fc.assert(
      fc.property(
        secretText,
        fc.constantFrom("", "x", "xy", '{"a":"', "said: "),
        fc.constantFrom("", " and more", '"}', "…"),
        (given, before, after) => {
          const redactor = createRedactor();
          redactor.add(given);
          // Three characters of base64 or hex that start inside a group are not a separate word.
          fc.pre(given.length >= 4 || write(given).length === given.length);
          const written = write(given);
          // If only quotation marks are escaped, a trailing backslash escapes what follows it.
          fc.pre(name !== "only quotation marks escaped" || !given.endsWith("\\"));
          const clean = redactor.redact(`${before}${written}${after}`);
          expect(clean).toContain(REDACTED);
          expect(clean.length).toBeLessThanOrEqual(before.length + REDACTED.length + after.length);
        },
      ),
      { numRuns: 300 },
    );
  });

  test("base64 of a longer text with the secret in it, at every offset", () => {
    fc.assert(
      fc.property(
        secretText.filter((text) => text.length >= 5),
        fc.constantFrom("", "u:", "user:"),
        fc.constantFrom("", ":x"),
        (given, before, after) => {
          const redactor = createRedactor();
          redactor.add(given);
          const clean = redactor.redact(Buffer.from(before + given + after).toString("base64"));
          // At most one character at each end is shared with the text around the secret.
          expect(clean).toContain(REDACTED);
          expect(clean.replace(REDACTED, "").length).toBeLessThanOrEqual(
            Math.ceil((before.length * 4) / 3) + Math.ceil((after.length * 4) / 3) + 4,
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("redact", () => {
  test("security G93: removes a secret in all the encodings in which it travels", () => {
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

  test("security G94: masks each line of a secret, except fragments under four characters", () => {
    const redactor = createRedactor();
    expect(redactor.add('{\n"key": "value-of-it"\n}')).toEqual(['{\n"key": "value-of-it"\n}', '"key": "value-of-it"']);
    expect(redactor.redact("a } b")).toBe("a } b");
  });

  test("security G93: leaves nothing of the beginning of a secret that was cut", () => {
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

  test.each([
    [["Bearer abcdefgh-0123456789", "abcdefgh-0123456789"]],
    [["abcdefgh-0123456789", "Bearer abcdefgh-0123456789"]],
  ])("removes a secret with its scheme, however they are separated: %j", (secrets) => {
    const redactor = createRedactor();
    for (const secret of secrets) redactor.add(secret);
    for (const space of [" ", "  ", "\n", "\t", "+", "%20", "\\n", "&#32;"]) {
      expect(redactor.redact(`Bearer${space}abcdefgh-0123456789`)).not.toMatch(/abc|789/);
    }
    expect(redactor.redact("Bearer abcdefgh-…")).not.toContain("abc");
  });

  test("finds a secret whose white space is written in another way, also where its last word is a secret", () => {
    const redactor = createRedactor();
    redactor.add("open sesame-0123456789");
    redactor.add("sesame-0123456789");
    for (const space of ["\n", "\t", "+", "  "])
      expect(redactor.redact(`open${space}sesame-0123456789`)).toBe(REDACTED);
  });

  test("leaves nothing of a secret of one repeated part where it was cut", () => {
    const redactor = createRedactor();
    redactor.add("ab".repeat(30));
    expect(redactor.redact(`x${"ab".repeat(20)}…`)).toBe("x***…");
  });

  test("leaves nothing of either secret if one is inside the other", () => {
    const redactor = createRedactor();
    redactor.add("token");
    redactor.add("token-long");
    expect(redactor.redact("token-long token")).toBe("*** ***");
  });

  test("leaves text unchanged that is not registered or only looks encoded", () => {
    const redactor = createRedactor();
    redactor.add("hunter-22/x");
    fc.assert(
      fc.property(
        fc
          .array(fc.constantFrom("hunter", "-22", "\\u002f", "%2F", "&#47;", "x", "''", "&amp;", "<U+0041>", " "), {
            maxLength: 6,
          })
          .map((parts) => parts.join("")),
        (text) => {
          const found = redactor.finds(text);
          expect(redactor.redact(text) === text).toBe(!found);
          if (!/22(?:\/|\\u002f|%2F|&#47;)x/.test(text)) expect(found).toBe(false);
        },
      ),
    );
  });

  test("security G95: leaves no part of a multi-line secret in text put on one line", () => {
    const redactor = createRedactor();
    redactor.add("ab\ncd\t ef\r\ngh");
    expect(redactor.redact("x ab cd ef gh y")).toBe("x *** y");
    expect(redactor.redact("x ab\ncd\t ef\r\ngh y")).toBe("x *** y");
  });

  test("does a bounded amount of work for a megabyte of hostile text", () => {
    const redactor = createRedactor();
    redactor.add("s3cret-of-many-parts/0123456789");
    for (const part of ["\\", "%25", "&amp;", "'\\''", "\\u005c", "&#38;", "''", "…"]) {
      const text = part.repeat(Math.floor(2 ** 20 / part.length));
      expect(redactor.redact(`${text}s3cret-of-many-parts\\/0123456789`)).not.toContain("0123456789");
    }
  });
});

import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { inspect } from "node:util";
import {
  CredentialRefused,
  CredentialRules,
  isForgeToken,
  kindOfToken,
  PUBLIC_FORGES,
  readBoundSecret,
  type ActionError,
} from "./index.ts";

const GHS = "ghs_0123456789abcdefABCDEF0123456789";
const JOB = "glcbt-64_0123456789abcdef";

const refusalOf = (rules: CredentialRules, carried: string, origin: string): ActionError | undefined => {
  try {
    rules.insist([carried], origin);
    return undefined;
  } catch (error) {
    expect(error).toBeInstanceOf(CredentialRefused);
    return error as ActionError;
  }
};

test.each([
  [GHS, "github-job"],
  ["v1.0123456789abcdef0123456789abcdef01234567", "github-job"],
  ["ghp_0123456789", "github"],
  ["github_pat_0123456789", "github"],
  [JOB, "gitlab-job"],
  ["glpat-0123456789", "gitlab"],
  ["gldt-0123456789", "gitlab"],
  ["eyJhbGciOiJub25lIn0.e30.sig", "jwt"],
  ["v1.0123", "other"],
  ["global-warming-2024", "other"],
  ["sha256~0123456789abcdef", "other"],
] as const)("%s is a token of kind %s", (token, kind) => {
  expect(kindOfToken(token)).toBe(kind);
  expect(isForgeToken(token)).toBe(kind !== "jwt" && kind !== "other");
  expect(isForgeToken(`Bearer ${token}`)).toBe(isForgeToken(token));
});

describe("security D62: where a forge's own token may go", () => {
  const known = new CredentialRules([
    { name: "GitHub", origins: ["https://ghes.example"], tokens: ["plain-github-token"] },
    { name: "GitLab", origins: ["https://gitlab.example"], tokens: ["plain-job-token"] },
  ]);

  test.each([
    [known, GHS, "https://ghes.example", true],
    [known, GHS, "https://github.com", false],
    [known, GHS, "https://gitlab.example", false],
    [known, GHS, "https://ghes.example:8443", false],
    [known, "plain-github-token", "https://ghes.example", true],
    [known, "plain-github-token", "https://evil.example", false],
    [known, JOB, "https://gitlab.example", true],
    [known, JOB, "https://ghes.example", false],
    [known, "plain-job-token", "https://jira.example", false],
    [known, "ghp_0123456789", "https://anyone.example", true],
    [new CredentialRules(), GHS, "https://ghcr.io", true],
    [new CredentialRules(), GHS, "https://uploads.github.com", true],
    [new CredentialRules(), GHS, "http://127.0.0.1:8080", false],
    [new CredentialRules(), JOB, "https://gitlab.com", true],
  ])("%#: %s to %s", (rules, token, origin, allowed) => {
    for (const carried of [
      token,
      `Bearer ${token}`,
      `token ${token}`,
      `user:${token}`,
      `session=${token}; a=b`,
      `Basic ${Buffer.from(`x:${token}`).toString("base64")}`,
    ]) {
      const error = refusalOf(rules, carried, origin);
      expect({ carried, allowed: error === undefined }).toEqual({ carried, allowed });
      if (error !== undefined)
        expect(error).toMatchObject({ verdict: "invalid", message: expect.stringContaining(origin) });
    }
  });

  test("the error names the input, the token's own origins and the refused origin", () => {
    const error = refusalOf(
      known.given([{ input: "token", secret: GHS, origins: undefined }]),
      `Bearer ${GHS}`,
      "https://evil.example",
    );
    expect(error?.message).toBe(
      "the input token holds GitHub's own token, which belongs to https://ghes.example, " +
        "but would have been sent to https://evil.example; nothing was sent",
    );
    expect(error?.details.problems).toEqual([
      expect.objectContaining({ input: "token", remedy: expect.stringContaining("made for https://evil.example") }),
    ]);
  });

  test("a binding to another origin does not widen where it may go", () => {
    const rules = known.given([{ input: "token", secret: GHS, origins: ["https://evil.example"] }]);
    expect(refusalOf(rules, GHS, "https://evil.example")).toBeDefined();
    expect(refusalOf(rules, GHS, "https://ghes.example")?.message).toContain("is bound to https://evil.example");
  });

  test("it may also go to one origin that the forge named and the caller checked, and to no other", () => {
    const wider = known.alsoAt("http://127.0.0.1:2", "https://ghes.example");
    expect(refusalOf(wider, GHS, "http://127.0.0.1:2")).toBeUndefined();
    expect(refusalOf(wider, GHS, "http://127.0.0.1:3")).toBeDefined();
    expect(refusalOf(wider, JOB, "http://127.0.0.1:2")).toBeDefined();
    expect(refusalOf(known, GHS, "http://127.0.0.1:2")).toBeDefined();
  });
});

describe("security D62: where a bound secret may go", () => {
  const rules = new CredentialRules(PUBLIC_FORGES, [
    { input: "pat", secret: "s3cret-0123", origins: ["https://a.example", "https://b.example:8443"] },
  ]);

  test.each([
    ["https://a.example", true],
    ["https://b.example:8443", true],
    ["https://b.example", false],
    ["https://a.example.evil.example", false],
    ["http://a.example", false],
  ])("to %s: %s", (origin, allowed) => {
    const error = refusalOf(rules, "Bearer s3cret-0123", origin);
    expect(error === undefined).toBe(allowed);
    if (error === undefined) return;
    expect(error.message).toBe(
      "the input pat is bound to https://a.example, https://b.example:8443, " +
        `but would have been sent to ${origin}; nothing was sent`,
    );
    expect(JSON.stringify(error.details)).not.toContain("s3cret");
  });

  test("it is found inside other text and not confused with another secret", () => {
    expect(refusalOf(rules, "prefix-s3cret-0123-suffix", "https://c.example")).toBeDefined();
    expect(refusalOf(rules, "s3cret", "https://c.example")).toBeUndefined();
  });

  test("it does not appear in any text made from the rules", () => {
    expect(JSON.stringify({ rules }) + inspect(rules, { depth: 9, showHidden: true })).not.toContain("s3cret");
  });

  test("origins that are certain are checked up front", () => {
    expect(() => rules.assertAll(["https://a.example", "https://c.example"])).toThrow("https://c.example");
    expect(() => rules.assertAll(["https://a.example"])).not.toThrow();
  });
});

describe("reading a bound secret", () => {
  test.each([
    ["abc", "abc", undefined],
    ["pass word with spaces", "pass word with spaces", undefined],
    ["https://a.example abc", "abc", ["https://a.example"]],
    ["https://a.example/ abc", "abc", ["https://a.example"]],
    ["HTTPS://A.example:443\tabc def", "abc def", ["https://a.example"]],
    ["https://a.example,https://b.example:8443\nabc", "abc", ["https://a.example", "https://b.example:8443"]],
    ["https://a.example , https://b.example  abc, def", "abc, def", ["https://a.example", "https://b.example"]],
    ["http://127.0.0.1:8080 abc", "abc", ["http://127.0.0.1:8080"]],
    ["http://[::1]:8080 abc", "abc", ["http://[::1]:8080"]],
  ])("%j", (given, secret, origins) => {
    expect(readBoundSecret(given)).toEqual({ secret, origins });
  });

  test.each([
    "https://a.example",
    "https://a.example,",
    "https://a.example/path CANARY",
    "https://a.example?q CANARY",
    "https://a.example# CANARY",
    "https://anna:geheim@a.example CANARY",
    "https://a.example\\x CANARY",
    "http://a.example CANARY",
    "http://10.0.0.1 CANARY",
    "ftp://a.example CANARY",
    "file:/// CANARY",
    "https:// CANARY",
    "https://a.example,b.example CANARY",
    "https://CANARY",
    "gitlab.example.com glpat-CANARY",
    "//gitlab.example.com glpat-CANARY",
  ])("security D62: %j is refused, and no part of it is shown", (given) => {
    expect(() => readBoundSecret(given)).toThrow(
      /^(?!.*(?:CANARY|a\.example|anna|geheim)).*Write the origin before the secret/,
    );
  });

  test("the origins and the secret are read back exactly", () => {
    const origin = fc
      .webAuthority({ withPort: true })
      .filter((host) => URL.canParse(`https://${host}`))
      .map((host) => new URL(`https://${host}`).origin);
    const secret = fc
      .string({ minLength: 1, unit: "binary" })
      .filter((text) => text.trim() === text && text !== "" && !text.startsWith(","));
    fc.assert(
      fc.property(fc.array(origin, { minLength: 1, maxLength: 3 }), secret, (origins, bare) => {
        expect(readBoundSecret(`${origins.join(",")} ${bare}`)).toEqual({
          secret: bare,
          origins: [...new Set(origins)],
        });
      }),
    );
  });
});

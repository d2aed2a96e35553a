import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { BROWSER_CHECKS, FETCH_CHECKS, pass, several, verdictOf, type Check, type PageRow } from "./rows.ts";
import { looksLikeSignIn, said, shownUrl } from "./words.ts";

const row = (check: Check, result: PageRow["result"] = "pass", page = "/"): PageRow => ({
  page,
  check,
  result,
  detail: "x",
});
const ALL: readonly PageRow[] = [
  row("browser", "pass", ""),
  ...[...FETCH_CHECKS, ...BROWSER_CHECKS].map((check) => row(check)),
];

test("unknown never passes: every check of every page has to be there, and good", () => {
  expect(verdictOf(ALL, ["/"])).toBe("passed");
  expect(verdictOf([], [])).toBe("undecided");
  expect(verdictOf(ALL, ["/", "/orders"])).toBe("undecided");
  for (const [index, { check, page }] of ALL.entries()) {
    const others = ALL.filter((_, at) => at !== index);
    expect([check, verdictOf(others, ["/"])]).toEqual([check, "undecided"]);
    expect([check, verdictOf([...others, row(check, "unknown", page)], ["/"])]).toEqual([check, "undecided"]);
    expect([check, verdictOf([...others, row(check, "fail", page), row("page", "unknown")], ["/"])]).toEqual([
      check,
      "refused",
    ]);
  }
});

test("without a browser by one's own will the rest is enough, and nothing but that may be left out", () => {
  const fetched = FETCH_CHECKS.map((check) => row(check));
  expect(verdictOf([row("browser", "skipped", ""), ...fetched], ["/"])).toBe("passed");
  expect(verdictOf([row("browser", "pass", ""), ...fetched], ["/"])).toBe("undecided");
  expect(verdictOf([row("browser", "skipped", ""), ...fetched.slice(1), row("page", "skipped")], ["/"])).toBe(
    "undecided",
  );
});

test("of many rows the worst are shown, and how many there are", () => {
  const rows = Array.from({ length: 30 }, (_, index) => ({
    check: "requests" as const,
    result: index === 29 ? ("fail" as const) : ("warn" as const),
    detail: `${index}`,
  }));
  const shown = several(rows, pass("requests", "good"));
  expect(shown).toHaveLength(10);
  expect(shown[0]).toMatchObject({ result: "fail", detail: "29" });
  expect(shown.at(-1)?.detail).toContain("and 20 more");
});

test("security: no value of a query and no password is shown, wherever the address stands", () => {
  const secret = "s3cr3tS3CR3T";
  fc.assert(
    fc.property(
      fc.constantFrom("?token=", "?a=1&key=", "#access_token=", "?x%5B%5D="),
      fc.constantFrom("Failed to fetch ", "", "<a href='", "\n"),
      fc.constantFrom("", " now", "' x", "&b=2"),
      (query, before, after) => {
        const text = `${before}https://ann:${secret}@shop.example/a${query}${secret}${after}`;
        expect(said(text)).not.toContain(secret);
        expect(shownUrl(text.trim(), "https://shop.example")).not.toContain(secret);
      },
    ),
  );
});

test.each([
  ["https://a.example/login", true],
  ["https://a.example/auth/realms/x/protocol/openid-connect/SAML", true],
  ["https://a.example/users/sign_in.html", true],
  ["https://a.example/blog/login-form-design", false],
  ["https://a.example/?next=/login", false],
])("%s looks like a sign-in: %s", (address, expected) => {
  expect(looksLikeSignIn(address)).toBe(expected);
});

import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { displayUrl, looksLikeSignIn, pageText } from "./text.ts";

test("security: no value of a query and no password is shown, wherever the address is", () => {
  const secret = "s3cr3tS3CR3T";
  fc.assert(
    fc.property(
      fc.constantFrom("?token=", "?a=1&key=", "#access_token=", "?x%5B%5D="),
      fc.constantFrom("Failed to fetch ", "", "<a href='", "\n"),
      fc.constantFrom("", " now", "' x", "&b=2"),
      (query, before, after) => {
        const text = `${before}https://ann:${secret}@shop.example/a${query}${secret}${after}`;
        expect(pageText(text)).not.toContain(secret);
        expect(displayUrl(text.trim(), "https://shop.example")).not.toContain(secret);
      },
    ),
  );
});

describe("looksLikeSignIn", () => {
  test.each([
    ["https://a.example/login", true],
    ["https://a.example/auth/realms/x/protocol/openid-connect/SAML", true],
    ["https://a.example/users/sign_in.html", true],
    ["https://a.example/blog/login-form-design", false],
    ["https://a.example/?next=/login", false],
  ])("%s: %s", (address, expected) => {
    expect(looksLikeSignIn(address)).toBe(expected);
  });
});

import { describe, expect, test } from "@jest/globals";
import { bypassesProxy, proxyFor } from "./no-proxy.ts";

const network = {
  httpProxy: "http://plain.proxy:3128",
  httpsProxy: "secure.proxy:3128",
  tlsVerificationDisabled: false,
};

describe("NO_PROXY", () => {
  test.each([
    // target, NO_PROXY, direct?
    ["https://api.github.com", "", false],
    ["https://api.github.com", "*", true],
    ["https://api.github.com", "github.com", true],
    ["https://github.com", "github.com", true],
    ["https://notgithub.com", "github.com", false],
    ["https://github.com.evil.test", "github.com", false],
    ["https://api.github.com", ".github.com", true],
    ["https://github.com", ".github.com", true],
    ["https://api.github.com", "*.github.com", true],
    ["https://API.GitHub.com", "api.github.COM", true],
    // conformance 11
    ["https://github.com./", "github.com", true],
    ["https://api.github.com./", ".github.com.", true],
    ["https://xn--fsq092h.com", "示例.com", true],
    ["https://示例.com", "示例.com", true],
    ["https://a.示例.com", ".示例.COM", true],
    ["https://a示例.com", "示例.com", false],
    ["https://api.github.com", "example.com, api.github.com", true],
    ["https://api.github.com", "example.com api.github.com", true],
    ["https://api.github.com:8443", "api.github.com:8443", true],
    ["https://api.github.com", "api.github.com:8443", false],
    ["https://api.github.com", "api.github.com:443", true],
    ["http://api.github.com", "api.github.com:443", false],
    ["http://api.github.com", "api.github.com:80", true],
    ["https://10.1.2.3", "10.0.0.0/8", true],
    ["https://11.1.2.3", "10.0.0.0/8", false],
    ["https://10.1.2.3", "10.1.2.3", true],
    ["https://10.1.2.3", "10.1.2.3:443", true],
    ["https://10.1.2.3", "10.1.2.33", false],
    ["https://10.1.2.33", "10.1.2.3", false],
    ["https://[fd00::1]", "fd00::/8", true],
    ["https://[fd00::1]", "[fd00::1]:443", true],
    ["https://[fd00::1]", "fd00:0:0::1", true],
    ["https://[::ffff:a01:203]", "10.0.0.0/8", true],
    ["https://[::ffff:a01:203]", "10.1.2.3", true],
    ["https://10.1.2.3", "::ffff:10.1.2.3", true],
    ["https://10.1.2.3.evil.test", "10.1.2.3", false],
    ["https://127.evil.test", "127.0.0.1", false],
    ["https://10.1.2.3", "10.0.0.0/33", false],
    ["https://10.1.2.3", "10.0.0.0/-1", false],
    ["https://10.1.2.3", "10.0.0.0/8/8", false],
    ["https://10.1.2.3", "3", false],
    ["https://api.github.com", ",, ,", false],
    ["https://api.github.com", ".", false],
    ["https://api.github.com", "*.", false],
    ["https://api.github.com", "com", true],
  ] as const)("security D74: %s with NO_PROXY=%j is direct: %s", (target, noProxy, direct) => {
    expect(bypassesProxy(new URL(target), noProxy)).toBe(direct);
  });

  test.each([
    ["https://localhost:8443", undefined],
    ["https://db.localhost", undefined],
    ["https://127.0.0.53", undefined],
    ["https://[::1]", undefined],
    ["https://[::ffff:7f00:1]", undefined],
    ["https://127.evil.test", "secure.proxy:3128"],
    ["https://localhost.evil.test", "secure.proxy:3128"],
    ["https://api.github.com", "secure.proxy:3128"],
    ["http://api.github.com", "plain.proxy:3128"],
  ])("security D74: always connects directly to loopback only: %s uses %s", (target, proxy) => {
    expect(proxyFor(new URL(target), network)?.host).toBe(proxy);
  });
});

describe("proxy settings", () => {
  test("refuses an unusable proxy setting without showing it", () => {
    for (const httpsProxy of ["socks5://user:s3cret@proxy:1080", "http://user:s3cret@", "::s3cret::"]) {
      expect(() => proxyFor(new URL("https://api.github.com"), { ...network, httpsProxy })).toThrow(
        /^(?!.*s3cret).*not an http/,
      );
    }
  });
});

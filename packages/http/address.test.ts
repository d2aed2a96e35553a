import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { buildUrl, exactUrl, parseBase, parseEndpoint } from "./address.ts";
import { addressKind, isLoopbackHost } from "./ip.ts";

describe("endpoint addresses", () => {
  test.each([
    ["https://user:pass@quay.io", "user name or a password"],
    ["https://@quay.io", "user name or a password"],
    ["https://ｑuay.io", "hides its host"],
    ["https://quаy.io", "hides its host"],
    ["http://2130706433/", "hides its host"],
    ["http://0x7f.1/", "hides its host"],
    ["http://127.1/", "hides its host"],
    ["https://[::ffff:a9fe:a9fe]", "IPv4 address 169.254.169.254"],
    ["https://[::ffff:127.0.0.1]", "hides its host"],
    ["http://[0:0:0:0:0:0:0:1]/", "hides its host"],
    ["https://169.254.169.254", "not the address of a service"],
    ["https://[fe80::1]", "not the address of a service"],
    ["https://0.0.0.0", "not the address of a service"],
    ["https://quay.io.", "must not end with a dot"],
    ["https:quay.io", "not an https address"],
    ["https:///quay.io", "not an https address"],
    ["https:\\\\quay.io", "not an https address"],
    ["https://quay.io\\@evil.test", "not an https address"],
    ["https://quay.io/\n", "not an https address"],
    ["ftp://quay.io", "not an https address"],
    ["file:///etc/passwd", "not an https address"],
    ["quay.io", "not an https address"],
    ["", "not an https address"],
    ["https://quay.io/api?token=x", 'no "?"'],
    ["https://quay.io/api#x", 'no "#"'],
    ["https://quay.io/a/../b", "has a path that is read as"],
    ["https://quay.io/%2e%2e/b", "has a path that is read as"],
    ["https://quay.io//b", "has a path that is read as"],
    ["http://quay.io", "only https is allowed"],
    ["http://10.0.0.1", "only https is allowed"],
    ["http://127.evil.test", "only https is allowed"],
  ])("security B30: refuses the address %s: %s", (address, message) => {
    expect(() => parseBase(address, false)).toThrow(message);
  });

  test("does not show a refused address, which may contain a secret", () => {
    expect(() => parseBase("https://quay.io/api?token=s3cret", false)).toThrow(/^(?!.*s3cret)/);
    expect(() => parseBase("https://user:s3cret@quay.io", false)).toThrow(/^(?!.*s3cret)/);
  });

  test.each([
    "https://api.github.com",
    "https://gitlab.example/api/v4/",
    "https://ghes.example:8443/api/v3",
    "https://quay.io:443",
    "http://127.0.0.1:8080",
    "http://localhost:80/x",
    "http://[::1]:3000",
    "https://10.0.0.1",
  ])("accepts the address %s", (address) => {
    expect(parseBase(address, false).protocol).toMatch(/^https?:$/);
  });

  test("accepts plain http to other hosts if it is allowed", () => {
    expect(parseBase("http://gitlab.intern", true).origin).toBe("http://gitlab.intern");
  });

  test("uses the origin of the address as the endpoint", () => {
    expect(parseEndpoint("https://gitlab.example/api/v4")).toBe("https://gitlab.example");
  });
});

const base = parseBase("https://gitlab.example/api/v4/", false);

describe("paths and queries", () => {
  test.each([
    [["projects", "group/app", "releases"], "/api/v4/projects/group%2Fapp/releases"],
    [["a b", "ü", "x?y#z"], "/api/v4/a%20b/%C3%BC/x%3Fy%23z"],
    [["manifests", "sha256:abc"], "/api/v4/manifests/sha256:abc"],
    [["tag", ""], "/api/v4/tag/"],
    [["%2e%2e", "..."], "/api/v4/%252e%252e/..."],
    [["a/../../x"], "/api/v4/a%2F..%2F..%2Fx"],
    [[], "/api/v4/"],
  ])("security B32: turns the segments %j into %s", (path, pathname) => {
    expect(buildUrl(base, path, undefined).pathname).toBe(pathname);
  });

  test.each([[["a", "..", "x"]], [["a", ".", "x"]], [["a", "", "x"]], [["\ud800"]], [["x".repeat(9000)]]])(
    "security B32: refuses the segments %j",
    (path) => {
      expect(() => buildUrl(base, path, undefined)).toThrow();
    },
  );

  test("never leaves the base path, whatever the segments are", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary", maxLength: 12 }), { minLength: 1, maxLength: 5 }), (path) => {
        let url: URL;
        try {
          url = buildUrl(base, path, { q: path[0] });
        } catch {
          return;
        }
        expect(url.origin).toBe(base.origin);
        expect(url.pathname.startsWith("/api/v4/")).toBe(true);
        expect(url.pathname.slice("/api/v4/".length).split("/").map(decodeURIComponent)).toEqual(path);
        expect(url.searchParams.get("q")).toBe(path[0]);
      }),
      { numRuns: 2000 },
    );
  });

  test("encodes names and values of queries, repeats lists and leaves out undefined values", () => {
    expect(buildUrl(base, ["x"], { "a&b": 'c"=d', n: 1, list: ["x", "y"], off: undefined }).search).toBe(
      "?a%26b=c%22%3Dd&n=1&list=x&list=y",
    );
  });
});

describe("address scopes", () => {
  test.each([
    ["127.0.0.1", "loopback"],
    ["127.255.0.1", "loopback"],
    ["::1", "loopback"],
    ["::ffff:127.0.0.1", "loopback"],
    ["10.1.1.1", "private"],
    ["172.31.0.1", "private"],
    ["172.32.0.1", "public"],
    ["192.168.1.1", "private"],
    ["100.64.0.1", "private"],
    ["fd12::1", "private"],
    ["169.254.169.254", "refused"],
    ["fe80::1", "refused"],
    ["fe80::1%eth0", "refused"],
    ["::ffff:169.254.169.254", "refused"],
    ["64:ff9b::a9fe:a9fe", "refused"],
    ["fd00:ec2::254", "refused"],
    ["0.0.0.0", "refused"],
    ["::", "refused"],
    ["224.0.0.1", "refused"],
    ["255.255.255.255", "refused"],
    ["140.82.121.6", "public"],
    ["2606:50c0::153", "public"],
  ])("security B31: %s is %s", (address, kind) => {
    expect(addressKind(address)).toBe(kind);
  });

  test("treats a name as loopback only if it is localhost or below it", () => {
    expect(["localhost", "a.localhost", "127.0.0.1", "[::1]"].map(isLoopbackHost)).toEqual([true, true, true, true]);
    expect(["127.evil.test", "localhost.evil.test", "notlocalhost", "127.0.0.1.nip.io"].map(isLoopbackHost)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

describe("complete addresses", () => {
  test("keeps the characters of an address and drops its fragment", () => {
    expect(exactUrl(base, `${base.origin}/a//b,c;d=1+2/%7e?v1#part`).href).toBe(`${base.origin}/a//b,c;d=1+2/%7e?v1`);
  });

  test.each(["https://other.example/a", "/a", "http://[", "javascript:alert(1)"])(
    "refuses %s, which is not on the origin",
    (address) => {
      expect(() => exactUrl(base, address)).toThrow(/not an address on/);
    },
  );

  test("refuses an address with a user in it and does not show its password", () => {
    expect(() => exactUrl(base, base.origin.replace("//", "//ann:secret@"))).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining("secret") }),
    );
  });
});

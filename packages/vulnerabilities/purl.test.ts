import { describe, expect, test } from "@jest/globals";
import { parsePurl } from "./purl.ts";
import { scopeOfProduct, scopeOfSubcomponent } from "./vex-scope.ts";

describe("parsePurl", () => {
  test("reads every part", () => {
    expect(parsePurl("pkg:Golang/github.com/x/y@v1.2.0?Type=module#a/b/")).toEqual({
      type: "golang",
      namespace: "github.com/x",
      name: "y",
      version: "v1.2.0",
      qualifiers: new Map([["type", "module"]]),
      subpath: "a/b",
    });
  });

  test.each([
    "pkg:3nginx/x",
    "pkg:nginx:a/x",
    "pkg:ng%69nx/x",
    "pkg:nginx",
    "pkg:deb/x?in%20production=true",
    "pkg:deb/x?=a",
    "pkg:deb/x?a",
    "pkg:deb/x?arch=amd64&ARCH=arm64",
    "pkg:deb/%zz",
    "nginx/x",
  ])("conformance 12: %s is not a package URL", (text) => {
    expect(parsePurl(text)).toBeUndefined();
  });
});

describe("conformance 12: a package URL with a subpath", () => {
  test("says nothing about the rest of the package or image", () => {
    const digest = `sha256:${"ab".repeat(32)}`;
    const image = { name: "quay.io/team/app", digest, platformDigests: {} };
    const named = (subpath: string) => ({ names: [`pkg:oci/app@${digest}?repository_url=quay.io/team/app${subpath}`] });
    expect(scopeOfProduct(named(""), image)).toBe("all");
    expect(scopeOfProduct(named("#bin/tool"), image)).toBeUndefined();
    expect(scopeOfSubcomponent({ names: ["pkg:golang/x/y"] })).toMatchObject({ packages: ["x/y"] });
    expect(scopeOfSubcomponent({ names: ["pkg:golang/x/y#sub"] })).toBeUndefined();
  });
});

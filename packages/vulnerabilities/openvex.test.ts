import { describe, expect, test } from "@jest/globals";
import { parseOpenVex } from "./index.ts";
import { includesPlatform, scopeOfProduct, scopeOfSubcomponent } from "./vex-scope.ts";

const statement = (more: object = {}) => ({
  vulnerability: { name: "CVE-2024-1000" },
  products: [{ "@id": "quay.io/team/app" }],
  status: "not_affected",
  justification: "component_not_present",
  ...more,
});
const documentOf = (...statements: unknown[]) => ({
  "@context": "https://openvex.dev/ns/v0.2.0",
  "@id": "https://example.org/vex-1",
  author: "team",
  version: 1,
  timestamp: "2026-01-01T00:00:00Z",
  statements,
});
const read = async (document: unknown) => await parseOpenVex(JSON.stringify(document), "app.openvex.json");
const problemsOf = async (document: unknown) => (await read(document)).problems.map(({ what }) => what);

describe("parseOpenVex", () => {
  test("a document is read with what its statements inherit", async () => {
    const products = [
      {
        "@id": "https://example.org/app",
        identifiers: { purl: "pkg:oci/app@sha256:00" },
        hashes: { "sha-256": "A".repeat(64) },
        subcomponents: [{ "@id": "pkg:rpm/redhat/curl" }],
      },
    ];
    const { document, problems } = await read(
      documentOf(
        statement({ vulnerability: { name: "CVE-2024-1000", aliases: ["GHSA-aaaa-bbbb-cccc"] }, products }),
        statement({ timestamp: "2026-02-01T00:00:00+01:00", impact_statement: "not called" }),
      ),
    );
    expect(problems).toEqual([]);
    expect(document).toEqual({
      file: "app.openvex.json",
      statements: [
        {
          vulnerabilities: ["CVE-2024-1000", "GHSA-aaaa-bbbb-cccc"],
          products: [
            {
              names: ["https://example.org/app", "pkg:oci/app@sha256:00"],
              digest: `sha256:${"a".repeat(64)}`,
              subcomponents: [{ names: ["pkg:rpm/redhat/curl"] }],
            },
          ],
          status: "not_affected",
          reason: "component_not_present",
          time: Date.UTC(2026, 0, 1),
        },
        expect.objectContaining({ reason: "not called", time: Date.UTC(2026, 0, 31, 23) }),
      ],
    });
  });

  test.each([
    [statement({ status: "harmless" }), "statements[0].status is not known"],
    [statement({ status: undefined }), "statements[0].status is missing"],
    [
      statement({ justification: undefined }),
      "statements[0] is not_affected without a justification or an impact statement",
    ],
    [statement({ justification: "trust_me" }), "statements[0].justification is not known"],
    [statement({ vulnerability: undefined }), "statements[0].vulnerability is missing"],
    [statement({ vulnerability: "CVE-2024-1000" }), "statements[0].vulnerability must be an object with a name"],
    [statement({ vulnerability: {} }), "statements[0].vulnerability.name is missing"],
    [statement({ vulnerability: { name: " " } }), "statements[0].vulnerability.name is missing"],
    [
      statement({ vulnerability: { name: "CVE-2024-1000", aliases: "GHSA" } }),
      "statements[0].vulnerability.aliases must be a list of texts",
    ],
    [statement({ products: undefined }), "statements[0].products is missing or empty"],
    [statement({ products: [] }), "statements[0].products is missing or empty"],
    [
      statement({ products: ["quay.io/team/app"] }),
      "statements[0].products[0] has neither @id nor a purl nor a sha-256 hash",
    ],
    [
      statement({ products: [{ "@id": "a", subcomponents: [{}] }] }),
      "statements[0].products[0].subcomponents[0] has neither @id nor a purl nor a sha-256 hash",
    ],
    [
      statement({ products: [{ "@id": "a", subcomponents: {} }] }),
      "statements[0].products[0].subcomponents must be a list",
    ],
    [statement({ timestamp: "yesterday" }), "statements[0].timestamp is not a time"],
    [statement({ timestamp: "2026-02-30T00:00:00Z" }), "statements[0].timestamp is not a time"],
    [statement({ last_updated: "2026-01-01" }), "statements[0].last_updated is not a time"],
    ["CVE-2024-1000", "statements[0] must be an object"],
    // What narrows a statement must be read, or it would be about more than its author said.
    [
      statement({ products: [{ "@id": "a", subcomponents: null }] }),
      "statements[0].products[0].subcomponents must be a list",
    ],
    [
      statement({ products: [{ "@id": "a", hashes: { "sha-256": "abc" } }] }),
      "statements[0].products[0].hashes.sha-256 must be 64 hex digits",
    ],
    [statement({ products: [{ "@id": 5, hashes: {} }] }), "statements[0].products[0].@id must be a text"],
    [
      statement({ products: [{ "@id": "a", identifiers: { purl: ["pkg:oci/app"] } }] }),
      "statements[0].products[0].identifiers.purl must be a text",
    ],
    [
      statement({ products: [{ "@id": "a", identifiers: "pkg:oci/app" }] }),
      "statements[0].products[0].identifiers must be an object",
    ],
    [
      statement({ vulnerability: { name: "CVE-2024-1000", aliases: [5] } }),
      "statements[0].vulnerability.aliases[0] must be a text",
    ],
    [statement({ impact_statement: 5 }), "statements[0].impact_statement must be a text"],
  ])("a statement that cannot be relied on is a problem: %j", async (bad, problem) => {
    expect(await problemsOf(documentOf(bad))).toEqual([problem]);
    // A revocation may be what was not understood, so nothing else is taken either.
    expect((await read(documentOf(bad, statement()))).document.statements).toEqual([]);
  });

  test("a document without a time needs one in each statement", async () => {
    const { timestamp: _, ...untimed } = documentOf(statement(), statement({ timestamp: "2026-01-01T00:00:00Z" }));
    expect(await problemsOf(untimed)).toEqual(["statements[0] has no timestamp, nor has the document"]);
  });

  test.each([
    [[], ["the document must be a JSON object"]],
    [
      { ...documentOf(statement()), "@context": "https://openvex.dev/ns/v0.1.0" },
      ["@context is not that of OpenVEX 0.2.0"],
    ],
    [documentOf(), ["statements is missing or empty"]],
  ])("what is not an OpenVEX 0.2.0 document is a problem: %j", async (document, problems) => {
    expect(await problemsOf(document)).toEqual(problems);
  });

  test("broken JSON and keys given twice are problems with their line", async () => {
    expect((await parseOpenVex('{\n  "statements": [],\n  "statements": []\n}', "v.json")).problems).toEqual([
      expect.objectContaining({ file: "v.json", line: 3, what: expect.stringContaining("given twice") }),
    ]);
    expect((await parseOpenVex("", "v.json")).problems).toHaveLength(1);
  });

  test("every problem is reported at once, each with its remedy", async () => {
    const { problems } = await read({
      ...documentOf(
        statement({ status: "harmless", products: [] }),
        statement({ justification: undefined, timestamp: 5 }),
      ),
      "@context": "x",
    });
    expect(problems.map(({ what, remedy }) => [what, remedy])).toEqual([
      ["@context is not that of OpenVEX 0.2.0", expect.stringContaining("https://openvex.dev/ns/v0.2.0")],
      ["statements[0].products is missing or empty", "State which image the statement is about."],
      ["statements[0].status is not known", expect.stringContaining("under_investigation")],
      ["statements[1].timestamp is not a time", expect.stringContaining("RFC 3339")],
      [
        "statements[1] is not_affected without a justification or an impact statement",
        "Correct the statement; not_affected needs a reason.",
      ],
    ]);
  });
});

const INDEX = `sha256:${"1".repeat(64)}`;
const AMD64 = `sha256:${"2".repeat(64)}`;
const ARM64 = `sha256:${"3".repeat(64)}`;
const OTHER = `sha256:${"4".repeat(64)}`;
const image = {
  name: "quay.io/team/app",
  digest: INDEX,
  platformDigests: { "linux/amd64": AMD64, "linux/arm64": ARM64 },
};
const platformsOf = (names: readonly string[], digest?: string, of = image) => {
  const scope = scopeOfProduct({ names, ...(digest === undefined ? {} : { digest }) }, of);
  return scope === undefined
    ? []
    : Object.keys(image.platformDigests).filter((platform) => includesPlatform(scope, platform));
};
const ALL = ["linux/amd64", "linux/arm64"];
const encoded = (digest: string) => digest.replace(":", "%3A");

describe("scopeOfProduct", () => {
  test.each([
    ["quay.io/team/app", ALL],
    [INDEX, ALL],
    [ARM64, ["linux/arm64"]],
    [`quay.io/team/app@${INDEX}`, ALL],
    [`quay.io/team/app:v1@${AMD64}`, ["linux/amd64"]],
    [`pkg:oci/app@${encoded(INDEX)}?repository_url=quay.io/team/app`, ALL],
    [`pkg:oci/app@${encoded(INDEX)}?repository_url=quay.io%2Fteam`, ALL],
    [`pkg:oci/app@${INDEX}`, ALL],
    [`pkg:oci/app@${ARM64}?repository_url=quay.io/team/app&tag=v1`, ["linux/arm64"]],
    [`pkg:oci/app@${encoded(INDEX)}?arch=amd64`, ["linux/amd64"]],
    [`pkg:oci/app@${encoded(ARM64)}?arch=amd64`, []],
    ["pkg:oci/app?repository_url=quay.io/team/app", ALL],
    ["pkg:oci/app", []],
    ["pkg:oci/app?repository_url=quay.io/team/app&tag=v1", []],
    [`pkg:oci/app@${encoded(INDEX)}?repository_url=quay.io/other/app`, []],
    [`pkg:oci/other@${encoded(INDEX)}?repository_url=quay.io/team/app`, []],
    [`pkg:oci/app@${encoded(OTHER)}?repository_url=quay.io/team/app`, []],
    [`pkg:oci/app@${encoded(INDEX)}?edition=debug`, []],
    [`pkg:oci/app@%zz`, []],
    ["pkg:rpm/redhat/app", []],
    ["quay.io/team/app:v1", []],
    ["quay.io/team/app2", []],
    ["team/app", []],
    [`quay.io/other/app@${INDEX}`, []],
    [`quay.io/team/app@${OTHER}`, []],
    [OTHER, []],
    ["https://example.org/app", []],
    ["", []],
  ])("the product %s is the image on %j", (name, platforms) => {
    expect(platformsOf([name])).toEqual(platforms);
  });

  test("whatever a product states about itself must hold", () => {
    expect(platformsOf(["https://example.org/app", "quay.io/team/app"])).toEqual(ALL);
    expect(platformsOf(["quay.io/team/app"], ARM64)).toEqual(["linux/arm64"]);
    expect(platformsOf(["quay.io/team/app"], OTHER)).toEqual([]);
    expect(platformsOf(["quay.io/team/app", `pkg:oci/app@${encoded(OTHER)}`])).toEqual([]);
    expect(platformsOf([], INDEX)).toEqual(ALL);
    expect(platformsOf([])).toEqual([]);
    expect(platformsOf(["quay.io:443/team/app"], undefined, { ...image, name: "quay.io:443/team/app:v1" })).toEqual(
      ALL,
    );
  });
});

describe("scopeOfSubcomponent", () => {
  test.each([
    ["pkg:rpm/redhat/curl@7.61.1-30?arch=x86_64", ["curl"], ["7.61.1-30"], ["linux/amd64"]],
    ["pkg:rpm/redhat/openssl-libs@1.1.1k-9?epoch=1", ["openssl-libs"], ["1:1.1.1k-9"], ALL],
    ["pkg:golang/github.com/docker/docker", ["github.com/docker/docker"], [""], ALL],
    ["pkg:npm/%40scope/name@1.0.0", ["@scope/name"], ["1.0.0"], ALL],
    ["pkg:npm/@scope/name", ["@scope/name"], [""], ALL],
    ["pkg:maven/org.example/core@2.4", ["org.example:core"], ["2.4"], ALL],
    ["pkg:deb/debian/bash@5.1?arch=all", ["bash"], ["5.1"], ALL],
    ["musl", ["musl"], [""], ALL],
  ])("the subcomponent %s is %j", (name, packages, versions, platforms) => {
    const found = scopeOfSubcomponent({ names: [name] })!;
    expect([found.packages, found.versions, ALL.filter((platform) => includesPlatform(found.scope, platform))]).toEqual(
      [packages, versions, platforms],
    );
  });
});

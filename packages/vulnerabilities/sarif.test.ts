import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { judge, SEVERITIES, sarifText, type Exception, type Finding } from "./index.ts";

const TOOL = { name: "verify-image", version: "1.2.3", informationUri: "https://example.org/verify-image" };
const POLICY = { failOn: "high", maximum: {}, onlyFixed: false, onUnknown: "refuse" } as const;
const finding = (more: Partial<Finding> = {}): Finding => ({
  id: "CVE-2024-1000",
  aliases: ["pyup.io-1"],
  package: "openssl",
  version: "3.0",
  severity: "high",
  reported: "High",
  title: "a flaw",
  platforms: ["linux/amd64"],
  ...more,
});

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly {
    readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } };
    readonly logicalLocations: readonly { readonly name: string }[];
  }[];
  readonly partialFingerprints: { readonly primaryLocationLineHash: string };
  readonly suppressions: readonly { readonly kind: string; readonly justification: string }[];
}
interface Rule {
  readonly id: string;
  readonly shortDescription: { readonly text: string };
  readonly help: { readonly text: string };
  readonly helpUri?: string;
  readonly properties: { readonly "security-severity": string; readonly tags: readonly string[] };
}

function sarifOf(
  findings: readonly Finding[],
  {
    exceptions = [],
    name = "quay.io/team/app",
    digest = "sha256:1",
  }: { exceptions?: readonly Exception[]; name?: string; digest?: string } = {},
) {
  const judgement = judge(findings, POLICY, {
    exceptions,
    vex: [],
    image: { name, digest, platformDigests: {} },
    now: 0,
  });
  const text = [...sarifText({ tool: TOOL, images: [{ name, digest, judgement }] })].join("");
  const log = JSON.parse(text) as {
    version: string;
    runs: { tool: { driver: object & { rules: Rule[] } }; results: Result[] }[];
  };
  expect(log.runs).toHaveLength(1);
  return { log, rules: log.runs[0]!.tool.driver.rules, results: log.runs[0]!.results };
}

describe("sarifText", () => {
  test("a finding is a result with its rule, place and fingerprint", () => {
    const { log, rules, results } = sarifOf([
      finding({ fixedIn: "3.1", url: "https://example.org/CVE-2024-1000", score: 7.5, vector: "CVSS:3.1/AV:N" }),
    ]);
    expect(log).toMatchObject({
      version: "2.1.0",
      $schema: expect.stringContaining("sarif-2.1.0"),
      runs: [{ tool: { driver: TOOL } }],
    });
    expect(rules).toEqual([
      {
        id: "CVE-2024-1000",
        shortDescription: { text: "a flaw" },
        fullDescription: { text: "a flaw" },
        helpUri: "https://example.org/CVE-2024-1000",
        help: {
          text: "a flaw\nSeverity: high (reported as High)\nCVSS v3: 7.5 (CVSS:3.1/AV:N)\nAlso: pyup.io-1\nhttps://example.org/CVE-2024-1000",
        },
        defaultConfiguration: { level: "error" },
        properties: { "security-severity": "7.5", precision: "very-high", tags: ["security", "vulnerability", "high"] },
      },
    ]);
    expect(results).toEqual([
      {
        ruleId: "CVE-2024-1000",
        ruleIndex: 0,
        level: "error",
        message: { text: "CVE-2024-1000 (high) in openssl 3.0 on linux/amd64: fixed in 3.1. a flaw" },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: "quay.io/team/app" },
              region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 },
            },
            logicalLocations: [{ name: "openssl", fullyQualifiedName: "openssl@3.0", kind: "module" }],
          },
        ],
        suppressions: [],
        partialFingerprints: { primaryLocationLineHash: expect.stringMatching(/^[0-9a-f]{32}:1$/) },
        properties: {
          severity: "high",
          reported: "High",
          package: "openssl",
          version: "3.0",
          fixedIn: "3.1",
          platforms: ["linux/amd64"],
          digest: "sha256:1",
        },
      },
    ]);
  });

  test("T8: each severity has its level, the unknown one a warning", () => {
    const { results } = sarifOf(SEVERITIES.map((severity) => finding({ severity, id: severity })));
    expect(Object.fromEntries(results.map(({ ruleId, level }) => [ruleId, level]))).toEqual({
      critical: "error",
      high: "error",
      medium: "warning",
      low: "note",
      negligible: "note",
      unknown: "warning",
    });
  });

  test("GitHub shows the severity that the gate judged: a base score outside does not change it", () => {
    const bands = (severity: Finding["severity"], score?: number) =>
      sarifOf([finding({ severity, ...(score === undefined ? {} : { score }) })]).rules[0]!.properties[
        "security-severity"
      ];
    expect([
      bands("low", 9.8),
      bands("low", 3.7),
      bands("critical", 10),
      bands("critical"),
      bands("unknown", 0),
    ]).toEqual(["2.0", "3.7", "10.0", "9.5", "5.5"]);
  });

  test("an ignored finding stays in the log, suppressed with its reason", () => {
    const exceptions = [{ id: "CVE-2024-1000", platform: "linux/arm64", reason: "not reachable", line: 2 }];
    const { rules, results } = sarifOf([finding({ platforms: ["linux/amd64", "linux/arm64"] })], { exceptions });
    expect(rules).toHaveLength(1);
    expect(
      results.map(({ suppressions }) => suppressions.map(({ kind, justification }) => `${kind}: ${justification}`)),
    ).toEqual([[], ["external: not reachable"]]);
    expect(new Set(results.map((result) => result.partialFingerprints.primaryLocationLineHash)).size).toBe(2);
  });

  test("a fingerprint outlives the build, its tag, the digest, an exception and a better title, and no other finding has it", () => {
    const print = (more: Partial<Finding>, options?: Parameters<typeof sarifOf>[1]) =>
      sarifOf([finding(more)], options).results[0]!.partialFingerprints.primaryLocationLineHash;
    const first = print({});
    expect(print({ title: "b", fixedIn: "4", platforms: ["linux/arm64"], severity: "low" })).toBe(first);
    expect(print({}, { digest: "sha256:2", name: "quay.io/team/app:v2" })).toBe(first);
    expect(print({}, { exceptions: [{ id: "CVE-2024-1000", reason: "r", line: 1 }] })).toBe(first);
    for (const other of [{ id: "CVE-2024-1001" }, { package: "curl" }, { version: "3.1" }])
      expect(print(other)).not.toBe(first);
    expect(print({}, { name: "quay.io/team/app2" })).not.toBe(first);
  });

  test.each([
    ["quay.io/team/app", "quay.io/team/app"],
    ["localhost:5000/team/app:v1", "localhost%3A5000/team/app"],
    ["../../etc/passwd", "_/_/etc/passwd"],
    ["/a//b?c#d", "a/b%3Fc%23d"],
    ["", "image"],
  ])("the image %j is a location that GitHub accepts: %s", (name, uri) => {
    expect(sarifOf([finding()], { name }).results[0]!.locations[0]!.physicalLocation.artifactLocation.uri).toBe(uri);
  });

  test("no text of a report breaks out of its place", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom(
        '"}],"x":[',
        "[a](https://evil.test)",
        "\u202e\u0000\r\n::error::",
        "__proto__",
        "\ud800",
        "</script>",
        "x".repeat(5000),
      ),
    );
    const hostile = fc.record({
      id: text,
      aliases: fc.array(text, { maxLength: 2 }),
      package: text,
      version: text,
      title: text,
      reported: text,
      fixedIn: text,
      vector: text,
      score: fc.constantFrom(0, 9.8),
      severity: fc.constantFrom(...SEVERITIES),
      platforms: fc.array(text, { minLength: 1, maxLength: 2 }),
    });
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 5 }), text, text, (findings, name, reason) => {
        const exceptions = findings.slice(0, 1).map(({ id }) => ({ id, reason, line: 1 }));
        const { log, rules, results } = sarifOf(findings, { name, exceptions });
        expect(JSON.parse(JSON.stringify(log))).toEqual(log);
        expect(results).toHaveLength(findings.length);
        expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
        for (const result of results) {
          expect(result.ruleId).toBe(rules[result.ruleIndex]!.id);
          const { uri } = result.locations[0]!.physicalLocation.artifactLocation;
          expect(uri).toMatch(/^[\w.!~*'()%-]+(?:\/[\w.!~*'()%-]+)*$/);
          const shown = [
            result.ruleId,
            result.message.text,
            result.locations[0]!.logicalLocations[0]!.name,
            ...result.suppressions.map(({ justification }) => justification),
          ];
          for (const one of shown) {
            expect(one).not.toMatch(/[\u0000-\u0008\u000a-\u001f\u202e\ud800]/u);
            expect(one).not.toContain("](");
            expect(one.length).toBeLessThan(4000);
          }
        }
        for (const rule of rules) {
          expect(rule.help.text).not.toContain("](");
          expect(Number(rule.properties["security-severity"])).toBeGreaterThan(0);
          expect(rule.shortDescription.text).not.toBe("");
        }
      }),
      { numRuns: Number(process.env["PROPERTY_RUNS"] ?? 150) },
    );
  });
});

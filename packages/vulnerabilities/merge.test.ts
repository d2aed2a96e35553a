import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { mergeFindings, SEVERITIES, type Finding } from "./index.ts";

const finding = (more: Partial<Finding> = {}): Finding => ({
  id: "CVE-2024-1000",
  aliases: [],
  package: "openssl",
  version: "3.0",
  severity: "low",
  reported: "Low",
  title: "t",
  platforms: ["linux/amd64"],
  ...more,
});

const words = fc.constantFrom("a", "b", "c");
const findings = fc.array(
  fc.record(
    {
      id: words,
      aliases: fc.uniqueArray(words),
      package: words,
      version: fc.constantFrom("1", "2"),
      severity: fc.constantFrom(...SEVERITIES),
      reported: words,
      fixedIn: words,
      title: words,
      url: words,
      score: fc.constantFrom(1, 5, 9.8),
      vector: words,
      platforms: fc.uniqueArray(fc.constantFrom("linux/amd64", "linux/arm64", "linux/s390x"), { minLength: 1 }),
    },
    { requiredKeys: ["id", "aliases", "package", "version", "severity", "reported", "title", "platforms"] },
  ),
  { maxLength: 12 },
) as fc.Arbitrary<Finding[]>;

describe("mergeFindings", () => {
  test("merging does not depend on the order of platforms or findings, nor on merging in steps", () => {
    const shuffled = findings.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }), fc.nat(list.length)),
    );
    fc.assert(
      fc.property(shuffled, ([list, other, cut]) => {
        const merged = mergeFindings([list]);
        expect(mergeFindings([other.slice(cut), other.slice(0, cut)])).toEqual(merged);
        expect(mergeFindings([mergeFindings([other.slice(0, cut)]), mergeFindings([other.slice(cut)])])).toEqual(
          merged,
        );
      }),
      { numRuns: Number(process.env["PROPERTY_RUNS"] ?? 500) },
    );
  });

  test("merging loses no finding, platform, alias, fix or severity", () => {
    fc.assert(
      fc.property(findings, (list) => {
        const merged = mergeFindings([list]);
        for (const source of list) {
          const into = merged.filter(
            ({ id, package: name, version }) =>
              id === source.id && name === source.package && version === source.version,
          );
          expect(into).toHaveLength(1);
          expect(into[0]!.platforms).toEqual(expect.arrayContaining([...source.platforms]));
          expect(into[0]!.aliases).toEqual(expect.arrayContaining([...source.aliases]));
          expect(SEVERITIES.indexOf(into[0]!.severity)).toBeLessThanOrEqual(SEVERITIES.indexOf(source.severity));
          if (source.fixedIn !== undefined) expect(into[0]!.fixedIn).toBeDefined();
        }
      }),
    );
  });

  test("names that only look alike when strung together are two findings", () => {
    expect(
      mergeFindings([[finding({ package: 'a","b', version: "1" }), finding({ package: "a", version: 'b","1' })]]),
    ).toHaveLength(2);
  });

  test("the worst comes first, then what can be fixed, then by id and package", () => {
    const sorted = mergeFindings([
      [
        finding({ severity: "unknown", id: "a" }),
        finding({ severity: "low", id: "b" }),
        finding({ severity: "low", id: "c", fixedIn: "1" }),
      ],
      [
        finding({ severity: "critical", id: "d" }),
        finding({ severity: "low", id: "b", package: "curl" }),
        finding({ severity: "negligible", id: "e" }),
      ],
    ]);
    expect(sorted.map(({ id, package: name }) => `${id} ${name}`)).toEqual([
      "d openssl",
      "c openssl",
      "b curl",
      "b openssl",
      "e openssl",
      "a openssl",
    ]);
  });
});

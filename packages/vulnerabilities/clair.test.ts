import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { path, ring } from "../../test/rings.ts";
import { mergeFindings, readClairReport, ReportError, SEVERITIES, type Finding } from "./index.ts";

const QUAY = join(import.meta.dirname, "../../../shared/data/quay");
const real = (file: string): unknown => JSON.parse(readFileSync(join(QUAY, file), "utf8"));

const feature = (vulnerabilities: unknown, more: object = {}) => ({
  Name: "openssl",
  Version: "3.0.1",
  Vulnerabilities: vulnerabilities,
  ...more,
});
const report = (...features: unknown[]) => ({ Layer: { Name: "sha256:0", Features: features } });
const read = async (...features: unknown[]) => await readClairReport(report(...features), "linux/amd64");
const one = async (vulnerability: object): Promise<Finding> => (await read(feature([vulnerability]))).findings[0]!;
const scored = async (severity: unknown, score: unknown) =>
  await one({
    Severity: severity,
    Name: "CVE-2024-1000",
    Metadata: { NVD: { CVSSv3: { Score: score, Vectors: "CVSS:3.1/AV:N" } } },
  });

ring(
  "readClairReport: reports of Quay's own tests",
  [path("Quay's reports", QUAY, "reference data in ../shared/data")],
  () => {
    test("securityinformation_withenrichments.json has the counts that were taken manually", async () => {
      const { findings, packages } = await readClairReport(
        real("securityinformation_withenrichments.json"),
        "linux/amd64",
      );
      const counts = Object.fromEntries(
        SEVERITIES.map((severity) => {
          const of = findings.filter((finding) => finding.severity === severity);
          return [
            severity,
            [
              of.filter(({ fixedIn }) => fixedIn !== undefined).length,
              of.filter(({ fixedIn }) => fixedIn === undefined).length,
            ],
          ];
        }),
      );
      expect(counts).toEqual({
        high: [8, 5],
        medium: [6, 1],
        critical: [2, 1],
        low: [1, 0],
        unknown: [0, 2],
        negligible: [0, 0],
      });
      expect(packages).toBe(57);
      // Two advisories of pyup.io for one CVE in one package are one finding.
      expect(mergeFindings([findings])).toHaveLength(25);
      expect(mergeFindings([findings]).find(({ id }) => id === "CVE-2018-14505")).toMatchObject({
        aliases: ["pyup.io-36352", "pyup.io-36353"],
        package: "mitmproxy",
      });
    });

    test("the data of a reply is read, and ids come from Name and Link", async () => {
      const { findings, packages } = await readClairReport(
        (real("securityinformation.json") as { data: unknown }).data,
        "linux/arm64",
      );
      expect([packages, findings.length]).toEqual([188, 89]);
      expect(findings.every(({ id }) => /^(?:CVE|RHSA|GHSA)-/.test(id))).toBe(true);
      expect(findings.find(({ package: name, id }) => name === "rpm" && id.startsWith("RHSA"))).toEqual({
        id: "RHSA-2024:0647",
        aliases: ["CVE-2021-35937", "CVE-2021-35938", "CVE-2021-35939"],
        package: "rpm",
        version: "4.14.3-26.el8",
        severity: "medium",
        reported: "Medium",
        fixedIn: "0:4.14.3-28.el8_9",
        title: "RHSA-2024:0647: rpm security update (Moderate)",
        url: "https://access.redhat.com/errata/RHSA-2024:0647",
        score: 6.7,
        vector: expect.stringMatching(/^CVSS:3/),
        platforms: ["linux/arm64"],
      });
    });
  },
);

describe("severities", () => {
  test("T6: the word critical counts only as a severity", async () => {
    const clean = await read(feature([]), feature([], { Name: "critical-critical" }));
    expect(clean).toEqual({ findings: [], packages: 2 });
    const three = [1, 2, 3].map((number) => ({
      Severity: "Critical",
      Name: `CVE-2024-100${number}`,
      Description: "critical, not low",
    }));
    expect((await read(feature(three))).findings.map(({ severity }) => severity)).toEqual([
      "critical",
      "critical",
      "critical",
    ]);
  });

  test.each(SEVERITIES.map((severity) => [severity]))("%s is read in any case", async (severity) => {
    for (const word of [severity, severity.toUpperCase(), severity[0]!.toUpperCase() + severity.slice(1)])
      expect(await one({ Severity: word, Name: "x" })).toMatchObject({ severity, reported: word });
  });

  test.each([["Defcon1"], ["Important"], [""], [undefined], [null], [9.8], [{}]])(
    "T8: a severity that is not documented is unknown and reported: %j",
    async (word) => {
      const vulnerability = { Severity: word, Name: "CVE-2024-1000", Metadata: { NVD: { CVSSv3: { Score: 2 } } } };
      expect(await one(vulnerability)).toMatchObject({
        severity: "unknown",
        reported: typeof word === "string" ? word : "",
      });
    },
  );

  test.each([
    [0.1, "low"],
    [3.9, "low"],
    [4, "medium"],
    [6.9, "medium"],
    [7, "high"],
    [8.9, "high"],
    [9, "critical"],
    [9.9, "critical"],
    [10, "critical"],
    ["10.0", "critical"],
    ["", "unknown"],
    [null, "unknown"],
    [undefined, "unknown"],
    [0, "unknown"],
    [-1, "unknown"],
    [11, "unknown"],
    [NaN, "unknown"],
    ["high", "unknown"],
  ])("Unknown with the score %j is %s", async (score, severity) => {
    expect((await scored("Unknown", score)).severity).toBe(severity);
  });

  test.each([{ NVD: null }, { NVD: { CVSSv3: "9.8" } }, { NVD: { CVSSv3: { Score: [9.8] } } }, "NVD", null])(
    "Unknown without a score that can be read is unknown: %j",
    async (metadata) => {
      const finding = await one({ Severity: "Unknown", Name: "CVE-2024-1000", Metadata: metadata });
      expect(finding).toMatchObject({ severity: "unknown" });
    },
  );

  test("a score never changes a severity that was reported", async () => {
    expect(await scored("Low", 9.8)).toMatchObject({ severity: "low", score: 9.8, vector: "CVSS:3.1/AV:N" });
    expect(await scored("Low", "")).not.toHaveProperty("score");
  });
});

describe("names", () => {
  test.each([
    ["CVE-2024-1000", "", "CVE-2024-1000", []],
    ["CVE-2018-1000654 libtasn1: loop (low)", "https://a.test/CVE-2018-1000654", "CVE-2018-1000654", []],
    ["pyup.io-38765 (CVE-2019-20916)", "", "CVE-2019-20916", ["pyup.io-38765"]],
    ["pyup.io-38179", "", "pyup.io-38179", []],
    ["curl: mixed case flaw (moderate)", "https://a.test/cve/CVE-2023-46218", "CVE-2023-46218", []],
    [
      "curl: two flaws",
      "https://a.test/CVE-2023-1001 https://a.test/CVE-2023-1002",
      "curl: two flaws",
      ["CVE-2023-1001", "CVE-2023-1002"],
    ],
    [
      "RHSA-2024:0647: rpm update",
      "https://a.test/CVE-2021-35937 https://a.test/CVE-2021-35938",
      "RHSA-2024:0647",
      ["CVE-2021-35937", "CVE-2021-35938"],
    ],
    [
      "RHSA-2024:0647: rpm update (CVE-2021-35937)",
      "https://a.test/CVE-2021-35938",
      "RHSA-2024:0647",
      ["CVE-2021-35937", "CVE-2021-35938"],
    ],
    ["GHSA-jq35-85cj-fj4p", "https://a.test/CVE-2023-1001", "GHSA-jq35-85cj-fj4p", ["CVE-2023-1001"]],
    ["USN-4495-1: flaw", "", "USN-4495-1", []],
    ["UTF-8 and ISO-8859-1 overflow", "https://a.test/cve-2023-1001", "CVE-2023-1001", []],
    ["xCVE-2024-1000 CVE-2024-12345678 CVE-24-1000", "", "xCVE-2024-1000 CVE-2024-12345678 CVE-24-1000", []],
  ])("%s | %s is called %s", async (name, link, id, aliases) => {
    expect(await one({ Severity: "Low", Name: name, Link: link })).toMatchObject({ id, aliases });
  });

  test("the CVEIds of a feature do not name a vulnerability", async () => {
    const { findings } = await read(feature([{ Severity: "Low", Name: "a flaw" }], { CVEIds: ["CVE-2024-1000"] }));
    expect(findings[0]).toMatchObject({ id: "a flaw", aliases: [] });
  });

  test("security I114: a vulnerability without a name is kept, and two of them stay two", async () => {
    const { findings } = await read({ Vulnerabilities: [{}, { Name: 5, Severity: "High" }] });
    expect(findings).toEqual([
      expect.objectContaining({
        id: "(unnamed vulnerability)",
        package: "(unnamed package)",
        version: "",
        severity: "unknown",
        reported: "",
      }),
      expect.objectContaining({ id: "(unnamed vulnerability) 2", severity: "high" }),
    ]);
    expect(mergeFindings([findings])).toHaveLength(2);
  });
});

describe("fields", () => {
  test.each([
    [undefined, "the report is missing"],
    [null, "the report is not an object"],
    ["scanned", "the report is not an object"],
    [[], "the report is not an object"],
    [{}, "Layer is missing"],
    [{ Layer: {} }, "Layer.Features is missing"],
    [{ Layer: { Features: {} } }, "Layer.Features is not a list"],
    [{ Layer: { Features: null } }, "Layer.Features is not a list"],
    [report(null), "Layer.Features[0] is not an object"],
    [
      report(feature([]), { Name: "a" }),
      "Layer.Features[1].Vulnerabilities is missing: the report was made without vulnerabilities",
    ],
    [report(feature(null)), "Layer.Features[0].Vulnerabilities is not a list"],
    [report(feature(["CVE-2024-1000"])), "Layer.Features[0].Vulnerabilities[0] is not an object"],
    [
      report(feature([{ Name: "CVE-2024-1000" }, { Name: "CVE-2024-1001", FixedBy: 1.2 }])),
      "Layer.Features[0].Vulnerabilities[1] has a FixedBy that is not a text",
    ],
    [report(feature([{ FixedBy: ["1.2"] }])), "Layer.Features[0].Vulnerabilities[0] has a FixedBy that is not a text"],
  ])("nothing that cannot be read looks clean: %j", async (data, message) => {
    await expect(readClairReport(data, "linux/amd64")).rejects.toThrow(new ReportError(message));
  });

  test.each([
    ["http://a.test/ https://b.test/x?y=1 https://c.test/", "https://b.test/x?y=1"],
    ["https://user:pw@a.test/ HTTPS://b.test", "https://b.test/"],
    ['https://a.test/"><script>', "https://a.test/%22%3E%3Cscript%3E"],
    ["javascript:alert(1) https:// data:,x", undefined],
  ])("the address of %s is %s", async (link, url) => {
    expect((await one({ Name: "CVE-2024-1000", Link: link })).url).toBe(url);
  });

  test.each([
    ["", undefined],
    ["0", undefined],
    [" 1.2 ", "1.2"],
    [null, undefined],
  ])("FixedBy %j is the fix %s", async (fixedBy, fixedIn) => {
    expect((await one({ Name: "CVE-2024-1000", FixedBy: fixedBy })).fixedIn).toBe(fixedIn);
  });

  test("whatever JSON comes, each vulnerability is a finding or the report is refused", async () => {
    const field = fc.constantFrom(
      "Name",
      "Version",
      "Severity",
      "Link",
      "FixedBy",
      "Description",
      "Metadata",
      "Vulnerabilities",
    );
    const features = fc.array(
      fc.oneof(
        fc.jsonValue(),
        fc.record({ Name: fc.jsonValue(), Vulnerabilities: fc.array(fc.dictionary(field, fc.jsonValue())) }),
      ),
      { maxLength: 3 },
    );
    await fc.assert(
      fc.asyncProperty(features, async (list) => {
        const reported = list.flatMap(
          (entry) => (entry as { Vulnerabilities?: unknown[] } | null)?.Vulnerabilities ?? [],
        );
        let findings: Finding[];
        try {
          ({ findings } = await read(...list));
        } catch (error) {
          expect(error).toBeInstanceOf(ReportError);
          return;
        }
        expect(findings).toHaveLength(reported.length);
        for (const finding of findings) {
          expect(finding.id).not.toBe("");
          expect(finding.package).not.toBe("");
          expect(finding.title.length).toBeLessThanOrEqual(200);
        }
      }),
    );
  });
});

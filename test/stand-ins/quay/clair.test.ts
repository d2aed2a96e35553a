import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { path, ring } from "../../rings.ts";
import { clairReport, type Report } from "./clair.ts";

const ROOT = join(import.meta.dirname, "../../..");
const REAL = join(ROOT, "../shared/data/quay/securityinformation.json");
const realReport = path("a real report of Quay", REAL, "reference data in ../shared/data");

/** The keys of everything in a report, in their order, without values. */
function keysOf(value: unknown): unknown {
  if (Array.isArray(value)) return keysOf(value.find((one) => JSON.stringify(one).includes("Severity")) ?? value[0]);
  if (typeof value !== "object" || value === null) return "";
  return Object.entries(value).map(([key, inner]) => [key, keysOf(inner)]);
}

ring("the shape of a real report", [realReport], () => {
  test("a generated report has the keys of a real one, in their order", () => {
    const real = JSON.parse(existsSync(REAL) ? readFileSync(REAL, "utf8") : "") as Report;
    expect(keysOf(clairReport({ findings: 1 }))).toEqual(keysOf(real));
  });
});

const featuresOf = (report: Report) => report.data.Layer.Features;

describe("clairReport", () => {
  test("puts findings of one package and version into one feature, next to clean ones", () => {
    const curl = { package: "curl", version: "7.61", severity: "High" };
    const report = clairReport({
      features: 1,
      findings: [
        { ...curl, id: "CVE-2024-0001", fixedBy: "7.62" },
        { ...curl, id: "CVE-2024-0002", score: null },
        {
          ...curl,
          id: "CVE-2024-0001",
          version: "8.0",
          link: "https://a/CVE-2024-0001 https://b/CVE-2024-0003",
          name: "a title",
          score: "",
        },
      ],
    });
    expect(featuresOf(report)).toMatchObject([
      { Name: "clean-1", Vulnerabilities: [] },
      {
        Name: "curl",
        Version: "7.61",
        BaseScores: [7.5],
        CVEIds: ["CVE-2024-0001", "CVE-2024-0002"],
        Vulnerabilities: [
          { Name: "curl: CVE-2024-0001 (high)", FixedBy: "7.62", Metadata: { NVD: { CVSSv3: { Score: 7.5 } } } },
          { FixedBy: "", Metadata: { NVD: { CVSSv3: { Score: null } } } },
        ],
      },
      { Version: "8.0", CVEIds: ["CVE-2024-0001", "CVE-2024-0003"], Vulnerabilities: [{ Name: "a title" }] },
    ]);
  });

  test("gives as many different findings as requested, of every severity, half of them with a fix", () => {
    const report = clairReport({ findings: 20_000, features: 0 });
    const found = featuresOf(report).flatMap(({ Vulnerabilities }) => Vulnerabilities) as {
      Name: string;
      Severity: string;
      FixedBy: string;
    }[];
    expect(new Set(found.map(({ Name }) => Name)).size).toBe(20_000);
    expect(new Set(found.map(({ Severity }) => Severity)).size).toBe(6);
    expect(found.filter(({ FixedBy }) => FixedBy !== "")).toHaveLength(10_000);
  });
});

import type { Finding } from "./finding.ts";
import { identify } from "./identity.ts";
import { readScore, readSeverity } from "./severity.ts";
import { pathText, shorten } from "@release-actions/text";

const UNNAMED_PACKAGE = "(unnamed package)";
const UNNAMED_VULNERABILITY = "(unnamed vulnerability)";
const TITLE_LENGTH = 200;

/** A report that does not have the documented shape. Nothing is known about the image then. */
export class ReportError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "ReportError";
  }
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads one platform's Clair report, which is `data` in Quay's reply. Throws ReportError if a list or a field that says
 * what is vulnerable cannot be read, since an image without it would look clean; a field that only describes a
 * vulnerability never drops it. The findings are as reported, one for each entry, not merged.
 */
export async function readClairReport(
  data: unknown,
  platform: string,
): Promise<{ findings: Finding[]; packages: number }> {
  const { ClairReport } = await import("./schema.ts");
  const report = ClairReport.safeParse(data);
  if (!report.success) {
    const [{ path, message } = { path: [], message: "cannot be read" }] = report.error.issues;
    throw new ReportError(`${path.length === 0 ? "the report" : pathText(path)} ${message}`);
  }
  const features = report.data.Layer.Features;
  const findings: Finding[] = [];

  features.forEach((feature, index) => {
    let unnamed = 0;
    // Numbered, so that two without a name stay two.
    const placeholder = () => ((unnamed += 1) === 1 ? UNNAMED_VULNERABILITY : `${UNNAMED_VULNERABILITY} ${unnamed}`);
    feature.Vulnerabilities.forEach((entry, position) => {
      if (!isVulnerability(entry)) {
        throw new ReportError(`Layer.Features[${index}].Vulnerabilities[${position}] ${problemOf(entry)}`);
      }
      findings.push(readFinding(feature, entry, placeholder, platform));
    });
  });
  return { findings, packages: features.length };
}

/** A fix that cannot be read must not count as none: with only-fixed, its finding would be allowed. */
function isVulnerability(entry: unknown): entry is Fields {
  if (!isFields(entry)) return false;
  const fix = entry["FixedBy"];
  return fix === undefined || fix === null || typeof fix === "string";
}

function problemOf(entry: unknown): string {
  return isFields(entry) ? "has a FixedBy that is not a text" : "is not an object";
}

interface Feature {
  readonly Name?: unknown;
  readonly Version?: unknown;
}

function readFinding(feature: Feature, vulnerability: Fields, placeholder: () => string, platform: string): Finding {
  const name = textOf(vulnerability["Name"]).trim();
  const link = textOf(vulnerability["Link"]);
  const { id, aliases } = identify(name, link);
  const fixedIn = textOf(vulnerability["FixedBy"]).trim();
  const { score, vector } = readCvss(vulnerability);
  const url = firstHttps(link);
  return {
    id: id === "" ? placeholder() : id,
    aliases,
    package: textOf(feature.Name).trim() || UNNAMED_PACKAGE,
    version: textOf(feature.Version).trim(),
    severity: readSeverity(vulnerability["Severity"], score),
    reported: textOf(vulnerability["Severity"]),
    // Clair writes "0" for "no fix"; Quay turns it into "", but older replies may not.
    ...(fixedIn === "" || fixedIn === "0" ? {} : { fixedIn }),
    title: readTitle(name, textOf(vulnerability["Description"]), id),
    ...(url === undefined ? {} : { url }),
    ...(score === undefined ? {} : { score }),
    ...(vector === "" ? {} : { vector }),
    platforms: [platform],
  };
}

function readCvss(vulnerability: Fields): { score: number | undefined; vector: string } {
  const cvss = optionalFields(optionalFields(optionalFields(vulnerability["Metadata"])["NVD"])["CVSSv3"]);
  return { score: readScore(cvss["Score"]), vector: textOf(cvss["Vectors"]) };
}

/** The Name if it has words, or else the beginning of the description. */
function readTitle(name: string, description: string, id: string): string {
  const saysMore = /(?:^|\s)[a-z][^\s\d]*(?:\s|$)/i.test(name);
  const text = saysMore ? name : shorten(description, 4 * TITLE_LENGTH).trim() || name || id || UNNAMED_VULNERABILITY;
  return shorten(text.replaceAll(/\s+/g, " "), TITLE_LENGTH);
}

/** The first address of a Link that is safe to click; a Link has several, separated by spaces. */
function firstHttps(link: string): string | undefined {
  for (const word of link.split(/\s+/, 50)) {
    const url = /^https:\/\//i.test(word) ? parseUrl(word) : undefined;
    if (url !== undefined && url.username === "" && url.password === "") return url.href;
  }
  return undefined;
}

function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

function isFields(value: unknown): value is Fields {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

function optionalFields(value: unknown): Fields {
  return value !== null && typeof value === "object" ? (value as Fields) : {};
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

import type { Finding } from "./finding.ts";
import { identify } from "./identity.ts";
import { readScore, readSeverity } from "./severity.ts";
import { shorten } from "@release-actions/text";

const UNNAMED_PACKAGE = "(unnamed package)";
const UNNAMED_VULNERABILITY = "(unnamed vulnerability)";
const TITLE_LENGTH = 200;

/** A report that is not in the documented shape. Nothing is known of the image then: it is neither clean nor not. */
export class ReportError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "ReportError";
  }
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads one platform's Clair report as Quay serves it (endpoints/api/secscan.py): `data` is the value of the envelope's
 * `data`. A list that is missing is a ReportError, since an image without it would look clean; a field that is missing
 * in a vulnerability never drops it. The findings are as reported, one for each entry, not merged.
 */
export function readClairReport(data: unknown, platform: string): { findings: Finding[]; packages: number } {
  const layer = fieldsOf(fieldsOf(data, "the report")["Layer"], "Layer");
  const features = listOf(layer["Features"], "Layer.Features");
  const findings: Finding[] = [];

  features.forEach((value, index) => {
    const where = `Layer.Features[${index}]`;
    const feature = fieldsOf(value, where);
    if (feature["Vulnerabilities"] === undefined) {
      throw new ReportError(`${where}.Vulnerabilities is missing: the report was made without vulnerabilities`);
    }
    let unnamed = 0;
    listOf(feature["Vulnerabilities"], `${where}.Vulnerabilities`).forEach((entry, position) => {
      const vulnerability = fieldsOf(entry, `${where}.Vulnerabilities[${position}]`);
      // Numbered, so that two without a name stay two.
      const placeholder = () => ((unnamed += 1) === 1 ? UNNAMED_VULNERABILITY : `${UNNAMED_VULNERABILITY} ${unnamed}`);
      findings.push(readFinding(feature, vulnerability, placeholder, platform));
    });
  });
  return { findings, packages: features.length };
}

function readFinding(feature: Fields, vulnerability: Fields, placeholder: () => string, platform: string): Finding {
  const name = textOf(vulnerability["Name"]).trim();
  const link = textOf(vulnerability["Link"]);
  const { id, aliases } = identify(name, link);
  const fixedIn = textOf(vulnerability["FixedBy"]).trim();
  const { score, vector } = readCvss(vulnerability);
  const url = firstHttps(link);
  return {
    id: id === "" ? placeholder() : id,
    aliases,
    package: textOf(feature["Name"]).trim() || UNNAMED_PACKAGE,
    version: textOf(feature["Version"]).trim(),
    severity: readSeverity(vulnerability["Severity"], score),
    reported: textOf(vulnerability["Severity"]),
    // Clair's own word for "no fix" is "0"; Quay turns it into "", older answers may not.
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

/** The Name where it says something in words, else the description's beginning. */
function readTitle(name: string, description: string, id: string): string {
  const words = name.split(/\s+/);
  const saysMore = words.some((word) => /^[a-z]/i.test(word) && !/\d/.test(word));
  const text = saysMore ? name : shorten(description, 4 * TITLE_LENGTH).trim() || name || id || UNNAMED_VULNERABILITY;
  return shorten(text.split(/\s+/).join(" "), TITLE_LENGTH);
}

/** The first address of a Link that may be offered for a click; a Link holds several, parted by spaces. */
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

function fieldsOf(value: unknown, where: string): Fields {
  if (value !== null && typeof value === "object" && !Array.isArray(value)) return value as Fields;
  throw new ReportError(`${where} ${value === undefined ? "is missing" : "is not an object"}`);
}

function listOf(value: unknown, where: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new ReportError(`${where} ${value === undefined ? "is missing" : "is not a list"}`);
}

function optionalFields(value: unknown): Fields {
  return value !== null && typeof value === "object" ? (value as Fields) : {};
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

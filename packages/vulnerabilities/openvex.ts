import type { Problem } from "@release-actions/action";
import { JsonError, parseJson } from "@release-actions/http";
import { readInstant } from "./dates.ts";

export type VexStatus = "not_affected" | "affected" | "fixed" | "under_investigation";

/** What identifies a product or a part of one; every identifier given, in no order. */
export interface VexComponent {
  /** @id and identifiers.purl. */
  readonly names: readonly string[];
  /** The component's own digest, as sha256:<hex>. */
  readonly digest?: string;
}

export interface VexProduct extends VexComponent {
  /** Empty: the statement is about all of the product. */
  readonly subcomponents: readonly VexComponent[];
}

export interface VexStatement {
  /** The vulnerability's name and its aliases. */
  readonly vulnerabilities: readonly string[];
  readonly products: readonly VexProduct[];
  readonly status: VexStatus;
  /** The impact statement, else the justification, else the status notes, else "". */
  readonly reason: string;
  /** Milliseconds since 1970. */
  readonly time: number;
}

export interface VexDocument {
  readonly file: string;
  readonly statements: readonly VexStatement[];
}

const CONTEXTS: readonly unknown[] = ["https://openvex.dev/ns", "https://openvex.dev/ns/v0.2.0"];
const STATUSES: readonly unknown[] = ["not_affected", "affected", "fixed", "under_investigation"] satisfies VexStatus[];
const JUSTIFICATIONS: readonly unknown[] = [
  "component_not_present",
  "vulnerable_code_not_present",
  "vulnerable_code_not_in_execute_path",
  "vulnerable_code_cannot_be_controlled_by_adversary",
  "inline_mitigations_already_exist",
];

type Fields = Readonly<Record<string, unknown>>;
type Report = (what: string, remedy: string) => void;

/**
 * Reads an OpenVEX document (OpenVEX Specification v0.2.0). A statement must have its vulnerability, its products, a
 * known status and a time, its own or the document's; not_affected needs a justification or an impact statement. With a
 * problem anywhere there are no statements: the one that is not understood may be the one that revokes another.
 */
export function parseOpenVex(source: string, file: string): { document: VexDocument; problems: Problem[] } {
  const problems: Problem[] = [];
  const statements = readDocument(source, file, problems);
  return { document: { file, statements: problems.length > 0 ? [] : statements }, problems };
}

function readDocument(source: string, file: string, problems: Problem[]): VexStatement[] {
  const report: Report = (what, remedy) => void problems.push({ what, remedy, file });
  let document: unknown;
  try {
    document = parseJson(source.startsWith("\uFEFF") ? source.slice(1) : source);
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    problems.push({
      what: error.message,
      remedy: "Correct the JSON.",
      file,
      line: source.slice(0, error.offset).split("\n").length,
    });
    return [];
  }
  if (!isFields(document)) {
    report("the document must be a JSON object", "Use an OpenVEX document.");
    return [];
  }
  if (!CONTEXTS.includes(document["@context"]))
    report("@context is not that of OpenVEX 0.2.0", `It must be one of ${CONTEXTS.join(", ")}.`);
  const time = readTime(document, "timestamp", "the document", report);
  const list = document["statements"];
  if (!Array.isArray(list) || list.length === 0) {
    report("statements is missing or empty", "List at least one statement.");
    return [];
  }
  return list.flatMap((value: unknown, index) => readStatement(value, `statements[${index}]`, time, report) ?? []);
}

function readStatement(
  value: unknown,
  where: string,
  inherited: number | undefined,
  report: Report,
): VexStatement | undefined {
  if (!isFields(value)) return void report(`${where} must be an object`, "Correct the statement.");
  const vulnerabilities = readVulnerabilities(value["vulnerability"], where, report);
  const products = readProducts(value["products"], where, report);
  const { status } = value;
  if (!STATUSES.includes(status))
    report(
      `${where}.status is ${status === undefined ? "missing" : "not known"}`,
      `It must be one of ${STATUSES.join(", ")}.`,
    );
  const reason = readReason(value, where, report);
  const time =
    readTime(value, "last_updated", where, report) ?? readTime(value, "timestamp", where, report) ?? inherited;
  if (time === undefined)
    report(`${where} has no timestamp, nor has the document`, "Say when it was known to be true.");
  return { vulnerabilities, products, status: status as VexStatus, reason, time: time ?? 0 };
}

function readVulnerabilities(value: unknown, where: string, report: Report): string[] {
  const vulnerability = isFields(value) ? value : {};
  const { name, aliases = [] } = vulnerability;
  if (typeof name !== "string" || name.trim() === "") {
    report(`${where}.vulnerability.name is missing`, `Write "vulnerability": {"name": "CVE-…"}.`);
    return [];
  }
  return [name, ...textsOf(aliases, `${where}.vulnerability.aliases`, report)]
    .map((text) => text.trim())
    .filter((text) => text !== "");
}

function readProducts(value: unknown, where: string, report: Report): VexProduct[] {
  if (!Array.isArray(value) || value.length === 0) {
    report(`${where}.products is missing or empty`, "Say which image the statement is about.");
    return [];
  }
  return value.map((product: unknown, index) => {
    const place = `${where}.products[${index}]`;
    const subcomponents = isFields(product) ? (product["subcomponents"] ?? []) : [];
    if (!Array.isArray(subcomponents)) report(`${place}.subcomponents must be a list`, "Correct the statement.");
    const parts = Array.isArray(subcomponents) ? subcomponents : [];
    return {
      ...readComponent(product, place, report),
      subcomponents: parts.map((part: unknown, position) =>
        readComponent(part, `${place}.subcomponents[${position}]`, report),
      ),
    };
  });
}

function readComponent(value: unknown, where: string, report: Report): VexComponent {
  const component = isFields(value) ? value : {};
  const identifiers = isFields(component["identifiers"]) ? component["identifiers"] : {};
  const hashes = isFields(component["hashes"]) ? component["hashes"] : {};
  const names = [component["@id"], identifiers["purl"]].filter(
    (name) => typeof name === "string" && name !== "",
  ) as string[];
  const sha256 = hashes["sha-256"];
  const digest =
    typeof sha256 === "string" && /^[0-9a-fA-F]{64}$/.test(sha256) ? `sha256:${sha256.toLowerCase()}` : undefined;
  if (names.length === 0 && digest === undefined)
    report(`${where} has neither @id nor a purl nor a sha-256 hash`, "Say what the statement is about.");
  return { names, ...(digest === undefined ? {} : { digest }) };
}

function readReason(statement: Fields, where: string, report: Report): string {
  const { justification, impact_statement: impact, status_notes: notes, status } = statement;
  const hasImpact = typeof impact === "string" && impact.trim() !== "";
  if (status === "not_affected") {
    if (justification === undefined && !hasImpact)
      report(`${where} is not_affected without a justification or an impact statement`, "Say why.");
  }
  if (justification !== undefined && !JUSTIFICATIONS.includes(justification)) {
    report(`${where}.justification is not known`, `It must be one of ${JUSTIFICATIONS.join(", ")}.`);
  }
  if (hasImpact) return impact;
  if (typeof justification === "string") return justification;
  return typeof notes === "string" ? notes : "";
}

/** The time at a key; undefined where there is none, and reported where it is not one. */
function readTime(fields: Fields, key: string, where: string, report: Report): number | undefined {
  const value = fields[key];
  if (value === undefined) return undefined;
  const time = typeof value === "string" ? readInstant(value) : undefined;
  if (time === undefined)
    report(`${where}: ${key} is not a time`, "Write it as RFC 3339 says, such as 2026-01-31T12:00:00Z.");
  return time;
}

function textsOf(value: unknown, where: string, report: Report): string[] {
  if (Array.isArray(value) && value.every((item) => typeof item === "string")) return value;
  report(`${where} must be a list of texts`, "Correct the statement.");
  return [];
}

function isFields(value: unknown): value is Fields {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

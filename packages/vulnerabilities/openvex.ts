import type { Problem } from "@release-actions/action";
import { JsonError, parseJson } from "@release-actions/http";
import { pathText } from "@release-actions/text";
import { readInstant } from "./dates.ts";
import type { ComponentBody, ProductBody, STATUSES, StatementBody } from "./schema.ts";

export type VexStatus = (typeof STATUSES)[number];

/** What identifies a product or a part of one: every identifier that it has, in no order. */
export interface VexComponent {
  /** @id and identifiers.purl. */
  readonly names: readonly string[];
  /** The component's own digest, as sha256:<hex>. */
  readonly digest?: string;
}

export interface VexProduct extends VexComponent {
  /** Empty: the statement is about the whole product. */
  readonly subcomponents: readonly VexComponent[];
}

export interface VexStatement {
  /** The vulnerability's name and its aliases. */
  readonly vulnerabilities: readonly string[];
  readonly products: readonly VexProduct[];
  readonly status: VexStatus;
  /** The impact statement, the justification, the status notes or "", whichever exists first. */
  readonly reason: string;
  /** Milliseconds since 1970. */
  readonly time: number;
}

export interface VexDocument {
  readonly file: string;
  readonly statements: readonly VexStatement[];
}

/**
 * Reads an OpenVEX document (OpenVEX Specification v0.2.0). A statement must have its vulnerability, its products, a
 * known status and a time, its own or the document's; not_affected needs a justification or an impact statement. With a
 * problem anywhere there are no statements: the one that is not understood may be the one that revokes another.
 */
export async function parseOpenVex(
  source: string,
  file: string,
): Promise<{ document: VexDocument; problems: readonly Problem[] }> {
  const { statements = [], problems } = await readDocument(source, file);
  return { document: { file, statements: problems.length > 0 ? [] : statements }, problems };
}

interface Reading {
  readonly statements?: readonly VexStatement[];
  readonly problems: readonly Problem[];
}

async function readDocument(source: string, file: string): Promise<Reading> {
  let value: unknown;
  try {
    value = parseJson(source.startsWith("\uFEFF") ? source.slice(1) : source);
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    const line = source.slice(0, error.offset).split("\n").length;
    return { problems: [{ what: error.message, remedy: "Correct the JSON.", file, line }] };
  }
  const schema = await import("./schema.ts");
  const parsed = schema.OpenVexDocument.safeParse(value);
  if (!parsed.success) {
    const remedies = remediesOf(schema);
    return {
      problems: parsed.error.issues.map(({ path, message }) => ({
        what: `${pathText(path)} ${message}`.trim(),
        remedy: remedies.get(fieldOf(path)) ?? "Correct the statement.",
        file,
      })),
    };
  }
  const { timestamp, statements } = parsed.data;
  const untimed = statements.flatMap((statement, index) =>
    timeOf(statement, timestamp) === undefined ? `statements[${index}]` : [],
  );
  return {
    statements: statements.map((statement) => statementOf(statement, timestamp)),
    problems: untimed.map((place) => ({
      what: `${place} has no timestamp, nor has the document`,
      remedy: "State when it was known to be true.",
      file,
    })),
  };
}

/** The last field of a path: `statements`, or `statements[]` for one of them; empty for the document. */
function fieldOf(path: readonly PropertyKey[]): string {
  const last = path.at(-1) ?? "";
  return typeof last === "number" ? `${String(path.at(-2))}[]` : String(last);
}

function remediesOf(schema: typeof import("./schema.ts")): ReadonlyMap<string, string> {
  const one = (words: readonly string[]) => `It must be one of ${words.join(", ")}.`;
  const about = "State what the statement is about.";
  const time = "Write it as in RFC 3339, such as 2026-01-31T12:00:00Z.";
  return new Map([
    ["", "Use an OpenVEX document."],
    ["@context", one(schema.CONTEXTS)],
    ["statements", "List at least one statement."],
    ["statements[]", "Correct the statement; not_affected needs a reason."],
    ["vulnerability", `Write "vulnerability": {"name": "CVE-…"}.`],
    ["name", `Write "vulnerability": {"name": "CVE-…"}.`],
    ["products", "State which image the statement is about."],
    ["products[]", about],
    ["subcomponents", about],
    ["subcomponents[]", about],
    ["@id", about],
    ["purl", about],
    ["sha-256", about],
    ["status", one(schema.STATUSES)],
    ["justification", one(schema.JUSTIFICATIONS)],
    ["timestamp", time],
    ["last_updated", time],
  ]);
}

function timeOf(
  { last_updated: updated, timestamp }: StatementBody,
  inherited: string | undefined,
): number | undefined {
  const time = updated ?? timestamp ?? inherited;
  return time === undefined ? undefined : readInstant(time);
}

function statementOf(statement: StatementBody, inherited: string | undefined): VexStatement {
  const {
    vulnerability,
    products,
    status,
    justification,
    impact_statement: impact = "",
    status_notes: notes,
  } = statement;
  const names = [vulnerability.name, ...(vulnerability.aliases ?? [])].map((name) => name.trim());
  return {
    vulnerabilities: names.filter((name) => name !== ""),
    products: products.map(productOf),
    status,
    reason: impact.trim() === "" ? (justification ?? notes ?? "") : impact,
    time: timeOf(statement, inherited) ?? 0,
  };
}

function productOf(product: ProductBody): VexProduct {
  return { ...componentOf(product), subcomponents: (product.subcomponents ?? []).map(componentOf) };
}

function componentOf({ "@id": id = "", identifiers, hashes }: ComponentBody): VexComponent {
  const sha256 = hashes?.["sha-256"];
  return {
    names: [id, identifiers?.purl ?? ""].filter((name) => name !== ""),
    ...(sha256 !== undefined && { digest: `sha256:${sha256.toLowerCase()}` }),
  };
}

import { hash } from "node:crypto";
import { artifactUri, inertSarif, physicalLocation, sarifDocument } from "@release-actions/report/sarif";
import { rank, type Finding, type Severity } from "./finding.ts";
import type { IgnoredFinding, Judgement } from "./judge.ts";
import { splitReference } from "./reference.ts";
import { ratingOf } from "./severity.ts";

export interface SarifInput {
  readonly tool: { readonly name: string; readonly version: string; readonly informationUri: string };
  readonly images: readonly { readonly name: string; readonly digest: string; readonly judgement: Judgement }[];
}

const LEVELS: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  critical: "error",
  high: "error",
  medium: "warning",
  unknown: "warning",
  low: "note",
  negligible: "note",
};
/** A score within the band that GitHub shows for the severity, for findings whose own score is missing or outside. */
const BAND_SCORES: Readonly<Record<Severity, string>> = {
  critical: "9.5",
  high: "8.0",
  medium: "5.5",
  unknown: "5.5",
  low: "2.0",
  negligible: "0.1",
};
const MAX_ID = 255;
const MAX_TEXT = 1000;

/**
 * All findings as the text of a SARIF 2.1.0 document
 * (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html), piece by piece, in one run, since GitHub accepts
 * one run of a tool per upload. An ignored finding is a result with a suppression. The artifact and the fingerprints
 * have the image's name without its digest: the same finding in the next build is the same alert.
 */
export function sarifText({ tool, images }: SarifInput): Generator<string, void, undefined> {
  const rules = new Map<string, Rule>();
  return sarifDocument({ tool, results: resultsOf(images, rules), rules: () => rulesOf(rules) });
}

function* resultsOf(images: SarifInput["images"], rules: Map<string, Rule>): Generator<object, void, undefined> {
  for (const { name, digest, judgement } of images) {
    const seen = new Map<string, number>();
    const { repository } = splitReference(name);
    const uri = artifactUri(repository) || "image";
    const one = (finding: Finding, ignored: IgnoredFinding | undefined): object => {
      const fingerprint = fingerprintOf(repository, finding);
      const count = (seen.get(fingerprint) ?? 0) + 1;
      seen.set(fingerprint, count);
      return {
        ...resultOf(finding, ruleFor(rules, finding), uri, digest, ignored),
        partialFingerprints: { primaryLocationLineHash: `${fingerprint}:${count}` },
      };
    };
    for (const finding of judgement.counted) yield one(finding, undefined);
    for (const entry of judgement.ignored) yield one(entry.finding, entry);
  }
}

function* rulesOf(rules: ReadonlyMap<string, Rule>): Generator<object, void, undefined> {
  for (const rule of rules.values()) yield ruleOf(rule);
}

/** A rule is a vulnerability; its texts are those of its worst finding. */
interface Rule {
  readonly id: string;
  readonly index: number;
  worst: Finding;
}

function ruleFor(rules: Map<string, Rule>, finding: Finding): Rule {
  const id = inertSarif(finding.id, MAX_ID) || "(unnamed)";
  const rule = rules.get(id);
  if (rule === undefined) {
    const added = { id, index: rules.size, worst: finding };
    rules.set(id, added);
    return added;
  }
  if (rank(finding.severity) < rank(rule.worst.severity)) rule.worst = finding;
  return rule;
}

function ruleOf({ id, worst }: Rule): object {
  const title = inertSarif(worst.title, MAX_TEXT) || id;
  const lines = [
    title,
    `Severity: ${worst.severity}${worst.reported === "" ? "" : ` (reported as ${inertSarif(worst.reported, 100)})`}`,
  ];
  if (worst.score !== undefined)
    lines.push(`CVSS v3: ${worst.score}${worst.vector === undefined ? "" : ` (${inertSarif(worst.vector, 200)})`}`);
  if (worst.aliases.length > 0) lines.push(`Also: ${inertSarif(worst.aliases.join(", "), MAX_TEXT)}`);
  if (worst.url !== undefined) lines.push(inertSarif(worst.url, 2 * MAX_TEXT));
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: title },
    ...(worst.url === undefined ? {} : { helpUri: worst.url }),
    help: { text: lines.join("\n") },
    defaultConfiguration: { level: LEVELS[worst.severity] },
    properties: {
      "security-severity": securitySeverity(worst),
      precision: "very-high",
      tags: ["security", "vulnerability", worst.severity],
    },
  };
}

function resultOf(
  finding: Finding,
  rule: Rule,
  uri: string,
  digest: string,
  ignored: IgnoredFinding | undefined,
): object {
  const { severity, reported, fixedIn, platforms } = finding;
  const name = inertSarif(finding.package, MAX_ID);
  const version = inertSarif(finding.version, MAX_ID);
  return {
    ruleId: rule.id,
    ruleIndex: rule.index,
    level: LEVELS[severity],
    message: { text: messageOf(finding, rule.id) },
    locations: [
      {
        physicalLocation: physicalLocation(uri, { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 }),
        logicalLocations: [{ name, fullyQualifiedName: version === "" ? name : `${name}@${version}`, kind: "module" }],
      },
    ],
    suppressions: ignored === undefined ? [] : [suppressionOf(ignored)],
    properties: {
      severity,
      reported,
      package: finding.package,
      version: finding.version,
      ...(fixedIn === undefined ? {} : { fixedIn }),
      platforms,
      digest,
    },
  };
}

function suppressionOf({ by, reason, expires, source }: IgnoredFinding): unknown {
  return {
    kind: "external",
    status: "accepted",
    justification: inertSarif(reason, MAX_TEXT),
    properties: { by, source, ...(expires === undefined ? {} : { expires }) },
  };
}

function messageOf({ package: name, version, severity, fixedIn, platforms, title }: Finding, id: string): string {
  const where = `${inertSarif(name, 200)}${version === "" ? "" : ` ${inertSarif(version, 200)}`}`;
  const fix = fixedIn === undefined ? "no fix is known" : `fixed in ${inertSarif(fixedIn, 200)}`;
  const on = platforms.length === 0 ? "" : ` on ${inertSarif(platforms.join(", "), 500)}`;
  return `${id} (${severity}) in ${where}${on}: ${fix}. ${inertSarif(title, MAX_TEXT)}`.trim();
}

/** The finding's own score if it agrees with its severity: a scanner's rating takes precedence over the base score. */
function securitySeverity({ severity, score }: Finding): string {
  return score !== undefined && ratingOf(score) === severity && severity !== "unknown"
    ? score.toFixed(1)
    : BAND_SCORES[severity];
}

function fingerprintOf(image: string, finding: Finding): string {
  return hash("sha256", JSON.stringify([image, finding.id, finding.package, finding.version]), "hex").slice(0, 32);
}

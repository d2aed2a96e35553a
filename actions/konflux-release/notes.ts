import type { HostFacts, Problem } from "@release-actions/action";
import { ActionError, toProblems } from "@release-actions/action";

/** `spec.data.releaseNotes` of a Release. */
export type ReleaseNotes = Readonly<Record<string, unknown>>;

const INPUT = "release-notes";
/** Bytes. */
const MAX_SIZE = 256 * 1024;
const TYPES = ["RHEA", "RHBA", "RHSA"];
const TEXTS = ["synopsis", "topic", "description", "solution"];

/**
 * Reads release notes from YAML or JSON, or from a file of it, with or without a `releaseNotes` around them. Checks the
 * keys of the advisory's schema, omits empty ones and passes others on. Adds what is wrong to `problems`.
 */
export async function readNotes(
  given: string | undefined,
  host: Pick<HostFacts, "workspace">,
  problems: Problem[],
): Promise<ReleaseNotes | undefined> {
  if (given === undefined) return undefined;
  const text = isPath(given) ? await read(given, host, problems) : given;
  const parsed = text === undefined ? undefined : await parse(text, problems);
  if (parsed === undefined) return undefined;
  const inner = isMap(parsed["releaseNotes"]) && Object.keys(parsed).length === 1 ? parsed["releaseNotes"] : parsed;
  const notes = Object.fromEntries(Object.entries(inner).filter(([, value]) => !isEmpty(value)));
  check(notes, problems);
  return Object.keys(notes).length === 0 ? undefined : notes;
}

function isPath(given: string): boolean {
  return !given.includes("\n") && /\.(?:ya?ml|json)$/.test(given) && !given.includes(": ");
}

async function read(
  path: string,
  host: Pick<HostFacts, "workspace">,
  problems: Problem[],
): Promise<string | undefined> {
  const { readWorkspaceFile } = await import("@release-actions/files");
  try {
    return (await readWorkspaceFile(host, path, { maxBytes: MAX_SIZE, typed: true })).toString("utf8");
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    problems.push(...toProblems(error, INPUT));
    return undefined;
  }
}

async function parse(text: string, problems: Problem[]): Promise<Readonly<Record<string, unknown>> | undefined> {
  const { readStrictly } = await import("@release-actions/yaml");
  const remedy = "Write a map such as {type: RHEA, synopsis: …, topic: …}.";
  const problem = (what: string): undefined => void problems.push({ input: INPUT, what: `${INPUT} ${what}`, remedy });
  if (text.length > MAX_SIZE) return problem("is too large or nested too deeply");
  const { value, faults } = readStrictly(text);
  const [fault] = faults;
  if (fault === undefined) return isMap(value) ? value : problem("is not a map");
  if (fault.kind === "deep") return problem("is too large or nested too deeply");
  return problem(
    fault.kind === "alias" ? "contains an alias, which is not allowed" : `cannot be read: ${fault.message}`,
  );
}

function check(notes: ReleaseNotes, problems: Problem[]): void {
  const problem = (what: string, remedy: string) =>
    void problems.push({ input: INPUT, what: `${INPUT}: ${what}`, remedy });
  const { type, references, cves, issues } = notes;
  if (type !== undefined && !TYPES.some((known) => known === type))
    problem("type is not a valid advisory type", `Use one of ${TYPES.join(", ")}.`);
  for (const key of TEXTS)
    if (notes[key] !== undefined && typeof notes[key] !== "string") problem(`${key} is not a string`, "Quote it.");
  if (references !== undefined && !isListOf(references, (entry) => typeof entry === "string")) {
    problem("references is not a list of URLs", "Write - https://…, one per line.");
  }
  if (cves !== undefined && !isListOf(cves, (entry) => isMap(entry) && typeof entry["key"] === "string")) {
    problem("cves is not a list of maps with a key", "Write - {key: CVE-2025-1234, component: app}.");
  }
  const fixed = isMap(issues) ? issues["fixed"] : undefined;
  if (issues !== undefined && !isListOf(fixed, (entry) => isMap(entry) && typeof entry["id"] === "string")) {
    problem(
      "issues.fixed is not a list of maps with an id",
      "Write issues: {fixed: [{id: AAP-123, source: issues.example.com}]}.",
    );
  }
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isListOf(value: unknown, fits: (entry: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(fits);
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === "" ||
    (Array.isArray(value) && value.length === 0) ||
    (isMap(value) && Object.keys(value).length === 0)
  );
}

import type { Problem } from "@release-actions/action";
import { quote } from "@release-actions/text";
import type { Node } from "@release-actions/yaml";
import { isDate } from "./dates.ts";
import { isPattern } from "./glob.ts";

/** One finding, or a narrow group of them, that is known and accepted. */
export interface Exception {
  readonly id: string;
  readonly package?: string;
  readonly version?: string;
  readonly platform?: string;
  readonly reason: string;
  /** YYYY-MM-DD; good through that day in UTC. */
  readonly expires?: string;
  readonly line: number;
  readonly file?: string;
}

const LISTS: readonly string[] = ["ignore", "vulnerabilities"];
const KEYS: readonly string[] = ["id", "package", "version", "platform", "reason", "expires"];
const WITH_WILDCARDS = ["id", "package", "version", "platform"] as const;

const MAX_LENGTH = 1024 * 1024;
const MAX_TEXT = 1000;
/** Each is tried on every finding that it may match. */
const MAX_WILDCARDS = 500;
const TOO_DEEP = "the YAML is nested too deeply";

type Yaml = typeof import("@release-actions/yaml");
interface Field {
  readonly text: string;
  readonly line: number;
  /** It was not a text, and is reported as such. */
  readonly wrong: boolean;
}
/** By key. */
type Fields = Readonly<Record<string, Field>>;

/**
 * Reads a list of exceptions: YAML 1.2 with `ignore:` (or `vulnerabilities:`), whose entries have id and reason, and
 * optionally package, version, platform and expires. Strict: no aliases, no merge keys, no unknown or repeated keys, only
 * texts as values. With a problem anywhere there are no exceptions: none is used from a file that is not understood.
 */
export async function parseExceptions(
  source: string,
  file: string,
): Promise<{ exceptions: Exception[]; problems: Problem[] }> {
  const problems: Problem[] = [];
  const exceptions = await readSource(source, file, problems);
  problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  return { exceptions: problems.length > 0 ? [] : exceptions, problems };
}

async function readSource(source: string, file: string, problems: Problem[]): Promise<Exception[]> {
  if (source.length > MAX_LENGTH) {
    problems.push({
      what: `the file is longer than ${MAX_LENGTH} characters`,
      remedy: "Remove the entries that nothing uses.",
      file,
    });
    return [];
  }
  const yaml = await import("@release-actions/yaml");
  const read = yaml.readStrictly(source);
  const lineOf = (offset: number | undefined) => read.lineOf(offset ?? 0);
  for (const { kind, message, line } of read.faults) {
    problems.push({
      what: kind === "deep" ? TOO_DEEP : message.split("\n", 1)[0]!,
      remedy: kind === "alias" ? "Write the value out." : "Correct the YAML.",
      file,
      line,
    });
  }
  if (problems.length > 0) return [];

  const report = (line: number, what: string, remedy: string) => void problems.push({ what, remedy, file, line });
  const entries = readEntries(yaml, read.document.contents, lineOf, report);
  const exceptions = entries.flatMap(({ line, fields }) => readException(fields, line, file, report) ?? []);
  reportDuplicates(exceptions, report);
  reportTooMany(exceptions, report);
  return exceptions;
}

type Report = (line: number, what: string, remedy: string) => void;
type LineOf = (offset: number | undefined) => number;

/** The entries of the one list, each as its texts by key. */
function readEntries(
  yaml: Yaml,
  contents: Node | null,
  lineOf: LineOf,
  report: Report,
): { line: number; fields: Fields }[] {
  if (contents === null || (yaml.isScalar(contents) && contents.value === null)) return [];
  if (!yaml.isMap(contents)) {
    report(1, "the file must be a mapping with the key ignore", "Write ignore: and the entries below it.");
    return [];
  }
  const entries: { line: number; fields: Fields }[] = [];
  let seen: string | undefined;
  for (const { key, value } of contents.items) {
    const line = lineOf((key as Node).range?.[0]);
    const name = yaml.isScalar(key) ? String(key.value) : "";
    if (!LISTS.includes(name)) {
      report(line, `there is no setting ${JSON.stringify(name)}`, "The setting here is: ignore.");
    } else if (seen !== undefined) {
      report(line, `${seen} and ${name} are both given`, "Put all entries under ignore.");
    } else if (yaml.isSeq(value)) {
      seen = name;
      for (const item of value.items as Node[])
        entries.push({ line: lineOf(item.range?.[0]), fields: readFields(yaml, item, lineOf, report) });
    } else if (!yaml.isScalar(value) || value.value !== null) {
      report(line, `${name} must be a list`, "Begin each entry with a dash.");
    }
  }
  return entries;
}

function readFields(yaml: Yaml, item: Node, lineOf: LineOf, report: Report): Fields {
  const fields = Object.create(null) as Record<string, Field>;
  if (!yaml.isMap(item)) {
    report(lineOf(item.range?.[0]), "an entry must be a mapping", `The settings here are: ${KEYS.join(", ")}.`);
    return fields;
  }
  for (const { key, value } of item.items) {
    const line = lineOf((key as Node).range?.[0]);
    const name = yaml.isScalar(key) ? String(key.value) : "";
    const text = yaml.isScalar(value) ? value.value : undefined;
    if (!KEYS.includes(name)) {
      report(line, `there is no setting ${JSON.stringify(name)}`, `The settings here are: ${KEYS.join(", ")}.`);
    } else if (typeof text !== "string") {
      report(line, `${name} must be a text`, "Quote it if it looks like a number.");
      fields[name] = { text: "", line, wrong: true };
    } else {
      fields[name] = { text: text.trim(), line, wrong: false };
    }
  }
  return fields;
}

/** The entry as an exception, with all of its problems reported; undefined if a field is wrong or missing. */
function readException(fields: Fields, line: number, file: string, report: Report): Exception | undefined {
  const { id, package: name, version, platform, reason, expires } = fields;
  if (id === undefined) report(line, "id is missing", "Name the vulnerability.");
  if (reason === undefined) report(line, "reason is missing", "State why it does not count.");
  const given = Object.entries(fields).filter(([, field]) => !field.wrong);
  for (const [key, field] of given) {
    if (field.text.length > MAX_TEXT) report(field.line, `${key} is longer than ${MAX_TEXT} characters`, "Shorten it.");
    else if (field.text === "") report(field.line, `${key} is empty`, "Give it a value or leave it out.");
    else if (key === "expires" && !isDate(field.text)) {
      report(field.line, `expires is not a date: ${quote(field.text, 40)}`, "Write it as YYYY-MM-DD.");
    }
  }
  reportWildcards(fields, line, report);
  if (id === undefined || reason === undefined || given.length < Object.keys(fields).length) return undefined;
  return {
    id: id.text,
    ...(name === undefined ? {} : { package: name.text }),
    ...(version === undefined ? {} : { version: version.text }),
    ...(platform === undefined ? {} : { platform: platform.text }),
    reason: reason.text,
    ...(expires === undefined ? {} : { expires: expires.text }),
    line,
    file,
  };
}

function reportWildcards(fields: Fields, line: number, report: Report): void {
  const wild = WITH_WILDCARDS.filter((name) => isPattern(fields[name]?.text ?? ""));
  if (wild.length > 0 && fields["expires"] === undefined) {
    report(line, `an entry with * in ${wild.join(" and ")} needs expires`, "State its last day, as YYYY-MM-DD.");
  }
  const exactPackage = fields["package"] !== undefined && !isPattern(fields["package"].text);
  if (wild.includes("id") && !exactPackage) {
    report(
      line,
      "an entry with * in its id needs a package without one",
      "Name the package, so that nothing else is excluded.",
    );
  }
}

function reportDuplicates(exceptions: readonly Exception[], report: Report): void {
  const seen = new Map<string, number>();
  for (const { id, package: name, version, platform, line } of exceptions) {
    const key = JSON.stringify([id.toLowerCase(), name, version, platform]);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, line);
    else
      report(line, `the entry for ${JSON.stringify(id)} is the same as that of line ${first}`, "Remove one of them.");
  }
}

function reportTooMany(exceptions: readonly Exception[], report: Report): void {
  const wild = exceptions.filter((exception) => WITH_WILDCARDS.some((name) => isPattern(exception[name] ?? "")));
  const over = wild[MAX_WILDCARDS];
  if (over !== undefined)
    report(over.line, `more than ${MAX_WILDCARDS} entries have a *`, "Name the vulnerabilities instead.");
}

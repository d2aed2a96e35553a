import type { Problem } from "@release-actions/action";
import { shorten } from "@release-actions/text";
import type { SaasFile, Target, Template } from "./types.ts";
import { isGiven, isOn, itemsOf, rootOf, textOf, valueAt, type Reached } from "./reach.ts";
import { candidateOf, imageTagOf, readTarget, type Surroundings } from "./target.ts";
import { stopAt, type YamlFile } from "./yaml-file.ts";

const SAAS_FILE = "app-sre/saas-file-2.yml";
/** Removed from the current schemas; its files have the same refs. */
const OLD_SAAS_FILE = "app-sre/saas-file-1.yml";
const TARGET_FILE = "app-sre/saas-file-target-1.yml";

/** The content of a saas file. Throws `invalid` with all problems and their lines. */
export function saasFileIn(source: YamlFile): SaasFile {
  const { file } = source;
  const root = rootOf(source);
  const problems: Problem[] = [];
  const schema = schemaOf(source, root, [SAAS_FILE, OLD_SAAS_FILE], "a saas file", problems);
  stopAt(problems, `${file} is not a saas file`);

  const around = { imageTag: imageTagOf(source, root), deprecated: isOn(valueAt(source, root, "deprecated").node) };
  const list = valueAt(source, root, "resourceTemplates");
  if (list.node?.kind !== "list")
    problems.push({
      what: "resourceTemplates is not a list",
      remedy: "Correct the file.",
      file,
      line: source.line(list.at),
    });
  const read = itemsOf(source, list).flatMap((reached, index) =>
    readTemplate(source, reached, `resourceTemplates[${index}]`, around, problems),
  );
  const templates = read.map(({ template }) => template);
  problems.push(...repeated(templates, file));
  stopAt(
    problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
    `${file} is not a valid saas file`,
  );
  const targets = read.flatMap((template) => template.targets);
  return {
    file,
    name: textOf(valueAt(source, root, "name").node),
    deprecated: around.deprecated,
    templates,
    candidates: targets.map(candidateOf),
    warnings:
      schema === OLD_SAAS_FILE ? [`${file} has the schema /${OLD_SAAS_FILE}, which app-interface no longer has`] : [],
    source,
    targets,
    hashLength: (name) => templates.find((template) => template.name === name)?.hashLength,
  };
}

export type Referring = Pick<Target, "template" | "imageTag" | "deprecated" | "targetFile">;

export interface TargetFile {
  readonly source: YamlFile;
  readonly target: Target;
}

/** The one target of a target file. `around`: what the saas file that refers to it sets for it. */
export function targetIn(source: YamlFile, around?: Referring): TargetFile {
  const { file } = source;
  const root = rootOf(source);
  const problems: Problem[] = [];
  schemaOf(source, root, [TARGET_FILE], "a target file", problems);
  stopAt(problems, `${file} is not a target file`);
  const { template = "", imageTag, deprecated = false, targetFile } = around ?? {};
  const target = readTarget(source, root, { template, path: "", imageTag, deprecated }, problems);
  if (target?.targetFile !== undefined) {
    problems.push({
      what: "a target file refers to another file",
      remedy: "Write its ref and namespace here.",
      file,
      line: target.line,
    });
  }
  stopAt(problems, `${file} is not a valid target file`);
  if (target === undefined) throw new Error("a target without problems was not read");
  return { source, target: targetFile === undefined ? target : { ...target, targetFile } };
}

/** The schema that the file names. The bundler accepts it with or without the leading slash. */
function schemaOf(
  source: YamlFile,
  root: Reached,
  known: readonly string[],
  kind: string,
  problems: Problem[],
): string | undefined {
  const schema = valueAt(source, root, "$schema");
  const name = textOf(schema.node)?.replace(/^\//, "");
  if (name !== undefined && known.includes(name)) return name;
  const found = name === undefined ? "missing" : `/${shorten(name, 80)}`;
  const what =
    root.node?.kind === "map" ? `$schema is ${found}; ${kind} has /${known[0]}` : "the file is not a mapping";
  problems.push({ what, remedy: "Check which file is meant.", file: source.file, line: source.line(schema.at) });
  return undefined;
}

function readTemplate(
  source: YamlFile,
  reached: Reached,
  path: string,
  file: Pick<Surroundings, "imageTag" | "deprecated">,
  problems: Problem[],
): { template: Template; targets: Target[] }[] {
  const before = problems.length;
  const get = (key: string): Reached => valueAt(source, reached, key);
  const wrong = (what: string, at = reached.at): void => {
    problems.push({ what: `${path} ${what}`, remedy: "Correct the file.", file: source.file, line: source.line(at) });
  };
  const [name, url, location] = ["name", "url", "path"].map((key) => textOf(get(key).node));
  const [length, list] = [get("hash_length"), get("targets")];
  const hashLength = wholeNumber(textOf(length.node));
  if (reached.node?.kind !== "map") wrong("is not a mapping");
  else if (name === undefined) wrong("has no name", get("name").at);
  else if (list.node?.kind !== "list") wrong("has no list of targets", list.at);
  if (isGiven(length.node) && hashLength === undefined)
    wrong("has a hash_length that is not a number from 1 to 40", length.at);

  const around = { ...file, template: name ?? "", imageTag: imageTagOf(source, reached) ?? file.imageTag };
  const targets = itemsOf(source, list).flatMap(
    (item, index) => readTarget(source, item, { ...around, path: `${path}.targets[${index}]` }, problems) ?? [],
  );
  if (problems.length > before || name === undefined) return [];
  const known = {
    name,
    line: source.line(reached.at),
    ...(url === undefined ? {} : { url }),
    ...(location === undefined ? {} : { path: location }),
  };
  return [{ template: hashLength === undefined ? known : { ...known, hashLength }, targets }];
}

function wholeNumber(text: string | undefined): number | undefined {
  const number = text !== undefined && /^[1-9][0-9]?$/.test(text) ? Number(text) : undefined;
  return number !== undefined && number <= 40 ? number : undefined;
}

/** A template's name is unique in its file; two of one name would make it a matter of luck which one counts. */
function repeated(templates: readonly Template[], file: string): Problem[] {
  const seen = new Set<string>();
  return templates.flatMap(({ name, line }) => {
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    return [{ what: `a second resource template is named ${JSON.stringify(name)}`, remedy: "Rename one.", file, line }];
  });
}

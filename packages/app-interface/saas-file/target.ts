import type { Problem } from "@release-actions/action";
import type { YamlScalar } from "./node.ts";
import type { Candidate, Target } from "./types.ts";
import { isGiven, isOn, itemsOf, textOf, valueAt, type Reached } from "./reach.ts";
import type { YamlFile } from "./yaml-file.ts";

/** For objects that are built step by step: a file has thousands of targets, and spreading objects is slow. */
type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** What a target inherits from its template and its file. */
export interface Surroundings {
  readonly template: string;
  /** The place of the target, such as resourceTemplates[0].targets[1]; empty in a target file. */
  readonly path: string;
  readonly imageTag: string | undefined;
  readonly deprecated: boolean;
}

/** Adds to `problems`; undefined if the target has any. */
export function readTarget(
  file: YamlFile,
  reached: Reached,
  around: Surroundings,
  problems: Problem[],
): Target | undefined {
  const { template, path } = around;
  const wrong = (what: string, at = reached.at): undefined => {
    problems.push({
      what: `${path === "" ? "the target" : path} ${what}`,
      remedy: "Correct the file.",
      file: file.file,
      line: file.line(at),
    });
    return undefined;
  };
  if (reached.node?.kind !== "map") return wrong("is not a mapping");
  const elsewhere = valueAt(file, reached, "$ref");
  if (elsewhere.node !== undefined) return referenced(file, reached, elsewhere, around, wrong);

  const ref = valueAt(file, reached, "ref");
  const text = textOf(ref.node);
  if (ref.node === undefined) return wrong("has no ref");
  if (text === undefined || ref.node?.kind !== "scalar") return wrong("has a ref that is not a string", ref.at);
  const namespace = valueAt(file, reached, "namespace");
  const namespaceRef = textOf(valueAt(file, namespace, "$ref").node);
  if (namespace.node !== undefined && namespaceRef === undefined)
    return wrong("has a namespace without $ref", namespace.at);
  const name = valueAt(file, reached, "name");
  const nameText = textOf(name.node);
  if (isGiven(name.node) && nameText === undefined) return wrong("has a name that is not a string", name.at);
  const place = { file: file.file, line: file.line(ref.at), path: path === "" ? "ref" : `${path}.ref` };
  const target: Writable<Target> = {
    ...facts(file, reached, around),
    template,
    ref: text,
    ...place,
    scalar: ref.node,
    obstacles: obstaclesOf(ref, ref.node, file),
  };
  if (namespaceRef !== undefined) target.namespace = namespaceRef;
  if (nameText !== undefined) target.name = nameText;
  return target;
}

function referenced(
  file: YamlFile,
  reached: Reached,
  to: Reached,
  around: Surroundings,
  wrong: (what: string, at?: number) => undefined,
): Target | undefined {
  const targetFile = textOf(to.node);
  if (targetFile === undefined) return wrong("has a $ref that is not a string", to.at);
  if (reached.node?.kind === "map" && reached.node.pairs.length > 1) return wrong("has other keys next to $ref");
  const place = { file: file.file, line: file.line(to.at), path: around.path };
  return {
    template: around.template,
    ref: undefined,
    ...place,
    targetFile,
    scalar: undefined,
    obstacles: [],
    ...facts(file, reached, around),
  };
}

function facts(
  file: YamlFile,
  reached: Reached,
  around: Surroundings,
): Omit<Target, keyof Candidate | "scalar" | "obstacles"> {
  const get = (key: string): Reached["node"] => valueAt(file, reached, key).node;
  const promotion = valueAt(file, reached, "promotion");
  return {
    auto: isOn(valueAt(file, promotion, "auto").node),
    upstream: isGiven(get("upstream")),
    images: isGiven(get("images")),
    deleted: isOn(get("delete")),
    disabled: isOn(get("disable")),
    deprecated: around.deprecated,
    imageTag: imageTagOf(file, reached) ?? around.imageTag,
    unsubscribed: promotion.node === undefined ? [] : unsubscribedIn(file, promotion),
  };
}

function unsubscribedIn(file: YamlFile, promotion: Reached): string[] {
  const subscribed = itemsOf(file, valueAt(file, promotion, "subscribe")).map(({ node }) => textOf(node));
  const channels = itemsOf(file, valueAt(file, promotion, "promotion_data")).map((data) =>
    textOf(valueAt(file, data, "channel").node),
  );
  return channels.filter((channel) => channel !== undefined && !subscribed.includes(channel)) as string[];
}

/** The parameter IMAGE_TAG of a target, a template or a file. */
export function imageTagOf(file: YamlFile, owner: Reached): string | undefined {
  return textOf(valueAt(file, valueAt(file, owner, "parameters"), "IMAGE_TAG").node);
}

/** A ref that is folded, escaped or a block of text has no token to replace. */
function obstaclesOf({ obstacles }: Reached, scalar: YamlScalar, file: YamlFile): readonly string[] {
  const written = file.text.slice(scalar.start, scalar.end);
  const token = scalar.style === "plain" ? written : written.slice(1, -1);
  return token === textOf(scalar) ? obstacles : [...obstacles, "it is not written on one line without escapes"];
}

/** The public part of a target. */
export function candidateOf({ template, namespace, name, ref, file, line, path, targetFile }: Target): Candidate {
  const candidate: Writable<Candidate> = { template, ref, file, line, path };
  if (namespace !== undefined) candidate.namespace = namespace;
  if (name !== undefined) candidate.name = name;
  if (targetFile !== undefined) candidate.targetFile = targetFile;
  return candidate;
}

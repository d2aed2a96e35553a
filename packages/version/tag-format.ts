import { invalid } from "@release-actions/action";
import { quote } from "@release-actions/text";
import { tagNameProblem } from "./tag-name.ts";

/** A parsed tag format: its placeholders and the literal text around them. */
export interface TagFormat {
  readonly text: string;
  /** In order; "version" exactly once, "component" at most once. */
  readonly pieces: readonly (Literal | "version" | "component")[];
}

interface Literal {
  readonly literal: string;
}

/** The format of a repository without components. */
export const DEFAULT_FORMAT = "v{version}";
/** The format of a repository with components. */
export const DEFAULT_COMPONENT_FORMAT = "v{version}-{component}";

const LONGEST_FORMAT = 200;

/** The parsed format, or a string that says what is wrong with it. */
export function readTagFormat(text: string): TagFormat | string {
  if (text.length > LONGEST_FORMAT) return `a tag format has at most ${LONGEST_FORMAT} characters, not ${text.length}`;
  const pieces = text
    .split(/(\{version\}|\{component\})/)
    .filter((piece) => piece !== "")
    .map(toPiece);
  const named = (name: "version" | "component") => pieces.filter((piece) => piece === name).length;
  if (named("version") !== 1)
    return `it must contain {version} exactly once, and contains it ${times(named("version"))}`;
  if (named("component") > 1)
    return `it may contain {component} at most once, and contains it ${times(named("component"))}`;
  if (pieces.some((piece) => typeof piece === "object" && /[{}]/.test(piece.literal)))
    return "it may use {version} and {component} only";
  const places = pieces.flatMap((piece, index) => (typeof piece === "string" ? [index] : []));
  if (places.length === 2 && places[1] === (places[0] as number) + 1)
    return "it needs a character between {version} and {component}";
  const example = fill({ text, pieces }, "1.2.3", "component");
  return tagNameProblem(example) === undefined
    ? { text, pieces }
    : `a tag of this format, ${JSON.stringify(example)}, is not a valid tag name`;
}

function times(count: number): string {
  return count === 0 ? "not at all" : `${count} times`;
}

function toPiece(text: string): Literal | "version" | "component" {
  return text === "{version}" ? "version" : text === "{component}" ? "component" : { literal: text };
}

export function hasComponent(format: TagFormat): boolean {
  return format.pieces.includes("component");
}

/** True for `v{version}-{component}` and its like: what follows the version may be a component or a prerelease. */
export function endsInComponent(format: TagFormat): boolean {
  return format.pieces.at(-1) === "component" && format.pieces.at(-3) === "version";
}

/** `v{version}` of `v{version}-{component}`: the form for what belongs to no component. */
export function withoutComponent(format: TagFormat): TagFormat {
  const pieces = format.pieces.slice(0, -2);
  return { text: pieces.map((piece) => (typeof piece === "string" ? `{${piece}}` : piece.literal)).join(""), pieces };
}

/** The literal text before and after the version. */
export function around(format: TagFormat, component: string): { prefix: string; suffix: string } {
  const at = format.pieces.indexOf("version");
  const join = (pieces: TagFormat["pieces"]) =>
    pieces.map((piece) => (typeof piece === "object" ? piece.literal : component)).join("");
  return { prefix: join(format.pieces.slice(0, at)), suffix: join(format.pieces.slice(at + 1)) };
}

function fill(format: TagFormat, version: string, component: string): string {
  const { prefix, suffix } = around(format, component);
  return prefix + version + suffix;
}

/**
 * The tag name of a version. Without a component, a format that ends in `{component}` is used without that ending
 * (`v1.2.3`). Throws `invalid` for a wrong format, a missing component or a result that is not a valid tag name.
 */
export function formatTag(
  { version, component }: { version: string; component?: string | undefined },
  format: string,
): string {
  const read = readTagFormat(format);
  if (typeof read === "string") throw invalid(`the tag format ${quote(format)} is wrong: ${read}`);
  if (component === undefined && hasComponent(read) && !endsInComponent(read)) {
    throw invalid(`the tag format ${JSON.stringify(format)} needs a component`, { remedy: "name the component" });
  }
  const tag =
    component === undefined && hasComponent(read)
      ? fill(withoutComponent(read), version, "")
      : fill(read, version, component ?? "");
  const problem = tagNameProblem(tag);
  if (problem !== undefined) throw invalid(problem.what, { remedy: problem.remedy });
  return tag;
}

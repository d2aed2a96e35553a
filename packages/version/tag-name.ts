/** Longer names are refused before anything else checks them. */
export const MAX_TAG_LENGTH = 512;

/** Why a tag is refused. */
export interface TagProblem {
  /** The check that fails: grammar, the tag is not well-formed; component, its component is not declared. */
  readonly check: "grammar" | "component";
  readonly what: string;
  readonly remedy: string;
}

const FOREIGN = /[^A-Za-z0-9._+@!/-]/u;

/**
 * Why `tag` cannot be a tag name here; undefined if it can. The rules are those of git-check-ref-format(1), limited to
 * the characters of versions and component names, none of which is special to a shell, Markdown or a URL path.
 */
export function tagNameProblem(tag: string): TagProblem | undefined {
  if (tag === "") return grammar("the tag is empty", "give the name of a tag");
  if (tag.length > MAX_TAG_LENGTH) {
    return grammar(`the tag has ${tag.length} characters, at most ${MAX_TAG_LENGTH} are allowed`, "use a shorter tag");
  }
  const foreign = foreignCharacters(tag);
  if (foreign.length > 0) {
    return grammar(
      `the tag contains ${foreign.join(", ")}`,
      "use a tag of ASCII letters, digits and . - _ + / @ only; characters that only look like these are not allowed",
    );
  }
  if (tag.startsWith("refs/")) return grammar(`"${tag}" is a full ref`, "give the tag's name without refs/tags/");
  if (!isRefName(tag)) return grammar(`"${tag}" is not a tag name that git accepts`, "use a tag such as v1.2.3");
  return undefined;
}

/** The characters of `text` that a tag may not have, each once, with its place and code point; at most five. */
function foreignCharacters(text: string): string[] {
  const found = new Map<string, string>();
  let position = 0;
  for (const character of text) {
    position++;
    if (FOREIGN.test(character) && !found.has(character)) found.set(character, describe(character, position));
  }
  const all = [...found.values()];
  return all.length > 5 ? [...all.slice(0, 5), `and ${all.length - 5} more`] : all;
}

function describe(character: string, position: number): string {
  const codePoint = `U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, "0")}`;
  const shown = character > " " && character < "\u007f" ? `"${character}" (${codePoint})` : codePoint;
  return `${shown} at position ${position}`;
}

/** git-check-ref-format, for names that have no characters but those above; and no leading hyphen, which git takes. */
function isRefName(tag: string): boolean {
  if (tag.startsWith("-") || tag === "@" || tag.endsWith(".") || tag.includes("..")) return false;
  return tag.split("/").every((part) => part !== "" && !part.startsWith(".") && !part.endsWith(".lock"));
}

export function grammar(what: string, remedy: string): TagProblem {
  return { check: "grammar", what, remedy };
}

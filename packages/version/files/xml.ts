import { invalid } from "@release-actions/action";
import { lineAt, type Found, type Place } from "./place.ts";
import { keySegments, keyText } from "./target.ts";

/** The version of any XML file: the text of the element at `key`, a path from the root such as `Project.PropertyGroup.Version`. */
export function findInXml(file: string, content: string, key: string | undefined): Found {
  const segments = keySegments(key ?? "version");
  return { places: textsAt(file, content, segments), looked: `the element ${segments.join("/")}` };
}

/** The project's own version in a Maven POM: never its parent's, a dependency's or a plugin's. */
export function findInPom(file: string, content: string, key: string | undefined): Found {
  if (key !== undefined) return findInXml(file, content, key);
  const looked = "project/version";
  const places = textsAt(file, content, ["project", "version"]);
  const property = /^\$\{([^}]+)\}/.exec(places[0]?.version ?? "")?.[1];
  if (property !== undefined) {
    const path = keyText(["project", "properties", property]);
    const what = `the version is the property ${property}`;
    return { places: [], looked, elsewhere: { what, remedy: `List ${file}#${path} instead.` } };
  }
  const parent = textsAt(file, content, ["project", "parent", "version"])[0]?.version;
  if (places.length > 0 || parent === undefined) return { places, looked };
  const what = `the project has no version, it inherits ${parent} from its parent`;
  return {
    places,
    looked,
    elsewhere: { what, remedy: "List the parent's pom.xml instead, or give the project a <version>." },
  };
}

const DEEPEST = 1000;

/** The texts of the elements at `path`, without white space around. Comments and CDATA sections are not searched. */
function textsAt(file: string, content: string, path: readonly string[]): Place[] {
  const found: Place[] = [];
  const open: string[] = [];
  let textStart = -1;
  for (let at = content.indexOf("<"); at >= 0;) {
    const tag = readTag(file, content, at);
    if (tag.kind === "open") {
      if (open.push(tag.name) > DEEPEST) throw malformed(file, content, at, `elements nested deeper than ${DEEPEST}`);
      textStart = same(open, path) ? tag.end : -1;
    } else if (tag.kind === "close") {
      if (open.at(-1) !== tag.name) throw malformed(file, content, at, `</${tag.name}> closes nothing`);
      if (textStart >= 0) found.push(trimmed(content, textStart, at, path));
      open.pop();
      textStart = -1;
    } else if (tag.kind === "other" && textStart >= 0) {
      throw invalid(`${file}:${lineAt(content, at)}: ${path.join("/")} holds more than a text`, {
        remedy: "Write the version as the only content of the element.",
      });
    }
    at = content.indexOf("<", tag.end);
  }
  if (open.length > 0) throw malformed(file, content, content.length, `<${open.at(-1)}> is not closed`);
  return found.filter(({ version }) => version !== "");
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((part, i) => part === b[i]);
}

function trimmed(content: string, from: number, to: number, path: readonly string[]): Place {
  const text = content.slice(from, to);
  const version = text.trim();
  const start = from + text.indexOf(version);
  return { start, end: start + version.length, version, key: keyText(path) };
}

interface Tag {
  readonly kind: "open" | "close" | "empty" | "other";
  readonly name: string;
  readonly end: number;
}

function readTag(file: string, content: string, at: number): Tag {
  for (const [opening, closing] of [
    ["<!--", "-->"],
    ["<![CDATA[", "]]>"],
    ["<?", "?>"],
  ] as const) {
    if (!content.startsWith(opening, at)) continue;
    const end = content.indexOf(closing, at + opening.length);
    if (end < 0) throw malformed(file, content, at, `${closing} is missing`);
    return { kind: "other", name: "", end: end + closing.length };
  }
  const end = endOfTag(file, content, at);
  if (content[at + 1] === "!") return { kind: "other", name: "", end };
  if (content[at + 1] === "/") return { kind: "close", name: content.slice(at + 2, end - 1).trim(), end };
  let nameEnd = at + 1;
  while (nameEnd < end && !" \t\r\n/>".includes(content[nameEnd] as string)) nameEnd++;
  return { kind: content[end - 2] === "/" ? "empty" : "open", name: content.slice(at + 1, nameEnd), end };
}

/** After the `>` that ends a tag, past quoted attribute values and the declarations inside a document type. */
function endOfTag(file: string, content: string, from: number): number {
  let quote = "";
  let brackets = 0;
  for (let at = from; at < content.length; at++) {
    const character = content[at] as string;
    if (quote !== "") quote = character === quote ? "" : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === "[") brackets++;
    else if (character === "]") brackets--;
    else if (character === ">" && brackets <= 0) return at + 1;
  }
  throw malformed(file, content, from, "a tag does not end");
}

function malformed(file: string, content: string, at: number, what: string): Error {
  return invalid(`${file}:${lineAt(content, at)}: not valid XML: ${what}`, { remedy: "Correct the file." });
}

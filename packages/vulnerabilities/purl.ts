/** A package URL, decoded. */
export interface Purl {
  readonly type: string;
  /** Without empty segments; "" for none. */
  readonly namespace: string;
  readonly name: string;
  readonly version: string | undefined;
  readonly qualifiers: ReadonlyMap<string, string>;
  /** The part of the package that is meant; "" for all of it. */
  readonly subpath: string;
}

const TYPE = /^[A-Za-z][A-Za-z0-9.-]*$/;
const QUALIFIER = /^[A-Za-z][A-Za-z0-9._-]*$/;

/** Reads a package URL (https://github.com/package-url/purl-spec); undefined for any other text. */
export function parsePurl(text: string): Purl | undefined {
  if (!/^pkg:/i.test(text)) return undefined;
  const [beforeFragment = "", ...fragments] = text.slice("pkg:".length).split("#");
  const question = beforeFragment.indexOf("?");
  const path = question === -1 ? beforeFragment : beforeFragment.slice(0, question);
  // The @ of a scope is encoded or before a slash; that of the version is the last one after the last slash.
  const at = path.lastIndexOf("@");
  const hasVersion = at > path.lastIndexOf("/");
  const [type = "", ...rest] = (hasVersion ? path.slice(0, at) : path).split("/").filter((segment) => segment !== "");
  const segments = decodeAll(rest);
  const version = hasVersion ? decodeAll([path.slice(at + 1)]) : [];
  const qualifiers = readQualifiers(question === -1 ? "" : beforeFragment.slice(question + 1));
  if (!TYPE.test(type) || segments === undefined || version === undefined || qualifiers === undefined) return undefined;
  const name = segments.at(-1);
  if (name === undefined) return undefined;
  return {
    type: type.toLowerCase(),
    namespace: segments.slice(0, -1).join("/"),
    name,
    version: version[0] || undefined,
    qualifiers,
    subpath: fragments
      .join("#")
      .split("/")
      .filter((segment) => segment !== "")
      .join("/"),
  };
}

function readQualifiers(text: string): Map<string, string> | undefined {
  const qualifiers = new Map<string, string>();
  for (const pair of text.split("&").filter((part) => part !== "")) {
    const equals = pair.indexOf("=");
    const value = decodeAll([pair.slice(equals + 1)]);
    const key = pair.slice(0, Math.max(0, equals)).toLowerCase();
    if (!QUALIFIER.test(key) || value === undefined || qualifiers.has(key)) return undefined;
    qualifiers.set(key, value[0]!);
  }
  return qualifiers;
}

function decodeAll(texts: readonly string[]): string[] | undefined {
  try {
    return texts.map((text) => decodeURIComponent(text));
  } catch {
    return undefined;
  }
}

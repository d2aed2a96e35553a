/** A package URL, decoded. */
export interface Purl {
  readonly type: string;
  /** Without empty segments; "" for none. */
  readonly namespace: string;
  readonly name: string;
  readonly version: string | undefined;
  readonly qualifiers: ReadonlyMap<string, string>;
}

/** Reads a package URL (https://github.com/package-url/purl-spec); undefined for any other text. */
export function parsePurl(text: string): Purl | undefined {
  if (!/^pkg:/i.test(text)) return undefined;
  const [beforeFragment = ""] = text.slice("pkg:".length).split("#", 1);
  const question = beforeFragment.indexOf("?");
  const path = question === -1 ? beforeFragment : beforeFragment.slice(0, question);
  // The @ of a scope is encoded or before a slash; that of the version is the last one after the last slash.
  const at = path.lastIndexOf("@");
  const hasVersion = at > path.lastIndexOf("/");
  const segments = decodeAll((hasVersion ? path.slice(0, at) : path).split("/").filter((segment) => segment !== ""));
  const version = hasVersion ? decodeAll([path.slice(at + 1)]) : [];
  const qualifiers = readQualifiers(question === -1 ? "" : beforeFragment.slice(question + 1));
  if (segments === undefined || version === undefined || qualifiers === undefined || segments.length < 2)
    return undefined;
  return {
    type: segments[0]!.toLowerCase(),
    namespace: segments.slice(1, -1).join("/"),
    name: segments.at(-1)!,
    version: version[0] || undefined,
    qualifiers,
  };
}

function readQualifiers(text: string): Map<string, string> | undefined {
  const qualifiers = new Map<string, string>();
  for (const pair of text.split("&").filter((part) => part !== "")) {
    const equals = pair.indexOf("=");
    const value = decodeAll([pair.slice(equals + 1)]);
    if (equals < 1 || value === undefined) return undefined;
    qualifiers.set(pair.slice(0, equals).toLowerCase(), value[0]!);
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

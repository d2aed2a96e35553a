import type { VexComponent } from "./openvex.ts";
import { parsePurl, type Purl } from "./purl.ts";
import { splitReference } from "./reference.ts";

export interface VexImage {
  /** Registry and repository, such as quay.io/team/app. */
  readonly name: string;
  /** What the tag points at: an index or a single manifest. */
  readonly digest: string;
  /** The manifest of each platform. */
  readonly platformDigests: Readonly<Record<string, string>>;
}

/** The platforms that a statement is about: "all", or those that the test accepts. */
export type Scope = "all" | ((platform: string) => boolean);

/** The package that a subcomponent names: its possible names and versions; an empty version is any. */
export interface PackageScope {
  readonly packages: readonly string[];
  readonly versions: readonly string[];
  readonly scope: Scope;
}

/**
 * The platforms of an image that a product names; undefined if it names another image. It may be a pkg:oci purl, a
 * reference with or without digest, or a digest. All of its identifiers must match: a purl and a hash that contradict
 * each other name nothing. An identifier by tag alone does not count, since a tag moves.
 */
export function scopeOfProduct({ names, digest }: VexComponent, image: VexImage): Scope | undefined {
  const scopes: (Scope | undefined)[] = [];
  for (const name of new Set(names)) {
    const purl = parsePurl(name);
    if (purl !== undefined) scopes.push(scopeOfPurl(purl, image));
    // An address is the document's name for the product and does not identify an image.
    else if (!name.includes("://")) scopes.push(scopeOfReference(name, image));
  }
  if (digest !== undefined) scopes.push(scopeOfDigest(digest, image));
  return scopes.length === 0 ? undefined : scopes.reduce(both);
}

/** Where both apply; undefined applies nowhere. */
export function both(a: Scope | undefined, b: Scope | undefined): Scope | undefined {
  if (a === undefined || b === undefined) return undefined;
  if (a === "all") return b;
  return b === "all" ? a : (platform) => a(platform) && b(platform);
}

export function includesPlatform(scope: Scope, platform: string): boolean {
  return scope === "all" || scope(platform);
}

/** What a subcomponent names: the package of its purl, or its @id as it is; undefined for a hash alone or a part. */
export function scopeOfSubcomponent({ names }: VexComponent): PackageScope | undefined {
  const purl = names.map(parsePurl).findLast((one) => one !== undefined);
  if (purl === undefined)
    return names.length === 0 ? undefined : { packages: [names.at(-1)!], versions: [""], scope: "all" };
  // A statement about a part of the package says nothing about the rest.
  if (purl.subpath !== "") return undefined;
  const { version, qualifiers } = purl;
  const epoch = qualifiers.get("epoch");
  const versions =
    version === undefined
      ? [""]
      : epoch === undefined
        ? [version]
        : [`${epoch}:${version}`, ...(epoch === "0" ? [version] : [])];
  return { packages: packageNames(purl), versions, scope: scopeOfArchitecture(qualifiers) };
}

/** Their namespace is the distribution, not part of the name. */
const DISTRIBUTION_TYPES: ReadonlySet<string> = new Set(["alpm", "apk", "deb", "rpm"]);

function packageNames({ type, namespace, name }: Purl): string[] {
  if (namespace === "" || DISTRIBUTION_TYPES.has(type)) return [name];
  return type === "maven" ? [`${namespace}:${name}`] : [`${namespace}/${name}`];
}

const OCI_QUALIFIERS: ReadonlySet<string> = new Set(["arch", "os", "repository_url", "tag", "mediatype"]);

function scopeOfPurl(purl: Purl, image: VexImage): Scope | undefined {
  if ((purl.type !== "oci" && purl.type !== "docker") || purl.subpath !== "") return undefined;
  const { version, qualifiers } = purl;
  const path = [purl.namespace, purl.name]
    .filter((part) => part !== "")
    .join("/")
    .toLowerCase();
  const { repository, tag } = splitReference(image.name);
  const url = qualifiers.get("repository_url")?.replace(/^https?:\/\//i, "");
  // A qualifier that is not known here may make it another image.
  if ([...qualifiers.keys()].some((key) => !OCI_QUALIFIERS.has(key))) return undefined;
  const named = repository.toLowerCase();
  if (
    url === undefined
      ? named !== path && !named.endsWith(`/${path}`)
      : url.toLowerCase() !== named && `${url.toLowerCase()}/${path}` !== named
  )
    return undefined;
  if (url !== undefined && named !== path && !named.endsWith(`/${path}`)) return undefined;

  const narrowed = scopeOfArchitecture(qualifiers);
  if (version !== undefined) return both(scopeOfDigest(version, image), narrowed);
  // Without a digest, the repository must be complete, and a tag must be the requested one.
  const otherTag = qualifiers.has("tag") && qualifiers.get("tag") !== tag;
  return otherTag || (url === undefined && named !== path) ? undefined : narrowed;
}

function scopeOfReference(text: string, image: VexImage): Scope | undefined {
  if (text === image.name) return "all";
  if (/^sha256:[0-9a-f]{64}$/i.test(text)) return scopeOfDigest(text, image);
  const at = text.indexOf("@");
  const own = splitReference(image.name).repository;
  if (at === -1) return text === own ? "all" : undefined;
  return splitReference(text.slice(0, at)).repository === own ? scopeOfDigest(text.slice(at + 1), image) : undefined;
}

function scopeOfDigest(digest: string, { digest: whole, platformDigests }: VexImage): Scope | undefined {
  const wanted = digest.toLowerCase();
  if (wanted === whole.toLowerCase()) return "all";
  const platforms = new Set(
    Object.keys(platformDigests).filter((platform) => platformDigests[platform]!.toLowerCase() === wanted),
  );
  return platforms.size === 0 ? undefined : (platform) => platforms.has(platform);
}

/** Distributions' names of architectures, as platforms have them. */
const ARCHITECTURES: Readonly<Record<string, string>> = {
  x86_64: "amd64",
  aarch64: "arm64",
  armv7: "arm",
  armhf: "arm",
  armv7hl: "arm",
  i386: "386",
  i686: "386",
  x86: "386",
  ppc64el: "ppc64le",
};
const ANY_ARCHITECTURE: ReadonlySet<string> = new Set(["all", "any", "noarch", "source", "src"]);

function scopeOfArchitecture(qualifiers: ReadonlyMap<string, string>): Scope {
  const arch = qualifiers.get("arch")?.toLowerCase();
  const os = qualifiers.get("os")?.toLowerCase();
  const wanted =
    arch === undefined || ANY_ARCHITECTURE.has(arch)
      ? undefined
      : Object.hasOwn(ARCHITECTURES, arch)
        ? ARCHITECTURES[arch]
        : arch;
  if (wanted === undefined && os === undefined) return "all";
  return (platform) => {
    const [itsOs, itsArch] = platform.toLowerCase().split("/");
    return (wanted === undefined || itsArch === wanted) && (os === undefined || itsOs === os);
  };
}

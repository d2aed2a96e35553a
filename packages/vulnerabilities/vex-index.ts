import type { Finding } from "./finding.ts";
import type { VexDocument, VexStatement } from "./openvex.ts";
import { both, includesPlatform, scopeOfProduct, scopeOfSubcomponent, type PackageScope, type Scope, type VexImage } from "./vex-scope.ts";

export interface VexEntry {
  readonly document: VexDocument;
  readonly statement: VexStatement;
  readonly scope: Scope;
}

export interface VexIndex {
  /** The statements on this vulnerability in the finding's package, whatever the platform. */
  find(finding: Finding, name: string): readonly VexEntry[];
  /** The documents that have a statement on the image. */
  readonly concerned: ReadonlySet<VexDocument>;
}

/** The statements that are about an image, by vulnerability, package and version. */
export function indexVex(documents: readonly VexDocument[], image: VexImage): VexIndex {
  const entries = new Map<string, VexEntry[]>();
  const concerned = new Set<VexDocument>();
  for (const document of documents) {
    for (const statement of document.statements) {
      for (const { packages, versions, scope } of scopesOf(statement, image)) {
        concerned.add(document);
        for (const name of new Set(statement.vulnerabilities)) {
          for (const one of packages) for (const version of versions) push(entries, keyOf(name, one, version), { document, statement, scope });
        }
      }
    }
  }
  return {
    concerned,
    find: (finding, name) => [
      ...(entries.get(keyOf(name, finding.package, finding.version)) ?? []),
      ...(finding.version === "" ? [] : (entries.get(keyOf(name, finding.package, "")) ?? [])),
      ...(entries.get(keyOf(name, "", "")) ?? []),
    ],
  };
}

/** The statement that holds on a platform: the newest; of two of one time the one that suppresses nothing. */
export function newestOn(platform: string, entries: readonly VexEntry[]): VexEntry | undefined {
  let newest: VexEntry | undefined;
  for (const entry of entries) {
    if (!includesPlatform(entry.scope, platform)) continue;
    const later = newest === undefined ? 1 : entry.statement.time - newest.statement.time;
    if (later > 0 || (later === 0 && !suppresses(entry))) newest = entry;
  }
  return newest;
}

export function suppresses({ statement: { status } }: VexEntry): boolean {
  return status === "not_affected" || status === "fixed";
}

function scopesOf({ products }: VexStatement, image: VexImage): PackageScope[] {
  return products.flatMap((product) => {
    const scope = scopeOfProduct(product, image);
    if (scope === undefined) return [];
    if (product.subcomponents.length === 0) return [{ packages: [""], versions: [""], scope }];
    return product.subcomponents.flatMap((part) => {
      const inner = scopeOfSubcomponent(part);
      const narrowed = inner && both(scope, inner.scope);
      return inner === undefined || narrowed === undefined ? [] : [{ ...inner, scope: narrowed }];
    });
  });
}

function keyOf(name: string, packageName: string, version: string): string {
  return JSON.stringify([name.toLowerCase(), packageName.toLowerCase(), version]);
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

import type { Finding } from "./finding.ts";
import { inner, push } from "./multimap.ts";
import type { VexDocument, VexStatement } from "./openvex.ts";
import {
  both,
  includesPlatform,
  scopeOfProduct,
  scopeOfSubcomponent,
  type PackageScope,
  type Scope,
  type VexImage,
} from "./vex-scope.ts";

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
  const entries = new Map<string, Map<string, VexEntry[]>>();
  const concerned = new Set<VexDocument>();
  for (const document of documents) {
    for (const statement of document.statements) {
      for (const { packages, versions, scope } of scopesOf(statement, image)) {
        concerned.add(document);
        for (const name of new Set(statement.vulnerabilities.map((one) => one.toLowerCase()))) {
          const ofName = inner(entries, name);
          for (const one of packages)
            for (const version of versions) push(ofName, keyOf(one, version), { document, statement, scope });
        }
      }
    }
  }
  return {
    concerned,
    find: (finding, name) => {
      const ofName = entries.get(name.toLowerCase());
      if (ofName === undefined) return [];
      const keys = new Set([keyOf(finding.package, finding.version), keyOf(finding.package, ""), keyOf("", "")]);
      return [...keys].flatMap((key) => ofName.get(key) ?? []);
    },
  };
}

/** The statement that applies on a platform: the newest; of two of one time, the one that suppresses nothing. */
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

function keyOf(packageName: string, version: string): string {
  return JSON.stringify([packageName.toLowerCase(), version]);
}

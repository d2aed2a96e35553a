import type { Exception } from "./exceptions.ts";
import type { Finding } from "./finding.ts";
import { isPattern, matchesPattern } from "./glob.ts";
import { inner, push } from "./multimap.ts";

export interface ExceptionIndex {
  /** The exceptions for this name of a finding, whatever the platform; in the order of the file. */
  find(finding: Finding, name: string): readonly Exception[];
}

/** Exceptions by what they name exactly, so that each finding is compared only with those that may match it. */
export function indexExceptions(exceptions: readonly Exception[]): ExceptionIndex {
  const exact = new Map<string, Map<string, Exception[]>>();
  const byId = new Map<string, Exception[]>();
  const byPackage = new Map<string, Exception[]>();
  for (const exception of exceptions) {
    const { id, package: name = "", version = "" } = exception;
    if (isPattern(id)) push(byPackage, name, exception);
    else if (isPattern(name) || isPattern(version)) push(byId, id.toLowerCase(), exception);
    else push(inner(exact, id.toLowerCase()), keyOf(exception.package, exception.version), exception);
  }
  return {
    find: (finding, name) => {
      const { package: packageName, version } = finding;
      const id = name.toLowerCase();
      const ofId = exact.get(id);
      const keys =
        ofId === undefined
          ? []
          : [
              keyOf(packageName, version),
              keyOf(packageName, undefined),
              keyOf(undefined, version),
              keyOf(undefined, undefined),
            ];
      const found = keys.flatMap((key) => ofId?.get(key) ?? []);
      const wild = [...(byId.get(id) ?? []), ...(byPackage.get(packageName) ?? [])];
      return [...found, ...wild.filter((exception) => names(exception, finding, name))];
    },
  };
}

/** Whether an exception applies on a platform; undefined: the finding has none. */
export function holdsOn(platform: string | undefined, exception: Exception): boolean {
  return exception.platform === undefined || (platform !== undefined && matchesPattern(exception.platform, platform));
}

function names(exception: Exception, finding: Finding, name: string): boolean {
  return (
    matchesPattern(exception.id.toLowerCase(), name.toLowerCase()) &&
    (exception.package === undefined || matchesPattern(exception.package, finding.package)) &&
    (exception.version === undefined || matchesPattern(exception.version, finding.version))
  );
}

function keyOf(packageName: string | undefined, version: string | undefined): string {
  return JSON.stringify([packageName ?? null, version ?? null]);
}

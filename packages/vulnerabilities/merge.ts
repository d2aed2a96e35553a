import { compareFindings, compareText, rank, type Finding } from "./finding.ts";

/**
 * One finding for each (id, package, version), whatever the order of the platforms and within them. The worst stated
 * severity wins, also over `unknown`. A fix counts if any source has one. Sorted worst first, then what can be fixed,
 * then by id and package.
 */
export function mergeFindings(perPlatform: readonly (readonly Finding[])[]): Finding[] {
  const merged = new Map<string, Draft>();
  for (const findings of perPlatform) {
    for (const finding of findings) {
      const key = JSON.stringify([finding.id, finding.package, finding.version]);
      const draft = merged.get(key);
      if (draft === undefined) merged.set(key, { finding });
      else add(draft, finding);
    }
  }
  return [...merged.values()].map(finish).sort(compareFindings);
}

/** The sets are created with the second source of a finding: in a report of one platform most have one. */
interface Draft {
  finding: Finding;
  sources?: { readonly aliases: Set<string>; readonly platforms: Set<string> };
}

/** Each field is chosen separately and by its own order: the result is the same for every order of the sources. */
function add(draft: Draft, other: Finding): void {
  const finding = draft.finding;
  draft.sources ??= { aliases: new Set(finding.aliases), platforms: new Set(finding.platforms) };
  for (const alias of other.aliases) draft.sources.aliases.add(alias);
  for (const platform of other.platforms) draft.sources.platforms.add(platform);
  const rated = ordered(
    rank(finding.severity) - rank(other.severity) || compareText(finding.reported, other.reported),
    finding,
    other,
  );
  const scored = ordered(
    (other.score ?? -1) - (finding.score ?? -1) || compareOptional(finding.vector, other.vector),
    finding,
    other,
  );
  const fixedIn = least(finding.fixedIn, other.fixedIn);
  const url = least(finding.url, other.url);
  draft.finding = {
    id: finding.id,
    aliases: finding.aliases,
    package: finding.package,
    version: finding.version,
    severity: rated.severity,
    reported: rated.reported,
    title: compareText(finding.title, other.title) <= 0 ? finding.title : other.title,
    ...(fixedIn === undefined ? {} : { fixedIn }),
    ...(url === undefined ? {} : { url }),
    ...(scored.score === undefined ? {} : { score: scored.score }),
    ...(scored.vector === undefined ? {} : { vector: scored.vector }),
    platforms: finding.platforms,
  };
}

function finish({ finding, sources }: Draft): Finding {
  if (sources === undefined && finding.aliases.length < 2 && finding.platforms.length < 2) return finding;
  const { aliases, platforms } = sources ?? {
    aliases: new Set(finding.aliases),
    platforms: new Set(finding.platforms),
  };
  return { ...finding, aliases: [...aliases].sort(compareText), platforms: [...platforms].sort(compareText) };
}

function ordered(order: number, finding: Finding, other: Finding): Finding {
  return order <= 0 ? finding : other;
}

function least(a: string | undefined, b: string | undefined): string | undefined {
  return compareOptional(a, b) <= 0 ? a : b;
}

/** A text comes before none. */
function compareOptional(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return compareText(a, b);
}

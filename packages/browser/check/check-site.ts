import { inParallel, type Api } from "@release-actions/http";
import { fetchPage, fetchResources, newAssetCache } from "./fetch.ts";
import type { AssetCache, FetchedPage, FetchedResource } from "./fetch.ts";
import { assetsRows, deliveryRow } from "./judge-assets.ts";
import { isSameVersion, pageRow, rootRow, titleRow, versionRow } from "./judge-page.ts";
import { secondLoadRows, visitRows } from "./judge-visit.ts";
import type { PageRow, SiteRow } from "./rows.ts";
import type { SiteFindings, SiteOptions, SitePage, SiteSpec, Visits } from "./types.ts";
import { visitPages } from "./visit-pages.ts";

interface FetchedSitePage {
  readonly page: SitePage;
  readonly fetched: FetchedPage;
  readonly resources: readonly FetchedResource[];
}

const PARALLEL_PAGES = 2;
const ATTEMPTS = 3;
const MAX_REQUEST_TIME = 30_000;

/**
 * Fetches every page with the assets it names, opens it in a browser twice, and judges what came. Throws for a signal,
 * a defect, or what `launch` throws unless it is `undecided`.
 */
export async function checkSite(site: SiteSpec, options: SiteOptions): Promise<SiteFindings> {
  const fetched = await fetchAll(site, options);
  // A page that cannot be fetched is not opened: the verdict is clear, and the remedy would be the same.
  const readable = fetched.filter((one) => one.fetched.page !== undefined);
  const { row, visits } = await visitPages(
    site,
    readable.map(({ page }) => page),
    options,
  );
  const rows: PageRow[] = [{ page: "", ...row }];
  for (const one of fetched) {
    const { name } = one.page;
    const found = await judge(one, visits.get(name), site);
    rows.push(...found.map((pageRow) => ({ page: name, ...pageRow })));
  }
  return { rows, visits, assets: countAssets(fetched) };
}

async function fetchAll({ origin, pages, timeout }: SiteSpec, { http }: SiteOptions): Promise<FetchedSitePage[]> {
  const deadline = Math.min(timeout, MAX_REQUEST_TIME);
  const api = http.api(origin, { deadline, attempts: ATTEMPTS, patience: timeout });
  const cache = newAssetCache();
  return await inParallel(PARALLEL_PAGES, pages, (page) => fetchOne(api, page, cache));
}

async function fetchOne(api: Api, page: SitePage, cache: AssetCache): Promise<FetchedSitePage> {
  const fetched = await fetchPage(api, page.url);
  const resources = fetched.page === undefined ? [] : await fetchResources(api, fetched.page, cache);
  return { page, fetched, resources };
}

function countAssets(fetched: readonly FetchedSitePage[]): number {
  const own = fetched.flatMap(({ resources }) => resources.filter(({ answer }) => answer !== undefined));
  return new Set(own.map(({ resource }) => resource.url)).size;
}

async function judge(
  { page, fetched, resources }: FetchedSitePage,
  visits: Visits,
  { origin, root, title, version, consoleErrors, timeout }: SiteSpec,
): Promise<SiteRow[]> {
  const first = pageRow(fetched, origin);
  const html = fetched.page;
  if (html === undefined || fetched.answer.kind !== "reply") return [first];
  const [firstVisit, secondVisit] = visits ?? [];
  const document = firstVisit?.document;
  const rows = [
    first,
    titleRow(title, html, document),
    rootRow(root, html),
    ...(await assetsRows(html, resources, origin)),
    deliveryRow(fetched.answer.reply, resources, origin),
    versionRow(version, html, document),
  ];
  if (firstVisit === undefined) return rows;
  const scope = { url: page.url, origin, root: root.css, consoleErrors, timeout };
  const shown = visitRows(firstVisit, scope);
  if (firstVisit.end === "failed") return [...rows, ...shown];
  const wrong = wrongVersion(version, secondVisit?.document?.versions);
  return [...rows, ...shown, ...secondLoadRows(shown, secondVisit, scope, wrong)];
}

/** Only if the page reports a version at all when it is loaded again. */
function wrongVersion(expected: string | undefined, found: readonly string[] = []): string | undefined {
  if (expected === undefined || found.some((version) => isSameVersion(version, expected))) return undefined;
  return found[0];
}

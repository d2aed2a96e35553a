import type { Context, ErrorDetails } from "@release-actions/action";
import { makeWorkspaceDirectory, refuseOutputs, writeReport, writeWorkspaceFile } from "@release-actions/files";
import { inParallel, openHttp, type Api } from "@release-actions/http";
import { browse, type Browsing } from "./browse.ts";
import { fetchPage, fetchResources, nothingKept, type FetchedPage, type FetchedResource, type Kept } from "./fetch.ts";
import { assetsRows, deliveryRow } from "./judge-assets.ts";
import { isSameVersion, pageRow, rootRow, titleRow, versionRow } from "./judge-page.ts";
import { secondLoadRows, visitRows } from "./judge-visit.ts";
import { junitOf, logRows, outputsOf, problemsOf, summaryOf, UNFINISHED, writeScreenshots } from "./report.ts";
import { verdictOf, type PageRow, type Row } from "./rows.ts";
import { settingsOf, type Page, type Settings, type SettingsInputs } from "./settings.ts";

export interface CheckInputs extends SettingsInputs {
  readonly title: string | undefined;
  readonly browser: string;
  readonly consoleErrors: "warn" | "refuse";
  readonly screenshotDir: string | undefined;
  readonly junitFile: string | undefined;
  readonly expectVersion: string | undefined;
  readonly timeout: number;
  readonly allowHttp: boolean;
  readonly summary: boolean;
}

interface Fetched {
  readonly page: Page;
  readonly fetched: FetchedPage;
  readonly resources: readonly FetchedResource[];
}

const PAGES_AT_ONCE = 2;
const ATTEMPTS = 3;
const LONGEST_ANSWER = 30_000;

/** Fetches and opens every page and judges what came. Throws `invalid`, or for a signal or a defect. */
export async function checkFrontend(context: Context<CheckInputs>) {
  const { inputs, io, host } = context;
  refuseOutputs(host, { "screenshot-dir": inputs.screenshotDir, "junit-file": inputs.junitFile });
  const settings = await settingsOf(inputs, host);
  // Made and written first, too: a place that cannot be written is known before anything is asked, and no older file stays.
  if (inputs.screenshotDir !== undefined) await makeWorkspaceDirectory(host, inputs.screenshotDir, { typed: true });
  if (inputs.junitFile !== undefined) {
    await writeWorkspaceFile(host, inputs.junitFile, await junitOf(UNFINISHED), { typed: true });
  }
  const fetched = await fetchAll(context, settings);
  // What is no page for a client is not opened: the verdict is clear, and the remedy the same.
  const browsing = await browse(
    context,
    settings,
    fetched.filter((one) => one.fetched.page !== undefined).map(({ page }) => page),
  );
  const rows: PageRow[] = [{ page: "", ...browsing.row }];
  for (const one of fetched)
    rows.push(...(await judge(one, browsing, settings, inputs)).map((row) => ({ page: one.page.name, ...row })));
  const pages = settings.pages.map(({ name }) => name);
  const verdict = verdictOf(rows, pages);
  const screenshots =
    inputs.screenshotDir === undefined ? [] : await writeScreenshots(context, inputs.screenshotDir, browsing);
  if (inputs.junitFile !== undefined) await writeReport(host, io, inputs.junitFile, await junitOf(rows));
  logRows(io, rows);
  if (inputs.summary) io.summary(...summaryOf(rows, verdict, settings, screenshots));
  const assets = new Set(
    fetched.flatMap(({ resources }) =>
      resources.flatMap(({ resource, answer }) => (answer === undefined ? [] : [resource.url])),
    ),
  ).size;
  const outputs = { ...outputsOf(rows), pages: pages.length, assets, screenshots };
  const details: ErrorDetails = { problems: problemsOf(rows, verdict), outputs };
  return { verdict, outputs, details };
}

async function fetchAll(
  { inputs, io, signal, clock, host, endpoints }: Context<CheckInputs>,
  { origin, pages }: Settings,
): Promise<Fetched[]> {
  const http = openHttp({
    io,
    signal,
    clock,
    network: host.network,
    endpoints: [...endpoints, origin],
    allowHttp: inputs.allowHttp,
  });
  try {
    const deadline = Math.min(inputs.timeout, LONGEST_ANSWER);
    const api = http.api(origin, { deadline, attempts: ATTEMPTS, patience: inputs.timeout });
    const kept = nothingKept();
    return await inParallel(PAGES_AT_ONCE, pages, (page) => fetchOne(api, page, kept));
  } finally {
    http.close();
  }
}

async function fetchOne(api: Api, page: Page, kept: Kept): Promise<Fetched> {
  const fetched = await fetchPage(api, page.url);
  return { page, fetched, resources: fetched.page === undefined ? [] : await fetchResources(api, fetched.page, kept) };
}

async function judge(
  { page, fetched, resources }: Fetched,
  browsing: Browsing,
  settings: Settings,
  inputs: CheckInputs,
): Promise<Row[]> {
  const { origin, root } = settings;
  const first = pageRow(fetched, origin);
  const html = fetched.page;
  if (html === undefined || fetched.answer.kind !== "reply") return [first];
  const visits = browsing.visits.get(page.name);
  const document = visits?.[0]?.document;
  const rows = [
    first,
    titleRow(inputs.title, html, document),
    rootRow(root, html),
    ...(await assetsRows(html, resources, origin)),
    deliveryRow(fetched.answer.reply, resources, origin),
    versionRow(inputs.expectVersion, html, document),
  ];
  if (visits?.[0] === undefined) return rows;
  const scope = { url: page.url, origin, root: root.css, consoleErrors: inputs.consoleErrors, timeout: inputs.timeout };
  const shown = visitRows(visits[0], scope);
  if (visits[0].end === "failed") return [...rows, ...shown];
  return [
    ...rows,
    ...shown,
    ...secondLoadRows(shown, visits[1], scope, wrongVersion(inputs.expectVersion, visits[1]?.document?.versions)),
  ];
}

/** Only where the page says a version at all when it comes back. */
function wrongVersion(wanted: string | undefined, found: readonly string[] = []): string | undefined {
  if (wanted === undefined || found.length === 0 || found.some((version) => isSameVersion(version, wanted)))
    return undefined;
  return found[0];
}

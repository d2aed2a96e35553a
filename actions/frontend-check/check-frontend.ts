import type { Context } from "@release-actions/action";
import {
  checkSite,
  decideSite,
  rowTitle,
  siteProblems,
  type SiteFindings,
  type SiteSpec,
} from "@release-actions/browser/check";
import { makeWorkspaceDirectory, refuseOutputs, writeReport, writeWorkspaceFile } from "@release-actions/files";
import { openHttp } from "@release-actions/http";
import { logRows, passOrThrow } from "@release-actions/report";
import type { Inputs } from "./inputs.ts";
import { junitOf, outputsOf, summaryOf, UNFINISHED, writeScreenshots } from "./report.ts";
import { browserOf, readSite } from "./site.ts";

/** Checks every page and reports it. Throws unless every check passed. */
export async function checkFrontend(context: Context<Inputs>) {
  const { inputs, io, host } = context;
  const { screenshotDir, junitFile } = inputs;
  refuseOutputs(host, { "screenshot-dir": screenshotDir, "junit-file": junitFile });
  const site = await readSite(inputs, host);
  // Also made and written first: what cannot be written is found before anything is sent, and no older file stays.
  if (screenshotDir !== undefined) await makeWorkspaceDirectory(host, screenshotDir, { typed: true });
  if (junitFile !== undefined) await writeWorkspaceFile(host, junitFile, await junitOf(UNFINISHED), { typed: true });

  const { rows, visits, assets } = await check(context, site);

  const screenshots = screenshotDir === undefined ? [] : await writeScreenshots(context, screenshotDir, visits);
  if (junitFile !== undefined) await writeReport(host, io, junitFile, await junitOf(rows));
  logRows(io, rows, { nameOf: rowTitle });
  const pages = site.pages.map(({ name }) => name);
  const verdict = decideSite(rows, pages);
  if (inputs.summary) io.summary(...summaryOf(rows, verdict, site, screenshots));
  return passOrThrow(verdict, {
    messages: {
      refused: "users do not see the page as it should be",
      invalid: "the page could not be checked",
      undecided: "there is no proof that users see the page",
    },
    problems: siteProblems(rows, pages),
    outputs: { ...outputsOf(rows), pages: pages.length, assets, screenshots },
  });
}

async function check(context: Context<Inputs>, site: SiteSpec): Promise<SiteFindings> {
  const { inputs, io, signal, clock, host, endpoints } = context;
  const launch = browserOf(inputs, host, site, signal);
  const http = openHttp({
    io,
    signal,
    clock,
    network: host.network,
    endpoints: [...endpoints, site.origin],
    allowHttp: inputs.allowHttp,
  });
  try {
    return await checkSite(site, { http, launch, signal, onProgress: (message) => io.progress(message) });
  } finally {
    http.close();
  }
}

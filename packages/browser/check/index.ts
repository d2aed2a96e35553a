export { checkSite } from "./check-site.ts";
export { decideSite, rowTitle, siteProblems } from "./rows.ts";
export type { PageRow, SiteCheck, SiteRow } from "./rows.ts";
export type { SiteFindings, SiteOptions, SitePage, SiteSpec } from "./types.ts";

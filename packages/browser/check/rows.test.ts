import { describe, expect, test } from "@jest/globals";
import { pass } from "@release-actions/report";
import { BROWSER_CHECKS, decideSite, FETCH_CHECKS, orPass, siteProblems } from "./rows.ts";
import type { PageRow, SiteCheck } from "./rows.ts";

const row = (check: SiteCheck, result: PageRow["result"] = "pass", page = "/"): PageRow => ({
  page,
  check,
  result,
  detail: "x",
});
const ALL: readonly PageRow[] = [
  row("browser", "pass", ""),
  ...[...FETCH_CHECKS, ...BROWSER_CHECKS].map((check) => row(check)),
];

describe("decideSite", () => {
  test("unknown never passes: every check of every page must have a row that is good", () => {
    expect(decideSite(ALL, ["/"])).toBe("passed");
    expect(decideSite([], [])).toBe("undecided");
    expect(decideSite(ALL, [])).toBe("undecided");
    expect(decideSite(ALL, ["/", "/orders"])).toBe("undecided");
    for (const [index, { check, page }] of ALL.entries()) {
      const others = ALL.filter((_, at) => at !== index);
      expect([check, decideSite(others, ["/"])]).toEqual([check, "undecided"]);
      expect([check, decideSite([...others, row(check, "unknown", page)], ["/"])]).toEqual([check, "undecided"]);
      const failed = [...others, row(check, "fail", page), row("page", "unknown")];
      expect([check, decideSite(failed, ["/"])]).toEqual([check, "refused"]);
    }
  });

  test("the worst page decides", () => {
    const others = ALL.map((one): PageRow => (one.page === "" ? one : { ...one, page: "/orders" }));
    expect(decideSite([...ALL, ...others], ["/", "/orders"])).toBe("passed");
    const rows = [...ALL, ...others, row("assets", "fail", "/orders"), row("page", "unknown")];
    expect(decideSite(rows, ["/", "/orders"])).toBe("refused");
    expect(siteProblems(rows, ["/", "/orders"])).toEqual([{ what: "/orders: assets: x" }]);
  });

  test("a warning passes only where the page still works", () => {
    const withWarning = (check: SiteCheck) =>
      decideSite([...ALL.filter((one) => one.check !== check), row(check, "warn")], ["/"]);
    for (const check of ["page", "delivery", "load", "errors", "console", "requests", "policy", "second-load"] as const)
      expect([check, withWarning(check)]).toEqual([check, "passed"]);
    for (const check of ["title", "root", "assets", "version", "hydration", "painted"] as const)
      expect([check, withWarning(check)]).toEqual([check, "undecided"]);
  });

  test("if no browser is requested, fetching is enough, and nothing else may be left out", () => {
    const fetched = FETCH_CHECKS.map((check) => row(check));
    const skipped = row("browser", "skipped", "");
    expect(decideSite([skipped, ...fetched], ["/"])).toBe("passed");
    expect(decideSite([row("browser", "pass", ""), ...fetched], ["/"])).toBe("undecided");
    expect(decideSite([skipped, ...fetched.slice(1), row("page", "skipped")], ["/"])).toBe("undecided");
  });
});

describe("siteProblems", () => {
  test("names a missing browser once, however many pages there are", () => {
    const rows = [row("browser", "unknown", ""), ...ALL.slice(1)];
    expect(siteProblems(rows, ["/"])).toEqual([{ what: "browser: x" }]);
    const others = ALL.slice(1).map((one) => ({ ...one, page: "/orders" }));
    expect(siteProblems([...rows, ...others], ["/", "/orders"])).toEqual([{ what: "browser: x" }]);
  });

  test("is empty for a pass", () => {
    expect(siteProblems(ALL, ["/"])).toEqual([]);
  });
});

test("orPass shows the worst of many rows, and how many there are", () => {
  const rows = Array.from({ length: 30 }, (_, index) => ({
    check: "requests" as const,
    result: index === 29 ? ("fail" as const) : ("warn" as const),
    detail: `${index}`,
  }));
  const shown = orPass(rows, pass("requests", "good"));
  expect(shown).toHaveLength(10);
  expect(shown[0]).toMatchObject({ result: "fail", detail: "29" });
  expect(shown.at(-1)?.detail).toContain("and 20 more");
  expect(orPass([], pass("requests", "good"))).toEqual([pass("requests", "good")]);
});

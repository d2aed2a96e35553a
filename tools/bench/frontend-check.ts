import { runInMemory } from "@release-actions/hosts";
import { join } from "node:path";
import action from "../../actions/frontend-check/action.ts";
import { appFiles, indexHtml, startSite, type Site } from "../../test/stand-ins/site/index.ts";
import { ROOT_PATH } from "../root.ts";
import { measureTime, type Case } from "./measure.ts";
import type { Figure } from "./report.ts";

const FETCHES = 1_000;
const LOADS = 30;
const PAGES = 25;

/** A page in a real Chromium, cold and loaded twice; and how many good pages are mistaken for bad ones. */
export async function frontendFigures(runs: number): Promise<Figure[]> {
  const site = await startSite(
    appFiles(
      Object.fromEntries(
        Array.from({ length: PAGES - 1 }, (_, index) => [`/page${index}`, indexHtml({ body: `<p>${index}</p>` })]),
      ),
    ),
  );
  const check: Case = {
    name: "check",
    args: [join(ROOT_PATH, "dist/frontend-check.js")],
    env: { INPUT_URL: site.url, INPUT_TITLE: "Shop" },
    verify: ({ exitCode, stdout }) => {
      if (exitCode !== 0) throw new Error(`expected exit code 0, saw ${exitCode}: ${stdout.slice(0, 2_000)}`);
    },
  };
  const time = await measureTime([check], runs);
  const figures: Figure[] = [
    {
      what: "frontend-check, a page in a real Chromium, cold, loaded twice",
      measured: time.get("check")! / 1000,
      limit: 5,
      unit: "s",
      peers: "",
    },
    {
      what: `frontend-check, false alarms in ${FETCHES.toLocaleString("en")} good fetch checks`,
      measured: await falseAlarms(site, FETCHES, "none"),
      limit: 0,
      unit: "alarms",
      peers: "",
    },
    {
      what: `frontend-check, false alarms in ${LOADS} good browser loads`,
      measured: await falseAlarms(site, LOADS, "auto"),
      limit: 0,
      unit: "alarms",
      peers: "",
    },
  ];
  await site.close();
  return figures;
}

/** As many pages as are requested, some at a time; a page that is not passed is one. */
async function falseAlarms({ url }: Site, count: number, browser: "none" | "auto"): Promise<number> {
  let alarms = 0;
  for (let done = 0; done < count; done += PAGES) {
    const paths = Array.from({ length: Math.min(PAGES, count - done) - 1 }, (_, index) => `/page${index}`).join("\n");
    const { outputs, verdict } = await runInMemory(action, {
      inputs: { url, title: "Shop", "expect-version": "1.4.0", browser, ...(paths !== "" && { paths }) },
    });
    const rows = JSON.parse(outputs["results"] ?? "[]") as { page: string; result: string }[];
    const bad = new Set(
      rows
        .filter(({ result }) => result === "fail" || result === "unknown" || result === "invalid")
        .map(({ page }) => page),
    );
    alarms += verdict === "passed" ? 0 : Math.max(1, bad.size);
  }
  return alarms;
}

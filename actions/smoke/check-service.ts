import {
  formatOf,
  hasLabels,
  hasMetric,
  parseExposition,
  samplesOf,
  type Page,
} from "@release-actions/prometheus/exposition";
import { equals, selector } from "@release-actions/prometheus";
import { noAnswer, openCaller, type Call, type Caller } from "./call.ts";
import { judgeHealth } from "./health.ts";
import { expectedText, isHtml, judgeReply, judgeStatus, jsonOf, textOf, type Difference } from "./judge-reply.ts";
import { valueAt } from "./json-path.ts";
import { show } from "./matcher.ts";
import { failed, passed, type Facts, type Judged } from "./outcome.ts";
import { asked } from "./patience.ts";
import type { Run } from "./run.ts";
import type { Service } from "./settings.ts";
import type { Labels, PageSpec, RequiredMetric, VersionSpec } from "./suite.ts";

const EVERY_FORMAT = "text/plain;version=0.0.4, application/openmetrics-text;version=1.0.0;q=0.5, */*;q=0.1";

/** A GET that changes nothing. */
export function reading(
  { path, timeout }: Pick<PageSpec, "path" | "timeout">,
  accepts: readonly number[] = [200],
  headers: Readonly<Record<string, string>> = {},
): Call {
  return { method: "GET", path, headers, json: undefined, body: undefined, repeatable: true, accepts, timeout };
}

/** Differences as one end of a check; none: it passed with `well`. */
export function judgedBy(differences: readonly Difference[], facts: Facts, expected: string, well: string): Judged {
  const [first] = differences;
  if (first === undefined) return passed(well, facts);
  return failed(first.reason, differences.map(({ what }) => what).join("; "), {
    ...facts,
    expected,
    remedy: first.remedy,
  });
}

export async function checkHealth(run: Run, service: Service, page: PageSpec): Promise<Judged> {
  const { expect } = page;
  const expected = expect === undefined ? "status 200, and a body that does not say otherwise" : expectedText(expect);
  return await withCaller(run, service, (caller) =>
    asked(run, page.eventually, async () => {
      const answer = await caller.call(reading(page, expect?.status));
      if (answer.reply === undefined) return noAnswer(answer, expected);
      const differences = expect === undefined ? judgeHealth(answer.reply) : judgeReply(answer.reply, expect);
      return judgedBy(differences, answer, expected, `${answer.reply.status} in ${answer.milliseconds} ms`);
    }),
  );
}

export interface MetricsJudged {
  readonly page: Judged;
  /** Undefined where nothing is required. */
  readonly required: Judged | undefined;
}

/** The metrics page, and the required metrics where there are some. One reading answers both. */
export async function checkMetrics(run: Run, service: Service, page: PageSpec): Promise<MetricsJudged> {
  return await withCaller(run, service, async (caller) => {
    let last: MetricsJudged | undefined;
    await asked(run, page.eventually, async () => {
      last = await judgeMetrics(caller, service, page);
      return last.page.result === "pass" ? (last.required ?? last.page) : last.page;
    });
    return last!;
  });
}

async function judgeMetrics(
  caller: Caller,
  { requiredMetrics: wanted }: Service,
  page: PageSpec,
): Promise<MetricsJudged> {
  const read = await readMetrics(caller, page);
  if (!("page" in read)) return { page: read.judged, required: wanted.length === 0 ? undefined : missed(read.judged) };
  const well = `${read.page.families.size === 1 ? "1 metric" : `${read.page.families.size} metrics`}, ${read.page.format === "text" ? "text format" : "OpenMetrics"}`;
  const differences = page.expect === undefined ? [] : judgeReply(read.reply, page.expect);
  const required = wanted.length === 0 ? undefined : judgeRequired(read.page, wanted, read.facts);
  return { page: judgedBy(differences, read.facts, "the page as the suite expects it", well), required };
}

function missed({ attempts }: Judged): Judged {
  return { result: "skipped", reason: "not-run", detail: "the metrics page could not be read", attempts };
}

type Metrics =
  | { readonly page: Page; readonly reply: Parameters<typeof judgeReply>[0]; readonly facts: Facts }
  | { readonly judged: Judged };

const WELL_FORMED = "status 200 and a page in Prometheus's text format or OpenMetrics, with samples";

/** Reads a metrics page with the format's own parser. */
export async function readMetrics(caller: Caller, page: Pick<PageSpec, "path" | "timeout">): Promise<Metrics> {
  const answer = await caller.call(reading(page, [200], { accept: EVERY_FORMAT }));
  if (answer.reply === undefined) return { judged: noAnswer(answer, WELL_FORMED) };
  const { reply } = answer;
  const wrong = (what: string, remedy: string): Metrics => ({
    judged: failed("page", what, { ...answer, expected: WELL_FORMED, remedy }),
  });
  const status = judgeStatus(reply, [200]);
  if (status !== undefined) return { judged: judgedBy([status], answer, WELL_FORMED, "") };
  if (isHtml(reply))
    return wrong("the answer is a page of HTML, not of metrics", "Check the address and the path of the metrics page.");
  const parsed = parseExposition(textOf(reply), formatOf(reply.headers["content-type"] ?? ""));
  const problems = parsed.problems.slice(0, 3).map(({ line, what }) => `line ${line}: ${what}`);
  if (problems.length > 0)
    return wrong(
      `the metrics page is not well formed: ${problems.join("; ")}`,
      "Mend the page: Prometheus drops what it cannot read.",
    );
  const samples = [...parsed.families.values()].reduce((sum, family) => sum + family.samples.length, 0);
  if (samples === 0) return wrong("the metrics page has no sample", "See that the service registers its metrics.");
  return { page: parsed, reply, facts: { ...answer, came: `${reply.status}, ${samples} samples` } };
}

function judgeRequired(page: Page, wanted: readonly RequiredMetric[], facts: Facts): Judged {
  const missing = wanted.filter(({ name, labels }) =>
    labels === undefined ? !hasMetric(page, name) : !samplesOf(page, name).some((sample) => hasLabels(sample, labels)),
  );
  if (missing.length === 0) return passed(`${wanted.length} of ${wanted.length} there`, facts);
  const named = missing.map(({ name, labels }) => sampleName(name, labels)).join(", ");
  const near = [...page.families.keys()]
    .filter((name) => missing.some((one) => name.startsWith(one.name) || one.name.startsWith(name)))
    .slice(0, 3);
  const like = near.length === 0 ? "" : `; the page has ${near.join(", ")}, which is another`;
  const expected = wanted.map(({ name }) => name).join(", ");
  const remedy = "See that the service registers these metrics, and their names.";
  return failed("metric", `${missing.length} of ${wanted.length} metrics missing: ${named}${like}`, {
    ...facts,
    expected,
    remedy,
  });
}

/** How often a version is asked for, each time over a new connection, so that replicas behind one address are met. */
const ASKED = 3;

export async function checkVersion(run: Run, service: Service, spec: VersionSpec, expected: string): Promise<Judged> {
  return await asked(run, spec.eventually, async () => {
    for (let time = 1; ; time += 1) {
      const judged = await withCaller(run, service, (caller) => judgeVersion(caller, service, spec, expected));
      if (judged.result !== "pass" || time === ASKED) return judged;
    }
  });
}

async function judgeVersion(caller: Caller, service: Service, spec: VersionSpec, expected: string): Promise<Judged> {
  const told = await toldVersions(caller, service, spec);
  if (!("versions" in told)) return told.judged;
  const { versions, facts } = told;
  if (versions.length > 0 && versions.every((version) => bare(version) === bare(expected)))
    return passed(`serves ${versions[0]}`, facts);
  const served =
    versions.length === 0
      ? "it does not say which version it serves"
      : `it serves ${versions.map(show).join(" and ")}, expected ${show(expected)}`;
  const remedy =
    "The roll-out is not complete, or failed: see the deployment. Where it takes its time, give version: eventually.";
  return failed("version", served, { ...facts, expected, remedy });
}

/** `v1.2.3` names the version 1.2.3. */
function bare(version: string): string {
  return version.replace(/^v(?=[0-9])/, "");
}

async function toldVersions(
  caller: Caller,
  service: Service,
  spec: VersionSpec,
): Promise<{ versions: string[]; facts: Facts } | { judged: Judged }> {
  if (spec.kind === "metric") {
    const read = await readMetrics(caller, {
      path: spec.path ?? service.metrics?.path ?? "/metrics",
      timeout: spec.timeout,
    });
    if (!("page" in read)) return read;
    const values = samplesOf(read.page, spec.metric)
      .filter(({ value }) => value !== 0)
      .flatMap(({ labels }) => labels.get(spec.label) ?? []);
    return { versions: [...new Set(values)], facts: read.facts };
  }
  const answer = await caller.call(reading({ path: spec.path ?? service.health?.path ?? "/", timeout: spec.timeout }));
  if (answer.reply === undefined) return { judged: noAnswer(answer, "its version") };
  const status = judgeStatus(answer.reply, [200]);
  if (status !== undefined) return { judged: judgedBy([status], answer, "its version", "") };
  if (spec.kind === "header") return { versions: [answer.reply.headers[spec.header] ?? []].flat(), facts: answer };
  const body = jsonOf(answer.reply);
  if ("wrong" in body) return { judged: judgedBy([body.wrong], answer, "its version", "") };
  const value = valueAt(body.value, spec.at);
  return { versions: typeof value === "string" ? [value] : [], facts: answer };
}

export async function withCaller<T>(
  run: Run,
  { url }: Pick<Service, "url">,
  work: (caller: Caller) => Promise<T>,
): Promise<T> {
  const caller = openCaller(run, url);
  try {
    return await work(caller);
  } finally {
    caller.close();
  }
}

/** `requests_total{code="200"}`, as it is asked for in Prometheus. */
export function sampleName(metric: string, labels: Labels = {}): string {
  return selector(
    metric,
    Object.entries(labels).map(([label, value]) => equals(label, value)),
  );
}

import { formatCount } from "@release-actions/text";
import { equals, selector } from "@release-actions/prometheus";
import {
  formatOf,
  hasLabels,
  hasMetric,
  parseExposition,
  samplesOf,
  type Page,
  type PageProblem,
} from "@release-actions/prometheus/exposition";
import type { Reply } from "@release-actions/http";
import { noAnswer, readingOf, withCaller, type Answered, type Caller } from "./call.ts";
import type { SmokeRun } from "./context.ts";
import { judgeHealth } from "./health.ts";
import { describeExpectation, isHtml, judgeReply, judgeStatus, jsonOf, type Difference } from "./judge-reply.ts";
import { valueAt } from "./json-path.ts";
import { show } from "./matcher.ts";
import { pollUntilPass } from "./poll.ts";
import { failed, notRun, passed, type Evaluation, type Exchange } from "./result.ts";
import type { Labels, PageSpec, RequiredMetric, Service, VersionSpec } from "./types.ts";

const ANY_FORMAT = "text/plain;version=0.0.4, application/openmetrics-text;version=1.0.0;q=0.5, */*;q=0.1";

/** The differences as one result; without any the check passed with `detail`. */
export function evaluate(
  differences: readonly Difference[],
  exchange: Exchange,
  expected: string,
  detail: string,
): Evaluation {
  const [first] = differences;
  if (first === undefined) return passed(detail, exchange);
  const all = differences.map(({ what }) => what).join("; ");
  return failed(first.reason, all, exchange, { expected, remedy: first.remedy });
}

/** `200 in 12 ms` */
export function replyDetail({ reply, milliseconds }: Answered): string {
  return `${reply.status} in ${milliseconds} ms`;
}

export async function checkHealth(run: SmokeRun, service: Service, page: PageSpec): Promise<Evaluation> {
  const { expect } = page;
  const expected =
    expect === undefined ? "status 200, and a body that does not say otherwise" : describeExpectation(expect);
  return await withCaller(run, service.url, (caller) =>
    pollUntilPass(run, page.eventually, async () => {
      const answer = await caller.call(readingOf(page, expect?.status));
      if (answer.reply === undefined) return noAnswer(answer, expected);
      const differences = expect === undefined ? judgeHealth(answer.reply) : judgeReply(answer.reply, expect);
      return evaluate(differences, answer, expected, replyDetail(answer));
    }),
  );
}

export interface MetricsEvaluation {
  readonly page: Evaluation;
  /** Undefined if no metric is required. */
  readonly required: Evaluation | undefined;
}

/** The metrics page, and the required metrics if there are any. One reading answers both. */
export async function checkMetrics(run: SmokeRun, service: Service, page: PageSpec): Promise<MetricsEvaluation> {
  return await withCaller(run, service.url, async (caller) => {
    let last: MetricsEvaluation | undefined;
    await pollUntilPass(run, page.eventually, async () => {
      last = await evaluateMetrics(caller, service, page);
      return last.page.result === "pass" ? (last.required ?? last.page) : last.page;
    });
    return last!;
  });
}

async function evaluateMetrics(
  caller: Caller,
  { requiredMetrics }: Service,
  page: PageSpec,
): Promise<MetricsEvaluation> {
  const read = await readMetrics(caller, page);
  if ("failure" in read) {
    const missed = notRun("the metrics page could not be read", read.failure.attempts);
    return { page: read.failure, required: requiredMetrics.length === 0 ? undefined : missed };
  }
  const { families, format } = read.page;
  const differences = page.expect === undefined ? [] : judgeReply(read.reply, page.expect);
  const detail = `${formatCount(families.size, "metric")}, ${format === "text" ? "text format" : "OpenMetrics"}`;
  const found = evaluate(differences, read.exchange, "the page that the suite expects", detail);
  const warning = found.result === "pass" ? warningOf(read.page) : undefined;
  return {
    page: warning === undefined ? found : { ...found, warning },
    required: requiredMetrics.length === 0 ? undefined : evaluateRequired(read.page, requiredMetrics, read.exchange),
  };
}

type MetricsReading =
  { readonly page: Page; readonly reply: Reply; readonly exchange: Exchange } | { readonly failure: Evaluation };

const WELL_FORMED = "status 200 and a page in Prometheus's text format or OpenMetrics, with samples";

const SET_TYPE =
  "Set the Content-Type to text/plain; version=0.0.4 or application/openmetrics-text; version=1.0.0. Prometheus 3 does not scrape the page otherwise, unless fallback_scrape_protocol is set; Prometheus 2 reads it as the text format.";

/** Reads a metrics page as Prometheus does. A page that version 2 or 3 rejects is a failure. */
export async function readMetrics(caller: Caller, page: Pick<PageSpec, "path" | "timeout">): Promise<MetricsReading> {
  const answer = await caller.call(readingOf(page, [200], { accept: ANY_FORMAT }));
  if (answer.reply === undefined) return { failure: noAnswer(answer, WELL_FORMED) };
  const { reply } = answer;
  const fail = (what: string, remedy: string): MetricsReading => ({
    failure: failed("page", what, answer, { expected: WELL_FORMED, remedy }),
  });
  const status = judgeStatus(reply, [200]);
  if (status !== undefined) return { failure: evaluate([status], answer, WELL_FORMED, "") };
  if (isHtml(reply))
    return fail("the answer is a page of HTML, not of metrics", "Check the address and the path of the metrics page.");
  const type = formatOf(reply.headers["content-type"]);
  if ("rejected" in type) return fail(`Prometheus 3 does not scrape the metrics page: ${type.rejected}`, SET_TYPE);
  const parsed = parseExposition(reply.bytes, type.format);
  const problems = parsed.problems.filter(({ kind }) => kind !== "accepted");
  if (problems.length > 0) {
    const remedy = problems.some(({ kind }) => kind === "rejected")
      ? "Fix the page: Prometheus rejects it as a whole."
      : "Divide the metrics among several pages: smoke does not read more.";
    return fail(`the metrics page is not well formed: ${listProblems(problems)}`, remedy);
  }
  const samples = [...parsed.families.values()].reduce((sum, family) => sum + family.samples.length, 0);
  if (samples === 0) return fail("the metrics page has no sample", "Check that the service registers its metrics.");
  return { page: parsed, reply, exchange: { ...answer, came: `${reply.status}, ${samples} samples` } };
}

function listProblems(problems: readonly PageProblem[]): string {
  const shown = problems.slice(0, 3).map(({ line, what }) => `line ${line}: ${what}`);
  return shown.join("; ");
}

/** What the format forbids and Prometheus scrapes anyway. */
function warningOf({ problems }: Page): string | undefined {
  if (problems.length === 0) return undefined;
  return `Prometheus scrapes the metrics page although it is not well formed: ${listProblems(problems)}`;
}

function evaluateRequired(page: Page, required: readonly RequiredMetric[], exchange: Exchange): Evaluation {
  const missing = required.filter((metric) => !isOnPage(page, metric));
  if (missing.length === 0) return passed(`${required.length} of ${required.length} there`, exchange);
  const names = missing.map(({ name, labels }) => sampleName(name, labels)).join(", ");
  const similar = [...page.families.keys()]
    .filter((name) => missing.some((one) => name.startsWith(one.name) || one.name.startsWith(name)))
    .slice(0, 3);
  const hint = similar.length === 0 ? "" : `; the page has ${similar.join(", ")}, which is another`;
  return failed("metric", `${missing.length} of ${required.length} metrics missing: ${names}${hint}`, exchange, {
    expected: required.map(({ name }) => name).join(", "),
    remedy: "Check that the service registers these metrics, and their names.",
  });
}

function isOnPage(page: Page, { name, labels }: RequiredMetric): boolean {
  if (labels === undefined) return hasMetric(page, name);
  return samplesOf(page, name).some((sample) => hasLabels(sample, labels));
}

/** How often a version is read, each time over a new connection, to reach several replicas behind one address. */
const VERSION_READINGS = 3;

export async function checkVersion(
  run: SmokeRun,
  service: Service,
  spec: VersionSpec,
  expected: string,
): Promise<Evaluation> {
  return await pollUntilPass(run, spec.eventually, async () => {
    for (let reading = 1; ; reading += 1) {
      const found = await withCaller(run, service.url, (caller) => evaluateVersion(caller, service, spec, expected));
      if (found.result !== "pass" || reading === VERSION_READINGS) return found;
    }
  });
}

async function evaluateVersion(
  caller: Caller,
  service: Service,
  spec: VersionSpec,
  expected: string,
): Promise<Evaluation> {
  const read = await readVersions(caller, service, spec);
  if ("failure" in read) return read.failure;
  const { versions, exchange } = read;
  if (versions.length > 0 && versions.every((version) => withoutV(version) === withoutV(expected)))
    return passed(`serves ${versions[0]}`, exchange);
  const served =
    versions.length === 0
      ? "it does not report which version it serves"
      : `it serves ${versions.map(show).join(" and ")}, expected ${show(expected)}`;
  const remedy =
    "The rollout is not complete, or it failed: check the deployment. If it takes longer, add eventually to version.";
  return failed("version", served, exchange, { expected, remedy });
}

/** `v1.2.3` is the version 1.2.3. */
function withoutV(version: string): string {
  return version.replace(/^v(?=[0-9])/, "");
}

type VersionReading =
  { readonly versions: readonly string[]; readonly exchange: Exchange } | { readonly failure: Evaluation };

async function readVersions(caller: Caller, service: Service, spec: VersionSpec): Promise<VersionReading> {
  const { timeout } = spec;
  if (spec.kind === "metric") {
    const read = await readMetrics(caller, { path: spec.path ?? service.metrics?.path ?? "/metrics", timeout });
    if ("failure" in read) return read;
    const current = samplesOf(read.page, spec.metric).filter(({ value }) => value !== 0);
    const versions = current.flatMap(({ labels }) => labels.get(spec.label) ?? []);
    return { versions: [...new Set(versions)], exchange: read.exchange };
  }
  const answer = await caller.call(readingOf({ path: spec.path ?? service.health?.path ?? "/", timeout }));
  if (answer.reply === undefined) return { failure: noAnswer(answer, "its version") };
  const status = judgeStatus(answer.reply, [200]);
  if (status !== undefined) return { failure: evaluate([status], answer, "its version", "") };
  if (spec.kind === "header") return { versions: [answer.reply.headers[spec.header] ?? []].flat(), exchange: answer };
  const body = jsonOf(answer.reply);
  if ("difference" in body) return { failure: evaluate([body.difference], answer, "its version", "") };
  const value = valueAt(body.value, spec.at);
  return { versions: typeof value === "string" ? [value] : [], exchange: answer };
}

/** `requests_total{code="200"}`, as in PromQL. */
export function sampleName(metric: string, labels: Labels = {}): string {
  const matchers = Object.entries(labels).map(([label, value]) => equals(label, value));
  return selector(metric, matchers);
}

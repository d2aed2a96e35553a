import type { Problem } from "@release-actions/action";
import { createReader, openYaml, type YamlField, type YamlReader } from "@release-actions/yaml";
import { readJsonPath } from "./json-path.ts";
import { readExpectation, readMatcher, readPath, readWait } from "./read-expectation.ts";
import { isHeaderName } from "./secret-headers.ts";
import { TRACE_ID } from "./trace.ts";
import { METHODS, SAFE_METHODS } from "./types.ts";
import type {
  CallSpec,
  CountSpec,
  JsonPath,
  Labels,
  PageSpec,
  QuerySpec,
  RequestSpec,
  RequiredMetric,
  ServiceSpec,
  Suite,
  TraceSpec,
  VersionSpec,
} from "./types.ts";

/** A suite as far as it could be read. Its content is certain only without problems. */
export interface ReadSuite {
  readonly suite: Suite;
  readonly problems: readonly Problem[];
}

export const EMPTY_SUITE: ReadSuite = {
  suite: { services: [], checks: [], queries: [], prometheus: undefined },
  problems: [],
};

const DEFAULT_WITHIN = 30_000;
const DEFAULT_QUERY_WITHIN = 120_000;
const METRIC = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const MAX_CALLS = 100;

/** Reads a suite from YAML. All problems are found at once, each with its line; `file` names the source in them. */
export function readSuite(source: string, file: string): ReadSuite {
  const document = openYaml(source, file);
  if (document.problems.length > 0) return { ...EMPTY_SUITE, problems: document.problems };
  const reader = createReader(document, "the suite");
  const root = reader.fields({ value: document.value, path: [] }, ["services", "checks", "queries", "prometheus"]);
  const prometheus = root.prometheus && reader.fields(root.prometheus, ["url"], ["url"]);
  const suite: Suite = {
    services: reader.items(root.services).map((field) => readService(reader, field)),
    checks: reader.items(root.checks).map((field) => readCheck(reader, field)),
    queries: reader.items(root.queries).map((field) => readQuery(reader, field)),
    prometheus: readUrl(reader, prometheus?.url),
  };
  for (const list of ["services", "checks", "queries"] as const) rejectDuplicates(reader, list, suite[list]);
  rejectUnknownChecks(reader, suite);
  return { suite, problems: reader.problems.toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0)) };
}

/** Two of the same name would look the same in a report. */
function rejectDuplicates(reader: YamlReader, list: string, named: readonly { readonly name: string }[]): void {
  for (const [index, { name }] of named.entries()) {
    if (name === "" || named.findIndex((one) => one.name === name) === index) continue;
    const field = { value: name, path: [list, index, "name"] };
    reader.reject(field, `is given twice: ${JSON.stringify(name)}`, "Rename or remove one.");
  }
}

function rejectUnknownChecks(reader: YamlReader, { checks, queries }: Suite): void {
  for (const [index, { after }] of queries.entries()) {
    const unknown = after.filter((name) => !checks.some((check) => check.name === name));
    if (unknown.length === 0) continue;
    const field = { value: after, path: ["queries", index, "after"] };
    reader.reject(field, `names no check of this suite: ${unknown.join(", ")}`);
  }
}

function readService(reader: YamlReader, field: YamlField): ServiceSpec {
  const found = reader.fields(field, ["name", "url", "health", "metrics", "required-metrics", "version"], ["name"]);
  return {
    name: reader.text(found.name) ?? "",
    url: readUrl(reader, found.url),
    health: readPage(reader, found.health),
    metrics: readPage(reader, found.metrics),
    requiredMetrics: reader.items(found["required-metrics"]).map((one) => readRequired(reader, one)),
    version: found.version && readVersion(reader, found.version),
  };
}

function readUrl(reader: YamlReader, field: YamlField | undefined): string | undefined {
  const url = reader.text(field);
  if (url === undefined || field === undefined || /^https?:\/\/[^\s@]+$/.test(url)) return url;
  return reader.reject(field, "must be a web address without user name, such as https://example.org");
}

/** A path, or a mapping with a path and what the page must be. */
function readPage(reader: YamlReader, field: YamlField | undefined): PageSpec | undefined {
  if (field === undefined) return undefined;
  if (typeof field.value === "string")
    return { path: readPath(reader, field), expect: undefined, timeout: undefined, eventually: undefined };
  const found = reader.fields(field, ["path", "expect", "timeout", "eventually"], ["path"]);
  return {
    path: readPath(reader, found.path),
    expect: found.expect && readExpectation(reader, found.expect),
    ...readWait(reader, found),
  };
}

function readRequired(reader: YamlReader, field: YamlField): RequiredMetric {
  if (typeof field.value === "string") return { name: readMetric(reader, field), labels: undefined };
  const found = reader.fields(field, ["name", "labels"], ["name"]);
  return { name: readMetric(reader, found.name), labels: found.labels && readLabels(reader, found.labels) };
}

function readMetric(reader: YamlReader, field: YamlField | undefined): string {
  const name = reader.text(field) ?? "";
  if (field !== undefined && name !== "" && !METRIC.test(name)) {
    const what = `is not a metric name: ${JSON.stringify(name)}`;
    reader.reject(field, what, "Labels have their own setting: labels.");
  }
  return name;
}

function readLabels(reader: YamlReader, field: YamlField | undefined): Labels {
  return Object.fromEntries(reader.entries(field).map(([label, value]) => [label, reader.text(value) ?? ""]));
}

function readVersion(reader: YamlReader, field: YamlField): VersionSpec | undefined {
  const found = reader.fields(field, ["path", "json", "header", "metric", "label", "timeout", "eventually"]);
  const common = { path: found.path && readPath(reader, found.path), ...readWait(reader, found) };
  const json = reader.text(found.json);
  const header = reader.text(found.header);
  const metric = reader.text(found.metric);
  const label = reader.text(found.label);
  const ways = [json, header, metric].filter((way) => way !== undefined).length;
  if (ways !== 1 || (metric === undefined) !== (label === undefined)) {
    const remedy = "Give json (a path), header (a name), or metric and label.";
    return reader.reject(field, "must say in one way where the version is", remedy);
  }
  if (metric !== undefined && label !== undefined) return { ...common, kind: "metric", metric, label };
  if (header !== undefined) return { ...common, kind: "header", header: header.toLowerCase() };
  const at = readPathTo(reader, found.json!, "data.version");
  return at && { ...common, kind: "json", at };
}

function readPathTo(reader: YamlReader, field: YamlField, example: string): JsonPath | undefined {
  return readJsonPath(String(field.value)) ?? reader.reject(field, `is not a JSON path such as ${example}`);
}

const CHECK_SETTINGS = [
  "name",
  "service",
  "request",
  "repeatable",
  "expect",
  "trace",
  "counts",
  "calls",
  "within",
  "timeout",
  "eventually",
] as const;

function readCheck(reader: YamlReader, field: YamlField): CallSpec {
  const found = reader.fields(field, CHECK_SETTINGS, ["name", "service", "request", "expect"]);
  const request = readRequest(reader, found.request);
  const isSafe = SAFE_METHODS.includes(request.method);
  const nothing = { status: [200], json: [], text: undefined, headers: [] };
  const check: CallSpec = {
    name: reader.text(found.name) ?? "",
    service: reader.text(found.service) ?? "",
    request,
    repeatable: reader.flag(found.repeatable) ?? isSafe,
    expect: found.expect === undefined ? nothing : readExpectation(reader, found.expect),
    trace: found.trace && readTrace(reader, found.trace),
    counts: reader.items(found.counts).map((one) => readCount(reader, one)),
    calls: reader.integer(found.calls, 1, MAX_CALLS) ?? 1,
    within: reader.duration(found.within) ?? DEFAULT_WITHIN,
    ...readWait(reader, found),
  };
  if (found.eventually !== undefined && !check.repeatable) {
    const remedy = "Add repeatable: true if it may be repeated, or remove eventually.";
    reader.reject(found.eventually, `would send a ${request.method} again and again`, remedy);
  }
  return check;
}

function readRequest(reader: YamlReader, field: YamlField | undefined): RequestSpec {
  if (field === undefined) return { method: "GET", path: "/", headers: {}, json: undefined, body: undefined };
  const found = reader.fields(field, ["method", "path", "headers", "json", "body"], ["path"]);
  const method = reader.choice(found.method, METHODS) ?? "GET";
  const body = reader.text(found.body);
  if (found.json !== undefined && found.body !== undefined)
    reader.reject(field, "has two bodies", "Give json or body.");
  if (SAFE_METHODS.includes(method) && (found.json ?? found.body) !== undefined)
    reader.reject(field, `is a ${method}, which has no body`, "Add method: POST.");
  return {
    method,
    path: readPath(reader, found.path),
    headers: readHeaders(reader, found.headers),
    json: found.json?.value,
    body,
  };
}

/** Set by the HTTP client. */
const CLIENT_HEADERS = [
  "accept-encoding",
  "connection",
  "content-length",
  "expect",
  "host",
  "keep-alive",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
];
const SECRET_HEADERS = ["authorization", "cookie", "private-token", "job-token", "proxy-authorization"];
const USE_INPUT = "Pass it in the input headers, as a line: https://service.example.com Authorization: Bearer …";

function readHeaders(reader: YamlReader, field: YamlField | undefined): Record<string, string> {
  const headers = Object.create(null) as Record<string, string>;
  for (const [name, value] of reader.entries(field)) {
    const lower = name.toLowerCase();
    if (!isHeaderName(name)) reader.reject(value, "is not a header name");
    else if (SECRET_HEADERS.includes(lower)) reader.reject(value, "is a secret, which a file must not hold", USE_INPUT);
    else if (CLIENT_HEADERS.includes(lower)) reader.reject(value, "is set by the HTTP client", "Remove it.");
    else if (!/^[\t\x20-\x7e]{1,8192}$/.test(reader.text(value) ?? "-"))
      reader.reject(value, "has characters that a header cannot have");
    headers[lower] = String(value.value);
  }
  return headers;
}

function readTrace(reader: YamlReader, field: YamlField): TraceSpec {
  const found = reader.fields(field, ["header", "returned", "evidence"]);
  const header = reader.text(found.header) ?? "traceparent";
  if (!isHeaderName(header) || [...CLIENT_HEADERS, ...SECRET_HEADERS].includes(header.toLowerCase()))
    reader.reject(found.header ?? field, "is not a header that can hold an id");
  if (found.returned === undefined && found.evidence === undefined)
    reader.reject(field, "must say where the id has to appear", "Give returned, evidence, or both.");
  return {
    header: header.toLowerCase(),
    returned: readReturned(reader, found.returned),
    evidence: readEvidence(reader, found.evidence),
  };
}

function readReturned(reader: YamlReader, field: YamlField | undefined): TraceSpec["returned"] {
  if (field === undefined) return undefined;
  const found = reader.fields(field, ["json", "header"]);
  const json = reader.text(found.json);
  const header = reader.text(found.header);
  if ((json === undefined) === (header === undefined)) {
    const remedy = "Give json (a path) or header (a name).";
    return reader.reject(field, "must say in one way where the id comes back", remedy);
  }
  if (header !== undefined) return { kind: "header", header: header.toLowerCase() };
  const at = readPathTo(reader, found.json!, "data.trace_id");
  return at && { kind: "json", at };
}

function readEvidence(reader: YamlReader, field: YamlField | undefined): TraceSpec["evidence"] {
  if (field === undefined) return undefined;
  const found = reader.fields(field, ["service", "path", "expect"], ["service", "path", "expect"]);
  const expect = found.expect && readExpectation(reader, found.expect);
  if (expect === undefined) return undefined;
  const path = readPath(reader, found.path);
  if (!JSON.stringify([path, expect]).includes(TRACE_ID)) {
    const remedy = `Say where the id must be: ${TRACE_ID} in the path or in expect.`;
    reader.reject(field, "would hold without the call", remedy);
  }
  return { service: reader.text(found.service) ?? "", path, expect };
}

function readCount(reader: YamlReader, field: YamlField): CountSpec {
  const found = reader.fields(field, ["service", "metric", "labels", "by"], ["service", "metric"]);
  return {
    service: reader.text(found.service) ?? "",
    metric: readMetric(reader, found.metric),
    labels: readLabels(reader, found.labels),
    by: reader.integer(found.by, 1, 1_000_000),
  };
}

/** A metric name, with labels or without. */
const PLAIN_SELECTOR = /^[a-zA-Z_:][a-zA-Z0-9_:]*\s*(?:\{[^{}]*\})?$/;
const QUERY_SETTINGS = ["name", "query", "after", "seen-by", "expect", "within"] as const;
const NUMBER_CONDITIONS = ["equals", "oneOf", "min", "max"];

function readQuery(reader: YamlReader, field: YamlField): QuerySpec {
  const found = reader.fields(field, QUERY_SETTINGS, ["name", "query", "expect"]);
  const query = reader.text(found.query) ?? "";
  const after = readNames(reader, found.after);
  const seenBy = reader.text(found["seen-by"]) ?? (PLAIN_SELECTOR.test(query.trim()) ? query.trim() : undefined);
  if (after.length > 0 && seenBy === undefined) {
    const remedy = 'Add seen-by: a plain selector of what is counted, such as requests_total{tool="echo"}.';
    reader.reject(field, "does not tell how recent its result is", remedy);
  }
  if (found["seen-by"] !== undefined && !PLAIN_SELECTOR.test((seenBy ?? "").trim()))
    reader.reject(found["seen-by"], "must be a metric name, with labels in braces or without");
  const expect = found.expect === undefined ? {} : readMatcher(reader, found.expect);
  if (found.expect !== undefined && Object.keys(expect).some((key) => !NUMBER_CONDITIONS.includes(key)))
    reader.reject(found.expect, "is about a number: use equals, one-of, min or max");
  return {
    name: reader.text(found.name) ?? "",
    query,
    after,
    seenBy,
    expect,
    within: reader.duration(found.within) ?? DEFAULT_QUERY_WITHIN,
  };
}

/** One name, or a list of them. */
function readNames(reader: YamlReader, field: YamlField | undefined): string[] {
  if (typeof field?.value === "string") return [field.value];
  return reader.items(field).map((one) => reader.text(one) ?? "");
}

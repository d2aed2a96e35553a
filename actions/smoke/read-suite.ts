import type { Problem } from "@release-actions/action";
import type { YamlDocument } from "@release-actions/yaml";
import { readExpectation, readMatcher, readPath, readPatience } from "./read-expectation.ts";
import { readJsonPath } from "./json-path.ts";
import { isHeaderName } from "./secret-headers.ts";
import { TRACE_ID } from "./trace.ts";
import { METHODS, SAFE_METHODS } from "./suite.ts";
import type {
  CheckSpec,
  CountSpec,
  Labels,
  PageSpec,
  QuerySpec,
  RequestSpec,
  RequiredMetric,
  ServiceSpec,
  Suite,
  TraceSpec,
  VersionSpec,
} from "./suite.ts";
import { createReader, type Place, type YamlReader } from "./yaml-reader.ts";

const MINUTE = 60_000;
const METRIC = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const MOST_CALLS = 100;

/** Reads a suite; its problems have their places. What stands in it is only sure where there are none. */
export function readSuite(document: YamlDocument): { suite: Suite; problems: readonly Problem[] } {
  const reader = createReader(document);
  const root = reader.fields({ value: document.value, path: [] }, ["services", "checks", "queries", "prometheus"]);
  const suite: Suite = {
    services: reader.items(root.services).map((at) => readService(reader, at)),
    checks: reader.items(root.checks).map((at) => readCheck(reader, at)),
    queries: reader.items(root.queries).map((at) => readQuery(reader, at)),
    prometheus: readUrl(
      reader,
      root.prometheus === undefined ? undefined : reader.fields(root.prometheus, ["url"], ["url"]).url,
    ),
  };
  nameOnce(reader, "services", suite.services);
  nameOnce(reader, "checks", suite.checks);
  nameOnce(reader, "queries", suite.queries);
  for (const [index, { after }] of suite.queries.entries()) {
    const unknown = after.filter((name) => !suite.checks.some((check) => check.name === name));
    if (unknown.length > 0)
      reader.wrong(
        { value: after, path: ["queries", index, "after"] },
        `names no check of this suite: ${unknown.join(", ")}`,
      );
  }
  return { suite, problems: reader.problems.toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0)) };
}

/** Two of one name could not be told apart in a report. */
function nameOnce(reader: YamlReader, list: string, named: readonly { readonly name: string }[]): void {
  named.forEach(({ name }, index) => {
    if (name === "" || named.findIndex((one) => one.name === name) === index) return;
    reader.wrong(
      { value: name, path: [list, index, "name"] },
      `is given twice: ${JSON.stringify(name)}`,
      "Rename or remove one.",
    );
  });
}

function readService(reader: YamlReader, at: Place): ServiceSpec {
  const found = reader.fields(at, ["name", "url", "health", "metrics", "required-metrics", "version"], ["name"]);
  return {
    name: reader.text(found.name) ?? "",
    url: readUrl(reader, found.url),
    health: readPage(reader, found.health),
    metrics: readPage(reader, found.metrics),
    requiredMetrics: reader.items(found["required-metrics"]).map((one) => readRequired(reader, one)),
    version: found.version === undefined ? undefined : readVersion(reader, found.version),
  };
}

function readUrl(reader: YamlReader, at: Place | undefined): string | undefined {
  const url = reader.text(at);
  if (url === undefined || at === undefined || /^https?:\/\/[^\s@]+$/.test(url)) return url;
  return reader.wrong(at, "must be a web address without user name, such as https://example.org");
}

/** A path, or a path with what is expected of it. */
function readPage(reader: YamlReader, at: Place | undefined): PageSpec | undefined {
  if (at === undefined) return undefined;
  const patience = { timeout: undefined, eventually: undefined };
  if (typeof at.value === "string") return { path: readPath(reader, at), expect: undefined, ...patience };
  const found = reader.fields(at, ["path", "expect", "timeout", "eventually"], ["path"]);
  return {
    path: readPath(reader, found.path),
    expect: found.expect === undefined ? undefined : readExpectation(reader, found.expect),
    ...readPatience(reader, found),
  };
}

function readRequired(reader: YamlReader, at: Place): RequiredMetric {
  if (typeof at.value === "string") return { name: readMetric(reader, at), labels: undefined };
  const found = reader.fields(at, ["name", "labels"], ["name"]);
  return {
    name: readMetric(reader, found.name),
    labels: found.labels === undefined ? undefined : readLabels(reader, found.labels),
  };
}

function readMetric(reader: YamlReader, at: Place | undefined): string {
  const name = reader.text(at) ?? "";
  if (at !== undefined && name !== "" && !METRIC.test(name))
    reader.wrong(at, `is no metric's name: ${JSON.stringify(name)}`, "Labels have a setting of their own: labels.");
  return name;
}

function readLabels(reader: YamlReader, at: Place | undefined): Labels {
  return Object.fromEntries(reader.entries(at).map(([label, place]) => [label, reader.text(place) ?? ""]));
}

function readVersion(reader: YamlReader, at: Place): VersionSpec | undefined {
  const found = reader.fields(at, ["path", "json", "header", "metric", "label", "timeout", "eventually"]);
  const common = {
    path: found.path === undefined ? undefined : readPath(reader, found.path),
    ...readPatience(reader, found),
  };
  const [json, header, metric, label] = [
    reader.text(found.json),
    reader.text(found.header),
    reader.text(found.metric),
    reader.text(found.label),
  ];
  if (
    [json, header, metric].filter((one) => one !== undefined).length !== 1 ||
    (metric === undefined) !== (label === undefined)
  ) {
    return reader.wrong(
      at,
      "must say where the version stands, in one way",
      "Give json (a path), header (a name), or metric and label.",
    );
  }
  if (metric !== undefined && label !== undefined) return { ...common, kind: "metric", metric, label };
  if (header !== undefined) return { ...common, kind: "header", header: header.toLowerCase() };
  const path = readJsonPath(json ?? "");
  return path === undefined
    ? reader.wrong(found.json!, "is no path, such as data.version")
    : { ...common, kind: "json", at: path };
}

function readCheck(reader: YamlReader, at: Place): CheckSpec {
  const keys = [
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
  const found = reader.fields(at, keys, ["name", "service", "request", "expect"]);
  const request = readRequest(reader, found.request);
  const safe = SAFE_METHODS.includes(request.method);
  const check: CheckSpec = {
    name: reader.text(found.name) ?? "",
    service: reader.text(found.service) ?? "",
    request,
    repeatable: reader.flag(found.repeatable) ?? safe,
    expect:
      found.expect === undefined
        ? { status: [200], json: [], text: undefined, headers: [] }
        : readExpectation(reader, found.expect),
    trace: found.trace === undefined ? undefined : readTrace(reader, found.trace),
    counts: reader.items(found.counts).map((one) => readCount(reader, one)),
    calls: reader.whole(found.calls, 1, MOST_CALLS) ?? 1,
    within: reader.duration(found.within) ?? 30_000,
    ...readPatience(reader, found),
  };
  if (found.eventually !== undefined && !check.repeatable) {
    reader.wrong(
      found.eventually,
      `would send a ${request.method} again and again`,
      "Say repeatable: true if it may be repeated, or leave eventually out.",
    );
  }
  return check;
}

function readRequest(reader: YamlReader, at: Place | undefined): RequestSpec {
  if (at === undefined) return { method: "GET", path: "/", headers: {}, json: undefined, body: undefined };
  const found = reader.fields(at, ["method", "path", "headers", "json", "body"], ["path"]);
  const method = reader.word(found.method, METHODS) ?? "GET";
  const body = reader.text(found.body);
  if (found.json !== undefined && found.body !== undefined) reader.wrong(at, "has two bodies", "Give json or body.");
  if (SAFE_METHODS.includes(method) && (found.json ?? found.body) !== undefined)
    reader.wrong(at, `is a ${method}, which has no body`, "Say method: POST.");
  return {
    method,
    path: readPath(reader, found.path),
    headers: readHeaders(reader, found.headers),
    json: found.json?.value,
    body,
  };
}

const OURS = [
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
const BY_INPUT = "Give it by the input headers, as a line: https://service.example.com Authorization: Bearer …";
const SECRET = ["authorization", "cookie", "private-token", "job-token", "proxy-authorization"];

function readHeaders(reader: YamlReader, at: Place | undefined): Record<string, string> {
  const headers = Object.create(null) as Record<string, string>;
  for (const [name, place] of reader.entries(at)) {
    const lower = name.toLowerCase();
    if (!isHeaderName(name)) reader.wrong(place, "is no header's name");
    else if (SECRET.includes(lower)) reader.wrong(place, "is a secret, which has no place in a file", BY_INPUT);
    else if (OURS.includes(lower)) reader.wrong(place, "is set by the client itself", "Leave it out.");
    else if (!/^[\t\x20-\x7e]{1,8192}$/.test(reader.text(place) ?? "-"))
      reader.wrong(place, "has characters that no header can carry");
    headers[lower] = String(place.value);
  }
  return headers;
}

function readTrace(reader: YamlReader, at: Place): TraceSpec {
  const found = reader.fields(at, ["header", "returned", "evidence"]);
  const header = reader.text(found.header) ?? "traceparent";
  if (!isHeaderName(header) || [...OURS, ...SECRET].includes(header.toLowerCase()))
    reader.wrong(found.header ?? at, "is no header that can carry an id");
  if (found.returned === undefined && found.evidence === undefined)
    reader.wrong(at, "must say where the id has to be found", "Give returned, evidence, or both.");
  return {
    header: header.toLowerCase(),
    returned: readReturned(reader, found.returned),
    evidence: readEvidence(reader, found.evidence),
  };
}

function readReturned(reader: YamlReader, at: Place | undefined): TraceSpec["returned"] {
  if (at === undefined) return undefined;
  const found = reader.fields(at, ["json", "header"]);
  const [json, header] = [reader.text(found.json), reader.text(found.header)];
  if ((json === undefined) === (header === undefined))
    return reader.wrong(at, "must say where the id comes back, in one way", "Give json (a path) or header (a name).");
  if (header !== undefined) return { kind: "header", header: header.toLowerCase() };
  const path = readJsonPath(json ?? "");
  return path === undefined
    ? reader.wrong(found.json!, "is no path, such as data.trace_id")
    : { kind: "json", at: path };
}

function readEvidence(reader: YamlReader, at: Place | undefined): TraceSpec["evidence"] {
  if (at === undefined) return undefined;
  const found = reader.fields(at, ["service", "path", "expect"], ["service", "path", "expect"]);
  const expect = found.expect === undefined ? undefined : readExpectation(reader, found.expect);
  if (expect === undefined) return undefined;
  const path = readPath(reader, found.path);
  if (!JSON.stringify([path, expect]).includes(TRACE_ID))
    reader.wrong(
      at,
      "would hold without the call",
      `Say where the id has to be: ${TRACE_ID} in the path or in what is expected.`,
    );
  return { service: reader.text(found.service) ?? "", path, expect };
}

function readCount(reader: YamlReader, at: Place): CountSpec {
  const found = reader.fields(at, ["service", "metric", "labels", "by"], ["service", "metric"]);
  const by = reader.whole(found.by, 1, 1_000_000);
  return {
    service: reader.text(found.service) ?? "",
    metric: readMetric(reader, found.metric),
    labels: readLabels(reader, found.labels),
    by,
  };
}

/** A plain selector: a metric's name, with labels or without. */
const SELECTOR = /^[a-zA-Z_:][a-zA-Z0-9_:]*\s*(?:\{[^{}]*\})?$/;

function readQuery(reader: YamlReader, at: Place): QuerySpec {
  const found = reader.fields(
    at,
    ["name", "query", "after", "seen-by", "expect", "within"],
    ["name", "query", "expect"],
  );
  const query = reader.text(found.query) ?? "";
  const after =
    typeof found.after?.value === "string"
      ? [found.after.value]
      : reader.items(found.after).map((one) => reader.text(one) ?? "");
  const seenBy = reader.text(found["seen-by"]) ?? (SELECTOR.test(query.trim()) ? query.trim() : undefined);
  if (after.length > 0 && seenBy === undefined) {
    reader.wrong(
      at,
      "does not tell how new its answer is",
      'Give seen-by: a plain selector of what is counted, such as requests_total{tool="echo"}.',
    );
  }
  if (found["seen-by"] !== undefined && !SELECTOR.test((seenBy ?? "").trim()))
    reader.wrong(found["seen-by"], "must be a metric's name, with labels in braces or without");
  const expect = found.expect === undefined ? {} : readMatcher(reader, found.expect);
  const odd = Object.keys(expect).filter((key) => !["equals", "oneOf", "min", "max"].includes(key));
  if (found.expect !== undefined && odd.length > 0)
    reader.wrong(found.expect, "is about a number: equals, one-of, min and max are taken");
  return {
    name: reader.text(found.name) ?? "",
    query,
    after,
    seenBy,
    expect,
    within: reader.duration(found.within) ?? 2 * MINUTE,
  };
}

/** For a service that only the environment declares. */
export function pageOf(path: string | undefined): PageSpec | undefined {
  return path === undefined ? undefined : { path, expect: undefined, timeout: undefined, eventually: undefined };
}

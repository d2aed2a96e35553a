import { shorten } from "@release-actions/text";
import type { Answer, Tab } from "./types.ts";

/** A location in a script. Lines and columns count from 1. */
export interface ScriptPlace {
  readonly url: string;
  readonly line: number;
  readonly column: number;
}

export interface PageMessage {
  /** uncaught: an exception or a rejection that nobody handled. console: the page's own console.error. browser: a message of the browser itself. */
  readonly kind: "uncaught" | "console" | "browser";
  readonly text: string;
  readonly place: ScriptPlace | undefined;
}

export interface PageRequest {
  readonly url: string;
  /** The protocol's resource type: Document, Script, Stylesheet, Image, Fetch, XHR and so on. */
  readonly kind: string;
  status: number | undefined;
  mediaType: string;
  fromServiceWorker: boolean;
  /** The reason for the failure, from the network or the browser. */
  failure: string | undefined;
  /** csp, mixed-content and so on, if the browser blocked the request or the response. */
  blocked: string | undefined;
  done: boolean;
}

export interface Violation {
  readonly directive: string;
  /** Undefined if it is about code in the page itself. */
  readonly blocked: string | undefined;
  readonly place: ScriptPlace | undefined;
  readonly reportOnly: boolean;
}

export interface Dialog {
  readonly kind: string;
  readonly text: string;
}

/** What was observed in a tab since the last `begin`. */
export interface Observation {
  readonly messages: PageMessage[];
  readonly requests: PageRequest[];
  readonly violations: Violation[];
  readonly dialogs: Dialog[];
  loaded: boolean;
  crashed: boolean;
  /** performance.now() of the last event of the network or of the page's loading. */
  lastActivity: number;
}

export interface Observer {
  readonly seen: Observation;
  begin(): void;
}

/** A page can log any text any number of times. */
const MOST = 200;
const MOST_REQUESTS = 5_000;
const LONGEST = 2_000;

/** Observes a tab from now on. Dialogs are dismissed as they open. */
export async function observe(tab: Tab): Promise<Observer> {
  let seen = nothing();
  let ids = new Map<string, PageRequest>();
  let thrown = new Map<number, PageMessage>();
  const handlers: Readonly<Record<string, (params: Answer) => void>> = {
    "Runtime.exceptionThrown": ({ exceptionDetails }) => {
      const message = uncaught(exceptionDetails as Answer);
      thrown.set(Number((exceptionDetails as Answer)["exceptionId"]), message);
      keep(seen.messages, message);
    },
    // A rejection that was handled later.
    "Runtime.exceptionRevoked": ({ exceptionId }) => {
      const index = seen.messages.indexOf(thrown.get(Number(exceptionId))!);
      if (index !== -1) seen.messages.splice(index, 1);
    },
    "Runtime.consoleAPICalled": (params) => {
      if (params["type"] === "error" || params["type"] === "assert") keep(seen.messages, consoleMessage(params));
    },
    "Log.entryAdded": ({ entry }) => {
      const { level, source, text, url, lineNumber } = entry as Answer;
      // Requests and violations are observed separately.
      if (level !== "error" || source === "network" || String(text).includes("Content Security Policy")) return;
      keep(seen.messages, { kind: "browser", text: cut(text), place: placeOf(url, lineNumber, 0) });
    },
    "Network.requestWillBeSent": ({ requestId, request, type }) => {
      const url = String((request as Answer)["url"]);
      if (url.startsWith("data:") || url.startsWith("blob:")) return;
      const followed: PageRequest = {
        url: cut(url),
        kind: String(type ?? "Other"),
        status: undefined,
        mediaType: "",
        fromServiceWorker: false,
        failure: undefined,
        blocked: undefined,
        done: false,
      };
      const before = ids.get(String(requestId));
      if (before !== undefined) before.done = true;
      if (seen.requests.length >= MOST_REQUESTS) return;
      seen.requests.push(followed);
      ids.set(String(requestId), followed);
    },
    "Network.responseReceived": ({ requestId, response }) => {
      const { status, mimeType, fromServiceWorker } = response as Answer;
      const request = ids.get(String(requestId));
      if (request === undefined) return;
      Object.assign(request, {
        status: Number(status),
        mediaType: cut(mimeType),
        fromServiceWorker: fromServiceWorker === true,
      });
    },
    "Network.loadingFinished": ({ requestId }) => {
      const request = ids.get(String(requestId));
      if (request !== undefined) request.done = true;
    },
    "Network.loadingFailed": ({ requestId, errorText, canceled, blockedReason }) => {
      const request = ids.get(String(requestId));
      if (request === undefined) return;
      request.done = true;
      if (blockedReason !== undefined) request.blocked = cut(blockedReason);
      // A request that the page itself canceled is not a failure.
      if (canceled !== true) request.failure = cut(errorText);
    },
    "Audits.issueAdded": ({ issue }) => {
      const violation = violationOf(issue as Answer);
      if (violation !== undefined) keep(seen.violations, violation);
    },
    "Page.javascriptDialogOpening": ({ type, message }) => {
      if (type !== "beforeunload") keep(seen.dialogs, { kind: cut(type), text: cut(message) });
      tab.send("Page.handleJavaScriptDialog", { accept: type === "beforeunload" }).catch(() => undefined);
    },
    "Page.loadEventFired": () => void (seen.loaded = true),
    "Inspector.targetCrashed": () => void (seen.crashed = true),
  };
  tab.listen((method, params) => {
    if (method.startsWith("Network.") || method === "Page.loadEventFired") seen.lastActivity = performance.now();
    handlers[method]?.(params);
  });
  for (const domain of ["Page", "Network", "Runtime", "Log", "Audits", "Inspector"]) await tab.send(`${domain}.enable`);
  return {
    get seen() {
      return seen;
    },
    begin() {
      seen = nothing();
      ids = new Map();
      thrown = new Map();
    },
  };
}

function nothing(): Observation {
  return {
    messages: [],
    requests: [],
    violations: [],
    dialogs: [],
    loaded: false,
    crashed: false,
    lastActivity: performance.now(),
  };
}

function keep<T>(list: T[], item: T): void {
  if (list.length < MOST) list.push(item);
}

function cut(text: unknown): string {
  return shorten(typeof text === "string" ? text : (JSON.stringify(text) ?? ""), LONGEST);
}

function uncaught({ text, exception, url, lineNumber, columnNumber, stackTrace }: Answer): PageMessage {
  const { description, value } = (exception ?? {}) as Answer;
  const said = description === undefined ? JSON.stringify(value ?? null) : String(description);
  const first = said.split("\n", 1)[0] ?? "";
  return {
    kind: "uncaught",
    text: cut(first === "" || first === "null" ? text : first),
    place: frameOf(stackTrace as Answer) ?? placeOf(url, lineNumber, columnNumber),
  };
}

function consoleMessage({ args, stackTrace }: Answer): PageMessage {
  const parts = (args as readonly Answer[]).slice(0, 20).map(({ value, description, type }) => {
    if (typeof value === "string") return shorten(value, LONGEST);
    return cut(description ?? (value === undefined ? type : JSON.stringify(value)));
  });
  return { kind: "console", text: cut(parts.join(" ")), place: frameOf(stackTrace as Answer) };
}

function frameOf(stack: Answer | undefined): ScriptPlace | undefined {
  const frames = (stack?.["callFrames"] ?? []) as readonly Answer[];
  const frame = frames.find(({ url }) => url !== "");
  return frame === undefined ? undefined : placeOf(frame["url"], frame["lineNumber"], frame["columnNumber"]);
}

/** The protocol counts from 0. */
function placeOf(url: unknown, line: unknown, column: unknown): ScriptPlace | undefined {
  if (typeof url !== "string" || url === "") return undefined;
  return { url: cut(url), line: Number(line ?? 0) + 1, column: Number(column ?? 0) + 1 };
}

function violationOf({ code, details }: Answer): Violation | undefined {
  if (code !== "ContentSecurityPolicyIssue") return undefined;
  const {
    violatedDirective,
    blockedURL,
    isReportOnly,
    sourceCodeLocation: at,
  } = (details as Answer)["contentSecurityPolicyIssueDetails"] as Answer;
  const place = at as Answer | undefined;
  return {
    directive: cut(violatedDirective),
    blocked: typeof blockedURL === "string" && blockedURL !== "" ? cut(blockedURL) : undefined,
    place: placeOf(place?.["url"], place?.["lineNumber"], Number(place?.["columnNumber"] ?? 1) - 1),
    reportOnly: isReportOnly === true,
  };
}

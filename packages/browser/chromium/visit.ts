import { BrowserGone } from "./connection.ts";
import type { Answer, Tab } from "./types.ts";
import { observe, type Observation, type Observer } from "./observe.ts";
import { isBlank, readPng } from "./pixels.ts";
import { probe, serviceWorkersReady, type Probe } from "./probe.ts";

export interface VisitOptions {
  readonly url: string;
  /** A CSS selector of the element that the application fills. */
  readonly root: string;
  /** A CSS selector of the elements whose `content` or `data-version` is the version. */
  readonly versions: string;
  /** Milliseconds for one load, until the page is idle. */
  readonly timeout: number;
  /** Milliseconds that a loaded page may take to show something. */
  readonly patience: number;
}

/** One load of a page. */
export interface Visit extends Readonly<
  Pick<Observation, "messages" | "requests" | "violations" | "dialogs" | "crashed">
> {
  /**
   * - ready: it loaded and became idle
   * - slow: it was still loading at the deadline
   * - stuck: a script ran endlessly
   * - failed: there is no page; `failure` has the reason
   */
  readonly end: "ready" | "slow" | "stuck" | "failed";
  readonly failure: string | undefined;
  readonly document: Probe | undefined;
  /** The visible content has more than one color. */
  readonly painted: boolean;
  /** PNG of the window. */
  readonly screenshot: Buffer | undefined;
  readonly serviceWorkers: number;
  readonly popups: number;
  /** Milliseconds. */
  readonly took: number;
}

const QUIET = 500;
const POLL = 50;
const ANSWER = 2_000;
const WORKERS = 5_000;
/** These must end before a page counts as loaded; a poll or a stream may stay open. */
const NEEDED = new Set(["Document", "Script", "Stylesheet"]);

/** Loads a page twice in a new tab: as a first-time visitor, and as a returning one. */
export async function visitTwice(tab: Tab, options: VisitOptions): Promise<readonly Visit[]> {
  let observer: Observer | undefined;
  await within(
    options.timeout,
    observe(tab).then((started) => void (observer = started)),
  );
  if (observer === undefined) return [DEAD];
  const first = await visit(tab, observer, options);
  if (first.end !== "ready" || first.crashed) return [first];
  return [first, await visit(tab, observer, options)];
}

/** A tab whose process ended before the first command. */
const DEAD: Visit = {
  ...{ end: "slow", failure: undefined, crashed: true, document: undefined, painted: false, screenshot: undefined },
  ...{ messages: [], requests: [], violations: [], dialogs: [], serviceWorkers: 0, popups: 0, took: 0 },
};

async function visit(tab: Tab, observer: Observer, options: VisitOptions): Promise<Visit> {
  const start = performance.now();
  observer.begin();
  const state: State = {
    probe: undefined,
    painted: false,
    screenshot: undefined,
    failure: undefined,
    serviceWorkers: 0,
    still: false,
  };
  const over = new AbortController();
  const done = await within(options.timeout, load(tab, observer, options, state, over.signal)).finally(() =>
    over.abort(),
  );
  const alive = done || (await answers(tab));
  const end = state.failure !== undefined ? "failed" : !alive ? "stuck" : done || state.still ? "ready" : "slow";
  if (end === "ready" && !observer.seen.crashed)
    await within(
      WORKERS,
      serviceWorkersReady(tab, WORKERS).then((count) => void (state.serviceWorkers = count)),
    );
  const { messages, requests, violations, dialogs, crashed } = observer.seen;
  return {
    ...{ messages, requests, violations, dialogs, crashed, end },
    failure: state.failure,
    document: state.probe,
    painted: state.painted,
    screenshot: state.screenshot ?? (end === "stuck" || crashed ? undefined : await screenshotOf(tab)),
    serviceWorkers: state.serviceWorkers,
    popups: tab.popups,
    took: performance.now() - start,
  };
}

interface State {
  probe: Probe | undefined;
  painted: boolean;
  screenshot: Buffer | undefined;
  failure: string | undefined;
  serviceWorkers: number;
  /** It has loaded, but does not show anything yet. */
  still: boolean;
}

/** Resolves when the page is idle and shows something, or has had time to do so. */
async function load(
  tab: Tab,
  observer: Observer,
  { url, root, versions, patience }: VisitOptions,
  state: State,
  over: AbortSignal,
): Promise<void> {
  const { errorText } = await tab.send("Page.navigate", { url });
  if (errorText !== undefined && errorText !== "") return void (state.failure = String(errorText));
  let stillSince: number | undefined;
  while (!over.aborted) {
    const { seen } = observer;
    if (seen.crashed) return;
    if (isStill(seen)) {
      stillSince ??= performance.now();
      state.still = true;
      if (await look(tab, root, versions, state)) break;
      if (performance.now() - stillSince > patience) break;
    }
    await pause(POLL);
  }
}

function isStill({ loaded, lastActivity, requests }: Observation): boolean {
  if (!loaded || performance.now() - lastActivity < QUIET) return false;
  return requests.every(({ done, kind }) => done || !NEEDED.has(kind));
}

/** Whether the page shows something. The last observation stays in `state`. */
async function look(tab: Tab, root: string, versions: string, state: State): Promise<boolean> {
  const seen = await probe(tab, root, versions);
  if (seen === undefined) return false;
  state.probe = seen;
  if (seen.box === undefined) return false;
  state.screenshot = await screenshotOf(tab);
  state.painted = state.screenshot !== undefined && !isBlank(await readPng(state.screenshot), seen.box);
  return state.painted && !seen.empty;
}

/** Undefined if the page does not get to draw itself. */
async function screenshotOf(tab: Tab): Promise<Buffer | undefined> {
  let data: unknown;
  const taken = tab.send("Page.captureScreenshot", { format: "png" }).then((answer) => void (data = answer["data"]));
  return (await within(ANSWER, taken)) && typeof data === "string" ? Buffer.from(data, "base64") : undefined;
}

/** While a script runs endlessly, the page answers no command. */
async function answers(tab: Tab): Promise<boolean> {
  return await within(
    ANSWER,
    tab.send("Runtime.evaluate", { expression: "1" }).then((_: Answer) => undefined),
  );
}

/** Whether the work finished in time. If it fails, it did not; if the browser is lost, that is thrown. */
async function within(milliseconds: number, work: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => (timer = setTimeout(resolve, milliseconds, false)));
  try {
    return await Promise.race([late, work.then(() => true)]);
  } catch (error) {
    if (error instanceof BrowserGone) throw error;
    return false;
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

import { CommandFailed } from "./connection.ts";
import type { Answer, Tab } from "./types.ts";

/** The current content of the document. */
export interface Probe {
  readonly title: string;
  readonly address: string;
  readonly versions: readonly string[];
  readonly found: boolean;
  /** It contains no elements and no text. */
  readonly empty: boolean;
  /** The area of the window in which something of it is laid out and not hidden; undefined: none. CSS pixels. */
  readonly box: Box | undefined;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Runs in the page, in an isolated world whose built-in functions the page cannot change. */
const LOOK = `(selector, versionSelector) => {
  const cut = (text, max = 500) => (String(text ?? "").length > max ? String(text).slice(0, max) + "…" : String(text ?? ""));
  const named = [...document.querySelectorAll(versionSelector)].slice(0, 20).map((e) => cut(e.getAttribute("content") ?? e.getAttribute("data-version")));
  const root = document.querySelector(selector);
  const facts = { title: cut(document.title), address: cut(location.href, 2000), versions: named, found: root !== null, empty: true };
  if (root === null) return facts;
  const inside = root.shadowRoot ?? root;
  const showsItself = root.localName.includes("-") || ["canvas", "iframe", "img", "object", "svg", "video"].includes(root.localName);
  facts.empty = inside.childElementCount === 0 && inside.textContent.trim() === "" && !showsItself;
  root.scrollIntoView({ block: "nearest", behavior: "instant" });
  let left = Infinity, top = Infinity, right = -Infinity, bottom = -Infinity, budget = 5000;
  const look = (element) => {
    const pending = [element];
    while (pending.length > 0 && budget-- > 0) {
      const one = pending.pop();
      if (one.checkVisibility({ opacityProperty: true, visibilityProperty: true })) {
        const box = one.getBoundingClientRect();
        const clip = { left: Math.max(0, box.left), top: Math.max(0, box.top), right: Math.min(innerWidth, box.right), bottom: Math.min(innerHeight, box.bottom) };
        if (clip.right - clip.left >= 1 && clip.bottom - clip.top >= 1) {
          left = Math.min(left, clip.left); top = Math.min(top, clip.top); right = Math.max(right, clip.right); bottom = Math.max(bottom, clip.bottom);
        }
      }
      for (const child of (one.shadowRoot ?? one).children) pending.push(child);
    }
  };
  look(root);
  if (right > left) facts.box = { x: left, y: top, width: right - left, height: bottom - top };
  return facts;
}`;

/** Inspects the page. Undefined while it is changing from one document to the next. */
export async function probe(tab: Tab, root: string, versions: string): Promise<Probe | undefined> {
  try {
    const { frameTree } = await tab.send("Page.getFrameTree");
    const frameId = ((frameTree as Answer)["frame"] as Answer)["id"] as string;
    const world = await tab.send("Page.createIsolatedWorld", { frameId, worldName: "release-actions" });
    const declaration = {
      functionDeclaration: LOOK,
      executionContextId: Number(world["executionContextId"]),
      arguments: [{ value: root }, { value: versions }],
      returnByValue: true,
    };
    const { result, exceptionDetails } = await tab.send("Runtime.callFunctionOn", declaration);
    return exceptionDetails === undefined ? ((result as Answer)["value"] as Probe) : undefined;
  } catch (error) {
    if (error instanceof CommandFailed) return undefined;
    throw error;
  }
}

/** Waits, in the page, until the service workers that it has registered control it; at most `milliseconds`. Resolves to their number. */
export async function serviceWorkersReady(tab: Tab, milliseconds: number): Promise<number> {
  const expression = `(async () => {
    const workers = await (navigator.serviceWorker?.getRegistrations() ?? []);
    const settled = Promise.all(workers.map((one) => new Promise((resolve) => {
      const worker = one.installing ?? one.waiting;
      if (!worker || (one.waiting && one.active)) return resolve();
      const look = () => { if (["activated", "redundant"].includes(worker.state)) resolve(); };
      worker.addEventListener("statechange", look);
      look();
    })));
    await Promise.race([settled, new Promise((resolve) => setTimeout(resolve, ${milliseconds}))]);
    return workers.length;
  })()`;
  try {
    const { result } = await tab.send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
    return Number((result as Answer)["value"] ?? 0);
  } catch (error) {
    if (error instanceof CommandFailed) return 0;
    throw error;
  }
}

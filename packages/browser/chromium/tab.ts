import { CommandFailed, type Connection } from "./connection.ts";
import type { Answer, Tab } from "./types.ts";

interface Opened {
  readonly context: string;
  popups: number;
}

/** Opens tabs, each in a separate browser context, and closes all windows that their pages open. */
export function openTabs(connection: Connection): () => Promise<Tab> {
  const own = new Set<string>();
  const contexts = new Map<string, Opened>();
  let discovering: Promise<unknown> | undefined;

  connection.listen(undefined, (method, params) => {
    if (method !== "Target.targetCreated") return;
    const { targetId, type, browserContextId, openerId } = params["targetInfo"] as Answer;
    const opened = contexts.get(String(browserContextId));
    if (opened === undefined || own.has(String(targetId)) || openerId === undefined || type !== "page") return;
    opened.popups += 1;
    quietly(connection.send("Target.closeTarget", { targetId: String(targetId) }));
  });

  return async () => {
    await (discovering ??= connection.send("Target.setDiscoverTargets", { discover: true }));
    const context = String(
      (await connection.send("Target.createBrowserContext", { disposeOnDetach: true }))["browserContextId"],
    );
    const opened: Opened = { context, popups: 0 };
    contexts.set(context, opened);
    // Older browsers lack one or the other; then a download of the page ends with its tab.
    await connection
      .send("Browser.setDownloadBehavior", { behavior: "deny", browserContextId: context })
      .catch(ignoreFailure);
    const targetId = String(
      (await connection.send("Target.createTarget", { url: "about:blank", browserContextId: context }))["targetId"],
    );
    own.add(targetId);
    const session = String((await connection.send("Target.attachToTarget", { targetId, flatten: true }))["sessionId"]);
    return {
      get popups() {
        return opened.popups;
      },
      send: (method, params = {}) => connection.send(method, params, session),
      listen: (listener) => connection.listen(session, listener),
      async close() {
        connection.forget(session);
        contexts.delete(context);
        // Closes the tab without asking the page, and ends its process even if a script runs forever.
        quietly(connection.send("Target.disposeBrowserContext", { browserContextId: context }));
      },
    };
  };
}

/** For a command whose result does not matter. */
function quietly(sent: Promise<unknown>): void {
  sent.catch(() => undefined);
}

function ignoreFailure(error: unknown): void {
  if (!(error instanceof CommandFailed)) throw error;
}

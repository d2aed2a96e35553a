import * as library from "@actions/core";
import { withHttp, type HttpContext } from "@release-actions/actions-http-client";
import { AsyncLocalStorage } from "node:async_hooks";

export type { AnnotationProperties } from "@actions/core";

type Library = typeof library;

/** @actions/core on behalf of one host. */
export interface Core {
  call<T>(call: (core: Library) => T): T;
  /** A call that makes requests: packages/http makes them, as the context says. */
  request<T>(context: HttpContext, call: (core: Library) => Promise<T>): Promise<T>;
  /** Appends to the job summary. */
  writeSummary(markdown: string): Promise<void>;
}

/** The process that a call of the library sees. */
const views = new AsyncLocalStorage<NodeJS.Process>();
let real = globalThis.process;
Object.defineProperty(globalThis, "process", {
  configurable: true,
  get: () => views.getStore() ?? real,
  set: (value: NodeJS.Process) => void (real = value),
});

/**
 * The library knows only the global process and prints through its stream, whose last lines can be lost when the process
 * ends and which takes longer to load than the library. So within its calls, and in what they leave to do later, the
 * global process has the host's environment and a standard output that calls `print`. All other code sees the real one.
 */
export function openCore(env: NodeJS.ProcessEnv, print: (text: string) => void): Core {
  const stdout = {
    write(text: string) {
      print(text);
      return true;
    },
  };
  const view = Object.create(real, { env: { value: env }, stdout: { value: stdout } }) as NodeJS.Process;
  const call: Core["call"] = (use) => views.run(view, use, library);
  return {
    call,
    request: async (context, use) => await withHttp(context, () => call(use)),
    async writeSummary(markdown) {
      // A new one each time: the one that the library shares remembers the file of its first caller.
      const Summary = library.summary.constructor as new () => Library["summary"];
      await call(() => new Summary().addRaw(markdown).write());
    },
  };
}

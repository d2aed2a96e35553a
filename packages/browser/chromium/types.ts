import type { NetworkSettings } from "@release-actions/action";

export interface LaunchOptions {
  /** The browser's program, as `findChromium` gives it. */
  readonly executable: string;
  /** A private directory, absolute. The profile is made in it and removed at the end. */
  readonly temporary: string;
  /** What the process may see of the environment: PATH and the like. */
  readonly environment: Readonly<Record<string, string>>;
  readonly network: NetworkSettings;
  /** The page's own host. A page of the public internet may not reach this machine or its network. */
  readonly host: string;
  /** Ends the browser at once. */
  readonly signal: AbortSignal;
  /** Milliseconds until it must have answered, and until a tab must be open. 30 s where not given. */
  readonly deadline?: number | undefined;
}

/** One browser process with a profile of its own. */
export interface Chromium {
  /** As it calls itself: `Chrome/156.0.8078.79`. */
  readonly version: string;
  /** False where it runs as root, which Chromium's sandbox does not take. */
  readonly sandboxed: boolean;
  readonly pid: number;
  /** A tab with cookies, storage and service workers of its own, all empty. */
  openTab(): Promise<Tab>;
  /** Ends every process of it and removes the profile. Never rejects. */
  close(): Promise<void>;
}

export interface Tab {
  /** A command of the DevTools protocol. Rejects with BrowserGone or CommandFailed. */
  send(method: string, params?: object): Promise<Answer>;
  /** Hears all events of the tab, of its frames included where they share its process. */
  listen(listener: (method: string, params: Answer) => void): void;
  /** Windows that the page opened; each is closed at once. */
  readonly popups: number;
  close(): Promise<void>;
}

/** What the browser says: any shape. It passes on what the page says, so nothing in it is trusted. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Answer = Readonly<Record<string, any>>;

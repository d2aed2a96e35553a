import type { NetworkSettings } from "@release-actions/action";

export interface LaunchOptions {
  /** The browser's executable, as returned by `findChromium`. */
  readonly executable: string;
  /** A private directory, absolute. The profile is created in it and removed at the end. */
  readonly temporary: string;
  /** The environment variables of the process: PATH and so on. */
  readonly environment: Readonly<Record<string, string>>;
  readonly network: NetworkSettings;
  /** The page's own host. A page on the public internet may not reach this machine or its network. */
  readonly host: string;
  /** Ends the browser immediately. */
  readonly signal: AbortSignal;
  /** Milliseconds until it must have answered, and until a tab must be open. Default: 30 s. */
  readonly deadline?: number | undefined;
}

/** One browser process with its own profile. */
export interface Chromium {
  /** As the browser reports it: `Chrome/156.0.8078.79`. */
  readonly version: string;
  /** False if it runs as root, which Chromium's sandbox does not support. */
  readonly sandboxed: boolean;
  readonly pid: number;
  /** A tab with its own cookies, storage and service workers, all empty. */
  openTab(): Promise<Tab>;
  /** Ends all of its processes and removes the profile. Never rejects. */
  close(): Promise<void>;
}

export interface Tab {
  /** Sends a command of the DevTools protocol. Rejects with BrowserGone or CommandFailed. */
  send(method: string, params?: object): Promise<Answer>;
  /** Receives all events of the tab, including those of frames that share its process. */
  listen(listener: (method: string, params: Answer) => void): void;
  /** Windows that the page opened; each is closed immediately. */
  readonly popups: number;
  close(): Promise<void>;
}

/** Data from the browser, of any shape. It includes data from the page, so nothing in it is trusted. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Answer = Readonly<Record<string, any>>;

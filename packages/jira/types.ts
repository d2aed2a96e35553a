import type { Clock, Io } from "@release-actions/action";
import type { Api, Http } from "@release-actions/http";

export type Deployment = "cloud" | "datacenter";

export interface JiraOptions {
  /** Opened by whoever runs the action, for the site's origin. */
  readonly http: Http;
  /** Address of the site, such as `https://acme.atlassian.net` or `https://issues.example/jira`. */
  readonly url: string;
  readonly deployment: Deployment | "auto";
  /** Cloud: both, for Basic authentication. */
  readonly email: string | undefined;
  readonly token: string | undefined;
  /** Data Center: a personal access token. */
  readonly pat: string | undefined;
  /** For how many milliseconds an issue is searched for after its creation was not confirmed. */
  readonly searchLag: number;
  readonly io: Io;
  readonly signal: AbortSignal;
  readonly clock: Clock;
}

/** One Jira that accepted the credential. */
export interface Jira {
  readonly deployment: Deployment;
  readonly api: Api;
  /** Path segments of the REST API below the base of `api`, such as `rest`, `api`, `3`. */
  readonly root: readonly string[];
  /** The web address, without a trailing slash. */
  readonly site: string;
  /** Display name of the credential's owner. */
  readonly user: string;
  readonly searchLag: number;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly io: Io;
}

export interface Issue {
  /** Digits. A lower number was created earlier. */
  readonly id: string;
  readonly key: string;
  readonly summary: string;
  readonly status: string;
  readonly type: string;
  readonly labels: readonly string[];
  /** Cloud: an Atlassian document. Data Center: wiki markup. */
  readonly description: unknown;
}

export interface RemoteLink {
  readonly title: string;
  readonly url: string;
}

export interface Transition {
  readonly id: string;
  readonly name: string;
  /** The status that it leads to. */
  readonly to: string;
}

export function browseUrl({ site }: Pick<Jira, "site">, key: string): string {
  return `${site}/browse/${encodeURIComponent(key)}`;
}

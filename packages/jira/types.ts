import type { Clock, Io } from "@release-actions/action";
import type { Api, Http } from "@release-actions/http";

export type Deployment = "cloud" | "datacenter";

export interface JiraOptions {
  /** Opened by whoever runs the action, for the site's origin. */
  readonly http: Http;
  /** The site, such as `https://acme.atlassian.net` or `https://issues.example/jira`. */
  readonly url: string;
  readonly deployment: Deployment | "auto";
  /** Cloud: both, for Basic authentication. */
  readonly email: string | undefined;
  readonly token: string | undefined;
  /** Data Center: a personal access token. */
  readonly pat: string | undefined;
  /** Milliseconds that an issue is looked for whose making was not confirmed. */
  readonly searchLag: number;
  readonly io: Io;
  readonly signal: AbortSignal;
  readonly clock: Clock;
}

/** One Jira, reached and signed in to. */
export interface Jira {
  readonly deployment: Deployment;
  readonly api: Api;
  /** Segments of the REST API's root, below the API's base. */
  readonly root: readonly string[];
  /** The web address, without a trailing slash. */
  readonly site: string;
  /** Who the credential belongs to. */
  readonly user: string;
  readonly searchLag: number;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly io: Io;
}

export interface Issue {
  /** Digits. Lower ones were made earlier. */
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

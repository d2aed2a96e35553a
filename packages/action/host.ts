import type { CredentialRules } from "./credential-rules.ts";

/** What the host knows about where the action runs. Read once, at the entry; nothing else reads the environment. */
export interface HostFacts {
  readonly kind: "github" | "gitlab" | "terminal" | "memory";
  /** Absolute path of the checked-out repository. Files belong below it; packages/files decides the exceptions. */
  readonly workspace: string;
  /** The CI system's folder where a job's steps share files. An input may name a file in it. */
  readonly sharedTemporary?: string;
  /** A private directory (mode 0700) that is removed when the action ends. */
  readonly temporary: string;
  /** The tag whose push started this run, without `refs/tags/`. */
  readonly pushedTag?: string;
  /** The commit that the run was started for, 40 hex digits. */
  readonly commit?: string;
  /** `owner/name` on GitHub, the full project path on GitLab. */
  readonly repository?: string;
  /** GitLab's numeric project id, as a string. */
  readonly projectId?: string;
  /** The forge's web address, such as `https://github.com`. */
  readonly serverUrl?: string;
  /** The forge's REST address, such as `https://api.github.com` or `https://gitlab.example/api/v4`. */
  readonly apiUrl?: string;
  /** Where a person can see this run. */
  readonly runUrl?: string;
  readonly network: NetworkSettings;
  /** The few variables that a child process may see (PATH, a temporary HOME, the locale). */
  readonly childEnvironment: Readonly<Record<string, string>>;
  /** What a user's own tool may see: the whole environment but the variables that hold our inputs. */
  readonly toolEnvironment: Readonly<Record<string, string>>;
}

export interface NetworkSettings {
  readonly httpProxy?: string;
  readonly httpsProxy?: string;
  readonly noProxy?: string;
  /** A PEM file with more certificate authorities to trust, next to the system's. */
  readonly certificateAuthorities?: string;
  /** Set when NODE_TLS_REJECT_UNAUTHORIZED=0: the HTTP client then refuses to start. */
  readonly tlsVerificationDisabled: boolean;
  /** Which origins may receive which secret. Default: the forges' own tokens belong to github.com and gitlab.com. */
  readonly credentials?: CredentialRules;
}

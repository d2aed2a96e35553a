import type { TargetSelector } from "@release-actions/app-interface/saas-file";

/** The inputs and the configuration, brought together. */
export interface Settings {
  readonly gitlabUrl: string;
  readonly project: string;
  readonly forkProject: string | undefined;
  /** Who must be Maintainer of the fork. */
  readonly bot: string | undefined;
  readonly baseBranch: string;
  readonly file: string;
  readonly selectors: readonly TargetSelector[];
  /** The groups beyond the first, for " (including billing)". */
  readonly including: readonly string[];
  readonly ref: string;
  readonly source: string | undefined;
  readonly date: string;
  /** Whether the user named the day, rather than taking today. */
  readonly isDateGiven: boolean;
  readonly jiraKey: string | undefined;
  readonly image: string | undefined;
  readonly labels: readonly string[];
  readonly branch: string;
  readonly message: string;
  readonly title: string;
  /** Undefined: the default one, whose sections depend on what is known. */
  readonly description: string | undefined;
  readonly allowMovingRef: boolean;
  readonly allowRollback: boolean;
}

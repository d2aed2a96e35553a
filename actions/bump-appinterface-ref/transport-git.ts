import { invalid } from "@release-actions/action-types";
import type { GitOptions, Identity, Remote } from "@release-actions/git";
import type { Transport } from "./transport.ts";

export interface GitTransportOptions extends GitOptions {
  readonly upstream: Remote;
  readonly baseBranch: string;
  /** Where branches are pushed to; the upstream by default. */
  readonly fork?: Remote;
  readonly author: Identity;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly now: () => number;
}

export async function openGitTransport(_options: GitTransportOptions): Promise<Transport> {
  throw invalid("transport git is not there yet", { remedy: "Set transport to api." });
}

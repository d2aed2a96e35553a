import { invalid } from "@release-actions/action-types";
import type { GitTransportOptions } from "./open.ts";
import type { Transport } from "./transport.ts";

export async function openGitTransport(_options: GitTransportOptions): Promise<Transport> {
  throw invalid("transport git is not there yet", { remedy: "Set transport to api." });
}

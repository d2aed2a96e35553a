import type { IncomingHttpHeaders } from "node:http";
import type { Accounts, Presented } from "./credentials.ts";
import type { Store } from "./store.ts";

export { type Answer, json } from "../shared/answer.ts";

/** A request, and what answering it needs. */
export interface Exchange {
  method: string;
  url: URL;
  /** Percent-decoded as a whole, as Quay's application server does it: %2F is a slash. */
  path: string;
  headers: IncomingHttpHeaders;
  presented: Presented | undefined;
  store: Store;
  accounts: Accounts;
  /** Origin of the registry, and of what blobs redirect to. */
  origin: string;
  blobUrl: string;
  /** The `service` of tokens. */
  service: string;
}

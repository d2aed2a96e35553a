/**
 * A container registry in memory that takes pushes: as much of the distribution protocol (distribution-spec 1.1) as a
 * build needs. Real ones are in test/registry.
 */
import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { listen, portOf, shut } from "../shared/listen.ts";

export interface StandInRegistry {
  /** Such as `127.0.0.1:40001`. */
  readonly host: string;
  /** Method and path of each request, in order. */
  readonly ledger: string[];
  /** The digest a tag names, by `repository:tag`; a test may move or delete it. */
  readonly tags: Map<string, string>;
  /** Answers in place of the registry; undefined lets it answer itself. */
  intercept: (method: string, path: string) => number | undefined;
  close(): Promise<void>;
}

interface Manifest {
  readonly type: string;
  readonly bytes: Buffer;
}

const ROUTE = /^\/v2\/(.+?)\/(manifests|blobs)\/(uploads\/|[^/]+)$/;

/** With an account, nothing is answered without it (Basic). */
export async function startRegistryStandIn(account?: {
  readonly user: string;
  readonly password: string;
}): Promise<StandInRegistry> {
  const manifests = new Map<string, Manifest>();
  const blobs = new Map<string, Buffer>();
  const tags = new Map<string, string>();
  const ledger: string[] = [];
  const expected =
    account === undefined
      ? undefined
      : `Basic ${Buffer.from(`${account.user}:${account.password}`).toString("base64")}`;
  const standIn = { ledger, tags, intercept: (() => undefined) as StandInRegistry["intercept"] };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "GET" } = request;
    const url = new URL(request.url ?? "/", "http://registry");
    const body = Buffer.concat(await request.toArray());
    ledger.push(`${method} ${url.pathname}`);
    const fail = (status: number, code: string) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify({ errors: [{ code }] }));
    const forced = standIn.intercept(method, url.pathname);
    if (forced !== undefined) return void fail(forced, "UNAVAILABLE");
    if (expected !== undefined && request.headers.authorization !== expected) {
      response.setHeader("www-authenticate", 'Basic realm="stand-in"');
      return void fail(401, "UNAUTHORIZED");
    }
    if (url.pathname === "/v2/") return void response.writeHead(200).end("{}");
    const [, repository = "", kind, name = ""] = ROUTE.exec(url.pathname) ?? [];
    if (kind === "blobs" && method === "POST")
      return void response.writeHead(202, { location: `/v2/${repository}/blobs/uploads/1` }).end();
    if (kind === undefined && method === "PUT" && url.pathname.includes("/blobs/uploads/")) {
      blobs.set(digestOf(body), body);
      return void (url.searchParams.get("digest") === digestOf(body)
        ? response.writeHead(201).end()
        : fail(400, "DIGEST_INVALID"));
    }
    if (kind === "blobs") {
      const blob = blobs.get(name);
      return void (blob === undefined ? fail(404, "BLOB_UNKNOWN") : response.writeHead(200).end(blob));
    }
    if (kind !== "manifests") return void fail(404, "UNSUPPORTED");
    if (method === "PUT") {
      const digest = digestOf(body);
      manifests.set(`${repository}@${digest}`, { type: request.headers["content-type"] ?? "", bytes: body });
      if (!name.includes(":")) tags.set(`${repository}:${name}`, digest);
      return void response.writeHead(201, { "docker-content-digest": digest }).end();
    }
    const digest = name.includes(":") ? name : tags.get(`${repository}:${name}`);
    const found = digest === undefined ? undefined : manifests.get(`${repository}@${digest}`);
    if (found === undefined) return void fail(404, "MANIFEST_UNKNOWN");
    response.writeHead(200, { "content-type": found.type, "docker-content-digest": digest }).end(found.bytes);
  }

  const server = createServer((request, response) => void answer(request, response));
  await listen(server, 0);
  return Object.assign(standIn, { host: `127.0.0.1:${portOf(server)}`, close: () => shut(server) });
}

function digestOf(bytes: Buffer): string {
  return `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
}

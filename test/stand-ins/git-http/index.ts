/**
 * Git's smart HTTP protocol for bare repositories on this machine, as a forge serves it at `/owner/name.git`, by
 * `git http-backend`. Every other path is passed on, so that one address can be a forge's pages and its git.
 */
import { spawn } from "node:child_process";
import { createServer, request, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface GitHttpOptions {
  /** The bare repository of each `owner/name`. */
  readonly repositories: Readonly<Record<string, string>>;
  /** Asked for by Basic authentication, whatever the user name. Without it anyone may read and nobody may write. */
  readonly token?: string;
  /** Origin that answers what is no repository. */
  readonly fallback?: string;
}

export interface GitHttp {
  /** Such as `http://127.0.0.1:40001`. */
  readonly url: string;
  /** Method and path of every request, with the status that went out. */
  readonly requests: readonly { method: string; path: string; status: number }[];
  close(): Promise<void>;
}

export async function startGitHttp(options: GitHttpOptions): Promise<GitHttp> {
  const requests: { method: string; path: string; status: number }[] = [];
  const server = createServer((incoming, reply) => {
    const url = new URL(incoming.url ?? "/", "http://localhost");
    reply.on("finish", () => requests.push({ method: incoming.method ?? "", path: url.pathname, status: reply.statusCode }));
    const match = /^\/(.+?)\.git(\/.*)$/.exec(decodeURIComponent(url.pathname));
    const directory = options.repositories[match?.[1] ?? ""];
    if (directory === undefined || match === null) return passOn(incoming, reply, options.fallback);
    const known = isKnown(incoming.headers.authorization, options.token);
    if (!known && (options.token !== undefined || incoming.url?.includes("receive-pack") === true)) {
      reply.writeHead(401, { "www-authenticate": 'Basic realm="git"' }).end();
      return;
    }
    backend(incoming, reply, url, `${directory}${match[2] ?? ""}`, known);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function isKnown(authorization: string | undefined, token: string | undefined): boolean {
  const [scheme, encoded] = (authorization ?? "").split(" ");
  if (token === undefined || scheme?.toLowerCase() !== "basic") return false;
  return Buffer.from(encoded ?? "", "base64").toString().split(":")[1] === token;
}

function backend(incoming: IncomingMessage, reply: ServerResponse, url: URL, path: string, known: boolean): void {
  const header = (name: string) => String(incoming.headers[name] ?? "");
  const child = spawn("git", ["-c", "safe.directory=*", "-c", `http.receivepack=${String(known)}`, "http-backend"], {
    env: {
      PATH: process.env.PATH ?? "",
      GIT_CONFIG_GLOBAL: "/dev/null",
      GIT_HTTP_EXPORT_ALL: "1",
      PATH_TRANSLATED: path,
      PATH_INFO: url.pathname,
      QUERY_STRING: url.search.slice(1),
      REQUEST_METHOD: incoming.method ?? "GET",
      CONTENT_TYPE: header("content-type"),
      CONTENT_LENGTH: header("content-length"),
      HTTP_CONTENT_ENCODING: header("content-encoding"),
      GIT_PROTOCOL: header("git-protocol"),
      REMOTE_ADDR: "127.0.0.1",
      ...(known ? { REMOTE_USER: "git" } : {}),
    },
    stdio: ["pipe", "pipe", "ignore"],
  });
  incoming.pipe(child.stdin);
  child.stdin.on("error", () => undefined);
  child.on("error", () => reply.writeHead(500).end());
  let head = Buffer.alloc(0);
  let started = false;
  child.stdout.on("data", (chunk: Buffer) => {
    if (started) return void reply.write(chunk);
    head = Buffer.concat([head, chunk]);
    const end = head.indexOf("\r\n\r\n");
    if (end < 0) return;
    started = true;
    const { status, headers } = readHead(head.subarray(0, end).toString("latin1"));
    reply.writeHead(status, headers);
    reply.write(head.subarray(end + 4));
  });
  child.stdout.on("end", () => reply.end());
}

function readHead(text: string): { status: number; headers: Record<string, string> } {
  const headers: Record<string, string> = {};
  for (const line of text.split("\r\n")) {
    const colon = line.indexOf(":");
    headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim();
  }
  const { status, ...rest } = headers;
  return { status: status === undefined ? 200 : Number.parseInt(status, 10), headers: rest };
}

function passOn(incoming: IncomingMessage, reply: ServerResponse, origin: string | undefined): void {
  if (origin === undefined) return void reply.writeHead(404).end();
  const headers = { ...incoming.headers, host: new URL(origin).host };
  const onward = request(new URL(incoming.url ?? "/", origin), { method: incoming.method, headers }, (answer) => {
    reply.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(reply);
  });
  onward.on("error", () => reply.writeHead(502).end());
  incoming.pipe(onward);
}

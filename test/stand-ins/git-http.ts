import { spawn } from "node:child_process";
import { createServer, request as sendOn } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

/** What to do to a request instead of answering it. */
export type GitHttpFault =
  /** Close the connection before git sees the request. */
  | "reset"
  /** Let git do the work, then close the connection without an answer. */
  | "lose-answer"
  /** Never answer. */
  | "hang"
  /** Let git do the work, and never answer. */
  | "work-then-hang"
  | { readonly status: number; readonly location?: string };

export interface GitHttpOptions {
  /** The directory of the bare repositories: each is served at its path below it. */
  readonly root?: string;
  /** Or single ones: the directory of each `owner/name`, served as a forge does at `/owner/name.git`. */
  readonly repositories?: Readonly<Record<string, string>>;
  /** The origin that answers for every other path, so that one address can be a forge's pages and its git. */
  readonly fallback?: string;
  /** The password that every request must carry; without it, all may read and write. */
  readonly token?: string;
  /** Called for each request. */
  readonly fault?: (request: GitHttpRequest) => GitHttpFault | undefined;
  readonly port?: number;
  /** Milliseconds that each request waits before it is checked, as over a long line; none by default. */
  readonly latencyMs?: number;
}

export interface GitHttpRequest {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  /** Whether it carried an Authorization header, right or wrong. */
  readonly credential: boolean;
}

export interface GitHttp {
  /** Without a slash at the end: append `/repository.git`. */
  readonly url: string;
  readonly log: readonly (GitHttpRequest & { readonly status: number })[];
  close(): Promise<void>;
}

/** A real git server on loopback: git's own http-backend behind basic authentication. */
export async function startGitHttp(options: GitHttpOptions): Promise<GitHttp> {
  const log: (GitHttpRequest & { readonly status: number })[] = [];
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const asked: GitHttpRequest = {
      method: request.method ?? "GET",
      path: request.url ?? "/",
      credential: request.headers.authorization !== undefined,
    };
    response.once("close", () => log.push({ ...asked, status: response.headersSent ? response.statusCode : 0 }));
    const directory = directoryOf(options, asked.path);
    if (directory === undefined) return passOn(request, response, options.fallback);
    const fault = isAuthorized(request, options.token) ? options.fault?.(asked) : undefined;
    if (fault === "reset") return void request.socket.destroy();
    if (fault === "hang") return;
    if (typeof fault === "object") {
      return void response.writeHead(fault.status, fault.location ? { location: fault.location } : {}).end();
    }
    if (!isAuthorized(request, options.token)) {
      return void response.writeHead(401, { "www-authenticate": 'Basic realm="git"' }).end();
    }
    serve(directory, request, response, fault);
  };
  const { latencyMs = 0 } = options;
  const server = createServer((request, response) => {
    if (latencyMs === 0) answer(request, response);
    else setTimeout(answer, latencyMs, request, response);
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    log,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The path on disk that a request means, or undefined where it means no repository. */
function directoryOf({ root, repositories = {} }: GitHttpOptions, path: string): string | undefined {
  const { pathname } = new URL(path, "http://localhost");
  if (root !== undefined) return join(root, decodeURIComponent(pathname));
  const [, name = "", rest = ""] = /^\/(.+?)\.git(\/.*)$/.exec(decodeURIComponent(pathname)) ?? [];
  const directory = repositories[name];
  return directory === undefined ? undefined : join(directory, rest);
}

function isAuthorized(request: IncomingMessage, token: string | undefined): boolean {
  if (token === undefined) return true;
  const [scheme, encoded = ""] = (request.headers.authorization ?? "").split(" ");
  const password = Buffer.from(encoded, "base64").toString("utf8").split(":").slice(1).join(":");
  return scheme?.toLowerCase() === "basic" && password === token;
}

const SERVER_SETTINGS = [
  "safe.directory=*",
  "http.receivepack=true",
  "uploadpack.allowFilter=true",
  "uploadpack.allowAnySHA1InWant=true",
  "receive.advertisePushOptions=true",
  "receive.autogc=false",
].flatMap((setting) => ["-c", setting]);

/** One request through the CGI program; see git-http-backend for its variables. */
function serve(
  directory: string,
  request: IncomingMessage,
  response: ServerResponse,
  fault: GitHttpFault | undefined,
): void {
  const url = new URL(request.url ?? "/", "http://localhost");
  const variables: Record<string, string | undefined> = {
    PATH: process.env["PATH"],
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_NOSYSTEM: "1",
    PATH_TRANSLATED: directory,
    GIT_HTTP_EXPORT_ALL: "1",
    REMOTE_USER: "ci",
    REMOTE_ADDR: "127.0.0.1",
    PATH_INFO: url.pathname,
    QUERY_STRING: url.search.slice(1),
    REQUEST_METHOD: request.method,
    CONTENT_TYPE: request.headers["content-type"],
    CONTENT_LENGTH: request.headers["content-length"],
    HTTP_CONTENT_ENCODING: request.headers["content-encoding"],
    GIT_PROTOCOL: asText(request.headers["git-protocol"]),
  };
  const env = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined));
  const backend = spawn("git", [...SERVER_SETTINGS, "http-backend"], { env, stdio: ["pipe", "pipe", "ignore"] });
  request.pipe(backend.stdin);
  backend.stdin.on("error", () => undefined);
  response.on("close", () => backend.stdout.resume());
  let head: Buffer | undefined = Buffer.alloc(0);
  backend.stdout.on("data", (chunk: Buffer) => {
    if (fault !== undefined) return;
    if (head === undefined) return void response.write(chunk);
    head = Buffer.concat([head, chunk]);
    const end = head.indexOf("\r\n\r\n");
    if (end < 0) return;
    response.writeHead(...parseHead(head.toString("utf8", 0, end)));
    response.write(head.subarray(end + 4));
    head = undefined;
  });
  backend.stdout.on("end", () => {
    if (fault === undefined) response.end();
    if (fault === "lose-answer") request.socket.destroy();
  });
}

function parseHead(text: string): [status: number, headers: Record<string, string>] {
  const pairs = text.split("\r\n").map((line): [string, string] => {
    const colon = line.indexOf(":");
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
  });
  const { status, ...headers } = Object.fromEntries(pairs);
  return [Number.parseInt(status ?? "200", 10), headers];
}

function passOn(incoming: IncomingMessage, response: ServerResponse, origin: string | undefined): void {
  if (origin === undefined) return void response.writeHead(404).end();
  const headers = { ...incoming.headers, host: new URL(origin).host };
  const onward = sendOn(new URL(incoming.url ?? "/", origin), { method: incoming.method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on("error", () => response.writeHead(502).end());
  incoming.pipe(onward);
}

function asText(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}

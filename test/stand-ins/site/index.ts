/** A web site of small files with a small application on it, for what checks pages. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { listen, portOf, shut } from "../shared/listen.ts";

export interface SiteFile {
  readonly body: string | Buffer;
  readonly type?: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Answers itself; resolves or hangs as it likes. */
export type SiteHandler = (request: IncomingMessage, response: ServerResponse) => void;
export type SiteFiles = Readonly<Record<string, string | SiteFile | SiteHandler>>;

export interface Site {
  readonly url: string;
  /** Paths with their queries, as they were requested. */
  readonly asked: string[];
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  js: "text/javascript",
  css: "text/css",
  html: "text/html; charset=utf-8",
  svg: "image/svg+xml",
  json: "application/json",
};

/** A site of these files, by their paths. `fallback`: what is not there is answered with the start page and 200. */
export async function startSite(files: SiteFiles, { fallback = false } = {}): Promise<Site> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://site");
    asked.push(url.pathname + url.search);
    const file = files[url.pathname] ?? (fallback ? files["/"] : undefined);
    if (typeof file === "function") return file(request, response);
    const { body, type, status, headers }: SiteFile =
      file === undefined
        ? { body: "not found", type: "text/plain", status: 404 }
        : typeof file === "string"
          ? { body: file }
          : file;
    const extension = file === files["/"] ? "html" : (url.pathname.split(".")[1] ?? "html");
    response
      .writeHead(status ?? 200, {
        "content-type": type ?? TYPES[extension] ?? "text/plain",
        "content-length": Buffer.byteLength(body),
        ...headers,
      })
      .end(body);
  });
  await listen(server, 0);
  return { url: `http://127.0.0.1:${portOf(server)}/`, asked, close: () => shut(server) };
}

export interface AppParts {
  readonly head?: string;
  readonly body?: string;
  readonly title?: string;
}

/** The start page of a small application, built as bundlers build them. */
export function indexHtml({ head = "", body = "", title = "Shop" }: AppParts = {}): string {
  return `<!doctype html><html lang=en><head><meta charset=utf-8><title>${title}</title><meta name=version content="1.4.0">
<link rel=icon href="data:,"><link rel=modulepreload href="/assets/vendor-1a2b3c4d.js"><link rel=stylesheet href="/assets/app-5e6f7a8b.css">
${head}<script type=module src="/assets/app-9c0d1e2f.js"></script></head><body><div id='root'></div>${body}</body></html>`;
}

const KEPT = { "cache-control": "public, max-age=31536000, immutable" };
export const APP_JS = `import { h } from "./vendor-1a2b3c4d.js";
document.querySelector("#root").append(h("h1", "Shop"), h("p", "Welcome back"));
`;

/** A site without fault; `files` replace its own, an undefined one takes it away. */
export function appFiles(files: Readonly<Record<string, SiteFiles[string] | undefined>> = {}): SiteFiles {
  const all = {
    "/": { body: indexHtml(), headers: { "cache-control": "no-cache" } },
    "/assets/app-9c0d1e2f.js": { body: APP_JS, headers: KEPT },
    "/assets/vendor-1a2b3c4d.js": {
      body: "export function h(name, text) { const e = document.createElement(name); e.textContent = text; return e; }",
      headers: KEPT,
    },
    "/assets/app-5e6f7a8b.css": {
      body: "body { font: 16px sans-serif; color: #222 } h1 { color: #036 }",
      headers: KEPT,
    },
    ...files,
  };
  return Object.fromEntries(Object.entries(all).filter(([, file]) => file !== undefined)) as SiteFiles;
}

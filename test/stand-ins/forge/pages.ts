import type { Answer, Exchange } from "./exchange.ts";
import { storageUrl } from "./github-assets.ts";
import { latestRelease } from "./github-releases.ts";
import { escapeHtml, renderMarkdown } from "./markdown.ts";
import type { Origins } from "./origins.ts";
import { findRepository, type Repository, type Store } from "./store.ts";
import type { AssetState } from "./types.ts";

/** The pages that people see, and the downloads behind them. */

/** github.com: `/owner/name/releases`, `…/releases/tag/:tag`, `…/releases/download/:tag/:file`. */
export function answerGitHubPage({ segments, method }: Exchange, store: Store, origins: Origins): Answer {
  const [owner = "", name = "", releases, kind, ...rest] = segments;
  const repository = findRepository(store, `${owner}/${name}`);
  if (repository === undefined || method !== "GET") return missing();
  const published = repository.state.github.releases.filter((release) => !release.draft);
  if (releases === undefined || (releases === "releases" && (kind === undefined || kind === ""))) {
    const items = published.toReversed().map((release) => ({
      href: `/${repository.setup.path}/releases/tag/${encodeURI(release.tag)}`,
      text: release.name ?? release.tag,
    }));
    return page(`Releases of ${repository.setup.path}`, listOf(items));
  }
  if (releases === "releases" && kind === "download") {
    const tag = rest.slice(0, -1).join("/");
    const asset = published.find((one) => one.tag === tag)?.assets.find((one) => one.name === rest.at(-1));
    return asset === undefined ? missing() : { status: 302, headers: { location: storageUrl(origins.storage, asset) } };
  }
  const release = published.find((one) => releases === "releases" && kind === "tag" && one.tag === rest.join("/"));
  if (release === undefined) return missing();
  const marks = [
    latestRelease(repository)?.id === release.id ? "Latest" : "",
    release.prerelease ? "Pre-release" : "",
    release.immutable ? "Immutable" : "",
  ].filter(Boolean);
  const base = `/${repository.setup.path}/releases/download/${encodeURI(release.tag)}`;
  const assets = release.assets.map((asset) => assetItem(asset, `${base}/${encodeURIComponent(asset.name)}`));
  return releasePage(repository, release.tag, release.name ?? release.tag, marks, release.body ?? "", assets);
}

/** gitlab.com: `/group/name/-/releases`, `…/-/releases/:tag`, `…/-/releases/:tag/downloads/…`. */
export function answerGitLabPage({ segments, method }: Exchange, store: Store): Answer {
  const at = segments.indexOf("-");
  const repository = findRepository(store, segments.slice(0, at < 0 ? undefined : at).join("/"));
  if (repository === undefined || method !== "GET") return missing();
  const [, releases, tag, downloads, ...path] = at < 0 ? ["-", "releases"] : segments.slice(at);
  const { gitlab } = repository.state;
  if (releases !== "releases") return missing();
  if (tag === undefined) {
    const items = gitlab.releases.toReversed().map((release) => ({
      href: `/${repository.setup.path}/-/releases/${encodeURIComponent(release.tag)}`,
      text: release.name,
    }));
    return page(`Releases of ${repository.setup.path}`, listOf(items));
  }
  const release = gitlab.releases.find((one) => one.tag === tag);
  if (release === undefined) return missing();
  if (downloads === "downloads") {
    const link = release.links.find((one) => one.directAssetPath === `/${path.join("/")}`);
    return link === undefined ? missing() : { status: 302, headers: { location: link.url } };
  }
  const links = release.links.map((link) => ({ href: link.url, text: `${link.name} (${link.linkType})` }));
  return releasePage(repository, tag, release.name, [], release.description ?? "", links);
}

/** Signed downloads: no credential is needed, and one that comes along is an error, as on the real storage. */
export function answerStorage({ segments, headers }: Exchange, store: Store): Answer {
  const [root, digest = ""] = segments;
  if (headers.authorization !== undefined) {
    const body = "<Error><Code>InvalidArgument</Code></Error>";
    return { status: 400, headers: { "content-type": "application/xml" }, body };
  }
  const content = root === "assets" ? store.blobs.get(digest) : undefined;
  if (content === undefined) return missing();
  return { status: 200, headers: { "content-type": "application/octet-stream" }, body: content };
}

interface Item {
  href: string;
  text: string;
}

function assetItem(asset: AssetState, href: string): Item {
  const label = asset.label === null || asset.label === "" ? asset.name : asset.label;
  return { href, text: `${label} — ${asset.size} bytes — ${asset.digest ?? asset.state}` };
}

function releasePage(
  repository: Repository,
  tag: string,
  name: string,
  marks: string[],
  body: string,
  items: Item[],
): Answer {
  const badges = marks.map((mark) => ` <mark>${escapeHtml(mark)}</mark>`).join("");
  return page(
    `${name} · ${repository.setup.path}`,
    `<h1>${escapeHtml(name)}${badges}</h1>\n<p>Tag <code>${escapeHtml(tag)}</code></p>\n` +
      `<article>\n${renderMarkdown(body)}\n</article>\n<h2>Assets</h2>\n${listOf(items)}`,
  );
}

function listOf(items: Item[]): string {
  if (items.length === 0) return "<p>None.</p>";
  const rows = items.map(
    ({ href, text }) => `<li><a href="${escapeHtml(safeHref(href))}">${escapeHtml(text)}</a></li>`,
  );
  return `<ul>\n${rows.join("\n")}\n</ul>`;
}

function safeHref(href: string): string {
  return /^(?:https?:\/\/|\/(?!\/))/.test(href) ? href : "#";
}

function page(title: string, body: string, status = 200): Answer {
  const style = "body{font:16px/1.5 system-ui;max-width:50rem;margin:2rem auto;padding:0 1rem}";
  return {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
    },
    body: `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title><style>${style}</style></head>
<body>
${body}
</body></html>
`,
  };
}

function missing(): Answer {
  return page("Not found", "<h1>Not found</h1>", 404);
}

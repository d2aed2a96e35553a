import { problem } from "./api-replies.ts";
import { listTags } from "./api-tags.ts";
import { mayPull } from "./credentials.ts";
import { type Answer, type Exchange, json } from "./exchange.ts";
import type { Manifest } from "./image.ts";
import { answerSecurity } from "./security.ts";
import { aliveManifest, type Repository } from "./store.ts";

/** Quay's own API, for reading (endpoints/api). A repository's path is in the address with its slashes. */

const root = "/api/v1/repository/";
// The longest path wins, so that a repository may have a segment `tag` or `manifest`.
const tagRoute = /^([^/]+(?:\/[^/]+)+)\/tag\/$/;
const manifestRoute = /^([^/]+(?:\/[^/]+)+)\/manifest\/(sha256:[0-9a-f]{64})(?:\/(security|labels))?$/;

export function answerApi(exchange: Exchange): Answer {
  const { path, method, origin } = exchange;
  const rest = path.startsWith(root) ? path.slice(root.length) : "";
  const [, tagged] = tagRoute.exec(rest) ?? [];
  const [, held, digest = "", part] = manifestRoute.exec(rest) ?? [];
  // Without its slash at the end, `…/tag` is the address of a repository of that name.
  const name = tagged ?? held ?? rest;
  if (!name.includes("/")) return problem("not_found", "Not Found", origin);
  if (method !== "GET" && method !== "HEAD")
    return json(405, { message: "The method is not allowed for the requested URL." });
  const repository = exchange.store.repositories.get(name);
  const refusal = refuse(exchange, name, repository, part === "security");
  if (refusal !== undefined) return refusal;
  if (repository === undefined) return problem("not_found", "Not Found", origin);
  if (tagged !== undefined) return listTags(exchange, repository);
  if (held === undefined) return describe(repository);
  if (part === "security") return answerSecurity(exchange, repository, digest);
  const manifest = aliveManifest(repository, digest, exchange.store.now());
  if (manifest === undefined) return problem("not_found", "Not Found", origin);
  return part === "labels" ? listLabels(exchange, manifest) : manifestAnswer(manifest);
}

/** OAuth tokens by Bearer; the security endpoint takes Basic too. A credential that is neither counts as none. */
function refuse(
  { presented, origin }: Exchange,
  path: string,
  repository: Repository | undefined,
  basic: boolean,
): Answer | undefined {
  const known = presented?.scheme === "bearer" || (basic && presented?.scheme === "basic");
  const account = known ? presented.account : undefined;
  if (mayPull(account, path, repository)) return undefined;
  if (account === undefined) return problem("invalid_token", "Requires authentication", origin);
  return problem("insufficient_scope", "Unauthorized", origin);
}

function describe({ path, public: isPublic }: Repository): Answer {
  const [namespace, ...name] = path.split("/");
  return json(200, { namespace, name: name.join("/"), kind: "image", is_public: isPublic, state: "NORMAL" });
}

function manifestAnswer({ digest, bytes, kind, config, layers }: Manifest): Answer {
  const isList = kind === "index";
  return json(200, {
    digest,
    is_manifest_list: isList,
    manifest_data: bytes.toString("utf8"),
    config_media_type: config?.mediaType ?? null,
    layers: isList
      ? null
      : layers.map((layer, index) => ({
          index,
          compressed_size: layer.size,
          is_remote: false,
          urls: null,
          command: ["COPY app"],
          comment: null,
          author: null,
          blob_digest: layer.digest,
          created_datetime: "Thu, 01 Jan 2026 00:00:00 -0000",
        })),
    layers_compressed_size: isList ? null : layers.reduce((sum, { size }) => sum + size, 0),
  });
}

/** Labels and annotations of an image, annotations of another artifact, nothing of an index. */
function listLabels({ url }: Exchange, manifest: Manifest): Answer {
  const prefix = url.searchParams.get("filter") ?? "";
  const all = manifest.kind === "index" ? {} : { ...manifest.labels, ...manifest.annotations };
  const labels = Object.entries(all)
    .filter(([key]) => key.startsWith(prefix))
    .map(([key, value], at) => {
      const id = `${manifest.digest.slice(7, 15)}-0000-4000-8000-${String(at).padStart(12, "0")}`;
      return { id, key, value, source_type: "manifest", media_type: "text/plain" };
    });
  return json(200, { labels });
}

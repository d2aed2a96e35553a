import { type Answer, type Exchange, json } from "./exchange.ts";
import { type GitLabCall, message, paged, parameterError } from "./gitlab-call.ts";
import { findRepository, type Repository, type Store } from "./store.ts";
import type { PackageFileState, PackageState } from "./types.ts";

const defaultLimit = 5 * 1024 ** 3;

/** `packages/generic/:name/:version/:file`, `packages`, `packages/:id`, `packages/:id/package_files`. */
export function packageRoutes(call: GitLabCall): Answer | undefined {
  const { exchange, repository, rest } = call;
  const { method } = exchange;
  const [, id, files, fileId] = rest;
  const { gitlab } = repository.state;
  if (id === "generic" && rest.length === 5) return genericRoutes(call);
  if (id === undefined && method === "GET") return listPackages(call);

  const found = gitlab.packages.find((one) => String(one.id) === id);
  if (found === undefined) return undefined;
  if (method === "DELETE" && !call.writer) return message(403, "403 Forbidden");
  if (files === undefined && method === "GET") return json(200, packageJson(found, repository));
  if (files === undefined && method === "DELETE") {
    gitlab.packages = gitlab.packages.filter((one) => one !== found);
    return { status: 204 };
  }
  if (files !== "package_files") return undefined;
  if (fileId === undefined && method === "GET")
    return paged(
      call,
      found.files.map((file) => fileJson(file, found)),
    );
  if (method !== "DELETE" || !found.files.some((file) => String(file.id) === fileId)) return undefined;
  found.files = found.files.filter((file) => String(file.id) !== fileId);
  return { status: 204 };
}

function genericRoutes(call: GitLabCall): Answer | undefined {
  const { exchange, repository } = call;
  const [, , name = "", version = "", file = ""] = call.rest;
  if (!isPackageWord(name)) return parameterError("package_name is invalid");
  if (!isPackageWord(version) || version.includes("..")) return parameterError("package_version is invalid");
  if (!isPackageWord(file)) return parameterError("file_name is invalid");
  if (exchange.method === "PUT") return putFile(call, name, version, file);
  if (exchange.method !== "GET") return undefined;

  const found = findPackage(repository, name, version);
  // Of two files of one name, the later one.
  const stored = found?.files.findLast((one) => one.name === file);
  if (stored === undefined) return undefined;
  const content = call.store.blobs.get(stored.sha256);
  if (content === undefined) return message(501, "The stand-in keeps no content of this size");
  const headers = { "content-type": "application/octet-stream", "x-checksum-sha256": stored.sha256 };
  return { status: 200, headers, body: content };
}

function putFile(call: GitLabCall, name: string, version: string, file: string): Answer {
  const { exchange, parameters, repository, store } = call;
  const { status, select } = parameters;
  if (status !== undefined && status !== "default" && status !== "hidden") {
    return parameterError("status does not have a valid value");
  }
  if (!call.writer) return message(403, "403 Forbidden");
  const { body } = exchange;
  if (body.bytes > (repository.setup.maxPackageBytes ?? defaultLimit)) {
    return message(400, "400 Bad request - File is too large");
  }
  const found = findPackage(repository, name, version);
  if (repository.setup.packageDuplicates === false && found?.files.some((one) => one.name === file)) {
    return message(400, "400 Bad request - Duplicate package is not allowed");
  }
  // GitLab's documentation warns of this: uploads that make one new package at the same time.
  if (exchange.raced) return message(500, "500 Internal Server Error");

  const owner: PackageState = found ?? {
    id: store.id(),
    name,
    version,
    status: status ?? "default",
    createdAt: store.stamp(),
    files: [],
  };
  if (found === undefined) repository.state.gitlab.packages.push(owner);
  else if (status !== undefined) owner.status = status;
  const stored = { id: store.id(), name: file, size: body.bytes, sha256: body.sha256, createdAt: store.stamp() };
  owner.files.push(stored);
  if (body.content !== undefined) store.blobs.set(body.sha256, body.content);
  return select === "package_file" ? json(200, fileJson(stored, owner)) : message(201, "201 Created");
}

/** Notes an upload as it comes, so that a second one into the same new package is known to race. */
export function enterUpload(exchange: Exchange, store: Store): () => void {
  const [, , , id = "", packages, kind, name = "", version = ""] = exchange.segments;
  if (exchange.method !== "PUT" || packages !== "packages" || kind !== "generic") return () => undefined;
  const repository = findRepository(store, id);
  if (repository === undefined) return () => undefined;
  const key = JSON.stringify([repository.setup.path, name, version]);
  const underWay = store.newPackages.get(key) ?? 0;
  if (underWay === 0 && findPackage(repository, name, version) !== undefined) return () => undefined;
  store.newPackages.set(key, underWay + 1);
  exchange.raced = underWay > 0;
  return () => {
    const left = (store.newPackages.get(key) ?? 1) - 1;
    if (left > 0) store.newPackages.set(key, left);
    else store.newPackages.delete(key);
  };
}

function listPackages(call: GitLabCall): Answer {
  const { package_name: name, package_version: version, package_type: type } = call.parameters;
  const { status = "default", sort } = call.parameters;
  const found = call.repository.state.gitlab.packages.filter(
    (one) =>
      one.status === status &&
      (type === undefined || type === "generic") &&
      // A search, not a comparison: `app` finds `app-extras` too.
      (typeof name !== "string" || one.name.includes(name)) &&
      (version === undefined || one.version === version),
  );
  const ordered = sort === "desc" ? found.toReversed() : found;
  return paged(
    call,
    ordered.map((one) => packageJson(one, call.repository)),
  );
}

function findPackage(repository: Repository, name: string, version: string): PackageState | undefined {
  return repository.state.gitlab.packages.find((one) => one.name === name && one.version === version);
}

function packageJson(one: PackageState, repository: Repository) {
  return {
    id: one.id,
    name: one.name,
    version: one.version,
    package_type: "generic",
    status: one.status,
    _links: { web_path: `/${repository.setup.path}/-/packages/${one.id}` },
    created_at: one.createdAt,
    tags: [],
  };
}

function fileJson(file: PackageFileState, owner: PackageState) {
  return {
    id: file.id,
    package_id: owner.id,
    created_at: file.createdAt,
    file_name: file.name,
    size: file.size,
    file_md5: null,
    file_sha1: null,
    file_sha256: file.sha256,
  };
}

function isPackageWord(text: string): boolean {
  return /^[A-Za-z0-9._\-+~@]+$/.test(text) && !/^[~@]|[~@]$/.test(text);
}

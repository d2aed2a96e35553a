/** The harness's own way into a registry, for what skopeo and buildah cannot push. */
import { type Descriptor, descriptorOf, jsonBytes } from "./descriptor.ts";

/** Asks a registry for a path such as `/v2/team/app/manifests/1.0`, or an address that it gave. */
export type Ask = (path: string, init?: RequestInit) => Promise<Response>;

/** Answers the registry's challenge, whichever it is, with a user's credentials. */
export function askAs(origin: string, user: string, password: string): Ask {
  const basic = `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
  return async (path, init = {}) => {
    const url = new URL(path, origin);
    const first = await fetch(url, init);
    const challenge = first.headers.get("www-authenticate");
    if (first.status !== 401 || challenge === null) return first;
    await first.body?.cancel();
    const authorization = challenge.startsWith("Bearer ") ? `Bearer ${await tokenFor(challenge, basic)}` : basic;
    const headers = new Headers(init.headers);
    headers.set("authorization", authorization);
    return await fetch(url, { ...init, headers });
  };
}

/** The parameters of a challenge such as `Bearer realm="…",service="…",scope="…"`. */
export function challengeOf(header: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Array.from(header.matchAll(/([a-z]+)="([^"]*)"/g), ([, name = "", value = ""]) => [name, value]),
  );
}

async function tokenFor(challenge: string, authorization: string): Promise<string> {
  const { realm = "", ...parameters } = challengeOf(challenge);
  const url = new URL(realm);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  const reply = await fetch(url, { headers: { authorization } });
  if (reply.status !== 200) throw new Error(`the issuer answers ${reply.status}`);
  return ((await reply.json()) as { token: string }).token;
}

export async function putBlob(ask: Ask, repository: string, content: Buffer, mediaType: string): Promise<Descriptor> {
  const descriptor = descriptorOf(content, mediaType);
  const upload = await ask(`/v2/${repository}/blobs/uploads/`, { method: "POST" });
  const location = (await expectStatus(upload, 202)).headers.get("location") ?? "";
  const separator = location.includes("?") ? "&" : "?";
  const headers = { "content-type": "application/octet-stream" };
  const body = new Uint8Array(content);
  await expectStatus(
    await ask(`${location}${separator}digest=${descriptor.digest}`, { method: "PUT", headers, body }),
    201,
  );
  return descriptor;
}

/** Pushes a manifest or an index under a tag, or under its own digest where none is given. */
export async function putManifest(
  ask: Ask,
  repository: string,
  manifest: { readonly mediaType: string },
  tag?: string,
): Promise<Descriptor> {
  const content = jsonBytes(manifest);
  const descriptor = descriptorOf(content, manifest.mediaType);
  const init = { method: "PUT", headers: { "content-type": manifest.mediaType }, body: new Uint8Array(content) };
  await expectStatus(await ask(`/v2/${repository}/manifests/${tag ?? descriptor.digest}`, init), 201);
  return descriptor;
}

export async function expectStatus(reply: Response, status: number): Promise<Response> {
  if (reply.status === status) return reply;
  throw new Error(`${reply.url} answers ${reply.status}: ${await reply.text()}`);
}

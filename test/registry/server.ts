/** A real OCI registry on loopback, and the settings by which buildah and skopeo use it. */
import type { ChildProcess } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { end, start } from "../e2e/command.ts";
import { PATH } from "../e2e/environment.ts";
import { type Ask, askAs } from "./client.ts";
import { ACCEPT } from "./descriptor.ts";
import { startTokenIssuer, type TokenIssuer, type TokenIssuerOptions } from "./token-issuer.ts";

export interface RegistryOptions {
  /** `htpasswd`: Basic for every request. `token`: Bearer tokens of a separate issuer, as Quay and GHCR ask for. */
  readonly auth?: "none" | "htpasswd" | "token";
  /** For `token`: who may do what, and how tokens are answered. */
  readonly tokens?: Pick<TokenIssuerOptions, "access" | "answer">;
}

export interface Registry {
  /** Such as `127.0.0.1:40001`. */
  readonly host: string;
  readonly user: string;
  readonly password: string;
  /** The user's credentials in the form of containers-auth.json(5) and docker's config.json; no credentials without auth. */
  readonly authFile: string;
  /** What buildah and skopeo need to see: plain http for this registry, separate storage, no namespaces. */
  readonly environment: Readonly<Record<string, string>>;
  /** There with `auth: "token"`. */
  readonly issuer: TokenIssuer | undefined;
  /** Asks as the user. */
  readonly ask: Ask;
  /** The digest that a tag of a repository has. */
  digest(repository: string, tag: string): Promise<string>;
  close(): Promise<void>;
}

const USER = "robot";
const PASSWORD = "registry-secret";
/** bcrypt of the password, at the lowest cost. */
const HTPASSWD = `${USER}:$2y$04$7QPW2s8qoyOFc13jjuF/0OD9WeogM0tQTOyb62BS9Rki9Kpt/WDF2\n`;

/** Starts a registry that keeps all it has in a directory, which is made where it is absent; removing it is the caller's. */
export async function startRegistry(
  directory: string,
  { auth = "none", tokens = {} }: RegistryOptions = {},
): Promise<Registry> {
  const host = `127.0.0.1:${await freePort()}`;
  const settings = join(directory, "home/.config/containers");
  await mkdir(settings, { recursive: true });
  const file = async (name: string, text: string) => {
    await writeFile(join(directory, name), text, { mode: 0o600 });
    return join(directory, name);
  };
  const issuer = auth === "token" ? await startTokenIssuer({ user: USER, password: PASSWORD, ...tokens }) : undefined;
  const config = await file(
    "config.yml",
    `version: 0.1
log: {level: error, accesslog: {disabled: true}}
storage: {filesystem: {rootdirectory: ${directory}/data}, delete: {enabled: true}}
${auth === "htpasswd" ? `auth: {htpasswd: {realm: test, path: ${await file("htpasswd", HTPASSWD)}}}` : ""}
${issuer === undefined ? "" : tokenSettings(issuer, await file("authority.pem", issuer.authority))}
http: {addr: "${host}"}
`,
  );
  await writeFile(join(settings, "registries.conf"), `[[registry]]\nlocation = "${host}"\ninsecure = true\n`);
  const environment = {
    // buildah's login reads no variable but HOME for this.
    HOME: join(directory, "home"),
    CONTAINERS_STORAGE_CONF: await file(
      "storage.conf",
      `[storage]\ndriver = "vfs"\ngraphroot = "${directory}/storage"\nrunroot = "${directory}/run"\n`,
    ),
    BUILDAH_ISOLATION: "chroot",
  };
  const credential = { auth: Buffer.from(`${USER}:${PASSWORD}`).toString("base64") };
  const authFile = await file("auth.json", JSON.stringify({ auths: auth === "none" ? {} : { [host]: credential } }));
  const server = start("docker-registry", ["serve", config], {
    cwd: directory,
    env: { PATH, OTEL_TRACES_EXPORTER: "none" },
    timeout: 300_000,
  });
  const close = async () => {
    end(server.child);
    await server.ended;
    await issuer?.close();
  };
  try {
    await answers(`http://${host}/v2/`, server.child);
  } catch (error) {
    await close();
    throw new Error(`the registry did not start: ${(await server.ended).output}`, { cause: error });
  }
  const ask = askAs(`http://${host}`, USER, PASSWORD);
  return {
    host,
    user: USER,
    password: PASSWORD,
    authFile,
    environment,
    issuer,
    ask,
    digest: async (repository, tag) => {
      const reply = await ask(`/v2/${repository}/manifests/${tag}`, { method: "HEAD", headers: { accept: ACCEPT } });
      return reply.headers.get("docker-content-digest") ?? `no digest: ${reply.status}`;
    },
    close,
  };
}

function tokenSettings({ realm, service, issuer }: TokenIssuer, authority: string): string {
  return `auth: {token: {realm: "${realm}", service: ${service}, issuer: ${issuer}, rootcertbundle: ${authority}}}`;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Waits until a server answers; gives up when it has ended, or after ten seconds. */
async function answers(url: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 200 && server.exitCode === null; tries += 1) {
    const reply = await fetch(url).catch(() => undefined);
    if (reply !== undefined) return void (await reply.body?.cancel());
    await sleep(50);
  }
  throw new Error(`nothing answers at ${url}`);
}

/** A real OCI registry on loopback with a password, and the settings by which buildah and skopeo use it. */
import { mkdir, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { end, start } from "./command.ts";
import { PATH } from "./environment.ts";

export interface Registry {
  /** Such as `127.0.0.1:40001`. */
  readonly host: string;
  readonly user: string;
  readonly password: string;
  /** What buildah and skopeo need to see: plain http for this registry, storage of their own, no namespaces. */
  readonly environment: Readonly<Record<string, string>>;
  /** The digest that a tag of a repository has. */
  digest(repository: string, tag: string): Promise<string>;
  close(): Promise<void>;
}

const USER = "robot";
const PASSWORD = "registry-secret";
/** bcrypt of the password, at the lowest cost. */
const HTPASSWD = `${USER}:$2y$04$7QPW2s8qoyOFc13jjuF/0OD9WeogM0tQTOyb62BS9Rki9Kpt/WDF2\n`;

export async function startRegistry(directory: string): Promise<Registry> {
  const host = `127.0.0.1:${await freePort()}`;
  const settings = join(directory, "home/.config/containers");
  await mkdir(settings, { recursive: true });
  const file = async (name: string, text: string) => {
    await writeFile(join(directory, name), text);
    return join(directory, name);
  };
  const users = await file("htpasswd", HTPASSWD);
  const config = await file(
    "config.yml",
    `version: 0.1
log: {level: error, accesslog: {disabled: true}}
storage: {filesystem: {rootdirectory: ${directory}/data}}
auth: {htpasswd: {realm: test, path: ${users}}}
http: {addr: "${host}"}
`,
  );
  await writeFile(join(settings, "registries.conf"), `[[registry]]\nlocation = "${host}"\ninsecure = true\n`);
  const environment = {
    // buildah's login reads no variable but HOME for this.
    HOME: join(directory, "home"),
    CONTAINERS_STORAGE_CONF: await file("storage.conf", `[storage]\ndriver = "vfs"\ngraphroot = "${directory}/storage"\nrunroot = "${directory}/run"\n`),
    BUILDAH_ISOLATION: "chroot",
  };
  const server = start("docker-registry", ["serve", config], { cwd: directory, env: { PATH, OTEL_TRACES_EXPORTER: "none" }, timeout: 300_000 });
  await reachable(`http://${host}/v2/`);
  return {
    host,
    user: USER,
    password: PASSWORD,
    environment,
    digest: async (repository, tag) => {
      const authorization = `Basic ${Buffer.from(`${USER}:${PASSWORD}`).toString("base64")}`;
      const accept = "application/vnd.oci.image.manifest.v1+json";
      const reply = await fetch(`http://${host}/v2/${repository}/manifests/${tag}`, { headers: { authorization, accept } });
      return reply.headers.get("docker-content-digest") ?? `no digest: ${reply.status}`;
    },
    close: async () => {
      end(server.child);
      await server.ended;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function reachable(url: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const reply = await fetch(url).catch(() => undefined);
    if (reply !== undefined) return;
    await sleep(50);
  }
  throw new Error(`nothing answers at ${url}`);
}

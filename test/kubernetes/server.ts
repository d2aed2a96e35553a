/** A real API server of Konflux's custom resources on loopback: apiextensions-apiserver over etcd, with TLS. */
import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseAllDocuments } from "yaml";
import { end, start } from "../e2e/command.ts";
import { PATH } from "../e2e/environment.ts";
import { makeAuthority } from "../faults/certificates.ts";
import type { Rule, User } from "../stand-ins/kubernetes/index.ts";
import { startAdmission } from "./admission.ts";
import { startCore } from "./core.ts";
import { handsOn } from "./hands.ts";
import { DATA, SERVER } from "./parts.ts";

export interface RealCluster {
  readonly url: string;
  /** PEM. */
  readonly authority: string;
  /** The administrator's. */
  readonly token: string;
  close(): Promise<void>;
}

export interface RealOptions {
  readonly users: readonly User[];
  readonly namespaces: readonly string[];
}

const ADMIN: User = { name: "admin", token: "admin-0123456789abcdef" };
type Document = Record<string, unknown>;

/** The rules of a role of release-service. */
export function rulesOf(role: "release_editor_role" | "release_viewer_role"): readonly Rule[] {
  return (documents(`${role}.yaml`)[0] as unknown as { rules: Rule[] }).rules;
}

/** Starts everything and applies the CRDs. Takes some seconds; ends everything in `close`. */
export async function startRealCluster({ users, namespaces }: RealOptions): Promise<RealCluster> {
  const directory = await mkdtemp(join(tmpdir(), "kubernetes-"));
  const authority = makeAuthority();
  const pem = readFileSync(authority.file, "utf8");
  const certificate = authority.issue(["IP:127.0.0.1"]);
  const admission = await startAdmission(certificate);
  const core = await startCore({ users: [...users, ADMIN], namespaces, webhooks: webhooks(admission.url, pem) });
  const file = async (name: string, text: string) => {
    await writeFile(join(directory, name), text, { mode: 0o600 });
    return join(directory, name);
  };
  const coreConfig = await file("core.json", JSON.stringify(kubeconfig(core.url)));
  const [key, cert] = [await file("server.key", certificate.key), await file("server.pem", certificate.cert)];
  const [client, peer, secure] = await freePorts();
  const options = { cwd: directory, env: { PATH, HOME: directory }, timeout: 1_200_000 };
  const etcd = start(
    "etcd",
    [
      "--data-dir",
      join(directory, "etcd"),
      "--listen-client-urls",
      `http://127.0.0.1:${client}`,
      "--advertise-client-urls",
      `http://127.0.0.1:${client}`,
      "--listen-peer-urls",
      `http://127.0.0.1:${peer}`,
      "--unsafe-no-fsync",
      "--logger",
      "zap",
      "--log-level",
      "error",
    ],
    options,
  );
  const server = start(
    SERVER,
    [
      `--etcd-servers=http://127.0.0.1:${client}`,
      "--bind-address=127.0.0.1",
      `--secure-port=${secure}`,
      `--tls-cert-file=${cert}`,
      `--tls-private-key-file=${key}`,
      `--kubeconfig=${coreConfig}`,
      `--authentication-kubeconfig=${coreConfig}`,
      `--authorization-kubeconfig=${coreConfig}`,
      "--authentication-skip-lookup",
      "--enable-priority-and-fairness=false",
      "--disable-admission-plugins=ValidatingAdmissionPolicy,MutatingAdmissionPolicy",
    ],
    options,
  );
  const close = async () => {
    for (const one of [server, etcd]) end(one.child);
    await Promise.all([server.ended, etcd.ended]);
    await Promise.all([admission.close(), core.close()]);
    authority.remove();
    await rm(directory, { recursive: true, force: true });
  };
  const url = `https://127.0.0.1:${secure}`;
  try {
    const hands = handsOn({ url, token: ADMIN.token, authority: pem }, "default");
    await until("the server is ready", async () => (await hands.ask("GET", "/readyz")).status === 200);
    for (const crd of readdirSync(join(DATA, "crds")))
      await apply(hands.ask, documents(join("crds", crd))[0] as Document);
  } catch (error) {
    await close();
    throw new Error(`the API server did not start: ${(await server.ended).output.slice(-4_000)}`, { cause: error });
  }
  return { url, authority: pem, token: ADMIN.token, close };
}

type Ask = ReturnType<typeof handsOn>["ask"];

/** Applies a CRD and waits until its objects are served. */
async function apply(ask: Ask, crd: Document): Promise<void> {
  const path = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
  const made = await ask("POST", path, crd);
  if (made.status !== 201) throw new Error(`a CRD was not taken: ${made.status} ${JSON.stringify(made.body)}`);
  const { names, group, versions } = crd["spec"] as {
    names: { plural: string };
    group: string;
    versions: { name: string }[];
  };
  await until(
    `${names.plural} are served`,
    async () =>
      (await ask("GET", `/apis/${group}/${versions[0]?.name}/namespaces/default/${names.plural}`)).status === 200,
  );
}

/** What the core's API server would have filled in. */
const DEFAULTS = {
  namespaceSelector: {},
  objectSelector: {},
  matchPolicy: "Equivalent",
  timeoutSeconds: 10,
  reinvocationPolicy: "Never",
};

/** release-service's own rules, led to the admission server; those of Releases, which alone it knows. */
function webhooks(url: string, authority: string): Record<string, unknown[]> {
  const caBundle = Buffer.from(authority).toString("base64");
  const led = documents("webhooks.yaml").map((configuration) => ({
    ...configuration,
    metadata: { ...(configuration["metadata"] as Document), uid: "webhooks", resourceVersion: "1" },
    webhooks: (configuration["webhooks"] as (Document & { clientConfig: { service: { path: string } } })[])
      .filter(({ clientConfig }) => /-(?:author|release)$/.test(clientConfig.service.path))
      .map((webhook) => ({
        ...DEFAULTS,
        ...webhook,
        clientConfig: { url: `${url}${webhook.clientConfig.service.path}`, caBundle },
      })),
  }));
  return {
    mutatingwebhookconfigurations: led.filter((one) => (one as Document)["kind"] === "MutatingWebhookConfiguration"),
    validatingwebhookconfigurations: led.filter(
      (one) => (one as Document)["kind"] === "ValidatingWebhookConfiguration",
    ),
  };
}

function documents(file: string): Document[] {
  return parseAllDocuments(readFileSync(join(DATA, file), "utf8")).flatMap((document) => {
    const value: unknown = document.toJS();
    return value === null || value === undefined ? [] : [value as Document];
  });
}

function kubeconfig(server: string): unknown {
  const named = (key: string, value: unknown) => [{ name: "core", [key]: value }];
  return {
    apiVersion: "v1",
    kind: "Config",
    "current-context": "core",
    clusters: named("cluster", { server }),
    users: named("user", { token: "core" }),
    contexts: named("context", { cluster: "core", user: "core" }),
  };
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (await holds().catch(() => false)) return;
    await sleep(50);
  }
  throw new Error(`it was waited in vain until ${what}`);
}

async function freePorts(): Promise<[number, number, number]> {
  const servers = await Promise.all(
    [0, 0, 0].map(
      () =>
        new Promise<ReturnType<typeof createServer>>((resolve) => {
          const server = createServer();
          server.listen(0, "127.0.0.1", () => resolve(server));
        }),
    ),
  );
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports as [number, number, number];
}

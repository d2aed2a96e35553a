/** A real Prometheus and a real Alertmanager on loopback. */
import type { ChildProcess } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { end, start } from "../e2e/command.ts";
import { PATH } from "../e2e/environment.ts";

export interface RealMonitoringOptions {
  /** rules.yml; JSON is YAML. */
  readonly rules: unknown;
  /** Below `scrape_configs`; `self` in a target means Prometheus's own address. */
  readonly scrape?: readonly unknown[];
  readonly externalLabels?: Readonly<Record<string, string>>;
  readonly inhibit?: readonly unknown[];
  /** How long a firing alert is not sent again. Prometheus finds Alertmanager seconds after its start and loses what it sent before. */
  readonly resendDelay?: string;
  /** Both servers ask for this account. */
  readonly account?: boolean;
}

export interface RealMonitoring {
  readonly prometheusUrl: string;
  readonly alertmanagerUrl: string;
  /** Asks one of them; as the account where there is one. */
  get(url: string): Promise<unknown>;
  post(url: string, body: unknown): Promise<unknown>;
  /** Polls until it holds; throws after half a minute. */
  until(what: string, holds: () => Promise<boolean>): Promise<void>;
  close(): Promise<void>;
}

export const ACCOUNT = { username: "release", password: "monitoring-secret" };
/** bcrypt of the password, at the lowest cost. */
const WEB = {
  basic_auth_users: { [ACCOUNT.username]: "$2y$04$Xuj6f.l2l.sYmtFM7DkGDOWTKylyrTksBcTqYqp.zaJT.4nIf6dhu" },
};

/** Starts both in a directory, which is made where it is absent; removing it is the caller's. They answer when this resolves. */
export async function startRealMonitoring(directory: string, options: RealMonitoringOptions): Promise<RealMonitoring> {
  const [prometheus, alertmanager] = [`127.0.0.1:${await freePort()}`, `127.0.0.1:${await freePort()}`];
  await mkdir(directory, { recursive: true });
  const file = async (name: string, value: unknown) => {
    const path = join(directory, name);
    await writeFile(path, JSON.stringify(value).replaceAll('"self"', JSON.stringify(prometheus)));
    return path;
  };
  const login = options.account === true ? { basic_auth: ACCOUNT } : {};
  const web = options.account === true ? [`--web.config.file=${await file("web.yml", WEB)}`] : [];
  const rules = await file("rules.yml", options.rules);
  const config = await file("prometheus.yml", {
    global: { scrape_interval: "1s", evaluation_interval: "1s", external_labels: options.externalLabels ?? {} },
    rule_files: [rules],
    scrape_configs: options.scrape ?? [{ job_name: "self", ...login, static_configs: [{ targets: ["self"] }] }],
    alerting: { alertmanagers: [{ ...login, static_configs: [{ targets: [alertmanager] }] }] },
  });
  const managed = await file("alertmanager.yml", {
    route: { receiver: "none" },
    receivers: [{ name: "none" }],
    inhibit_rules: options.inhibit ?? [],
  });
  const run = (name: string, args: readonly string[]) =>
    start(name, [...args, ...web], { cwd: directory, env: { PATH }, timeout: 300_000 });
  const servers = [
    run("prometheus", [
      `--config.file=${config}`,
      `--storage.tsdb.path=${directory}/data`,
      "--storage.tsdb.retention.time=100y",
      `--web.listen-address=${prometheus}`,
      `--rules.alert.resend-delay=${options.resendDelay ?? "1s"}`,
    ]),
    run("prometheus-alertmanager", [
      `--config.file=${managed}`,
      `--storage.path=${directory}/alerts`,
      `--web.listen-address=${alertmanager}`,
      "--cluster.listen-address=",
    ]),
  ];
  const close = async () => {
    for (const { child } of servers) end(child);
    await Promise.all(servers.map(({ ended }) => ended));
  };
  const headers =
    options.account === true
      ? { authorization: `Basic ${Buffer.from(`${ACCOUNT.username}:${ACCOUNT.password}`).toString("base64")}` }
      : {};
  const real: RealMonitoring = {
    prometheusUrl: `http://${prometheus}`,
    alertmanagerUrl: `http://${alertmanager}`,
    get: async (url) => (await fetch(url, { headers })).json(),
    post: async (url, body) =>
      (
        await fetch(url, {
          method: "POST",
          headers: { ...headers, "content-type": "application/json" },
          body: JSON.stringify(body),
        })
      ).json(),
    until: async (what, holds) => {
      for (let tries = 0; tries < 300; tries += 1) {
        if (await holds().catch(() => false)) return;
        await sleep(100);
      }
      throw new Error(`${what} did not come to be`);
    },
    close,
  };
  try {
    await ready(`http://${prometheus}/-/ready`, servers[0]!.child);
    await ready(`http://${alertmanager}/-/ready`, servers[1]!.child);
  } catch (error) {
    await close();
    throw new Error(
      `a server did not start: ${(await Promise.all(servers.map(({ ended }) => ended))).map(({ output }) => output).join("\n")}`,
      { cause: error },
    );
  }
  return real;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Waits until a server answers at all, be it that it wants an account. */
async function ready(url: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 200 && server.exitCode === null; tries += 1) {
    const reply = await fetch(url).catch(() => undefined);
    await reply?.body?.cancel();
    if (reply !== undefined && reply.status !== 503) return;
    await sleep(50);
  }
  throw new Error(`nothing answers at ${url}`);
}

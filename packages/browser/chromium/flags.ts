import type { NetworkSettings } from "@release-actions/action";
import { isIP } from "node:net";

/** Chromium without background activity: no updates, no reports, no prompts, no sound, no GPU. */
const QUIET = [
  "--headless=new",
  "--remote-debugging-pipe",
  "--no-first-run",
  "--no-default-browser-check",
  "--disable-background-networking",
  "--disable-breakpad",
  "--disable-client-side-phishing-detection",
  "--disable-component-update",
  "--disable-default-apps",
  // Containers provide 64 MiB of shared memory, which is too little for a large page.
  "--disable-dev-shm-usage",
  "--disable-domain-reliability",
  "--disable-extensions",
  "--disable-features=AutofillServerCommunication,CertificateTransparencyComponentUpdater,MediaRouter,OptimizationHints,Translate",
  "--disable-gpu",
  "--disable-quic",
  "--disable-search-engine-choice-screen",
  "--disable-sync",
  "--deny-permission-prompts",
  "--force-color-profile=srgb",
  "--hide-scrollbars",
  "--metrics-recording-only",
  "--mute-audio",
  "--no-pings",
  "--password-store=basic",
  "--use-mock-keychain",
  "--window-size=1280,800",
];

export interface FlagOptions {
  readonly profile: string;
  readonly host: string;
  readonly network: NetworkSettings;
  readonly sandboxed: boolean;
}

/** The arguments of one start. The last one is the first page. */
export function flagsOf({ profile, host, network, sandboxed }: FlagOptions): string[] {
  return [
    ...QUIET,
    `--user-data-dir=${profile}`,
    ...(sandboxed ? [] : ["--no-sandbox"]),
    `--host-resolver-rules=${unreachable(host)}`,
    ...proxyFlags(network),
    "about:blank",
  ];
}

/** Where clouds keep a machine's credentials. No page needs these addresses. IPv6 addresses are matched without their brackets. */
const METADATA = [
  "169.254.*.*",
  "fe80:*",
  "fd00:ec2::254",
  "metadata",
  "metadata.google.internal",
  "metadata.goog",
  "100.100.100.200",
];
const THIS_MACHINE = ["127.*.*.*", "0.0.0.0", "::1", "::", "::ffff:*", "localhost", "*.localhost"];
const THIS_NETWORK = [
  "10.*.*.*",
  "192.168.*.*",
  ...Array.from({ length: 16 }, (_, index) => `172.${16 + index}.*.*`),
  "fc*:*",
  "fd*:*",
];

/** Rules for names and literal addresses. Chromium's own check of local networks covers names that resolve to them. */
function unreachable(host: string): string {
  const inside = isLoopback(host) || isIP(host.replace(/^\[|\]$/g, "")) !== 0;
  const hosts = [...METADATA, ...(isLoopback(host) ? [] : THIS_MACHINE), ...(inside ? [] : THIS_NETWORK)];
  return hosts.map((pattern) => `MAP ${pattern} ~NOTFOUND`).join(",");
}

function isLoopback(host: string): boolean {
  return (
    host === "localhost" ||
    host.endsWith(".localhost") ||
    host === "[::1]" ||
    (isIP(host) === 4 && host.startsWith("127."))
  );
}

/** Chromium accepts a proxy's address but no password for it. */
function proxyFlags({ httpProxy, httpsProxy, noProxy }: NetworkSettings): string[] {
  const servers = [...proxyOf("http", httpProxy), ...proxyOf("https", httpsProxy)];
  if (servers.length === 0) return ["--no-proxy-server"];
  const direct = (noProxy ?? "")
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "" && !entry.includes(";"));
  const patterns = direct.flatMap((entry) =>
    entry.startsWith(".") || entry.startsWith("*") || entry.includes("/") ? [entry] : [entry, `*.${entry}`],
  );
  return [
    `--proxy-server=${servers.join(";")}`,
    ...(patterns.length === 0 ? [] : [`--proxy-bypass-list=${patterns.join(";")}`]),
  ];
}

function proxyOf(scheme: string, address: string | undefined): string[] {
  if (address === undefined || !URL.canParse(address)) return [];
  return [`${scheme}=${new URL(address).origin}`];
}

import { invalid } from "@release-actions/action";
import { addressOf, inNetwork, isLoopbackHost } from "./ip.ts";
import type { NetworkSettings } from "@release-actions/action";

/** The proxy for `target`, or undefined for a direct connection. Loopback is always direct. */
export function proxyFor(target: URL, network: NetworkSettings): URL | undefined {
  const setting = target.protocol === "https:" ? network.httpsProxy : network.httpProxy;
  if (setting === undefined || setting === "") return undefined;
  if (isLoopbackHost(target.hostname) || bypassesProxy(target, network.noProxy ?? "")) return undefined;
  return parseProxy(setting);
}

/**
 * Whether a NO_PROXY list names the target. Entries, by commas or spaces: `*` for all; a name for itself and all below
 * it, as curl reads it, with or without a leading `.` or `*.`; an IP address; a network such as 10.0.0.0/8; all but
 * networks with an optional :port. Addresses are compared as numbers, and only where the target is written as one.
 */
export function bypassesProxy(target: URL, noProxy: string): boolean {
  const port = target.port === "" ? (target.protocol === "https:" ? "443" : "80") : target.port;
  // A name may be fully qualified, with a dot at its end.
  const host = target.hostname.toLowerCase().replace(/\.$/, "");
  const address = addressOf(host);
  return noProxy
    .slice(0, 65_536)
    .split(/[\s,]+/)
    .some((entry) => entry !== "" && entryMatches(entry.toLowerCase(), host, address, port));
}

function entryMatches(entry: string, host: string, address: string | undefined, port: string): boolean {
  if (entry === "*") return true;
  const [name, wanted] = splitPort(entry);
  if (wanted !== undefined && wanted !== port) return false;
  if (address !== undefined) return inNetwork(address, name);
  const suffix = asciiName(name.replace(/^\*?\./, "").replace(/\.$/, ""));
  return suffix !== "" && (host === suffix || host.endsWith(`.${suffix}`));
}

/** As URLs write it: `xn--fsq092h.com` for `示例.com`. */
function asciiName(name: string): string {
  return /^[\0-\x7f]*$/.test(name) ? name : (URL.parse(`http://${name}`)?.hostname ?? name);
}

/** `name:443` and `[::1]:443` have a port; `::1` and `fd00::/8` are all address. */
function splitPort(entry: string): [name: string, port: string | undefined] {
  const match = /^(\[[^\]]*\]|[^:]*):(\d{1,5})$/.exec(entry);
  return match === null ? [entry, undefined] : [match[1] ?? "", match[2]];
}

function parseProxy(setting: string): URL {
  const text = setting.includes("://") ? setting : `http://${setting}`;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url !== undefined && (url.protocol === "http:" || url.protocol === "https:") && url.hostname !== "") return url;
  // The setting may hold a password, so it is not shown.
  throw invalid("The proxy setting is not an http or https address.", {
    remedy: "Set HTTPS_PROXY like http://proxy.example:3128. SOCKS proxies are not supported.",
  });
}

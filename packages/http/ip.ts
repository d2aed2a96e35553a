import { BlockList, isIP } from "node:net";

/**
 * - loopback: this machine
 * - private: a local network (RFC 1918, RFC 4193, RFC 6598)
 * - refused: never the address of a service (unspecified, multicast, broadcast), or link-local, where clouds keep the
 *   machine's own credentials
 */
export type AddressKind = "loopback" | "private" | "refused" | "public";

const LOOPBACK = blocks(["127.0.0.0", 8], ["::1", 128]);
const PRIVATE = blocks(["10.0.0.0", 8], ["172.16.0.0", 12], ["192.168.0.0", 16], ["100.64.0.0", 10], ["fc00::", 7]);
const REFUSED = blocks(
  ["0.0.0.0", 8],
  ["169.254.0.0", 16],
  ["192.0.0.192", 32],
  ["224.0.0.0", 3],
  ["::", 128],
  ["fe80::", 10],
  ["ff00::", 8],
  ["fd00:ec2::", 32],
);

/** The IP address that a URL's hostname is, without brackets; an IPv4 address inside an IPv6 one comes out as IPv4. */
export function addressOf(hostname: string): string | undefined {
  const bare = hostname.replace(/^\[|\]$/g, "").split("%")[0] ?? "";
  const family = isIP(bare);
  if (family === 4) return bare;
  if (family !== 6) return undefined;
  const canonical = new URL(`http://[${bare}]`).hostname.slice(1, -1);
  return embeddedIPv4(canonical) ?? canonical;
}

/** Whether an IPv6 literal only wraps an IPv4 address (::ffff:a.b.c.d, or 64:ff9b::a.b.c.d of NAT64). */
export function wrapsIPv4(hostname: string): boolean {
  return hostname.startsWith("[") && isIP(addressOf(hostname) ?? "") === 4;
}

export function addressKind(address: string): AddressKind {
  if (within(REFUSED, address)) return "refused";
  if (within(LOOPBACK, address)) return "loopback";
  return within(PRIVATE, address) ? "private" : "public";
}

/** Loopback by its name alone: a literal loopback address, localhost, or a name below it (RFC 6761). */
export function isLoopbackHost(hostname: string): boolean {
  const address = addressOf(hostname);
  if (address !== undefined) return within(LOOPBACK, address);
  return hostname === "localhost" || hostname.endsWith(".localhost");
}

/** Whether `address` lies in `network`, an address with an optional /prefix. False where that is neither. */
export function inNetwork(address: string, network: string): boolean {
  const [base = "", prefix, ...rest] = network.split("/");
  const start = addressOf(base);
  if (start === undefined || rest.length > 0) return false;
  if (prefix === undefined) return start === addressOf(address);
  const bits = isIP(start) === 4 ? 32 : 128;
  if (!/^\d{1,3}$/.test(prefix) || Number(prefix) > bits) return false;
  return within(blocks([start, Number(prefix)]), address);
}

function embeddedIPv4(canonical: string): string | undefined {
  const match = /^(?:::ffff:|64:ff9b::)([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(canonical);
  if (match === null) return undefined;
  const high = Number.parseInt(match[1] ?? "", 16);
  const low = Number.parseInt(match[2] ?? "", 16);
  return [high >> 8, high & 255, low >> 8, low & 255].join(".");
}

function blocks(...networks: readonly (readonly [string, number])[]): BlockList {
  const list = new BlockList();
  for (const [start, bits] of networks) list.addSubnet(start, bits, isIP(start) === 4 ? "ipv4" : "ipv6");
  return list;
}

function within(list: BlockList, address: string): boolean {
  const plain = addressOf(address);
  return plain !== undefined && list.check(plain, isIP(plain) === 4 ? "ipv4" : "ipv6");
}

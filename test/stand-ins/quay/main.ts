import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { startQuay } from "./server.ts";
import type { ImageSetup, QuaySetup, RepositorySetup } from "./types.ts";

/** `node test/stand-ins/quay/main.ts …`: starts the registry and prints its addresses as one line of JSON. */

const architectures = ["amd64", "arm64", "ppc64le", "s390x"];

const { values } = parseArgs({
  options: {
    setup: { type: "string" },
    port: { type: "string", default: "0" },
    robot: { type: "string", multiple: true, default: [] },
    token: { type: "string", multiple: true, default: [] },
    repository: { type: "string", default: "acme/app" },
    public: { type: "boolean", default: false },
    tag: { type: "string", multiple: true, default: [] },
    images: { type: "string", default: "0" },
    platforms: { type: "string", default: "1" },
    limits: { type: "boolean", default: false },
    latency: { type: "string", default: "0" },
  },
});

const given = values.setup === undefined ? {} : (JSON.parse(readFileSync(values.setup, "utf8")) as QuaySetup);
const platforms = Array.from({ length: Number(values.platforms) }, (_, at) => {
  return { architecture: architectures[at] ?? `arch-${at + 1}` };
});
const image = (tag: string): ImageSetup => ({ tags: [tag], platforms });
const many: RepositorySetup[] = Array.from({ length: Number(values.images) }, (_, at) => ({
  path: `acme/app-${at + 1}`,
  public: values.public,
  images: [image(String(at + 1).padStart(40, "0"))],
}));
const one: RepositorySetup = { path: values.repository, public: values.public, images: values.tag.map(image) };

const quay = await startQuay({
  ...given,
  port: Number(values.port),
  latencyMs: given.latencyMs ?? Number(values.latency),
  limits: values.limits ? "quay" : (given.limits ?? "none"),
  robots: [...(given.robots ?? []), ...values.robot.map(robotOf)],
  oauthTokens: [...(given.oauthTokens ?? []), ...values.token.map((value) => ({ value }))],
  repositories: [...(given.repositories ?? [one]), ...many],
});
const { url, host, blobUrl } = quay;
console.log(JSON.stringify({ url, host, blobUrl, control: `${url}/__control` }));

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void quay.close());
}

/** `acme+ci:password` */
function robotOf(text: string): { name: string; password: string } {
  const at = text.indexOf(":");
  return { name: text.slice(0, at), password: text.slice(at + 1) };
}

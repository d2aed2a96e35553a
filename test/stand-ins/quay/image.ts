import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { docker, oci } from "./media-types.ts";
import type { ImageSetup, PlatformSetup, SecuritySetup } from "./types.ts";

/** Images as they are pushed: real bytes, and digests of them. */

export interface Manifest {
  digest: string;
  mediaType: string;
  bytes: Buffer;
  /** What a scanner finds in it: it reads images only. */
  kind: "image" | "index" | "artifact";
  labels: Record<string, string>;
  annotations: Record<string, string>;
  config?: Descriptor;
  layers: Descriptor[];
  children: Child[];
  /** What it is an artifact of. */
  subject?: string;
  artifactType?: string;
}

export interface Descriptor {
  mediaType: string;
  digest: string;
  size: number;
  annotations?: Record<string, string>;
}

interface Platform {
  os: string;
  architecture: string;
  variant?: string;
}

export interface Child extends Descriptor {
  artifactType?: string;
  platform?: Platform;
}

export interface Pushed {
  /** What the image's tags point at. */
  top: Manifest;
  /** Everything pushed, without missing children. */
  manifests: Manifest[];
  blobs: Map<string, Buffer>;
  scans: Map<string, SecuritySetup>;
  signature?: Manifest;
}

export function sha256(bytes: Buffer | string): string {
  return `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
}

/** Builds what pushing the image would leave. `seed` makes its bytes differ from every other image's. */
export function buildImage(setup: ImageSetup, repository: string, host: string, seed: string): Pushed {
  const blobs = new Map<string, Buffer>();
  const types = setup.docker === true ? docker : oci;
  const platforms = setup.platforms ?? [{}];
  const single = platforms.length === 1 && setup.index !== true && setup.attestations !== true;
  const images = platforms.map((platform) => {
    const annotations = single ? setup.annotations : undefined;
    return { platform, manifest: buildManifest(platform, types, blobs, annotations, `${seed} ${nameOf(platform)}`) };
  });
  const present = images.filter(({ platform }) => platform.missing !== true).map(({ manifest }) => manifest);
  const attestations = setup.attestations === true ? images.map(({ manifest }) => attest(manifest, blobs)) : [];
  const children = [
    ...images.map(({ platform, manifest }) => ({
      ...descriptorOf(manifest),
      ...(platform.artifactType !== undefined && { artifactType: platform.artifactType }),
      ...(platform.unnamed !== true && { platform: platformOf(platform) }),
    })),
    ...attestations.map(({ manifest, subject }) => attestationChild(manifest, subject)),
  ];
  const [first] = present;
  const top = single && first !== undefined ? first : buildIndex(children, types, setup.annotations);
  const others = (setup.referrers ?? []).map((referrer) => refer(referrer, top, blobs));
  const pushed: Pushed = {
    top,
    manifests: [...new Set([...present, ...attestations.map(({ manifest }) => manifest), top, ...others])],
    blobs,
    scans: new Map(),
  };
  for (const { platform, manifest } of images) {
    if (platform.security !== undefined) pushed.scans.set(manifest.digest, platform.security);
  }
  if (setup.signature !== undefined && setup.signature !== false) {
    const named = setup.signature === true ? top.digest : setup.signature.manifest;
    pushed.signature = sign(named, `${host}/${repository}`, blobs);
    pushed.manifests.push(pushed.signature);
  }
  return pushed;
}

export function platformOf({ os = "linux", architecture = "amd64", variant }: PlatformSetup): Platform {
  return { os, architecture, ...(variant === undefined ? {} : { variant }) };
}

export function nameOf(platform: PlatformSetup): string {
  return Object.values(platformOf(platform)).join("/");
}

function buildManifest(
  platform: PlatformSetup,
  types: typeof docker,
  blobs: Map<string, Buffer>,
  annotations: Record<string, string> | undefined,
  seed: string,
): Manifest {
  const labels = platform.labels ?? {};
  const layer = put(blobs, gzipSync(seed), types.layer);
  const history = [{ created: "2026-01-01T00:00:00Z", created_by: `COPY app # ${seed}` }];
  const config = {
    created: "2026-01-01T00:00:00Z",
    ...platformOf(platform),
    config: { Env: ["PATH=/usr/bin"], Entrypoint: ["/app"], Labels: labels },
    rootfs: { type: "layers", diff_ids: [sha256(seed)] },
    history,
  };
  const configuration = put(blobs, JSON.stringify(config), platform.configType ?? types.config);
  return manifestOf("image", {
    mediaType: types.manifest,
    config: configuration,
    layers: [layer],
    annotations,
    labels,
  });
}

function buildIndex(
  children: Child[],
  types: typeof docker,
  annotations: Record<string, string> | undefined,
): Manifest {
  const written = {
    schemaVersion: 2,
    mediaType: types.index,
    manifests: children,
    ...(annotations && { annotations }),
  };
  const bytes = Buffer.from(JSON.stringify(written, null, 2));
  const rest = { labels: {}, annotations: annotations ?? {}, layers: [], children };
  return { digest: sha256(bytes), mediaType: types.index, bytes, kind: "index", ...rest };
}

/** What buildx adds for each platform: its provenance, as an image without a platform. */
function attest(subject: Manifest, blobs: Map<string, Buffer>): { manifest: Manifest; subject: string } {
  const predicate = "https://slsa.dev/provenance/v0.2";
  const statement = {
    _type: "https://in-toto.io/Statement/v0.1",
    predicateType: predicate,
    subject: [{ digest: subject.digest }],
  };
  const layer = put(blobs, JSON.stringify(statement), "application/vnd.in-toto+json");
  const config = put(blobs, JSON.stringify({ os: "unknown", architecture: "unknown", of: subject.digest }), oci.config);
  const layers = [{ ...layer, annotations: { "in-toto.io/predicate-type": predicate } }];
  return { manifest: manifestOf("artifact", { mediaType: oci.manifest, config, layers }), subject: subject.digest };
}

function attestationChild(manifest: Manifest, subject: string): Child {
  const annotations = { "vnd.docker.reference.digest": subject, "vnd.docker.reference.type": "attestation-manifest" };
  return { ...descriptorOf(manifest), annotations, platform: { os: "unknown", architecture: "unknown" } };
}

/** A signature as cosign pushes it: the "simple signing" payload is the only layer. */
function sign(digest: string, reference: string, blobs: Map<string, Buffer>): Manifest {
  const payload = {
    critical: {
      identity: { "docker-reference": reference },
      image: { "docker-manifest-digest": digest },
      type: "cosign container image signature",
    },
    optional: null,
  };
  const layer = put(blobs, JSON.stringify(payload), "application/vnd.dev.cosign.simplesigning.v1+json");
  const config = put(
    blobs,
    JSON.stringify({ architecture: "", os: "", config: {}, rootfs: { type: "layers", diff_ids: [layer.digest] } }),
    oci.config,
  );
  const annotations = {
    "dev.cosignproject.cosign/signature": Buffer.from(`not a signature of ${digest}`).toString("base64"),
  };
  return manifestOf("artifact", { mediaType: oci.manifest, config, layers: [{ ...layer, annotations }] });
}

function refer(
  referrer: NonNullable<ImageSetup["referrers"]>[number],
  subject: Manifest,
  blobs: Map<string, Buffer>,
): Manifest {
  const config = put(blobs, "{}", oci.empty);
  const { artifactType, content } = referrer;
  const layers = content === undefined ? [config] : [put(blobs, content, artifactType)];
  const written = { mediaType: oci.manifest, artifactType, config, layers };
  const manifest = manifestOf("artifact", {
    ...written,
    subject: descriptorOf(subject),
    annotations: referrer.annotations,
  });
  return { ...manifest, subject: subject.digest, artifactType: referrer.artifactType };
}

interface Written {
  mediaType: string;
  artifactType?: string;
  config: Descriptor;
  layers: Descriptor[];
  subject?: Descriptor;
  annotations?: Record<string, string> | undefined;
  labels?: Record<string, string>;
}

function manifestOf(kind: "image" | "artifact", { labels = {}, ...written }: Written): Manifest {
  const { mediaType, config, layers, annotations = {} } = written;
  const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, ...written }, null, 2));
  return { digest: sha256(bytes), mediaType, bytes, kind, labels, annotations, config, layers, children: [] };
}

function descriptorOf({ mediaType, digest, bytes }: Manifest): Descriptor {
  return { mediaType, digest, size: bytes.length };
}

function put(blobs: Map<string, Buffer>, content: string | Buffer, mediaType: string): Descriptor {
  const bytes = Buffer.from(content);
  const digest = sha256(bytes);
  blobs.set(digest, bytes);
  return { mediaType, digest, size: bytes.length };
}

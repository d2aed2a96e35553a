import { parseJson } from "@release-actions/http";
import { shorten } from "@release-actions/text";

/** What a registry may answer for a manifest (image-spec 1.1, and Docker's types before it). */
export const MANIFEST_TYPES = [
  "application/vnd.oci.image.index.v1+json",
  "application/vnd.oci.image.manifest.v1+json",
  "application/vnd.docker.distribution.manifest.list.v2+json",
  "application/vnd.docker.distribution.manifest.v2+json",
];
const INDEX_TYPES = [MANIFEST_TYPES[0], MANIFEST_TYPES[2]];

export interface Descriptor {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
  readonly artifactType?: string;
  /** `os/architecture` and, where there is one, `/variant`. */
  readonly platform?: string;
  readonly annotations: Readonly<Record<string, string>>;
}

export interface ImageManifest {
  readonly kind: "image";
  readonly config: Descriptor;
  readonly layers: readonly Descriptor[];
  readonly artifactType?: string;
  readonly subject?: Descriptor;
  readonly annotations: Readonly<Record<string, string>>;
}

export interface ImageIndex {
  readonly kind: "index";
  readonly manifests: readonly Descriptor[];
  readonly annotations: Readonly<Record<string, string>>;
}

export type Manifest = ImageManifest | ImageIndex;

/** Reads a manifest strictly. Throws an Error whose message says what is wrong with it. */
export function readManifest(text: string, contentType: string): Manifest {
  const value = object(parseJson(text), "the manifest");
  const declared = value["mediaType"] ?? contentType;
  if (typeof declared !== "string" || !MANIFEST_TYPES.includes(declared)) {
    throw new Error(`the manifest is of the type ${shorten(JSON.stringify(declared), 100)}, which is not an image`);
  }
  if (value["mediaType"] !== undefined && value["mediaType"] !== contentType) {
    throw new Error(
      `the manifest says that it is ${declared}, and the registry that it is ${shorten(contentType, 100)}`,
    );
  }
  // A document that both kinds of reader would understand means different images to different tools (CVE-2021-41190).
  if (value["manifests"] !== undefined && (value["layers"] !== undefined || value["config"] !== undefined)) {
    throw new Error("the manifest is an index and an image at once");
  }
  const annotations = strings(value["annotations"], "annotations");
  if (INDEX_TYPES.includes(declared)) {
    return {
      kind: "index",
      manifests: list(value["manifests"], "manifests").map((item, at) => descriptor(item, `manifests[${at}]`)),
      annotations,
    };
  }
  return {
    kind: "image",
    config: descriptor(value["config"], "config"),
    layers: list(value["layers"], "layers").map((item, at) => descriptor(item, `layers[${at}]`)),
    ...(typeof value["artifactType"] === "string" && { artifactType: value["artifactType"] }),
    ...(value["subject"] !== undefined && { subject: descriptor(value["subject"], "subject") }),
    annotations,
  };
}

export interface ImageConfig {
  readonly platform: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** Reads an image's configuration: what it runs on, and its labels. Throws an Error. */
export function readImageConfig(text: string): ImageConfig {
  const value = object(parseJson(text), "the configuration");
  const config = value["config"] === undefined || value["config"] === null ? {} : object(value["config"], "config");
  return { platform: platformOf(value), labels: strings(config["Labels"], "config.Labels") };
}

/** buildx stores its attestations as children for no platform; they run nowhere. */
export function isAttestation({ annotations, platform }: Descriptor): boolean {
  return annotations["vnd.docker.reference.type"] !== undefined || platform === "unknown/unknown";
}

function descriptor(value: unknown, where: string): Descriptor {
  const { mediaType, digest, size, artifactType, platform, annotations } = object(value, where);
  if (typeof mediaType !== "string" || typeof size !== "number" || size < 0)
    throw new Error(`${where} has no media type or no size`);
  if (typeof digest !== "string" || !/^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/.test(digest))
    throw new Error(`${where} has no digest`);
  return {
    mediaType,
    digest,
    size,
    ...(typeof artifactType === "string" && { artifactType }),
    ...(platform !== undefined && platform !== null && { platform: platformOf(object(platform, `${where}.platform`)) }),
    annotations: strings(annotations, `${where}.annotations`),
  };
}

function platformOf(value: Readonly<Record<string, unknown>>): string {
  const { os, architecture, variant } = value;
  const parts = [os, architecture, ...(variant === undefined || variant === "" ? [] : [variant])];
  if (!parts.every((part) => typeof part === "string" && /^[A-Za-z0-9._-]{1,40}$/.test(part))) return "unknown/unknown";
  return parts.join("/");
}

/** Whether a platform is the one that was asked for. Without a variant every variant is; `arm64` is `arm64/v8`. */
export function isPlatform(platform: string, wanted: string): boolean {
  const [os, architecture, variant] = normal(platform);
  const [wantedOs, wantedArchitecture, wantedVariant] = normal(wanted);
  return (
    os === wantedOs && architecture === wantedArchitecture && (wantedVariant === undefined || variant === wantedVariant)
  );
}

function normal(platform: string): string[] {
  const parts = platform.split("/");
  return parts[1] === "arm64" && parts[2] === "v8" ? parts.slice(0, 2) : parts;
}

function object(value: unknown, where: string): Readonly<Record<string, unknown>> {
  if (typeof value === "object" && value !== null && !Array.isArray(value))
    return value as Readonly<Record<string, unknown>>;
  throw new Error(`${where} is not an object`);
}

function list(value: unknown, where: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new Error(`${where} is not a list`);
}

function strings(value: unknown, where: string): Readonly<Record<string, string>> {
  if (value === undefined || value === null) return {};
  const entries = Object.entries(object(value, where));
  const wrong = entries.find(([, text]) => typeof text !== "string");
  if (wrong !== undefined) throw new Error(`${where}.${shorten(wrong[0], 80)} is not a text`);
  return Object.assign(Object.create(null) as Record<string, string>, Object.fromEntries(entries));
}

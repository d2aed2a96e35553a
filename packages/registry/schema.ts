import * as z from "zod/mini";
import { count, flag, list, maybe, object, text } from "@release-actions/http/fields";
import { shorten } from "@release-actions/text";
import { isDigest } from "./reference.ts";

/** https://github.com/opencontainers/image-spec/blob/v1.1.1/descriptor.md#digests, with the registered algorithms. */
const digest = z.custom<string>((value) => typeof value === "string" && isDigest(value), "should be a digest");

/**
 * A map of texts, such as labels or annotations. Not `z.record`, which drops the key `__proto__`: no label may get lost.
 * JSON is read into objects that inherit nothing, so the map is passed on as it is.
 */
const texts = z
  .custom<Readonly<Record<string, string>>>(
    (value) => typeof value === "object" && value !== null && !Array.isArray(value),
    "should be an object",
  )
  .check(({ value, issues }) => {
    const wrong = Object.keys(value).find((key) => typeof value[key] !== "string");
    if (wrong === undefined) return;
    issues.push({ code: "custom", input: value, path: [shorten(wrong, 80)], message: "should be a string" });
  });

/** https://github.com/opencontainers/image-spec/blob/v1.1.1/image-index.md#image-index-property-descriptions */
const Platform = object({ os: text, architecture: text, variant: maybe(text) });

/** https://github.com/opencontainers/image-spec/blob/v1.1.1/descriptor.md#properties */
const Descriptor = object({
  mediaType: text,
  digest,
  size: count,
  artifactType: maybe(text),
  platform: maybe(Platform),
  annotations: maybe(texts),
});
export type DescriptorBody = z.output<typeof Descriptor>;

const schemaVersion = z.literal(2, "should be 2");
/** A document that readers of both kinds understand is a different image to each of them (CVE-2021-41190). */
const absent = z.optional(z.never("should not be here: the manifest is an index and an image at once"));

/**
 * https://github.com/opencontainers/image-spec/blob/v1.1.1/image-index.md
 * https://distribution.github.io/distribution/spec/manifest-v2-2/#manifest-list
 * Referrers: https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#listing-referrers
 */
export const IndexBody = object({
  schemaVersion,
  mediaType: z.optional(text),
  manifests: list(Descriptor),
  annotations: maybe(texts),
  config: absent,
  layers: absent,
});

/**
 * https://github.com/opencontainers/image-spec/blob/v1.1.1/manifest.md
 * https://distribution.github.io/distribution/spec/manifest-v2-2/#image-manifest
 */
export const ManifestBody = object({
  schemaVersion,
  mediaType: z.optional(text),
  artifactType: maybe(text),
  config: Descriptor,
  layers: list(Descriptor),
  subject: z.optional(Descriptor),
  annotations: maybe(texts),
  manifests: absent,
});

/** https://github.com/opencontainers/image-spec/blob/v1.1.1/config.md#properties */
export const ConfigBody = object({
  os: maybe(text),
  architecture: maybe(text),
  variant: maybe(text),
  config: maybe(object({ Labels: maybe(texts) })),
});

/** https://distribution.github.io/distribution/spec/auth/token/#token-response-fields */
export const TokenReply = object({ token: maybe(text), access_token: maybe(text) });

/** https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#error-codes */
export const ErrorReply = object({ errors: list(object({ code: text })) });

/** https://github.com/sigstore/cosign/blob/main/specs/SIGNATURE_SPEC.md#simple-signing */
export const SignaturePayload = object({
  critical: object({
    type: z.literal("cosign container image signature"),
    image: object({ "docker-manifest-digest": digest }),
  }),
});

/**
 * https://docs.redhat.com/en/documentation/red_hat_quay/3/html/red_hat_quay_api_reference/secscan (getRepoManifestSecurity)
 * The code names the statuses: https://github.com/quay/quay/blob/master/endpoints/api/secscan.py
 */
export const SecurityReply = object({ status: text, data: z.optional(z.unknown()) });

/** RFC 2822, as Python's `email.utils.formatdate` writes it. */
const date = text.check(z.refine((value) => !Number.isNaN(Date.parse(value)), "should be a date"));

/**
 * https://docs.redhat.com/en/documentation/red_hat_quay/3/html/red_hat_quay_api_reference/tag (listRepoTags)
 * The code names the fields: https://github.com/quay/quay/blob/master/endpoints/api/tag.py
 */
export const TagsReply = object({
  tags: list(
    object({
      name: text,
      manifest_digest: digest,
      reversion: flag,
      /** Seconds since 1970. Missing for a tag that never expires. */
      end_ts: z.optional(count),
      /** The same moment. */
      expiration: z.optional(date),
    }),
  ),
});
export type TagsBody = z.output<typeof TagsReply>;

import type { Problem } from "@release-actions/action";
import {
  checkDigest,
  checkRegistry,
  checkTag,
  joinRepository,
  parseImage,
  placeOf,
  repositoryAt,
  showImage,
  type RegistryPlace,
} from "@release-actions/registry";
import { quote } from "@release-actions/text";
import type { Inputs } from "./inputs.ts";

/** One image to verify: by its tag, by its digest, or by both, which then must agree. */
export interface ImageRequest {
  readonly place: RegistryPlace;
  readonly repository: string;
  readonly tag: string | undefined;
  /** What the tag must point at. */
  readonly digest: string | undefined;
  /** As people write it, for messages. */
  readonly reference: string;
}

export interface ExpectedLabel {
  readonly key: string;
  readonly value: string;
}

/** What the inputs ask for: which images, and which labels each must have. */
export interface VerifyRequest {
  readonly images: readonly ImageRequest[];
  readonly labels: readonly ExpectedLabel[];
  readonly problems: readonly Problem[];
}

const COMMIT = /^[0-9a-f]{40}$/;
const COMMIT_MARK = "{commit-sha}";

const KNOWN = new WeakMap<Inputs, VerifyRequest>();

/** Read once per run: the check of the inputs, the endpoints and the run itself all need it. */
export function readRequest(inputs: Inputs): VerifyRequest {
  const known = KNOWN.get(inputs);
  if (known !== undefined) return known;
  const reader = openReader();
  checkParts(inputs, reader);
  const named = namedImages(inputs, reader);
  checkSharing(inputs, named, reader);
  // An image is put together only from parts that are right.
  const images = reader.problems.length > 0 ? [] : named.flatMap((image) => toRequest(image, inputs, reader));
  checkAccount(inputs, images, reader);
  const labels = expectedLabels(inputs, reader);
  const request = { images, labels, problems: reader.problems };
  KNOWN.set(inputs, request);
  return request;
}

/** Where the account or the token is sent: a registry with another token server gets neither. */
export function credentialOrigins(inputs: Inputs): string[] {
  return readRequest(inputs).images.flatMap(({ place: { base, tokenServers, quay } }) =>
    quay === "no" && tokenServers.length > 0 ? tokenServers : [base, ...tokenServers],
  );
}

interface Reader {
  readonly problems: Problem[];
  problem(input: string, what: string, remedy: string): void;
  /** What `read` returns; what it throws becomes a problem. */
  read<T>(input: string, remedy: string, read: () => T): T | undefined;
}

function openReader(): Reader {
  const problems: Problem[] = [];
  const problem = (input: string, what: string, remedy: string) => void problems.push({ input, what, remedy });
  return {
    problems,
    problem,
    read(input, remedy, read) {
      try {
        return read();
      } catch (error) {
        problem(input, `input ${input} ${(error as Error).message}`, remedy);
        return undefined;
      }
    },
  };
}

function checkParts(inputs: Inputs, { problem, read }: Reader): void {
  const { commitSha, tokenServer, tag } = inputs;
  if (commitSha !== undefined && !COMMIT.test(commitSha)) {
    problem(
      "commit-sha",
      `input commit-sha must be a full commit ID, 40 hex digits in lower case; given: ${quote(commitSha)} (${commitSha.length} characters)`,
      "Registries have no tags for short IDs; git rev-parse prints the full one.",
    );
  }
  if (tokenServer !== undefined && (!URL.canParse(tokenServer) || new URL(tokenServer).origin !== tokenServer)) {
    problem(
      "token-server",
      `input token-server must be an origin such as https://auth.example.com; given: ${quote(tokenServer)}`,
      "Set the scheme and the host, without a path.",
    );
  }
  if (tag !== undefined) read("tag", "Set the tag of the image, for example v1.2.3.", () => checkTag(tag));
  const digests = { digest: inputs.digest, "expected-digest": inputs.expectedDigest };
  for (const [name, value] of Object.entries(digests)) {
    if (value !== undefined)
      read(name, "Copy the whole digest from the build that pushed the image.", () => checkDigest(value));
  }
}

type NamedImage = ReturnType<typeof parseImage>;

/** The images by whichever way they are given; exactly one way must be. */
function namedImages(inputs: Inputs, { problem, read }: Reader): NamedImage[] {
  const { image, images, repository, namespace, registry } = inputs;
  const ways = [image !== undefined, images.length > 0, repository !== undefined].filter(Boolean).length;
  if (ways !== 1) {
    problem(
      "image",
      ways === 0 ? "no image was given" : "the image was given in several ways",
      "Set one of: image (quay.io/org/app), images (several of them), or registry, namespace and repository.",
    );
    return [];
  }
  if (repository === undefined && (namespace !== undefined || registry !== undefined)) {
    problem(
      namespace === undefined ? "registry" : "namespace",
      "registry and namespace need repository",
      "Write them as part of the image: quay.io/org/app.",
    );
    return [];
  }
  if (repository !== undefined) {
    const host = read("registry", "Set the host of the registry.", () => checkRegistry(registry ?? "quay.io"));
    const path = read("repository", "Set the path of the repository in the registry.", () =>
      joinRepository(namespace, repository),
    );
    return host === undefined || path === undefined ? [] : [{ registry: host, repository: path }];
  }
  const input = image === undefined ? "images" : "image";
  const remedy = "Write it like quay.io/org/app, optionally with a tag or a digest.";
  return (image === undefined ? images : [image]).flatMap(
    (given) => read(input, remedy, () => parseImage(given)) ?? [],
  );
}

function checkSharing({ digest, expectedDigest }: Inputs, named: readonly NamedImage[], { problem }: Reader): void {
  if (named.length <= 1 || (digest === undefined && expectedDigest === undefined)) return;
  problem(
    digest === undefined ? "expected-digest" : "digest",
    "several images cannot have one digest",
    "Write each digest after its image: quay.io/org/app@sha256:…",
  );
}

function toRequest(image: NamedImage, inputs: Inputs, { problem }: Reader): ImageRequest[] {
  const digests = [image.digest, inputs.digest, inputs.expectedDigest].filter((digest) => digest !== undefined);
  const [digest, other] = new Set(digests);
  if (other !== undefined) {
    problem(
      "expected-digest",
      `two digests were given for ${image.repository}: ${digest} and ${other}`,
      "Set the digest of the build that pushed the image.",
    );
    return [];
  }
  if (image.tag !== undefined && inputs.tag !== undefined && image.tag !== inputs.tag) {
    problem("tag", `two tags were given for ${image.repository}: ${image.tag} and ${inputs.tag}`, "Set one tag.");
    return [];
  }
  // The commit is proven by the tag with its name, or by a label. A digest whose label proves it needs no tag.
  const isProvenByLabel =
    inputs.expectedDigest === undefined &&
    digest !== undefined &&
    inputs.labels.some((label) => label.includes(COMMIT_MARK));
  const tag = image.tag ?? inputs.tag ?? (isProvenByLabel ? undefined : inputs.commitSha);
  if (tag === undefined && digest === undefined) {
    problem(
      "tag",
      `no tag or digest was given for ${image.repository}, and nothing says which image to verify`,
      "Set commit-sha, tag or digest.",
    );
    return [];
  }
  const { registry, repository } = image;
  const version = tag === undefined ? { ...(digest !== undefined && { digest }) } : { tag };
  return [
    {
      place: placeOf(registry, inputs),
      repository: repositoryAt(registry, repository),
      tag,
      digest,
      reference: showImage({ registry, repository, ...version }),
    },
  ];
}

function checkAccount({ username, token }: Inputs, images: readonly ImageRequest[], { problem }: Reader): void {
  const hosts = new Set(images.map(({ place }) => place.host));
  if (hosts.size <= 1 || (username ?? token) === undefined) return;
  problem(
    "images",
    `the same credentials cannot be sent to several registries: ${[...hosts].join(", ")}`,
    "Verify the images of each registry in a separate step.",
  );
}

/** `key=value` each; `{commit-sha}` in a value is replaced by the commit. */
function expectedLabels({ labels, commitSha }: Inputs, { problem }: Reader): ExpectedLabel[] {
  return labels.flatMap((label) => {
    const equals = label.indexOf("=");
    const key = label.slice(0, Math.max(equals, 0)).trim();
    const value = label.slice(equals + 1).trim();
    const needsCommit = value.includes(COMMIT_MARK);
    if (key === "") {
      const example = "org.opencontainers.image.revision={commit-sha}";
      problem("labels", `a label must be written as key=value; given: ${quote(label)}`, `For example ${example}.`);
      return [];
    }
    if (needsCommit && commitSha === undefined) {
      problem("labels", `the label ${key} needs commit-sha, which was not given`, "Set commit-sha.");
      return [];
    }
    return [{ key, value: value.replaceAll(COMMIT_MARK, () => commitSha ?? "") }];
  });
}

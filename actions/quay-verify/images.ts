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

export interface ImageInputs {
  readonly image: string | undefined;
  readonly images: readonly string[];
  readonly registry: string | undefined;
  readonly namespace: string | undefined;
  readonly repository: string | undefined;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
  readonly expectedDigest: string | undefined;
  readonly commitSha: string | undefined;
  readonly api: "auto" | "quay" | "oci";
  readonly tokenServer: string | undefined;
  readonly allowHttp: boolean;
  /** `key=value`; `{commit-sha}` in a value is the commit. */
  readonly labels: readonly string[];
}

/** One image to verify: by its tag, by its digest, or by both, which then must agree. */
export interface ImageRequest {
  readonly place: RegistryPlace;
  readonly repository: string;
  readonly tag: string | undefined;
  /** What the tag must point at. */
  readonly digest: string | undefined;
  /** As people write it, for messages. */
  readonly shown: string;
}

const COMMIT = /^[0-9a-f]{40}$/;

/** The images that the inputs name; what is wrong with them is added to `problems`. */
export function wantedImages(inputs: ImageInputs, problems: Problem[] = []): ImageRequest[] {
  const problem = (input: string, what: string, remedy: string) => void problems.push({ input, what, remedy });
  const checked = <T>(input: string, remedy: string, read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      problem(input, `input ${input} ${(error as Error).message}`, remedy);
      return undefined;
    }
  };
  const { commitSha, tokenServer } = inputs;
  if (commitSha !== undefined && !COMMIT.test(commitSha)) {
    problem(
      "commit-sha",
      `input commit-sha must be the whole commit id, 40 hex digits in lower case; given: ${quote(commitSha)} (${commitSha.length} characters)`,
      "Short ids are no tags in the registry: git rev-parse gives the whole one.",
    );
  }
  if (tokenServer !== undefined && (!URL.canParse(tokenServer) || new URL(tokenServer).origin !== tokenServer)) {
    problem(
      "token-server",
      `input token-server must be an origin such as https://auth.example.com; given: ${quote(tokenServer)}`,
      "Give the scheme and the host, without a path.",
    );
  }
  if (inputs.tag !== undefined) checked("tag", "Give the image's tag, such as v1.2.3.", () => checkTag(inputs.tag!));
  for (const [name, value] of [
    ["digest", inputs.digest],
    ["expected-digest", inputs.expectedDigest],
  ] as const) {
    if (value !== undefined)
      checked(name, "Copy it whole from the build that pushed the image.", () => checkDigest(value));
  }
  const named = namedImages(inputs, problem, checked);
  if (named.length > 1 && (inputs.digest !== undefined || inputs.expectedDigest !== undefined)) {
    problem(
      inputs.digest === undefined ? "expected-digest" : "digest",
      "one digest cannot be that of several images",
      "Write each digest behind its image: quay.io/org/app@sha256:…",
    );
  }
  if (problems.length > 0) return [];
  return named.flatMap((image) => wanted(image, inputs, problem));
}

/** Where the account or the token is sent. A registry whose tokens come from elsewhere gets neither. */
export function credentialOrigins(inputs: ImageInputs): string[] {
  return wantedImages(inputs).flatMap(({ place: { base, tokenServers, quay } }) =>
    quay === "no" && tokenServers.length > 0 ? tokenServers : [base, ...tokenServers],
  );
}

type Report = (input: string, what: string, remedy: string) => void;
type Checked = <T>(input: string, remedy: string, read: () => T) => T | undefined;

/** The images by whichever way they are given; exactly one way must be. */
function namedImages(inputs: ImageInputs, problem: Report, checked: Checked): ReturnType<typeof parseImage>[] {
  const { image, images, repository, namespace, registry } = inputs;
  const ways = [image !== undefined, images.length > 0, repository !== undefined].filter(Boolean).length;
  if (ways !== 1) {
    problem(
      "image",
      ways === 0 ? "no image was given" : "the image was given in several ways",
      "Give one of: image (quay.io/org/app), images (several of them), or registry, namespace and repository.",
    );
    return [];
  }
  if (repository === undefined && (namespace !== undefined || registry !== undefined)) {
    problem(
      namespace === undefined ? "registry" : "namespace",
      "registry and namespace go with repository",
      "Write them as a part of the image: quay.io/org/app.",
    );
    return [];
  }
  if (repository !== undefined) {
    const host = checked("registry", "Give the registry's host.", () => checkRegistry(registry ?? "quay.io"));
    const path = checked("repository", "Give the repository's path as the registry has it.", () =>
      joinRepository(namespace, repository),
    );
    return host === undefined || path === undefined ? [] : [{ registry: host, repository: path }];
  }
  const input = image === undefined ? "images" : "image";
  return (image === undefined ? images : [image]).flatMap(
    (text) =>
      checked(input, "Write it like quay.io/org/app, with a tag or a digest where it has one of its own.", () =>
        parseImage(text),
      ) ?? [],
  );
}

function wanted(image: ReturnType<typeof parseImage>, inputs: ImageInputs, problem: Report): ImageRequest[] {
  const digests = new Set(
    [image.digest, inputs.digest, inputs.expectedDigest].filter((digest) => digest !== undefined),
  );
  const [digest, other] = digests;
  if (other !== undefined) {
    problem(
      "expected-digest",
      `two digests were given for ${image.repository}: ${digest} and ${other}`,
      "Give the one of the build that pushed the image.",
    );
    return [];
  }
  if (image.tag !== undefined && inputs.tag !== undefined && image.tag !== inputs.tag) {
    problem("tag", `two tags were given for ${image.repository}: ${image.tag} and ${inputs.tag}`, "Give the tag once.");
    return [];
  }
  // The commit is proven by the tag that bears its name, or by a label. A digest whose label proves it needs no tag.
  const alone =
    inputs.expectedDigest === undefined &&
    digest !== undefined &&
    inputs.labels.some((label) => label.includes("{commit-sha}"));
  const tag = image.tag ?? inputs.tag ?? (alone ? undefined : inputs.commitSha);
  if (tag === undefined && digest === undefined) {
    problem("tag", `nothing says which image of ${image.repository} is meant`, "Give commit-sha, tag or digest.");
    return [];
  }
  const { registry, repository } = image;
  const place = placeOf(registry, inputs);
  return [
    {
      place,
      repository: repositoryAt(registry, repository),
      tag,
      digest,
      shown: showImage({
        registry,
        repository,
        ...(tag !== undefined && { tag }),
        ...(tag === undefined && digest !== undefined && { digest }),
      }),
    },
  ];
}

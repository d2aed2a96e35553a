import { choice, duration, flag, list, output, text, type InputsOf, type OutputsOf } from "@release-actions/action";

export const inputs = {
  image: text({
    address: true,
    description: "Full name of the image, without tag or digest. Default: registry/owner/repository/name.",
    example: "ghcr.io/org/app",
    optional: true,
    gitlab: "CI_REGISTRY_IMAGE",
  }),
  name: text({
    description: "Short name of the image in reports, and the last part of its full name if image is not set.",
    example: "frontend",
    optional: true,
  }),
  registry: text({
    address: true,
    description: "Registry to sign in to. Default: the registry of image, else ghcr.io.",
    example: "ghcr.io",
    optional: true,
  }),
  username: text({
    description: "User or robot account that may pull and push.",
    example: "octocat",
    optional: true,
    gitlab: "CI_REGISTRY_USER",
  }),
  password: text({
    description:
      "Password or token for username. Default: the tool's own sign-in, if the image can be read without one.",
    credential: "registry",
    optional: true,
    gitlab: "CI_REGISTRY_PASSWORD",
  }),
  "token-server": text({
    address: true,
    description:
      "Token server the credentials may be sent to, if it is not the registry itself. Those of docker.io and gitlab.com are known.",
    example: "https://auth.example.com",
    optional: true,
  }),
  "allow-http": flag({
    description: "Allow plain HTTP for non-loopback registries when the tag is looked up.",
    default: false,
  }),
  context: text({ description: "Directory that is sent to the build, inside the repository.", default: "." }),
  dockerfile: text({
    description: "File with the build's instructions, inside the repository. Default: Dockerfile in the context.",
    optional: true,
  }),
  "commit-sha": text({
    description:
      "Commit that is checked out, 40 hex digits. The image is tagged commit-<commit-sha>. Default: the commit of the run.",
    optional: true,
  }),
  version: text({
    description: "Version for the label org.opencontainers.image.version.",
    example: "1.2.3",
    optional: true,
    gitlab: "VALIDATE_TAG_VERSION",
  }),
  source: text({
    address: true,
    description: "URL for the label org.opencontainers.image.source. Default: the repository's web address.",
    optional: true,
  }),
  labels: text({ description: "Further labels, one key=value per line.", optional: true }),
  "build-args": text({
    description: "Build arguments, one NAME=value per line. They are stored in the image: never put a secret here.",
    optional: true,
  }),
  "build-secrets": text({
    description: "Secrets of the build, one id=value per line, for RUN --mount=type=secret,id=….",
    secret: true,
    optional: true,
  }),
  platforms: list({
    description: "Platforms to build for. With several, the image is an index. Default: the machine's own.",
    example: "linux/amd64, linux/arm64",
  }),
  target: text({ description: "Stage to build. Default: the last one.", optional: true }),
  "cache-from": text({
    description: "Caches to read, one per line: as docker buildx expects them, or a repository for buildah.",
    example: "type=registry,ref=ghcr.io/org/app:cache",
    optional: true,
  }),
  "cache-to": text({ description: "Caches to write, one per line, like cache-from.", optional: true }),
  tool: choice(["auto", "docker", "buildah"], {
    description: "Tool to build with. auto: docker if it has buildx, else buildah.",
    default: "auto",
  }),
  timeout: duration({ description: "Time for building and pushing.", default: "1h" }),
};

export const outputs = {
  image: output.text("The image as repository@digest. Deploy this, not the tag."),
  digest: output.text("Digest of the image, sha256:…; with several platforms, of its index."),
  report: output.json("What was built, from what, by which commands, and how it ended."),
};

export type Inputs = InputsOf<typeof inputs>;
export type Outputs = OutputsOf<typeof outputs>;

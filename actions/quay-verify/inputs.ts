import {
  accountProblems,
  choice,
  duration,
  flag,
  integer,
  list,
  output,
  text,
  type InputsOf,
  type Problem,
} from "@release-actions/action";
import { quote } from "@release-actions/text";

export const inputs = {
  image: text({
    address: true,
    description: "Image to verify, including the registry; may include a tag or a digest.",
    example: "quay.io/org/app",
    optional: true,
  }),
  images: list({ address: true, description: "Several images instead of one, each written like image." }),
  registry: text({
    address: true,
    description: "Registry host, used with repository. Default: quay.io.",
    example: "quay.io",
    optional: true,
  }),
  namespace: text({
    description: "Namespace, used with repository. It is always part of the path, and only once.",
    example: "redhat-user-workloads",
    optional: true,
  }),
  repository: text({
    address: true,
    description: "Path of the repository in the registry, instead of image.",
    example: "tenant/application/component",
    optional: true,
  }),
  tag: text({ description: "Tag of the image. Default: commit-sha.", example: "v1.2.3", optional: true }),
  digest: text({
    description: "Digest of the image. If a tag is set as well, it must point at this digest.",
    example: "sha256:…",
    optional: true,
  }),
  "commit-sha": text({
    description:
      "Full ID of the commit that the image was built from (40 hex digits). Used as the tag, unless a tag is set or a label proves the commit.",
    optional: true,
  }),
  "expected-digest": text({
    description: "Digest reported by the build; the tag must point at it.",
    optional: true,
    gitlab: "IMAGE_DIGEST",
  }),
  username: text({
    description: "User or robot account with pull access.",
    example: "org+robot",
    optional: true,
    gitlab: "QUAY_USERNAME",
  }),
  password: text({
    description: "Password or token for username.",
    credential: "registry",
    optional: true,
    gitlab: "QUAY_PASSWORD",
  }),
  token: text({
    description: "OAuth access token for Quay with the scope repo:read, instead of an account.",
    credential: "service",
    optional: true,
    gitlab: "QUAY_TOKEN",
  }),
  "token-server": text({
    address: true,
    description:
      "Token server the credentials may be sent to, if it is not the registry itself. Those of docker.io and gitlab.com are built in.",
    example: "https://auth.example.com",
    optional: true,
  }),
  api: choice(["auto", "quay", "oci"], {
    description:
      "Which API to use. auto: Quay's API if the registry has it. quay: a self-hosted Quay. oci: plain OCI registry, no vulnerability reports.",
    default: "auto",
  }),
  "allow-http": flag({ description: "Allow plain HTTP for non-loopback hosts.", default: false }),
  wait: duration({ description: "Maximum time to wait for the image to appear.", default: "0" }),
  "scan-wait": duration({
    description: "Maximum time to wait for the scan once the image exists.",
    default: "5m",
  }),
  interval: duration({ description: "Polling interval while waiting.", default: "10s" }),
  platforms: list({
    description:
      "Required platforms, such as linux/amd64; only these are checked. Default: all platforms of the image.",
  }),
  "fail-on": choice(["critical", "high", "medium", "low", "none"], {
    description: "Fail on findings of this severity or higher.",
    default: "critical",
  }),
  "max-critical": integer({
    description: "Number of critical findings to allow. Overrides fail-on for this severity.",
    optional: true,
  }),
  "max-high": integer({ description: "Number of high-severity findings to allow.", optional: true }),
  "max-medium": integer({ description: "Number of medium-severity findings to allow.", optional: true }),
  "max-low": integer({ description: "Number of low-severity findings to allow.", optional: true }),
  "only-fixed": flag({ description: "Fail only on findings that have a fix. All are reported.", default: false }),
  "ignore-file": text({
    description: "File that lists findings to ignore, each with a reason.",
    example: ".quay-verify.yml",
    optional: true,
  }),
  vex: list({
    description: "OpenVEX documents in the workspace; findings with the status not_affected or fixed are ignored.",
  }),
  "on-unscanned": choice(["refuse", "warn"], {
    description: "What to do if the scanner has no result.",
    default: "refuse",
  }),
  "on-unknown-severity": choice(["refuse", "warn", "critical", "high", "medium", "low"], {
    description: "How to treat findings without a known severity. refuse: as the highest severity.",
    default: "refuse",
  }),
  labels: list({
    description: "Labels the image must have, as key=value; {commit-sha} is replaced by the commit.",
    example: "org.opencontainers.image.revision={commit-sha}",
  }),
  "min-expiry": duration({ description: "Minimum time until the tag expires.", example: "14d", optional: true }),
  "require-signature": flag({ description: "Require a signature attached to the digest.", default: false }),
  "signature-key": text({
    description: "Public key (PEM) that must have made the signature, or the path of a file with the key.",
    example: "cosign.pub",
    optional: true,
  }),
  "report-file": text({ description: "Write the full report to this file, as JSON.", optional: true }),
  "sarif-file": text({ description: "Write all findings to this file, as SARIF 2.1.0.", optional: true }),
};

export const outputs = {
  image: output.text("Verified images as repository@digest, one per line; empty unless every check passed."),
  digest: output.text("Digest of the image; with several images, one per line."),
  exists: output.flag("Whether the image exists; empty if that is not known."),
  platforms: output.text(
    "Checked platforms, separated by commas; single if the image is not an index and no check needs the platform's name.",
  ),
  critical: output.integer("Critical findings. This and the following counts are empty if nothing was scanned."),
  high: output.integer("High-severity findings."),
  medium: output.integer("Medium-severity findings."),
  low: output.integer("Low-severity findings."),
  unknown: output.integer("Findings of unknown severity."),
  fixable: output.integer("Counted findings that have a fix."),
  ignored: output.integer("Findings ignored because of the ignore file or a VEX document."),
  report: output.json("The report, its findings limited to 64 KiB; report-file has all of them."),
  "report-file": output.text("Path of the report file."),
  "sarif-file": output.text("Path of the SARIF file."),
};

export type Inputs = InputsOf<typeof inputs>;

const PLATFORM = /^[a-z0-9]{1,20}\/[a-z0-9_]{1,20}(?:\/[a-z0-9]{1,20})?$/;

/** Problems that need no look at the images; request.ts has the others. */
export function inputProblems(inputs: Inputs): Problem[] {
  const problems = accountProblems(inputs);
  if (inputs.token !== undefined && inputs.api === "oci" && inputs.username === undefined) {
    problems.push({
      input: "token",
      what: "token is a Quay token, but api is oci",
      remedy: "Set username and password, or use Quay's API.",
    });
  }
  const wrong = inputs.platforms.filter((platform) => !PLATFORM.test(platform));
  if (wrong.length > 0) {
    problems.push({
      input: "platforms",
      what: `not a platform: ${wrong.map((platform) => quote(platform, 60)).join(", ")}`,
      remedy: "Write platforms as os/architecture, for example linux/arm64.",
    });
  }
  if (inputs.signatureKey !== undefined && !inputs.requireSignature) {
    problems.push({
      input: "signature-key",
      what: "signature-key without require-signature has no effect",
      remedy: "Set require-signature: true.",
    });
  }
  if (inputs.interval < 1000) {
    problems.push({
      input: "interval",
      what: "interval must be at least 1s",
      remedy: "Registries limit the rate of requests.",
    });
  }
  return problems;
}

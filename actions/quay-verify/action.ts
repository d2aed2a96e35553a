import {
  choice,
  defineAction,
  duration,
  flag,
  integer,
  list,
  output,
  ActionError,
  text,
  type Problem,
} from "@release-actions/action";
import { quote } from "@release-actions/text";
import { credentialOrigins, wantedImages } from "./images.ts";
import { expectedLabels } from "./labels.ts";

export default defineAction({
  name: "quay-verify",
  description:
    "Proves that an image is there, that it is the one that was built, and that it is clean enough to be released; anything short of proof refuses.",
  inputs: {
    image: text({
      address: true,
      description: "The image, with its registry; a tag or a digest may stand behind it.",
      example: "quay.io/org/app",
      optional: true,
    }),
    images: list({ address: true, description: "Several images instead of one, each as in image." }),
    registry: text({
      address: true,
      description: "The registry's host, with repository. Without it: quay.io.",
      example: "quay.io",
      optional: true,
    }),
    namespace: text({
      description:
        "The namespace, with repository. It is never dropped, and not doubled where repository begins with it.",
      example: "redhat-user-workloads",
      optional: true,
    }),
    repository: text({
      address: true,
      description: "The repository's path in the registry, instead of image.",
      example: "tenant/application/component",
      optional: true,
    }),
    tag: text({ description: "The image's tag. Without it: commit-sha.", example: "v1.2.3", optional: true }),
    digest: text({
      description: "The image's digest. With a tag, both must agree.",
      example: "sha256:…",
      optional: true,
    }),
    "commit-sha": text({
      description:
        "The commit that the image was built from, 40 hex digits: the tag, unless one is given or a label proves it.",
      optional: true,
    }),
    "expected-digest": text({
      description: "The digest that the build gave: the tag must point at it.",
      optional: true,
      gitlab: "IMAGE_DIGEST",
    }),
    username: text({
      description: "A user or robot account that may pull.",
      example: "org+robot",
      optional: true,
      gitlab: "QUAY_USERNAME",
    }),
    password: text({
      description: "Its password or token.",
      secret: true,
      credential: true,
      optional: true,
      gitlab: "QUAY_PASSWORD",
    }),
    token: text({
      description: "An OAuth access token of Quay with repo:read, instead of an account.",
      secret: true,
      credential: true,
      notOfForge: true,
      optional: true,
      gitlab: "QUAY_TOKEN",
    }),
    "token-server": text({
      address: true,
      description:
        "An origin, other than the registry's, that the account may be shown to for a token. docker.io's and gitlab.com's are known.",
      example: "https://auth.example.com",
      optional: true,
    }),
    api: choice(["auto", "quay", "oci"], {
      description:
        "How the registry is asked. auto: Quay's API where there is one; quay: a Quay of your own; oci: a registry without reports.",
      default: "auto",
    }),
    "allow-http": flag({ description: "Take plain http for hosts other than this machine.", default: false }),
    wait: duration({ description: "How long to wait for the image to appear.", default: "0" }),
    "scan-wait": duration({ description: "How long to wait for the scan, once the image is there.", default: "5m" }),
    interval: duration({ description: "How often to look while waiting.", default: "10s" }),
    platforms: list({
      description:
        "The platforms that must be there, such as linux/amd64; they alone are judged. Without it: all that the image has.",
    }),
    "fail-on": choice(["critical", "high", "medium", "low", "none"], {
      description: "Findings of this severity or a worse one refuse.",
      default: "critical",
    }),
    "max-critical": integer({
      description: "Critical findings that are allowed, instead of what fail-on says of them.",
      optional: true,
    }),
    "max-high": integer({ description: "High findings that are allowed.", optional: true }),
    "max-medium": integer({ description: "Medium findings that are allowed.", optional: true }),
    "max-low": integer({ description: "Low findings that are allowed.", optional: true }),
    "only-fixed": flag({ description: "Only findings that have a fix refuse. All are reported.", default: false }),
    "ignore-file": text({
      description: "A file of findings that do not count, each with its reason.",
      example: ".quay-verify.yml",
      optional: true,
    }),
    vex: list({
      description: "OpenVEX documents in the workspace: what they call not_affected or fixed does not count.",
    }),
    "on-unscanned": choice(["refuse", "warn"], {
      description: "What happens when the scanner has no result.",
      default: "refuse",
    }),
    "on-unknown-severity": choice(["refuse", "warn", "critical", "high", "medium", "low"], {
      description: "How findings without a known severity count: refuse takes them for the worst.",
      default: "refuse",
    }),
    labels: list({
      description: "Labels that the image must have, key=value; {commit-sha} is the commit.",
      example: "org.opencontainers.image.revision={commit-sha}",
    }),
    "min-expiry": duration({ description: "How long the tag must still live.", example: "14d", optional: true }),
    "require-signature": flag({ description: "A signature must be attached to the digest.", default: false }),
    "signature-key": text({
      description: "The public key (PEM) that the signature must be by, or the path of a file that holds it.",
      example: "cosign.pub",
      optional: true,
    }),
    "report-file": text({ description: "Also write the whole report to this file, as JSON.", optional: true }),
    "sarif-file": text({ description: "Also write all findings to this file, as SARIF 2.1.0.", optional: true }),
  },
  outputs: {
    image: output.text("The proven image as repository@digest, one line each; empty unless all passed."),
    digest: output.text("The image's digest, one line each."),
    exists: output.flag("Whether the image is there; empty where that is not known."),
    platforms: output.text(
      "The platforms that were judged, separated by commas; single where there is one and nothing asked for its name.",
    ),
    critical: output.integer("Critical findings that count. Empty, like the following, where nothing was scanned."),
    high: output.integer("High ones."),
    medium: output.integer("Medium ones."),
    low: output.integer("Low ones."),
    unknown: output.integer("Those of unknown severity."),
    fixable: output.integer("Findings that count and have a fix."),
    ignored: output.integer("Findings that do not count, by the ignore file or a VEX document."),
    report: output.json("The report, its findings shortened to 64 KiB; report-file has all of them."),
    "report-file": output.text("The file that the report was written to."),
    "sarif-file": output.text("The file that the findings were written to."),
  },
  permissions: { github: {}, gitlab: "None; the registry's credentials come from variables." },
  services: ["quay"],
  endpoints: {
    description: [
      "the registry",
      "its token server, where that is docker.io's, gitlab.com's or `token-server`",
      "where the registry sends for blobs, without credentials",
    ],
    origins: (inputs) => wantedImages(inputs).flatMap(({ place }) => [place.base, ...place.tokenServers]),
    credentials: credentialOrigins,
  },
  changes: false,
  check(inputs) {
    const problems: Problem[] = [];
    wantedImages(inputs, problems);
    expectedLabels(inputs.labels, inputs.commitSha, problems);
    const { username, password, token } = inputs;
    if ((username === undefined) !== (password === undefined)) {
      const missing = username === undefined ? "username" : "password";
      problems.push({
        input: missing,
        what: `${missing} is missing: an account has both`,
        remedy: `Give ${missing} as well.`,
      });
    }
    const registries = new Set(wantedImages(inputs).map(({ place }) => place.host));
    if (registries.size > 1 && (username ?? token) !== undefined) {
      problems.push({
        input: "images",
        what: `one account cannot be shown to several registries: ${[...registries].join(", ")}`,
        remedy: "Verify the images of each registry in a step of its own.",
      });
    }
    if (token !== undefined && (username !== undefined || inputs.api === "oci")) {
      problems.push({
        input: "token",
        what: username === undefined ? "token is Quay's, and api is oci" : "there are an account and a token",
        remedy: "Give username and password, or token alone for Quay.",
      });
    }
    const wrong = inputs.platforms.filter(
      (platform) => !/^[a-z0-9]{1,20}\/[a-z0-9_]{1,20}(?:\/[a-z0-9]{1,20})?$/.test(platform),
    );
    if (wrong.length > 0)
      problems.push({
        input: "platforms",
        what: `not a platform: ${wrong.map((one) => quote(one, 60)).join(", ")}`,
        remedy: "Write them as os/architecture, such as linux/arm64.",
      });
    if (inputs.signatureKey !== undefined && !inputs.requireSignature)
      problems.push({
        input: "signature-key",
        what: "signature-key without require-signature would prove nothing",
        remedy: "Set require-signature: true.",
      });
    if (inputs.interval < 1000)
      problems.push({
        input: "interval",
        what: "interval must be at least 1s",
        remedy: "Registries limit how often they are asked.",
      });
    return problems;
  },
  async run(context) {
    const { verifyAll } = await import("./verify-all.ts");
    const { verdict, outputs, problems, count } = await verifyAll(context);
    if (verdict === "passed") return { verdict, ...outputs };
    const what = count === 1 ? "the image" : "the images";
    const messages = {
      refused: `${what} must not be released`,
      invalid: `${what} could not be looked at`,
      undecided: `${what} could not be proven`,
    };
    throw new ActionError(verdict, messages[verdict], {
      problems: problems.length === 0 ? [{ what: "no check gave an answer" }] : problems,
      outputs,
    });
  },
});

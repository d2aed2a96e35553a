import { choice, flag, list, output, text, type InputsOf, type Problem } from "@release-actions/action";
import { SCHEMES } from "@release-actions/version";

export const inputs = {
  tag: text({
    description: "Tag to validate. Default: the tag whose push started the run.",
    example: "v1.1.0-frontend",
    optional: true,
  }),
  components: list({
    description: "Names of the components that the repository releases. Default: those in release-actions.yml.",
  }),
  "tag-format": text({
    description:
      "Format of tags, with {version} exactly once and {component} at most once. Default: the formats in release-actions.yml; otherwise v{version}-{component} if components are declared and v{version} if not.",
    example: "{component}@{version}",
    optional: true,
  }),
  scheme: choice(SCHEMES, {
    description: "Version scheme. Default: the one in release-actions.yml, otherwise semver.",
    optional: true,
  }),
  changelog: text({
    description: "Path of the changelog. Default: the one in release-actions.yml, otherwise CHANGELOG.md.",
    optional: true,
  }),
  "require-changelog": flag({
    description: "Require a changelog entry for the version that is not empty.",
    default: true,
  }),
  "version-files": list({
    description: "Files that contain the version, as path or path#key. Default: those in release-actions.yml.",
  }),
  "version-match": choice(["component", "train", "none"], {
    description:
      "Version expected in version files. component: the version of the tag. train: the version that the changelog entry lists for the component. none: do not compare. Default: the setting in release-actions.yml, otherwise component.",
    optional: true,
  }),
  "require-annotated": flag({ description: "Require an annotated tag.", default: false }),
  "require-signed": flag({ description: "Require a signature by one of allowed-signers.", default: false }),
  "allowed-signers": text({
    description:
      "Trusted SSH keys, one per line in the format of ssh-keygen (principal, key type, key), or the path of a file with such lines.",
    optional: true,
  }),
  branch: text({ description: "Branch that must contain the tagged commit.", example: "main", optional: true }),
  "require-unreleased": flag({
    description: "Require that the forge has no published release of the tag.",
    default: false,
  }),
  "allow-regression": flag({
    description: "Allow a version lower than the latest release of its component.",
    default: false,
  }),
  token: text({
    description: "Token to read the tags and releases of the repository.",
    credential: "forge",
    optional: true,
    github: "${{ github.token }}",
    gitlab: "CI_JOB_TOKEN",
  }),
};

export const outputs = {
  tag: output.text("The tag."),
  version: output.text("Version in the tag, such as 1.1.0-rc.1."),
  component: output.text("Component in the tag; empty if it names none."),
  prerelease: output.flag("Whether the version is a prerelease."),
  "prerelease-id": output.text("Kind of prerelease, such as rc; empty for a release."),
  major: output.integer("First number of the version."),
  minor: output.integer("Second number of the version."),
  patch: output.integer("Third number of the version."),
  commit: output.text("Tagged commit, 40 hex digits."),
  "previous-tag": output.text(
    "Tag of the previous release of the same component, in version order; empty for the first.",
  ),
  annotated: output.flag("Whether the tag is annotated; empty if that is not known."),
  images: output.json(
    "Images of the component from release-actions.yml, as a build matrix: name, image, context and dockerfile of each.",
  ),
  report: output.json(
    "One row per finding: check, result (pass, fail, warn, skipped, unknown or invalid), detail and remedy.",
  ),
};

export type Inputs = InputsOf<typeof inputs>;

export function inputProblems({ requireSigned, allowedSigners }: Inputs): Problem[] {
  if (!requireSigned || allowedSigners !== undefined) return [];
  return [
    {
      input: "allowed-signers",
      what: "require-signed needs allowed-signers",
      remedy: "Set the trusted keys: <principal> ssh-ed25519 <key>.",
    },
  ];
}

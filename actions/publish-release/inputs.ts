import { choice, flag, list, output, text } from "@release-actions/action";
import type { InputsOf, OutputsOf, Verdict } from "@release-actions/action";

export const inputs = {
  tag: text({
    description: "Tag to release. It must exist on the forge. Default: the tag whose push started the run.",
    optional: true,
    example: "v1.2.3",
  }),
  name: text({
    description:
      "Release title. Default: an existing release keeps its title; a new one gets the component and version of the tag.",
    optional: true,
  }),
  body: text({ description: "Release notes, in Markdown.", optional: true }),
  "body-file": text({
    description: "File in the workspace with the release notes, instead of body.",
    optional: true,
    example: "RELEASE_NOTES.md",
    gitlab: "CHANGELOG_EXTRACT_BODY_FILE",
  }),
  "generate-notes": flag({
    description:
      "Add one line per commit since the previous tag of the same component. Needs the history: fetch-depth: 0.",
    default: false,
  }),
  "allow-empty": flag({ description: "Publish even without release notes.", default: false }),
  files: list({
    address: true,
    description:
      "Files to attach: paths or patterns (*, ?, **) relative to the workspace. A pattern that matches nothing is an error.",
    example: "dist/*.tar.gz",
  }),
  checksums: flag({ description: "Attach SHA256SUMS, the checksums of all files.", default: true }),
  draft: flag({
    description: "Leave the release as a draft (GitHub). A release that is already published is not changed.",
    default: false,
  }),
  prerelease: choice(["auto", "true", "false"], {
    description:
      "Mark as a prerelease (GitHub). auto: an existing release keeps its mark; for a new one, the version of the tag decides.",
    default: "auto",
  }),
  "make-latest": choice(["auto", "true", "false"], {
    description:
      "Mark as the latest release (GitHub). auto: when it is published, if it is the highest stable version of the primary component.",
    default: "auto",
  }),
  "primary-component": text({
    description: "Component that make-latest: auto considers. Default: the one marked primary in release-actions.yml.",
    optional: true,
  }),
  "on-existing": choice(["update", "fail"], {
    description: "What to do if the release is already published and differs. An immutable release is never changed.",
    default: "update",
  }),
  components: list({ description: "Declared components. Default: those in release-actions.yml." }),
  "tag-format": text({
    description: "Tag format. Default: v{version}-{component} with components, else v{version}.",
    optional: true,
    example: "{component}/v{version}",
  }),
  scheme: choice(["semver", "pep440", "calver"], {
    description: "Version scheme. Default: the one in release-actions.yml, else semver.",
    optional: true,
  }),
  forge: choice(["auto", "github", "gitlab"], {
    description: "Where to publish. auto: where the run takes place.",
    default: "auto",
  }),
  repository: text({
    address: true,
    description: "owner/name, or the full path of a GitLab project. Default: the repository of the run.",
    optional: true,
  }),
  "api-url": text({
    address: true,
    description: "REST API of the forge. Default: that of the run, else of github.com or gitlab.com.",
    optional: true,
    example: "https://gitlab.example/api/v4",
  }),
  "allow-http": flag({ description: "Allow plain HTTP for non-loopback hosts.", default: false }),
  token: text({
    description: "GitHub: token with contents: write. GitLab: the job token, or an access token with the scope api.",
    credential: "forge",
    optional: true,
    github: "${{ github.token }}",
    gitlab: "CI_JOB_TOKEN",
  }),
};

export const outputs = {
  url: output.text("URL of the release."),
  id: output.text("GitHub: ID of the release. GitLab: its tag."),
  assets: output.json("Attached files: name, size, sha256 and url of each."),
  created: output.flag("Whether this run published the release, or created the draft."),
  changed: output.flag("Whether this run changed anything."),
};

export type Inputs = InputsOf<typeof inputs>;
export type Outputs = OutputsOf<typeof outputs> & { verdict: Verdict };

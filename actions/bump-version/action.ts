import { choice, defineAction, flag, list, NO_ENDPOINTS, output, text } from "@release-actions/action";
import { SCHEMES } from "@release-actions/version";
import { bump } from "./bump.ts";
import { dateProblem } from "./settings.ts";

export default defineAction({
  name: "bump-version",
  description: "Writes the next version into version files, lock files and the changelog, commits and tags it.",
  inputs: {
    version: text({
      description:
        "The exact version, or one of major, minor, patch and prerelease, counted from the version in the last commit.",
      example: "1.2.3",
    }),
    component: text({ description: "The component of release-actions.yml that is released.", optional: true }),
    files: list({
      description: "Files that hold the version: path, or path#key. Without it: the component's version-files.",
      example: "package.json, chart/Chart.yaml#appVersion",
    }),
    changelog: text({
      description:
        "The changelog whose Unreleased section becomes the version's entry. Without it: the component's changelog.",
      optional: true,
    }),
    date: text({
      description: "The day of the release for the changelog, YYYY-MM-DD. Without it: today, UTC.",
      optional: true,
    }),
    scheme: choice([...SCHEMES], {
      description: "How versions are written and ordered. Without it: the component's scheme, else semver.",
      optional: true,
    }),
    "tag-format": text({
      description:
        "How tags are written. Without it: the component's format, else v{version}-{component} or v{version}.",
      optional: true,
    }),
    commit: flag({ description: "Commit exactly the changed files.", default: false }),
    tag: flag({
      description: "Make an annotated tag on the commit, its message from the changelog entry.",
      default: false,
    }),
    author: text({
      description: "Who commits and tags, as Name <address>.",
      optional: true,
      example: "Release Bot <bot@example.com>",
      github: "github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>",
      gitlab: "CI_COMMIT_AUTHOR",
    }),
    sign: choice(["none", "ssh", "openpgp"], { description: "Sign the commit and the tag.", default: "none" }),
    "signing-key": text({
      description: "Absolute path of the private SSH key, or the OpenPGP fingerprint.",
      optional: true,
    }),
    "gnupg-home": text({ description: "Absolute path of the GnuPG home that holds the OpenPGP key.", optional: true }),
  },
  outputs: {
    version: output.text("The version that the files hold now."),
    previous: output.text("The version that they held before."),
    changed: output.flag("Whether this run changed anything."),
    diff: output.text("The changes as a unified diff."),
    tag: output.text("The name of the version's tag, whether or not it was made."),
    commit: output.text("The commit that holds the version; empty while it is not committed."),
  },
  permissions: { github: { contents: "read" }, gitlab: "None: nothing is pushed." },
  endpoints: NO_ENDPOINTS,
  changes: true,
  check: ({ date, sign, signingKey, gnupgHome }) => [
    ...dateProblem(date),
    ...(sign !== "none" && signingKey === undefined ? [{ input: "signing-key", what: "sign needs signing-key" }] : []),
    ...(sign === "openpgp" && gnupgHome === undefined
      ? [{ input: "gnupg-home", what: "sign: openpgp needs gnupg-home" }]
      : []),
  ],
  run: bump,
});

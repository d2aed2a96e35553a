import { choice, flag, output, size, text, type InputsOf, type Problem } from "@release-actions/action";
import { SMALLEST_LIMIT } from "@release-actions/changelog";

export const inputs = {
  version: text({
    description: "Version, with or without a leading v, or unreleased.",
    example: "1.2.3",
    gitlab: "VALIDATE_TAG_VERSION",
  }),
  component: text({
    description: "Component whose entry to extract, if headings name components.",
    optional: true,
    example: "frontend",
    gitlab: "VALIDATE_TAG_COMPONENT",
  }),
  changelog: text({
    description:
      "Path of the changelog. Default: the one of the component in release-actions.yml, otherwise CHANGELOG.md.",
    optional: true,
  }),
  tail: choice(["stop", "include"], {
    description:
      "What to do at a heading that has the level of the entries but names no version. stop: end the entry. include: treat it as part of the entry.",
    default: "stop",
  }),
  "allow-empty": flag({ description: "Accept an entry without text.", default: false }),
  reflow: choice(["none", "release"], {
    description: "release: join hard-wrapped lines, because release pages show every line ending as a line break.",
    default: "none",
  }),
  "output-file": text({
    description: "Write the notes to this file in the workspace.",
    optional: true,
    example: "notes.md",
  }),
  "max-bytes": size({
    description:
      "Maximum size of the notes; longer notes are cut between blocks. GitHub accepts releases of up to 125000 characters.",
    optional: true,
    example: "125000",
  }),
};

export const outputs = {
  body: output.text("The notes: the lines of the entry, and the link definitions they use."),
  "body-file": output.text("Path of the file with the notes, if output-file is set."),
  heading: output.text("Heading of the entry as written, without its markers."),
  date: output.text("Date in the heading as YYYY-MM-DD; empty if it has none."),
  status: output.text("released, prerelease, yanked or unreleased."),
  line: output.integer("Line number of the heading."),
  truncated: output.flag("Whether the notes were cut to max-bytes."),
};

export type Inputs = InputsOf<typeof inputs>;

export function inputProblems({ maxBytes }: Inputs): Problem[] {
  if (maxBytes === undefined || maxBytes >= SMALLEST_LIMIT) return [];
  return [
    {
      input: "max-bytes",
      what: `must be at least ${SMALLEST_LIMIT}`,
      remedy: "Shorter notes would say nothing; remove the input for no limit.",
    },
  ];
}

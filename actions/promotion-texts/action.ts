import { defineAction, flag, NO_ENDPOINTS, output, refused, text } from "@release-actions/action";
import { formatDay, isDay } from "@release-actions/text";

/** Bytes, of which there are never fewer than characters. Jira holds 32,767 characters, and there is text around it. */
const LONGEST_CHANGELOG = 30_000;

export default defineAction({
  name: "promotion-texts",
  description: "Writes the title of a promotion's Jira issue and the comment that links it to its merge request.",
  internal: true,
  inputs: {
    date: text({ description: "Day in the title. Default: today (UTC).", optional: true, example: "2025-01-31" }),
    name: text({ description: "Name of the release in the title.", default: "Analytics HCC Service Release" }),
    commit: text({ description: "Commit that is promoted.", optional: true }),
    changelog: text({ description: "Changes in Markdown, as bump-appinterface-ref returns them.", optional: true }),
    "has-changes": flag({ description: "Whether there is anything left to promote; false fails.", default: true }),
  },
  outputs: {
    title: output.text("Title of the Jira issue."),
    comment: output.text("Text for the issue's comment, to follow the URL of the merge request."),
  },
  permissions: { github: {}, gitlab: "None." },
  endpoints: NO_ENDPOINTS,
  changes: false,
  check: ({ date }) =>
    date === undefined || isDay(date)
      ? []
      : [{ input: "date", what: "date is not a day", remedy: "Give it as YYYY-MM-DD, such as 2025-01-31." }],

  async run({ inputs, io, clock }) {
    const { name, commit, changelog = "", hasChanges } = inputs;
    if (!hasChanges)
      throw refused("every target already has the commit: another run has promoted it; nothing was written", {
        remedy: "There is nothing left to do.",
      });
    const day = inputs.date ?? formatDay(clock.now());
    io.info(`Date of the release: ${day}${inputs.date === undefined ? " (today, UTC)" : ""}`);
    const title = `${day} ${name.replace(/[\r\n]+/g, " ")}`;
    const comment = `\n\nReleasing commit: \`${commit ?? ""}\`\n\n${forJira(changelog)}`;
    return { verdict: "passed", title, ...(commit !== undefined && { comment }) };
  },
});

/** Without the HTML that Jira does not know (its content stays inert there), and cut between lines. */
function forJira(changelog: string): string {
  const lines = changelog.replace(/<\/?code>/g, "").split("\n");
  const kept: string[] = [];
  let left = LONGEST_CHANGELOG;
  for (const line of lines) {
    left -= Buffer.byteLength(line) + 1;
    if (left < 0) return [...kept, "", "The rest is in the merge request."].join("\n");
    kept.push(line);
  }
  return kept.join("\n");
}

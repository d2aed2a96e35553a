import { afterEach, describe, expect, test } from "@jest/globals";
import type { Deployment } from "../../test/stand-ins/jira/index.ts";
import { NEW_ISSUE, openJiraWorld, TITLE } from "../../test/worlds/jira-issue.ts";
import type { JiraWorld } from "../../test/worlds/jira-issue.ts";

let world: JiraWorld;
afterEach(() => world.close());

const KINDS: readonly Deployment[] = ["cloud", "datacenter"];
const ALL = {
  ...NEW_ISSUE,
  description: "Releases **abc**\n\n- one\n",
  comment: "App-Interface MR created: https://gitlab.example/x/-/merge_requests/1",
  link: "Merge request | https://gitlab.example/x/-/merge_requests/1",
  transition: "In Progress",
};

describe.each(KINDS)("%s", (kind) => {
  test("T23: one run makes the issue, its link, its comment and its transition, and tells the key", async () => {
    world = await openJiraWorld(kind);
    const result = await world.run(ALL);
    expect(result.lines.join("\n")).toContain("AAP-1");
    expect(result).toMatchObject({ verdict: "done", exitCode: 0 });
    expect(result.outputs).toMatchObject({ key: "AAP-1", url: `${world.jira.url}/browse/AAP-1`, created: "true", commented: "true", transitioned: "true" });
    const [issue] = world.issues();
    expect(issue).toMatchObject({ type: "Story", status: "In Progress", fields: { summary: TITLE } });
    expect(issue!.fields["labels"]).toEqual(["release", "production", expect.stringMatching(/^release-actions-[0-9a-f]{16}$/)]);
    expect(issue!.links).toHaveLength(1);
    expect(issue!.comments).toHaveLength(1);
  });

  test("T23: the same again finds everything and writes nothing", async () => {
    world = await openJiraWorld(kind);
    await world.run(ALL);
    const before = world.writes().length;
    const again = await world.run(ALL);
    expect(again).toMatchObject({ verdict: "unchanged", exitCode: 0 });
    expect(again.outputs).toMatchObject({ key: "AAP-1", created: "false", commented: "false", transitioned: "false" });
    expect(world.writes()).toHaveLength(before);
  });
});

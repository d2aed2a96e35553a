import { expect, test } from "@jest/globals";
import { jiraIssueMatrix } from "./jira-issue.ts";

test("security 5.2, 5.3: any fault at any request: the end is that of one clean run, and two issues are never left unsaid", async () => {
  const rows = await jiraIssueMatrix();
  expect(
    rows.flatMap(({ scenario, fault, failures }) => failures.map((failure) => `${scenario}, ${fault}: ${failure}`)),
  ).toEqual([]);
  expect(rows.reduce((sum, { cases }) => sum + cases, 0)).toBeGreaterThan(300);
}, 300_000);

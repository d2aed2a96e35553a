import { describe, expect, test } from "@jest/globals";
import { jiraIssueMatrix } from "./jira-issue.ts";

describe("jira-issue", () => {
  test("security 5.2, 5.3: any fault at any request: ends like one clean run, and always reports two issues", async () => {
    const rows = await jiraIssueMatrix();
    expect(
      rows.flatMap(({ scenario, fault, failures }) => failures.map((failure) => `${scenario}, ${fault}: ${failure}`)),
    ).toEqual([]);
    expect(rows.reduce((sum, { cases }) => sum + cases, 0)).toBeGreaterThan(300);
  }, 300_000);
});

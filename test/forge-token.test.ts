import { describe, expect, test } from "@jest/globals";
import alertsGate from "../actions/alerts-gate/action.ts";
import jiraIssue from "../actions/jira-issue/action.ts";
import konfluxRelease from "../actions/konflux-release/action.ts";
import quayVerify from "../actions/quay-verify/action.ts";

describe("tokens for other services", () => {
  test.each([alertsGate, jiraIssue, konfluxRelease, quayVerify])(
    "security D62: $name does not accept a forge's token for another service",
    ({ inputs }) => {
      for (const given of ["glpat-0123456789abcdef", "ghs_0123456789abcdef", "github_pat_0123456789"]) {
        expect(() => inputs["token"]?.read(given)).toThrow("holds a token of GitHub or GitLab");
      }
      expect(inputs["token"]?.read("sha256~0123456789abcdef")).toBe("sha256~0123456789abcdef");
    },
  );
});

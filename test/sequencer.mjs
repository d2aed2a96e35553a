import Sequencer from "@jest/test-sequencer";

/** Without a cache jest begins with the largest files, and the longest tests are in small ones. */
const LONGEST = [
  "test/reliability/bump-appinterface-ref.test.ts",
  "actions/bump-version/killed.test.ts",
  "actions/frontend-check/browser.test.ts",
  "actions/bump-appinterface-ref/rerun.test.ts",
  "test/promote-appinterface.test.ts",
  "test/e2e/act-staging.test.ts",
  "test/reliability/jira-issue.test.ts",
  "test/reliability/publish-release.test.ts",
];

/** The longest first, so that none of them is left over at the end. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => {
      const found = LONGEST.findIndex((file) => path.endsWith(`/${file}`));
      return found < 0 ? LONGEST.length : found;
    };
    return super.sort(tests).toSorted((one, other) => rank(one) - rank(other));
  }
}

import Sequencer from "@jest/test-sequencer";

/** Without a cache jest begins with the largest files, and the longest tests are in small ones. */
const LONGEST = [
  "actions/frontend-check/browser.deep.test.ts",
  "test/reliability/bump-appinterface-ref.deep.test.ts",
  "test/log-safe/log-safe.deep.test.ts",
  "actions/bump-version/killed.deep.test.ts",
  "test/promote-appinterface.deep.test.ts",
  "test/reliability/jira-issue.deep.test.ts",
  "test/release-to-prod.deep.test.ts",
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

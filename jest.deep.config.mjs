import { configure } from "./jest.config.mjs";

const TIER =
  "The deep tests: kill-anywhere matrices, fuzzing, statistics, real servers and whole pipelines.\n" +
  "About 15 minutes on two idle cores.";

export default configure(TIER, "*.deep.test.ts");

import { configure } from "./jest.config.mjs";

const TIER =
  "The deep tests: kill-anywhere matrices, fuzzing, statistics and whole pipelines. About 12 minutes on two idle cores.";

export default configure(TIER, "*.deep.test.ts");

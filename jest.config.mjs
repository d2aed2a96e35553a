import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

// What .ci/install brings; tests find it without a change to the user's PATH.
const installed = join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "release-actions-ci/bin");
if (existsSync(installed)) process.env.PATH = `${installed}:${process.env.PATH}`;

const TIER =
  "All tests that this machine can run: about 5 minutes on two idle cores.\n" +
  "`npm run test:deep` adds kill-anywhere matrices, fuzzing, statistics, real servers and pipelines.";

/** Tests run as native ES modules on the Node that the actions declare; swc only strips the types. */
export function configure(tier, pattern, ignored = []) {
  return {
    testEnvironment: "node",
    reporters: ["default", ["<rootDir>/test/ring-reporter.mjs", { tier }]],
    testSequencer: "<rootDir>/test/sequencer.mjs",
    setupFiles: ["<rootDir>/test/property-runs.mjs"],
    testTimeout: 30_000,
    testMatch: [`<rootDir>/{actions,cli,packages,test,tools}/**/${pattern}`],
    testPathIgnorePatterns: ["/node_modules/", ...ignored],
    extensionsToTreatAsEsm: [".ts"],
    transform: {
      "^.+\\.ts$": [
        "@swc/jest",
        { jsc: { parser: { syntax: "typescript" }, target: "es2023" }, module: { type: "es6" }, sourceMaps: "inline" },
      ],
    },
    // Workspace packages are symlinks into packages/, whose real paths are transformed like the rest.
    transformIgnorePatterns: ["/node_modules/(?!@release-actions/)"],
  };
}

export default configure(TIER, "*.test.ts", ["\\.deep\\.test\\.ts$"]);

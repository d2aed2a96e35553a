/** Tests run as native ES modules on the Node that the actions declare; swc only strips the types. */
export default {
  testEnvironment: "node",
  reporters: ["default", "<rootDir>/test/ring-reporter.mjs"],
  testSequencer: "<rootDir>/test/sequencer.mjs",
  setupFiles: ["<rootDir>/test/property-runs.mjs"],
  testTimeout: 30_000,
  testMatch: ["<rootDir>/{actions,cli,packages,test,tools}/**/*.test.ts"],
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

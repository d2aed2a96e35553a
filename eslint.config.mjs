import { createNodeResolver, importX } from "eslint-plugin-import-x";
import tseslint from "typescript-eslint";

/** Dependencies run one way: cli, tools → actions → domain packages → the outside world → the foundation. */
const FOUNDATION = ["action", "report", "text", "yaml"];
const OUTSIDE_WORLD = ["http", "git", "files"];
const DOMAIN = [
  "app-interface",
  "browser",
  "changelog",
  "config",
  "forge",
  "jira",
  "konflux",
  "prometheus",
  "registry",
  "slo",
  "version",
  "vulnerabilities",
];
const FRAME = ["hosts"];
/** GitLab's host writes its reports into the workspace, under the same rule as everything else written there. */
const FILES = "files";

/** A text is parsed behind the depth guard or not at all. */
const GUARDED = "Parse with @release-actions/yaml, which stops at texts that are nested too deeply.";
const NO_PARSER = { regex: "^yaml(/|$)", message: GUARDED };

const own = (name) => `@release-actions/${name}`;
const noImport = (names, why, patterns = [], parsers = [NO_PARSER]) => ({
  "no-restricted-imports": [
    "error",
    {
      patterns: [
        { group: names.map(own), message: why },
        { group: ["@actions/*"], message: "Only a host may know a CI system." },
        ...parsers,
        ...patterns,
      ],
    },
  ],
});
const inPackages = (names) => names.map((name) => `packages/${name}/**/*.ts`);
const TESTS = ["**/*.test.ts", "test/**/*.ts"];

export default tseslint.config(
  { ignores: ["dist/", "node_modules/", "**/*.generated.ts"] },
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.recommendedTypeChecked],
    plugins: { "import-x": importX },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    settings: { "import-x/resolver-next": [createNodeResolver({ extensions: [".ts", ".js"] })] },
    rules: {
      "import-x/no-cycle": "error",
      "@typescript-eslint/require-await": "off",
      "@typescript-eslint/unbound-method": "off",
      "@typescript-eslint/consistent-type-imports": ["error", { disallowTypeAnnotations: false }],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/only-throw-error": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      eqeqeq: "error",
      "@typescript-eslint/no-unnecessary-type-assertion": "off",
      "@typescript-eslint/no-unused-expressions": ["error", { allowShortCircuit: true }],
      "@typescript-eslint/prefer-promise-reject-errors": ["error", { allowThrowingUnknown: true }],
      "no-control-regex": "off",
      "no-restricted-globals": [
        "error",
        { name: "process", message: "Only a host knows the process; take what you need from the context." },
        { name: "console", message: "Speak through io." },
      ],
      "max-lines": ["error", { max: 400 }],
      "no-restricted-syntax": [
        "error",
        {
          // Half a secret would not be recognized; commit IDs are cut to twelve characters.
          selector:
            "TemplateLiteral > CallExpression[callee.property.name='slice'][arguments.0.value=0][arguments.1.value>12]:not([callee.object.callee.property.name='toISOString'])",
          message: "Cut displayed text with shorten, which redacts first.",
        },
        {
          selector:
            "CallExpression[callee.object.name='JSON'][callee.property.name='stringify'] CallExpression[callee.property.name='slice']",
          message: "Show given values with quote, which redacts before it cuts.",
        },
        { selector: ":matches(ImportExpression, TSImportType) Literal[value=/^yaml(\\u002F|$)/]", message: GUARDED },
      ],
    },
  },
  {
    files: inPackages(FOUNDATION),
    ignores: TESTS,
    rules: noImport([...OUTSIDE_WORLD, ...DOMAIN, ...FRAME], "The foundation imports nothing above it."),
  },
  {
    files: inPackages(OUTSIDE_WORLD),
    ignores: TESTS,
    rules: noImport([...DOMAIN, ...FRAME], "What knows the outside world knows no domain."),
  },
  {
    files: inPackages(DOMAIN),
    ignores: TESTS,
    rules: noImport(FRAME, "A domain knows no host.", [
      { group: ["**/actions/**"], message: "A package imports no action." },
    ]),
  },
  { files: inPackages(FRAME), rules: noImport([...OUTSIDE_WORLD, ...DOMAIN], "The frame knows no domain.") },
  {
    files: inPackages(["hosts"]),
    rules: noImport([...OUTSIDE_WORLD.filter((name) => name !== FILES), ...DOMAIN], "A host knows no domain."),
  },
  {
    files: ["actions/**/*.ts"],
    ignores: TESTS,
    rules: noImport(FRAME, "An action knows no host.", [{ group: ["../*/**"], message: "No action imports another." }]),
  },
  {
    files: ["packages/yaml/**/*.ts"],
    rules: noImport([...OUTSIDE_WORLD, ...DOMAIN, ...FRAME], "The foundation imports nothing above it.", [], []),
  },
  { files: ["cli/**/*.ts"], ignores: TESTS, rules: { "no-restricted-imports": ["error", { patterns: [NO_PARSER] }] } },
  {
    files: ["packages/hosts/**/*.ts", "cli/**/*.ts", "tools/**/*.ts", ...TESTS],
    rules: { "no-restricted-globals": "off" },
  },
  { files: ["tools/**/*.ts"], rules: { "no-restricted-syntax": "off" } },
  {
    files: TESTS,
    rules: {
      "max-lines": ["error", { max: 900 }],
      "no-restricted-syntax": "off",
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
    },
  },
);

import tseslint from "typescript-eslint";

const TESTS = ["**/*.test.ts", "test/**/*.ts"];

export default tseslint.config(
  { ignores: ["dist/", "node_modules/", "**/*.generated.ts"] },
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
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
      ],
    },
  },
  {
    files: ["packages/hosts/**/*.ts", "cli/**/*.ts", "tools/**/*.ts", ...TESTS],
    rules: { "no-restricted-globals": "off" },
  },
  { files: ["tools/**/*.ts"], rules: { "no-restricted-syntax": "off" } },
  {
    files: TESTS,
    rules: {
      "max-lines": ["error", { max: 800 }],
      "no-restricted-syntax": "off",
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
    },
  },
);

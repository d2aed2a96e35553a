/** Every input that names a file or a directory of the machine, and how an action is brought to using it. */

export interface PathInput {
  readonly action: string;
  /** The input, or a name for a path from a configuration file. */
  readonly input: string;
  readonly kind: "file" | "directory";
  readonly use: "read" | "write";
  readonly inputs?: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
  /** The path comes from release-actions.yml, not from an input. */
  readonly config?: (path: string) => string;
  /** The action may change workflow files. */
  readonly workflows?: boolean;
  /** Text without this suffix is not treated as a path. */
  readonly end?: string;
  /** What the swap behind the check is tried with, where it is not d/x.yml; nothing where git opens the path. */
  readonly swap?: { readonly directory: string; readonly path: string; readonly opened: string } | "none";
  /** Must stay in the workspace even in a terminal: the files are the tag's. */
  readonly strict?: boolean;
}

const CHANGELOG = { version: "1.0.0" };
const NOWHERE = "http://127.0.0.1:9/";
const PROMETHEUS = { "prometheus-url": NOWHERE, selector: 'track="canary"', duration: "2s", interval: "1s" };
const IMAGE = { image: "localhost:9/org/app:1.0.0" };
const COMMIT = "1".repeat(40);
const PROMOTION = { ref: COMMIT, "gitlab-url": NOWHERE, file: "data/saas.yml", targets: "[{template: app}]" };
const SECRET = { token: "0123456789abcdef" };
const PAGE = { url: NOWHERE, browser: "none", timeout: "1s" };
const SUITE = { suite: `{"services": [{"name": "app", "url": "${NOWHERE}", "health": "/health"}]}`, retries: "0" };
const COMPONENT = { component: "app" };
const BUILD = { image: "localhost:9/org/app", "commit-sha": COMMIT };

const VERSION = { directory: "d", path: "d/VERSION", opened: "d/.VERSION.release-actions.tmp" };
const TREE = { path: "tree", schemas: "schemas", "graphql-schema": "graphql.yml" };

const component = (lines: string) => `components:\n  - name: app\n${lines}`;

export const PATH_INPUTS: readonly PathInput[] = [
  {
    action: "appinterface-validate",
    input: "path",
    kind: "directory",
    use: "read",
    inputs: { schemas: "schemas" },
    swap: { directory: "tree", path: "tree", opened: "tree/data" },
  },
  { action: "appinterface-validate", input: "schemas", kind: "directory", use: "read", inputs: { path: "tree" } },
  {
    action: "appinterface-validate",
    input: "graphql-schema",
    kind: "file",
    use: "read",
    inputs: { path: "tree", schemas: "schemas" },
  },
  { action: "appinterface-validate", input: "report-file", kind: "file", use: "write", inputs: TREE },
  { action: "appinterface-validate", input: "sarif-file", kind: "file", use: "write", inputs: TREE },
  {
    action: "build-image",
    input: "context",
    kind: "directory",
    use: "read",
    inputs: BUILD,
    // The tool opens it.
    swap: "none",
    strict: true,
  },
  {
    action: "build-image",
    input: "dockerfile",
    kind: "file",
    use: "read",
    inputs: BUILD,
    swap: "none",
    strict: true,
  },
  {
    action: "run-staging",
    input: "compose-file",
    kind: "file",
    use: "read",
    inputs: { do: "start" },
    swap: "none",
    strict: true,
  },
  {
    action: "bump-appinterface-ref",
    input: "source",
    kind: "directory",
    use: "read",
    inputs: PROMOTION,
    secrets: SECRET,
    swap: "none",
  },
  {
    action: "bump-appinterface-ref",
    input: "app-interface.source",
    kind: "directory",
    use: "read",
    inputs: PROMOTION,
    secrets: SECRET,
    swap: "none",
    config: (path) => `app-interface:\n  source: ${path}\n`,
  },
  {
    action: "bump-version",
    input: "files",
    kind: "file",
    use: "write",
    inputs: { version: "2.0.0" },
    workflows: true,
    swap: VERSION,
  },
  { action: "bump-version", input: "changelog", kind: "file", use: "write", inputs: { version: "2.0.0" } },
  {
    action: "bump-version",
    input: "version-files",
    kind: "file",
    use: "write",
    inputs: { version: "2.0.0", ...COMPONENT },
    workflows: true,
    swap: VERSION,
    config: (path) => component(`    version-files: [${path}]\n`),
  },
  {
    action: "bump-version",
    input: "component.changelog",
    kind: "file",
    use: "write",
    inputs: { version: "2.0.0", ...COMPONENT },
    config: (path) => component(`    changelog: ${path}\n`),
  },
  { action: "changelog-extract", input: "changelog", kind: "file", use: "read", inputs: CHANGELOG },
  {
    action: "changelog-extract",
    input: "component.changelog",
    kind: "file",
    use: "read",
    inputs: { ...CHANGELOG, ...COMPONENT },
    config: (path) => component(`    changelog: ${path}\n`),
  },
  { action: "changelog-extract", input: "output-file", kind: "file", use: "write", inputs: CHANGELOG },
  { action: "frontend-check", input: "screenshot-dir", kind: "directory", use: "write", inputs: PAGE },
  { action: "frontend-check", input: "junit-file", kind: "file", use: "write", inputs: PAGE },
  {
    action: "konflux-release",
    input: "release-notes",
    kind: "file",
    use: "read",
    end: ".yml",
    inputs: { server: NOWHERE, snapshot: "app-1" },
    secrets: SECRET,
  },
  { action: "metrics-gate", input: "slos", kind: "file", use: "read", inputs: PROMETHEUS },
  { action: "metrics-gate", input: "report-file", kind: "file", use: "write", inputs: PROMETHEUS },
  { action: "metrics-gate", input: "plot-file", kind: "file", use: "write", inputs: PROMETHEUS },
  { action: "metrics-gate", input: "junit-file", kind: "file", use: "write", inputs: PROMETHEUS },
  { action: "publish-release", input: "body-file", kind: "file", use: "read" },
  { action: "publish-release", input: "files", kind: "file", use: "read", inputs: { body: "Notes." } },
  { action: "quay-verify", input: "ignore-file", kind: "file", use: "read", inputs: IMAGE },
  { action: "quay-verify", input: "vex", kind: "file", use: "read", inputs: IMAGE },
  {
    action: "quay-verify",
    input: "signature-key",
    kind: "file",
    use: "read",
    inputs: { ...IMAGE, "require-signature": "true" },
  },
  { action: "quay-verify", input: "report-file", kind: "file", use: "write", inputs: IMAGE },
  { action: "quay-verify", input: "sarif-file", kind: "file", use: "write", inputs: IMAGE },
  { action: "smoke", input: "suite", kind: "file", use: "read" },
  { action: "smoke", input: "junit-file", kind: "file", use: "write", inputs: SUITE },
  { action: "validate-tag", input: "changelog", kind: "file", use: "read", inputs: { tag: "v1.0.0" }, strict: true },
  {
    action: "validate-tag",
    input: "version-files",
    kind: "file",
    use: "read",
    inputs: { tag: "v1.0.0" },
    strict: true,
  },
  {
    action: "validate-tag",
    input: "component.changelog",
    kind: "file",
    use: "read",
    inputs: { tag: "v1.0.0-app" },
    config: (path) => component(`    changelog: ${path}\n`),
  },
  {
    action: "validate-tag",
    input: "allowed-signers",
    kind: "file",
    use: "read",
    inputs: { tag: "v1.0.0", "require-signed": "true" },
  },
  // One input of every action, read where the action needs its configuration.
  { action: "bump-appinterface-ref", input: "config", kind: "file", use: "read", inputs: PROMOTION, secrets: SECRET },
  {
    action: "bump-version",
    input: "config",
    kind: "file",
    use: "read",
    inputs: { version: "2.0.0", files: "VERSION" },
  },
  { action: "changelog-extract", input: "config", kind: "file", use: "read", inputs: CHANGELOG },
  {
    action: "frontend-check",
    input: "config",
    kind: "file",
    use: "read",
    inputs: { environment: "staging", browser: "none" },
  },
  {
    action: "metrics-gate",
    input: "config",
    kind: "file",
    use: "read",
    inputs: { selector: 'track="canary"', environment: "staging" },
  },
  { action: "publish-release", input: "config", kind: "file", use: "read", inputs: { body: "Notes." } },
  { action: "smoke", input: "config", kind: "file", use: "read", inputs: { environment: "staging" } },
  { action: "validate-tag", input: "config", kind: "file", use: "read", inputs: { tag: "v1.0.0" } },
];

/** Inputs whose name or description speaks of files, and that name none of the machine or none that is read as such. */
export const NO_PATHS: Readonly<Record<string, string>> = {
  "appinterface-validate.changed-since": "a branch, a tag or a commit",
  "publish-release.repository": "the project's full path",
  "quay-verify.repository": "the image's path in the registry",
  "bump-appinterface-ref.file": "a path in the app-interface that GitLab holds",
  "bump-version.signing-key": "a key for ssh-keygen alone, which is outside the workspace; nothing of it is published",
  "bump-version.gnupg-home": "a directory for gpg alone, which is outside the workspace; nothing of it is published",
  "frontend-check.paths": "pages of the site",
  "frontend-check.browser": "a program to run",
  "konflux-release.kubeconfig": "the text itself",
  "alerts-gate.config": "read for hints alone: what it holds is not shown when it cannot be read",
  "appinterface-validate.config": "read for hints alone",
  "build-image.config": "read for hints alone",
  "release-images.config": "read for hints alone",
  "run-staging.config": "read for hints alone",
  "jira-issue.config": "read for hints alone",
  "konflux-release.config": "read for hints alone",
  "quay-verify.config": "read for hints alone",
  "fetch-appinterface.config": "read for hints alone",
  "promotion-texts.config": "read for hints alone",
  "summarize-run.config": "read for hints alone",
  "verify-commit.config": "read for hints alone",
  "quay-verify.namespace": "part of the image's path in the registry",
};

import { mkdirSync } from "node:fs";
import { runInMemory } from "@release-actions/hosts";
import type { MemoryResult, MemoryRun } from "@release-actions/hosts";
import { commitFiles, git, makeRepository, makeSandbox } from "../repositories.ts";
import type { Sandbox } from "../repositories.ts";
import { startGitLab } from "../stand-ins/gitlab/index.ts";
import type { GitLab, GitLabSetup, LedgerEntry } from "../stand-ins/gitlab/index.ts";
import { hurriedClock } from "./publish-release.ts";
import action from "../../actions/bump-appinterface-ref/action.ts";

export const UPSTREAM = "service/app-interface";
export const FORK = "release-bot/app-interface";
export const TOKEN = "glpat-0123456789abcdefghij";
export const FILE = "data/services/insights/tower-analytics/cicd/deploy-clowder.yml";
export const PROD = "/services/insights/tower-analytics/namespaces/tower-analytics-prod.yml";
export const BILLING = "/services/insights/tower-analytics/namespaces/tower-analytics-prod-billing.yml";
export const OTHER = "1111111111aaaaaaaaaa2222222222bbbbbbbbbb";

/** The released code: a checkout in the workspace, with what changelogs trip over. */
export interface ReleasedCode {
  readonly workspace: string;
  readonly old: string;
  readonly ref: string;
  /** Of a branch that left before `old`. */
  readonly aside: string;
  /** An annotated tag's own id. */
  readonly tag: string;
  readonly subjects: readonly string[];
  readonly sandbox: Sandbox;
}

/** Made once for many worlds: actions only read it. `remove` it with `sandbox`. */
export function makeReleasedCode(): ReleasedCode {
  const sandbox = makeSandbox();
  const workspace = sandbox.path("workspace");
  const backend = makeRepository(sandbox.path("workspace", "backend"));
  mkdirSync(workspace, { recursive: true });
  commitFiles(backend, { "a.txt": "0" }, "First");
  git(backend, ["checkout", "--quiet", "-b", "aside"]);
  const aside = commitFiles(backend, { "b.txt": "b" }, "Hotfix of an older line");
  git(backend, ["checkout", "--quiet", "main"]);
  const old = commitFiles(backend, { "a.txt": "1" }, "Deployed");
  git(backend, ["checkout", "--quiet", "-b", "feature"]);
  const subjects = [
    "fix error handling",
    'feat: `backticks` and a < b & "q"',
    "thanks @everyone, closes #12 and fixes AAP-77, see !3",
    "/lgtm",
    ...Array.from({ length: 10 }, (_, at) => `change ${at}`),
  ];
  for (const [at, subject] of subjects.entries()) commitFiles(backend, { "c.txt": String(at) }, subject);
  git(backend, ["checkout", "--quiet", "main"]);
  git(backend, ["merge", "--quiet", "--no-ff", "--message", "Merge branch 'feature'", "feature"]);
  const ref = git(backend, ["rev-parse", "HEAD"]);
  git(backend, ["tag", "--annotate", "--message", "One", "v1"]);
  return { workspace, old, ref, aside, tag: git(backend, ["rev-parse", "v1"]), subjects, sandbox };
}

export interface RefsInFile {
  readonly main: string;
  readonly billing?: string;
}

/** deploy-clowder.yml in the shape that seeds.md 1.3 tells. */
export function deployFile({ main, billing }: RefsInFile): string {
  const billingTemplate =
    billing === undefined
      ? ""
      : `- name: tower-analytics-clowdapp-billing
  url: https://github.com/acme/backend
  path: /deploy/clowdapp-billing.yml
  targets:
  - namespace:
      "$ref": ${BILLING}
    ref: '${billing}'
`;
  return `---
$schema: /app-sre/saas-file-2.yml

labels:
  service: tower-analytics
  platform: insights

name: tower-analytics-clowder
displayName: Tower Analytics
description: Tower Analytics' deployments # not the stage's
app:
  $ref: /services/insights/tower-analytics/app.yml
pipelinesProvider:
  $ref: /services/insights/tower-analytics/pipelines/tekton.yml
managedResourceTypes: [ClowdApp, Service, Frontend]
imagePatterns:
- quay.io/acme/backend

resourceTemplates:
- name: tower-analytics-clowdapp
  url: https://github.com/acme/backend
  path: /deploy/clowdapp.yml
  targets:
  - namespace:
      $ref: /services/insights/tower-analytics/namespaces/stage.yml
    ref: main                     # stage deploys by itself
  # - namespace:
  #     $ref: ${PROD}
  #   ref: ${OTHER}
  - namespace:
      $ref: ${PROD}
    ref: ${main} # pinned
    parameters:
      BUNDLES_BUCKET_NAME: insights-ingress-prod # TODO": not used ??
${billingTemplate}`;
}

export const CONFIG = `app-interface:
  project: ${UPSTREAM}
  file: ${FILE}
  groups:
    - name: main
      targets:
        - { template: tower-analytics-clowdapp, namespace: ${PROD} }
    - name: billing
      targets:
        - { template: tower-analytics-clowdapp-billing, namespace: ${BILLING} }
`;

export interface World {
  readonly standIn: GitLab;
  readonly code: ReleasedCode;
  /** Inputs besides those that lead to the stand-in; an empty text takes one away. */
  run(inputs?: Readonly<Record<string, string>>, more?: Omit<MemoryRun, "inputs">): Promise<MemoryResult>;
  /** The inputs of such a run. */
  inputs(more?: Readonly<Record<string, string>>): Record<string, string>;
  /** Someone else's commit on master: the deploy file, or another. */
  deploy(refs: RefsInFile | string): Promise<string>;
  /** The deploy file on a branch, of the project that is pushed to. */
  onBranch(name: string, path?: string): Promise<string | null | undefined>;
  /** Requests since the world was opened, or since `forget`. */
  asked(): LedgerEntry[];
  forget(): void;
  writes(): string[];
  mergeRequests(): ReturnType<GitLab["projects"]>[number]["mergeRequests"];
  close(): Promise<void>;
}

export async function openWorld(
  code: ReleasedCode,
  setup: Partial<GitLabSetup> & { readonly file?: string } = {},
): Promise<World> {
  const { file = deployFile({ main: code.old, billing: OTHER }), ...more } = setup;
  const standIn = await startGitLab({
    tokens: [{ value: TOKEN, username: "release-bot", accessLevel: { [UPSTREAM]: 30, [FORK]: 40 } }],
    projects: [
      { path: UPSTREAM, files: { [FILE]: file, "README.md": "# Data\n" } },
      { path: FORK, forkOf: UPSTREAM, members: [{ username: "devtools-bot", accessLevel: 40 }] },
    ],
    ...more,
  });
  let start = standIn.ledger.length;
  const inputs = (given: Readonly<Record<string, string>> = {}): Record<string, string> =>
    withoutEmpty({
      "gitlab-url": standIn.url,
      token: TOKEN,
      file: FILE,
      targets: `- { template: tower-analytics-clowdapp, namespace: ${PROD} }`,
      ref: code.ref,
      source: "backend",
      date: "2025-01-15",
      "jira-key": "AAP-12345",
      ...given,
    });
  const asked = (): LedgerEntry[] => standIn.ledger.slice(start);
  return {
    standIn,
    code,
    inputs,
    run: (given = {}, rest = {}) =>
      runInMemory(action, { inputs: inputs(given), workspace: code.workspace, clock: hurriedClock(), ...rest }),
    deploy: (refs) => standIn.push(UPSTREAM, "master", { [FILE]: typeof refs === "string" ? refs : deployFile(refs) }),
    onBranch: async (name, path = UPSTREAM) => (await standIn.endState())[path]?.branches[name]?.files[FILE],
    asked,
    forget: () => void (start = standIn.ledger.length),
    writes: () =>
      asked()
        .filter(isWrite)
        .map(({ method, url }) => `${method} ${url.replace(/^\/api\/v4\/projects\/\d+/, "")}`),
    mergeRequests: () => standIn.projects().find(({ path }) => path === UPSTREAM)?.mergeRequests ?? [],
    close: () => standIn.close(),
  };
}

export function isWrite({ method }: LedgerEntry): boolean {
  return method !== "GET" && method !== "HEAD";
}

function withoutEmpty(inputs: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(inputs).filter(([, value]) => value !== ""));
}

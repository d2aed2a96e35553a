/** Released code, its image, an app-interface that deploys it, and Jira: everything that a promotion needs, on this machine. */
import { join } from "node:path";
import { resolveAction, ROOT } from "../demo-release/index.ts";
import { commitFiles, makeRepository } from "../repositories.ts";
import { startGitHttp, type GitHttp } from "../stand-ins/git-http.ts";
import { startGitLab, type GitLab } from "../stand-ins/gitlab/index.ts";
import { startJira, type IssueState, type StandInJira } from "../stand-ins/jira/index.ts";
import { startQuay, type Quay } from "../stand-ins/quay/index.ts";
import { startedByHand } from "../started-by-hand.ts";
import type { RunOptions, RunResult } from "../workflow-runner/index.ts";
import { appInterfaceFiles, SCHEMA_FILES, type DeployedRefs } from "./app-interface.ts";
import { makeDemoSource, type DemoSource } from "./source.ts";

export { deployClowder, FILE } from "./app-interface.ts";

export const PROMOTE_WORKFLOW = join(ROOT, ".github/workflows/promote-appinterface.yml");
export const NAME = "acme/automation-analytics-backend";
export const UPSTREAM = "service/app-interface";
export const FORK = "release-bot/app-interface";
export const IMAGE = "redhat-services-prod/aap-aa-tenant/aap-aa-main/automation-analytics-backend-main";
export const EMAIL = "release-bot@acme.example";
export const ROBOT = { name: "acme+ci", password: "robot-secret-value" };
export const TOKENS = { gitlab: "glpat-0123456789abcdefghij", jira: "ATATT3xFfGF0-0123456789abcdef" };
const SCHEMAS = "app-sre/qontract-schemas";

export interface DemoPromotion {
  readonly source: DemoSource;
  readonly quay: Quay;
  readonly gitlab: GitLab;
  readonly jira: StandInJira;
  /** GitLab with its git: the API and every project at one address. */
  readonly gitlabUrl: string;
  /** Every secret that the run is given. */
  readonly secrets: readonly string[];
  /** Runs the workflow; `inputs` come on top of a promotion of the head of main; `schemas-ref: ""` leaves the validation out. */
  promote(inputs?: RunOptions["inputs"], more?: Partial<RunOptions>): Promise<RunResult>;
  mergeRequests(): ReturnType<GitLab["projects"]>[number]["mergeRequests"];
  issues(): IssueState[];
  /** Requests that change something, at GitLab and Jira. */
  writes(): string[];
  /** What was left behind, without ids, numbers, times and addresses, so that two demos can be compared. */
  endState(): Promise<unknown>;
  close(): Promise<void>;
}

export interface DemoOptions {
  readonly directory: string;
  /** What the saas file holds; default: the source's old commit, for billing too. */
  readonly refs?: (source: DemoSource) => DeployedRefs;
}

export async function startDemoPromotion({ directory, refs }: DemoOptions): Promise<DemoPromotion> {
  const source = await makeDemoSource(join(directory, "source"));
  const schemas = makeRepository(join(directory, "schemas"));
  const schemasRef = commitFiles(schemas, SCHEMA_FILES, "Schemas");
  const labels = { "org.opencontainers.image.source": `https://github.com/${NAME}` };
  const image = (tag: string) => ({ tags: [tag], platforms: [{ labels }, { architecture: "arm64", labels }] });
  const [quay, gitlab, jira] = await Promise.all([
    startQuay({ robots: [ROBOT], repositories: [{ path: IMAGE, images: [image(source.old), image(source.commit)] }] }),
    startGitLab({
      tokens: [{ value: TOKENS.gitlab, username: "release-bot", accessLevel: { [UPSTREAM]: 20, [FORK]: 40 } }],
      projects: [
        { path: UPSTREAM, files: appInterfaceFiles(refs?.(source) ?? { prod: source.old, billing: source.old }) },
        { path: FORK, forkOf: UPSTREAM, members: [{ username: "devtools-bot", accessLevel: 40 }] },
      ],
    }),
    startJira({
      accounts: [{ name: "Release Bot", email: EMAIL, secret: TOKENS.jira }],
      projects: [{ key: "AAP", next: 61_661 }],
    }),
  ]);
  const web = await startGitHttp({ repositories: gitlab.repositories, token: TOKENS.gitlab, fallback: gitlab.url });
  const fixed = {
    commit: source.commit,
    image: `${quay.host}/${IMAGE}`,
    "registry-api": "quay",
    "gitlab-url": web.url,
    "jira-url": jira.url,
    "jira-email": EMAIL,
    "jira-project": "AAP",
    "schemas-ref": schemasRef,
  };
  const secrets = {
    "gitlab-token": TOKENS.gitlab,
    "jira-token": TOKENS.jira,
    "registry-username": ROBOT.name,
    "registry-password": ROBOT.password,
  };
  let runs = 0;
  return {
    source,
    quay,
    gitlab,
    jira,
    gitlabUrl: web.url,
    secrets: [TOKENS.gitlab, TOKENS.jira, ROBOT.password],
    promote: (inputs, more) =>
      startedByHand(
        {
          file: PROMOTE_WORKFLOW,
          source,
          repository: NAME,
          inputs: { ...fixed, ...inputs },
          secrets,
          resolveAction,
          repositories: { [SCHEMAS]: schemas },
          temporary: join(directory, `run-${++runs}`),
        },
        more,
      ),
    mergeRequests: () => gitlab.projects().find(({ path }) => path === UPSTREAM)?.mergeRequests ?? [],
    issues: () => jira.state().issues,
    writes: () => writesOf(gitlab, jira),
    endState: async () =>
      withoutPlaces(
        { gitlab: await gitlab.endState(), jira: jira.endState() },
        { GITLAB: gitlab.url, JIRA: jira.url, QUAY: quay.host },
      ),
    close: () => closeAll(web, gitlab, jira, quay),
  };
}

function writesOf(...servers: { ledger: readonly { method: string; url: string }[] }[]): string[] {
  const isRead = (method: string) => method === "GET" || method === "HEAD";
  return servers.flatMap(({ ledger }) =>
    ledger.filter(({ method }) => !isRead(method)).map(({ method, url }) => `${method} ${url}`),
  );
}

function withoutPlaces(state: unknown, places: Readonly<Record<string, string>>): unknown {
  let text = JSON.stringify(state);
  for (const [name, place] of Object.entries(places))
    text = text.replaceAll(place, name).replaceAll(place.replaceAll(":", "&#58;").replaceAll("/", "&#47;"), name);
  // Keys that are made from a text with an address in it.
  return JSON.parse(
    text.replaceAll(/ text=[0-9a-f]{12} |(?<="globalId":"release-actions-|"comment":")[0-9a-f]{16}(?=")/g, ""),
  ) as unknown;
}

async function closeAll(web: GitHttp, ...servers: { close(): Promise<void> }[]): Promise<void> {
  await web.close();
  await Promise.all(servers.map((server) => server.close()));
}

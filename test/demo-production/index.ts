/** A commit, its image in the staging repository, monitoring, app-interface and Konflux with its controllers: a release to production on this machine. */
import { join } from "node:path";
import { appInterfaceFiles, SCHEMA_FILES } from "../demo-promotion/app-interface.ts";
import { makeDemoSource, type DemoSource } from "../demo-promotion/source.ts";
import { resolveAction, ROOT } from "../demo-release/index.ts";
import { handsOn, type Hands } from "../kubernetes/hands.ts";
import { commitFiles, makeRepository } from "../repositories.ts";
import { startGitHttp } from "../stand-ins/git-http.ts";
import { startGitLab, type GitLab } from "../stand-ins/gitlab/index.ts";
import { startKubernetes, type StandInKubernetes, type Stored } from "../stand-ins/kubernetes/index.ts";
import { startMonitoring, type Monitoring } from "../stand-ins/prometheus/index.ts";
import { startQuay, type Quay } from "../stand-ins/quay/index.ts";
import { NAMESPACE as ALERT_NAMESPACE, ruleWith, WATCHDOG } from "../worlds/alerts-gate.ts";
import {
  ADMIN,
  APPLICATION,
  COMPONENT,
  isWrite,
  NAMESPACE,
  PLAN,
  releasePlan,
  snapshot,
  SNAPSHOT,
  TOKEN,
  USER,
} from "../worlds/konflux-release.ts";
import { startedByHand } from "../started-by-hand.ts";
import type { RunOptions, RunResult } from "../workflow-runner/index.ts";
import { playControllers, succeeds, type Course } from "./controllers.ts";

export { ALERT_NAMESPACE, COMPONENT, NAMESPACE, PLAN, SNAPSHOT };
export { fails, stalls, succeeds } from "./controllers.ts";

export const WORKFLOW = join(ROOT, ".github/workflows/release-to-prod.yml");
export const NAME = "acme/automation-analytics-backend";
export const IMAGE = `redhat-user-workloads/${NAMESPACE}/${APPLICATION}/${COMPONENT}`;
export const APP_INTERFACE = "service/app-interface";
export const ROBOT = { name: "acme+ci", password: "robot-secret-value" };
export const TOKENS = {
  konflux: TOKEN,
  prometheus: "prometheus-0123456789abcdef",
  gitlab: "glpat-0123456789abcdefghij",
};
const SCHEMAS = "app-sre/qontract-schemas";

export interface DemoProduction {
  readonly source: DemoSource;
  readonly quay: Quay;
  readonly monitoring: Monitoring;
  readonly kubernetes: StandInKubernetes;
  readonly hands: Hands;
  readonly gitlab: GitLab;
  readonly gitlabUrl: string;
  /** The repository of the schemas. */
  readonly schemas: string;
  /** The commit's image by its digest, as quay-verify proves it. */
  readonly pinned: string;
  /** Every secret that the run is given. */
  readonly secrets: readonly string[];
  /** The workflow's inputs for a release of the head of main. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Runs the workflow; `inputs` come on top; `schemas-ref: ""` leaves the validation out. */
  release(inputs?: RunOptions["inputs"], more?: Partial<RunOptions>): Promise<RunResult>;
  releases(): Promise<Stored[]>;
  /** Requests by which the run changed something in Konflux. */
  writes(): string[];
  /** Lets the alert of the service fire, or not. */
  fire(firing: boolean): void;
  close(): Promise<void>;
}

export interface DemoOptions {
  readonly directory: string;
  /** What Konflux's controllers make of each Release. */
  readonly course?: Course;
}

export async function startDemoProduction({ directory, course = succeeds }: DemoOptions): Promise<DemoProduction> {
  const source = await makeDemoSource(join(directory, "source"));
  const schemas = makeRepository(join(directory, "schemas"));
  const schemasRef = commitFiles(schemas, SCHEMA_FILES, "Schemas");
  const labels = { "org.opencontainers.image.source": `https://github.com/${NAME}` };
  const image = { tags: [source.commit], platforms: [{ labels }, { architecture: "arm64", labels }] };
  const [quay, monitoring, kubernetes, gitlab] = await Promise.all([
    startQuay({ robots: [ROBOT], repositories: [{ path: IMAGE, images: [image] }] }),
    startMonitoring({
      groups: groupsWith(false),
      labelValues: { namespace: [ALERT_NAMESPACE] },
      token: TOKENS.prometheus,
    }),
    startKubernetes({
      users: [
        { name: USER, token: TOKEN },
        { name: "admin", token: ADMIN },
      ],
    }),
    startGitLab({
      tokens: [{ value: TOKENS.gitlab, username: "release-bot", accessLevel: { [APP_INTERFACE]: 20 } }],
      projects: [{ path: APP_INTERFACE, files: appInterfaceFiles({ prod: source.old, billing: source.old }) }],
    }),
  ]);
  const web = await startGitHttp({ repositories: gitlab.repositories, token: TOKENS.gitlab, fallback: gitlab.url });
  const digest = quay.digestOf(IMAGE, source.commit);
  const pinned = `${quay.host}/${IMAGE}@${digest}`;
  const hands = handsOn({ url: kubernetes.url, token: ADMIN }, NAMESPACE);
  await hands.make("snapshots", snapshot({ commit: source.commit, image: pinned }));
  await hands.make("releaseplans", releasePlan());
  kubernetes.ledger.length = 0;
  const controllers = playControllers(hands, course);
  const inputs = {
    commit: source.commit,
    image: `${quay.host}/${IMAGE}`,
    "registry-api": "quay",
    component: COMPONENT,
    namespace: NAMESPACE,
    "konflux-server": kubernetes.url,
    "prometheus-url": monitoring.prometheusUrl,
    "alertmanager-url": monitoring.alertmanagerUrl,
    "alert-namespace": ALERT_NAMESPACE,
    "gitlab-url": web.url,
    "schemas-ref": schemasRef,
  };
  const secrets = {
    "konflux-token": TOKENS.konflux,
    "registry-username": ROBOT.name,
    "registry-password": ROBOT.password,
    "prometheus-token": TOKENS.prometheus,
    "gitlab-token": TOKENS.gitlab,
  };
  let runs = 0;
  return {
    source,
    quay,
    monitoring,
    kubernetes,
    hands,
    gitlab,
    gitlabUrl: web.url,
    schemas,
    pinned,
    inputs,
    secrets: [TOKENS.konflux, TOKENS.prometheus, TOKENS.gitlab, ROBOT.password],
    release: (given, more) =>
      startedByHand(
        {
          file: WORKFLOW,
          source,
          repository: NAME,
          inputs: { ...inputs, ...given },
          secrets,
          resolveAction,
          repositories: { [SCHEMAS]: schemas },
          temporary: join(directory, `run-${++runs}`),
        },
        more,
      ),
    releases: () => hands.list("releases"),
    writes: () => kubernetes.ledger.filter(isWrite).map(({ method, url }) => `${method} ${url}`),
    fire: (firing) => void (monitoring.setup.groups = groupsWith(firing)),
    close: async () => {
      await controllers.stop();
      await web.close();
      await Promise.all([quay, monitoring, kubernetes, gitlab].map((server) => server.close()));
    },
  };
}

function groupsWith(firing: boolean) {
  return [{ rules: [WATCHDOG, firing ? ruleWith({}) : ruleWith()] }];
}

import { join } from "node:path";
import { startGitLab } from "../../test/stand-ins/gitlab/index.ts";
import { makeLargeRepository, moveMaster } from "../../test/worlds/large-repository.ts";
import { deployFile, FILE, makeReleasedCode, PROD, TOKEN, UPSTREAM } from "../../test/worlds/bump-appinterface-ref.ts";
import { ROOT_PATH } from "../root.ts";
import { largeRepositoryTimings } from "./large-repository.ts";
import { measureTime, type Run } from "./measure.ts";
import type { Figure } from "./report.ts";
import { temporaryFolder } from "./worlds.ts";

const LATENCY = 50;

/** A bump by GitLab's API in a repository of 20,000 files, whole process, against plain clones over the same latency. */
export async function bumpFigures(runs: number): Promise<Figure[]> {
  const folder = await temporaryFolder();
  const code = makeReleasedCode();
  const repository = await makeLargeRepository(join(folder.path, "x.git"));
  await moveMaster(repository, { [FILE]: deployFile({ main: code.old }) });
  const gitlab = await startGitLab({
    latencyMs: LATENCY,
    tokens: [{ value: TOKEN, username: "release-bot", accessLevel: { [UPSTREAM]: 30 } }],
    projects: [{ path: UPSTREAM, gitDirectory: repository }],
  });
  let round = 0;
  let requests = 0;
  const env = {
    GITHUB_WORKSPACE: code.workspace,
    "INPUT_GITLAB-URL": gitlab.url,
    INPUT_TOKEN: TOKEN,
    INPUT_FILE: FILE,
    INPUT_TARGETS: `- { template: tower-analytics-clowdapp, namespace: ${PROD} }`,
    INPUT_REF: code.ref,
    INPUT_SOURCE: "backend",
    "INPUT_JIRA-KEY": "AAP-12345",
  };
  const prepare = async () => {
    requests = gitlab.ledger.length;
    round += 1;
    await gitlab.reset();
    gitlab.ledger.length = 0;
  };
  const verify = ({ exitCode, stdout }: Run) => {
    if (exitCode !== 0)
      throw new Error(`round ${round}: expected exit code 0, saw ${exitCode}: ${stdout.slice(-1_000)}`);
    requests = gitlab.ledger.length;
  };
  const times = await measureTime(
    [{ name: "bump", args: [join(ROOT_PATH, "dist/bump-appinterface-ref.js")], env, prepare, verify }],
    Math.min(runs, 5),
  );
  await gitlab.close();
  await folder.remove();
  code.sandbox.remove();
  const bump = times.get("bump")!;
  const { full, sparse } = await largeRepositoryTimings({ runs: 2, latencyMs: LATENCY });
  const where = `by API in a repository of 20,000 files, ${LATENCY} ms latency`;
  return [
    {
      what: `bump-appinterface-ref ${where}`,
      measured: bump / full,
      limit: 0.1,
      unit: "× a full clone, edit and push",
      peers: `${(full / 1000).toFixed(1)} s`,
    },
    {
      what: "the same",
      measured: bump / sparse,
      limit: 0.5,
      unit: "× a sparse clone, edit and push",
      peers: `${(sparse / 1000).toFixed(1)} s`,
    },
    { what: "the same", measured: requests, limit: 8, unit: "requests", peers: "" },
  ];
}

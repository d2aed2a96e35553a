import { startOrigin } from "../shared/origin.ts";
import { answerApi } from "./api.ts";
import { endState } from "./end-state.ts";
import { bytesOf, openStore, type Project, type Store } from "./store.ts";
import type { GitLab, GitLabSetup, ProjectState } from "./types.ts";

/** Starts the stand-in on loopback. Repositories made from `files` live in a temporary directory until `close`. */
export async function startGitLab(setup: GitLabSetup = {}): Promise<GitLab> {
  const store = await openStore(setup);
  const tokens = store.tokens.map(({ value, name, kind }) => ({
    value,
    name,
    kind: kind === "job" ? ("job" as const) : ("personal" as const),
  }));
  const projects = () => store.projects.map(stateOf);
  const reset = async () => {
    await store.reset();
    origin.faults.clear();
    origin.ledger.length = 0;
  };
  const origin = await startOrigin({
    service: "gitlab",
    tokens,
    faults: setup.faults ?? [],
    latencyMs: setup.latencyMs,
    port: setup.port,
    now: store.now,
    answer: (exchange) => answerApi(exchange, store),
    control: { "GET state": projects, "GET end-state": () => endState(store), "POST reset": reset },
  });
  return {
    url: origin.url,
    apiUrl: `${origin.url}/api/v4`,
    ledger: origin.ledger,
    faults: origin.faults,
    repositories: Object.fromEntries(store.projects.map((one) => [one.setup.path, one.git.directory])),
    projects,
    endState: () => endState(store),
    push: (path, branch, files, message = "Someone else's change") => push(store, path, branch, files, message),
    change(path, iid, change) {
      const found = projectOf(store, path).mergeRequests.find((one) => one.iid === iid);
      if (found === undefined) throw new Error(`no merge request !${iid} in ${path}`);
      Object.assign(found, change);
    },
    reset,
    async close() {
      await origin.close();
      await store.close();
    },
  };
}

async function push(
  store: Store,
  path: string,
  branch: string,
  files: Record<string, string | Buffer | null>,
  message: string,
): Promise<string> {
  const { git, defaultBranch } = projectOf(store, path);
  const heads = await git.branches();
  const parent = heads.get(branch) ?? heads.get(defaultBranch);
  const id = await git.write(parent, bytesOf(files), message, "someone", store.now());
  await git.set(branch, id);
  return id;
}

function projectOf(store: Store, path: string): Project {
  const found = store.find(path);
  if (found === undefined) throw new Error(`no project ${path}`);
  return found;
}

function stateOf({ id, setup, mergeRequests }: Project): ProjectState {
  return structuredClone({ id, path: setup.path, mergeRequests });
}

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { cruise, type ICruiseOptions, type ICruiseResult, type IForbiddenRuleType } from "dependency-cruiser";

/** A workspace of the repository, by the folder that holds its manifest, such as packages/http. */
interface Workspace {
  readonly folder: string;
  readonly name: string;
  readonly dependencies: readonly string[];
}

/** What tests may import is not part of the product. */
const TESTS = String.raw`\.test\.ts$|/fixtures/`;

/** Only what starts an action may know how actions are run. */
const RUNTIME = { path: "^packages/action/runtime/", users: "^(?:packages/(?:action|hosts)|cli)/" };

/**
 * The product's imports that break a rule, one line each; none when all is well. The rules come from the manifests: a
 * workspace imports what its package.json declares, manifests and modules form no cycle, and no action imports another.
 * Imports of types and `import()` count like any other.
 */
export async function violations(root: string): Promise<readonly string[]> {
  const workspaces = readWorkspaces(root);
  const circular = manifestCycles(workspaces);
  const options: ICruiseOptions = {
    baseDir: root,
    doNotFollow: { path: "node_modules" },
    exclude: { path: TESTS },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "default"] },
    ruleSet: { forbidden: [...general(), ...workspaces.map((workspace) => declared(workspace, workspaces))] },
    validate: true,
  };
  const { output } = await cruise(["actions", "cli", "packages"], options);
  const found = (output as ICruiseResult).summary.violations.map(({ rule, from, to, cycle }) => {
    const path = cycle === undefined ? to : cycle.map(({ name }) => name).join(" → ");
    return `${from} → ${path}: ${rule.name}`;
  });
  return [...circular, ...new Set(found)];
}

function readWorkspaces(root: string): readonly Workspace[] {
  const folders = ["actions", "cli", ...readdirSync(join(root, "packages")).map((name) => `packages/${name}`)];
  return folders.map((folder) => {
    const manifest = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")) as {
      readonly name: string;
      readonly dependencies?: Readonly<Record<string, string>>;
    };
    return { folder, name: manifest.name, dependencies: Object.keys(manifest.dependencies ?? {}) };
  });
}

function general(): IForbiddenRuleType[] {
  return [
    { name: "no cycles", severity: "error", from: {}, to: { circular: true } },
    { name: "every import leads to a file", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      name: "no action imports another",
      severity: "error",
      from: { path: "^actions/([^/]+)/" },
      to: { path: "^actions/", pathNot: "^actions/$1/" },
    },
    {
      name: "only hosts and cli run actions",
      severity: "error",
      from: { pathNot: RUNTIME.users },
      to: { path: RUNTIME.path },
    },
  ];
}

/** Everything outside the workspace that its manifest does not name. */
function declared({ folder, dependencies }: Workspace, workspaces: readonly Workspace[]): IForbiddenRuleType {
  const folders = workspaces.filter(({ name }) => dependencies.includes(name)).map((known) => known.folder);
  const libraries = dependencies.map((name) => `node_modules/${name}`);
  const allowed = [folder, ...folders, ...libraries].map((path) => path.replaceAll(".", String.raw`\.`)).join("|");
  return {
    name: `declare it in ${folder}/package.json, or do not import it`,
    severity: "error",
    from: { path: `^${folder}/` },
    to: { pathNot: `^(?:${allowed})/`, dependencyTypesNot: ["core"] },
  };
}

/** Manifests that depend on each other: then neither is above the other. */
function manifestCycles(workspaces: readonly Workspace[]): readonly string[] {
  const found: string[] = [];
  const finished = new Set<string>();
  const visit = (workspace: Workspace, path: readonly string[]): void => {
    const start = path.indexOf(workspace.name);
    if (start >= 0) found.push(`${[...path.slice(start), workspace.name].join(" → ")}: no cycles of manifests`);
    if (start >= 0 || finished.has(workspace.name)) return;
    for (const next of workspaces) {
      if (workspace.dependencies.includes(next.name)) visit(next, [...path, workspace.name]);
    }
    finished.add(workspace.name);
  };
  for (const workspace of workspaces) visit(workspace, []);
  return found;
}

import type { FieldSetup, IssueState, JiraSetup, ProjectSetup, TransitionSetup, TypeSetup } from "./types.ts";

/** What the stand-in holds, and its clock. */
export interface Store {
  readonly cloud: boolean;
  readonly issues: IssueState[];
  readonly projects: Project[];
  now(): number;
  /** Ids of all kinds, rising. */
  nextId(): string;
  issue(keyOrId: string): IssueState | undefined;
  project(keyOrId: string): Project | undefined;
  /** Issues that searches show by now, oldest first. */
  indexed(): IssueState[];
}

export interface Project {
  readonly id: string;
  readonly key: string;
  readonly types: readonly IssueType[];
  readonly statuses: readonly string[];
  readonly transitions: readonly TransitionSetup[];
  next: number;
}

export interface IssueType {
  readonly id: string;
  readonly name: string;
  readonly fields: readonly FieldSetup[];
}

const STATUSES = ["To Do", "In Progress", "Done"];

export function openStore(setup: JiraSetup): Store {
  let id = 10_000;
  const nextId = () => String((id += 1));
  const now = setup.clock ?? Date.now;
  const issues: IssueState[] = [];
  const projects = (setup.projects ?? [{ key: "AAP" }]).map((project) => projectOf(project, nextId));
  return {
    cloud: setup.deployment !== "datacenter",
    issues,
    projects,
    now,
    nextId,
    issue: (key) => issues.find((issue) => issue.id === key || issue.key.toUpperCase() === key.toUpperCase()),
    project: (key) => projects.find((project) => project.id === key || project.key === key.toUpperCase()),
    indexed: () => issues.filter((issue) => issue.createdAt + (setup.searchLagMs ?? 0) <= now()),
  };
}

function projectOf(setup: ProjectSetup, nextId: () => string): Project {
  const statuses = setup.statuses ?? STATUSES;
  return {
    id: nextId(),
    key: setup.key,
    types: (setup.types ?? [{ name: "Story" }, { name: "Task" }]).map((type) => ({
      id: nextId(),
      name: type.name,
      fields: fieldsOf(type),
    })),
    statuses,
    transitions: setup.transitions ?? everyWay(statuses),
    next: setup.next ?? 1,
  };
}

function fieldsOf({ fields = [], without = [] }: TypeSetup): FieldSetup[] {
  const usual: FieldSetup[] = [
    { id: "summary", name: "Summary", required: true, schema: { type: "string" } },
    { id: "issuetype", name: "Issue Type", required: true, schema: { type: "issuetype" } },
    { id: "project", name: "Project", required: true, schema: { type: "project" } },
    { id: "reporter", name: "Reporter", required: true, schema: { type: "user" } },
    { id: "description", name: "Description", schema: { type: "string" } },
    { id: "labels", name: "Labels", schema: { type: "array", items: "string" } },
    { id: "components", name: "Components", schema: { type: "array", items: "component" } },
  ];
  return [...usual, ...fields].filter(({ id }) => !without.includes(id));
}

/** From every status to every other. */
function everyWay(statuses: readonly string[]): TransitionSetup[] {
  return statuses.flatMap((from, a) =>
    statuses.flatMap((to, b) =>
      a === b ? [] : [{ id: String(10 * (a + 1) + b + 1), name: `Move to ${to}`, from, to }],
    ),
  );
}

/** What callers of the workflow runner write and read. */

export interface RunOptions {
  /** The workflow file. */
  readonly file: string;
  /** A git checkout or bare repository: what `actions/checkout` fetches from, and what `./` paths belong to. */
  readonly workspace: string;
  readonly event?: "push" | "workflow_dispatch";
  /** Such as `refs/tags/v1.2.3`. */
  readonly ref: string;
  /** The commit, 40 hex digits. */
  readonly sha: string;
  /** `owner/name` */
  readonly repository: string;
  /** What the caller gives to a workflow that only has `workflow_call`, or the person who starts it manually. */
  readonly inputs?: Readonly<Record<string, string | number | boolean>>;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly vars?: Readonly<Record<string, string>>;
  readonly github: { readonly serverUrl: string; readonly apiUrl: string; readonly token: string };
  /** The directory with the action.yml of `$/name` or `owner/repo/name@ref`; undefined when it is not known. */
  readonly resolveAction: (uses: string) => { directory: string } | undefined;
  /** The file of a reusable workflow of another repository; `./` and `$/` need none. */
  readonly resolveWorkflow?: (uses: string) => string | undefined;
  /** Further repositories that `actions/checkout` may fetch from, by `owner/name`: their directories. */
  readonly repositories?: Readonly<Record<string, string>>;
  /** Stand-ins for other actions, by `owner/name`, next to the built-in ones. */
  readonly emulations?: Readonly<Record<string, Emulation>>;
  /** More variables for every step, such as PATH. */
  readonly env?: Readonly<Record<string, string>>;
  /** Where the jobs' workspaces and files go; made if absent, never removed. */
  readonly temporary: string;
  readonly onStep?: (event: StepEvent) => void;
  /** Cancels the run: the step under way is interrupted, `always()` and `cancelled()` steps still run. */
  readonly signal?: AbortSignal;
}

export type Conclusion = "success" | "failure" | "cancelled" | "skipped";

export interface Annotation {
  readonly level: "notice" | "warning" | "error";
  readonly message: string;
  readonly properties: Readonly<Record<string, string>>;
}

export interface StepResult {
  readonly id: string;
  readonly name: string;
  /** The leg of a matrix, such as `(frontend)`. */
  readonly leg?: string;
  /** After continue-on-error. */
  readonly conclusion: Conclusion;
  /** Before continue-on-error. */
  readonly outcome: Conclusion;
  readonly outputs: Readonly<Record<string, string>>;
  /** Lines as the log shows them: commands taken out, secrets masked. */
  readonly log: readonly string[];
  /** The step's output as it was written, for a parser's test. */
  readonly raw: string;
  readonly annotations: readonly Annotation[];
  /** As uploaded: empty when above the runner's limit. */
  readonly summary: string;
  readonly exitCode: number | undefined;
  readonly milliseconds: number;
}

export interface JobResult {
  readonly result: Conclusion;
  readonly outputs: Readonly<Record<string, string>>;
  /** In order; of every leg of a matrix. */
  readonly steps: readonly StepResult[];
  /** The jobs of a reusable workflow, when this job calls one. */
  readonly jobs?: Readonly<Record<string, JobResult>>;
}

export interface RunResult {
  readonly result: Exclude<Conclusion, "skipped">;
  readonly jobs: Readonly<Record<string, JobResult>>;
  /** Of a reusable workflow. */
  readonly outputs: Readonly<Record<string, string>>;
}

export type StepEvent =
  | { readonly type: "job"; readonly job: string; readonly name: string; readonly state: "started" | Conclusion }
  | { readonly type: "start"; readonly job: string; readonly step: string }
  | { readonly type: "line"; readonly job: string; readonly step: string; readonly line: string }
  | { readonly type: "end"; readonly job: string; readonly step: string; readonly result: StepResult };

/** What replaces a third-party action: it gets the step's inputs and does its work, or throws to fail the step. */
export type Emulation = (call: EmulationCall) => Promise<Readonly<Record<string, string>> | void>;

export interface EmulationCall {
  readonly uses: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** The job's workspace. */
  readonly directory: string;
  readonly env: Readonly<Record<string, string>>;
  /** Survives from job to job of one run. */
  readonly store: string;
  readonly options: RunOptions;
  print(line: string): void;
}

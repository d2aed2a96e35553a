import * as z from "zod/mini";
import { anything, object, oneOf, text } from "@release-actions/http/fields";

/**
 * What is read of Konflux's objects. Their controllers omit what is empty and change between versions, so a field that
 * does not fit counts as missing, and so can prove nothing; an entry of a list that does not fit is dropped. These are
 * transforms, since `z.catch` takes several times as long, and a list has tens of thousands of components.
 */

/** A string that is not empty. */
const word = z.transform((value: unknown) => (typeof value === "string" && value !== "" ? value : undefined));
/** A string, empty where it is missing. */
const string = z.transform((value: unknown) => (typeof value === "string" ? value : ""));
const number = z.transform((value: unknown) => (typeof value === "number" ? value : undefined));
const isTrue = z.transform((value: unknown) => value === true);

/** All its fields are lenient: anything that is not an object counts as an empty one. */
const fields = <S extends z.core.$ZodShape>(shape: S) =>
  z.pipe(
    z.transform((value: unknown) => (isObject(value) ? value : {})),
    object(shape),
  );

const entries = <S extends z.core.$ZodType>(entry: S) =>
  z.transform((value: unknown): z.output<S>[] =>
    !Array.isArray(value)
      ? []
      : value.flatMap((item) => {
          const read = z.safeParse(entry, item);
          return read.success ? [read.data] : [];
        }),
  );

/** https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/condition/ */
export const ConditionFields = object({
  type: text,
  status: oneOf("True", "False", "Unknown"),
  reason: string,
  message: string,
  /** The generation of the object that it was set for. */
  observedGeneration: number,
});
const conditions = entries(ConditionFields);

/** The application or component group, in the specs of Snapshots and ReleasePlans. */
export const OwnerFields = fields({ application: word, componentGroup: word });

/** https://github.com/konflux-ci/application-api/blob/main/api/v1alpha1/snapshot_types.go */
export const SnapshotSpec = fields({
  components: entries(
    object({
      name: text,
      version: word,
      containerImage: text,
      source: fields({ git: fields({ revision: word }) }),
    }),
  ),
});
export const SnapshotStatus = fields({ conditions });

/** https://github.com/konflux-ci/application-api/blob/main/api/v1alpha1/component_types.go */
export const ComponentStatus = fields({ lastBuiltCommit: word });

/** https://github.com/konflux-ci/release-service/blob/main/api/v1alpha1/releaseplan_types.go */
export const ReleasePlanSpec = fields({ target: word, tenantPipeline: anything, finalPipeline: anything });
export const ReleasePlanStatus = fields({ conditions, releasePlanAdmission: fields({ name: word, active: isTrue }) });

/** https://github.com/konflux-ci/release-service/blob/main/api/v1alpha1/release_types.go */
export const ReleaseSpec = fields({
  snapshot: string,
  releasePlan: string,
  data: anything,
  gracePeriodDays: number,
});

const processing = fields({ pipelineRun: word });

/** One attempt of the managed pipeline; a failed one may be followed by another. */
const Attempt = fields({
  /** `namespace/name`. */
  pipelineRun: word,
  /** Progressing, Succeeded or Failed. */
  status: string,
  failureReason: word,
  lastTask: word,
  lastStep: word,
});
export type PipelineAttempt = z.output<typeof Attempt>;

/** https://github.com/konflux-ci/release-service/blob/main/api/v1alpha1/release_types.go */
export const ReleaseStatus = fields({
  conditions,
  managedPipelineAttempts: entries(Attempt),
  collectorsProcessing: fields({ tenantCollectorsProcessing: processing, managedCollectorsProcessing: processing }),
  tenantProcessing: processing,
  managedProcessing: processing,
  finalProcessing: processing,
  /** RFC 3339. */
  startTime: word,
  completionTime: word,
  target: word,
  /** Whatever the pipelines report. */
  artifacts: z.transform((value: unknown) => (isObject(value) ? value : undefined)),
});
export type ReleaseStatusFields = z.output<typeof ReleaseStatus>;

/** https://github.com/konflux-ci/release-service/blob/main/api/v1alpha1/release_types.go: in `artifacts`. */
export const Artifacts = fields({ advisory: fields({ url: word }) });

/**
 * https://github.com/konflux-ci/integration-service/blob/main/pkg/integrationteststatus/integration_test_status.go: the
 * annotation with the results of a Snapshot's scenarios.
 */
const ScenarioEntry = z.pipe(
  object({
    scenario: text,
    status: text,
    details: string,
    isOptionalScenario: isTrue,
    testPipelineRunName: word,
  }),
  z.transform(({ scenario, status, details, isOptionalScenario, testPipelineRunName }) => ({
    name: scenario,
    /** As integration-service writes it, such as TestPassed. */
    status,
    details,
    optional: isOptionalScenario,
    pipelineRun: testPipelineRunName,
  })),
);
export type Scenario = z.output<typeof ScenarioEntry>;
export const Scenarios = entries(ScenarioEntry);

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Konflux's objects as tests begin with them. */
import type { Stored } from "../stand-ins/kubernetes/index.ts";
import { TESTS_PASSED } from "../stand-ins/konflux-controller/index.ts";

export const NAMESPACE = "aap-aa-tenant";
export const APPLICATION = "aap-aa-main";
export const COMPONENT = "automation-analytics-backend-main";
export const COMMIT = "0123456789abcdef0123456789abcdef01234567";
export const DIGEST = `sha256:${"a".repeat(64)}`;
export const IMAGE = `quay.io/redhat-user-workloads/${NAMESPACE}/${COMPONENT}@${DIGEST}`;
export const PLAN = "aap-aa-prod";
export const SNAPSHOT = "aap-aa-main-20261121-100000-000";

const PAC = "pac.test.appstudio.openshift.io";

export interface SnapshotFacts {
  readonly name?: string;
  readonly commit?: string;
  readonly component?: string;
  readonly digest?: string;
  readonly labels?: Readonly<Record<string, string | undefined>>;
  readonly annotations?: Record<string, string>;
  readonly owner?: Record<string, string>;
  readonly image?: string;
  readonly revision?: string;
  readonly status?: Record<string, unknown> | undefined;
  /** Other components with their latest images. */
  readonly others?: readonly { name: string; commit: string }[];
}

/** A Snapshot as integration-service makes it from a push. */
export function snapshot(facts: SnapshotFacts = {}): Stored {
  const {
    name = SNAPSHOT,
    commit = COMMIT,
    component = COMPONENT,
    digest = DIGEST,
    owner = { application: APPLICATION },
    others = [],
  } = facts;
  const labels: Record<string, string | undefined> = {
    [`${PAC}/sha`]: commit,
    [`${PAC}/event-type`]: "push",
    "appstudio.openshift.io/component": component,
    "test.appstudio.openshift.io/type": "component",
    "test.appstudio.openshift.io/pipelinerunstarttime": "1763719200",
    ...facts.labels,
  };
  const entry = (of: string, image: string, revision: string) => ({
    name: of,
    containerImage: image,
    source: { git: { url: `https://github.com/acme/${of}`, revision } },
  });
  const own = entry(
    component,
    facts.image ?? `quay.io/redhat-user-workloads/${NAMESPACE}/${component}@${digest}`,
    facts.revision ?? commit,
  );
  const rest = others.map((other) =>
    entry(other.name, `quay.io/acme/${other.name}@sha256:${"b".repeat(64)}`, other.commit),
  );
  const status = "status" in facts ? facts.status : TESTS_PASSED;
  return {
    metadata: {
      name,
      labels: Object.fromEntries(
        Object.entries(labels).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
      ),
      annotations: facts.annotations ?? {},
    },
    spec: { ...owner, components: [own, ...rest] },
    ...(status !== undefined && { status }),
  };
}

export function releasePlan(
  name = PLAN,
  more: {
    owner?: Record<string, string>;
    matched?: boolean;
    active?: boolean;
    target?: string | null;
    auto?: string | undefined;
    spec?: Record<string, unknown>;
  } = {},
): Stored {
  const {
    owner = { application: APPLICATION },
    matched = true,
    active = true,
    target = "managed-ns",
    auto = "false",
    spec = {},
  } = more;
  const condition = {
    type: "Matched",
    status: matched ? "True" : "False",
    reason: matched ? "Succeeded" : "Failed",
    message: "",
    lastTransitionTime: "2026-11-21T10:00:00Z",
  };
  return {
    metadata: { name, labels: { "release.appstudio.openshift.io/auto-release": auto } },
    spec: { ...owner, ...(target !== null && { target }), ...spec },
    status: { conditions: [condition], ...(matched && { releasePlanAdmission: { name: "admission", active } }) },
  };
}

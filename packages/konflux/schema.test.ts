import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { parseJson } from "@release-actions/http";
import { readReleasePlan } from "./release-plan.ts";
import { artifactsOf, pipelineRunsOf, readRelease } from "./release.ts";
import { judgeTests } from "./snapshot-tests.ts";
import { readSnapshot } from "./snapshot.ts";

const METADATA = {
  name: "s",
  namespace: "t",
  uid: "u",
  resourceVersion: "1",
  generation: 1,
  creationTimestamp: undefined,
  deletionTimestamp: undefined,
  labels: {},
  annotations: {},
};
const object = (spec: unknown, status?: unknown) => ({ metadata: METADATA, spec, status });
const read = (json: string) => parseJson(json);

describe("the objects of Konflux", () => {
  test("are read whatever their spec and status hold, and prove nothing then", () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (spec, status) => {
        expect(judgeTests(readSnapshot(object(spec, status))).state).toBe("running");
        expect(readReleasePlan(object(spec, status)).admission).toBeUndefined();
        expect(pipelineRunsOf(readRelease(object(spec, status)))).toEqual([]);
      }),
    );
  });

  test("drop components that have no name or image", () => {
    const components = [{ name: "a", containerImage: "i" }, { name: "b" }, null, [], { name: 1, containerImage: "i" }];
    expect(readSnapshot(object({ components })).components).toEqual([
      { name: "a", version: undefined, image: "i", digest: undefined, revision: undefined },
    ]);
  });

  test.each([
    ["names both owners", { application: "a", componentGroup: "b" }, undefined],
    ["names none", {}, undefined],
    ["has an owner that is not a string", { application: { name: "a" } }, undefined],
    ["has an empty owner", { application: "", componentGroup: "b" }, { kind: "componentGroup", name: "b" }],
  ])("have the owner that a spec names that %s", (_, spec, owner) => {
    expect(readSnapshot(object(spec)).owner).toEqual(owner);
  });

  test("drop conditions of another status, and keep those with a message of another type", () => {
    const conditions = [
      { type: "AppStudioTestSucceeded", status: "true", reason: "Passed" },
      { type: "AppStudioTestSucceeded", status: "True", message: 1 },
    ];
    expect(readSnapshot(object({}, { conditions })).conditions).toEqual([
      { type: "AppStudioTestSucceeded", status: "True", reason: "", message: "", observedGeneration: undefined },
    ]);
  });

  test("keep all artifacts, whatever their names", () => {
    const status = read('{"artifacts": {"advisory": {"url": "https://a.example"}, "__proto__": {"x": 1}}}');
    expect(Object.keys(artifactsOf(readRelease(object({}, status))) ?? {})).toEqual(["advisory", "__proto__"]);
  });

  test("have an active admission only if it says true", () => {
    const plan = (active: unknown) => readReleasePlan(object({}, { releasePlanAdmission: { name: "a", active } }));
    expect([true, "true", 1, undefined].map((active) => plan(active).admission?.active)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});

import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { runInMemory } from "@release-actions/hosts";
import { parseJson } from "@release-actions/http";
import { accessOf } from "@release-actions/konflux/kubernetes";
import { loadYaml } from "@release-actions/yaml/pyyaml";
import type { Problem } from "@release-actions/action";
import smoke from "../../actions/smoke/action.ts";
import { fillIn, type Values } from "../../actions/bump-appinterface-ref/texts.ts";
import { schemaSet } from "../../packages/app-interface/schema-set.ts";
import { fromJson } from "../../packages/app-interface/value.ts";
import { parseConfig } from "../../packages/config/parse.ts";
import { readFlags } from "../../packages/hosts/flags.ts";
import { encodeQuery } from "../../packages/http/address.ts";
import { checkedHeaders } from "../../packages/http/request.ts";
import { prepareFields } from "../../packages/jira/fields.ts";
import { jiraRefusal } from "../../packages/jira/refusal.ts";
import { RulesReply } from "../../packages/prometheus/schema.ts";
import { placeOf } from "../../packages/registry/place.ts";
import { readVersions } from "../../packages/version/files/edit.ts";
import { splitPath } from "../../packages/smoke/call.ts";
import { readJsonPath, valueAt } from "../../packages/smoke/json-path.ts";
import { json, startFaultServer, type FaultServer } from "../faults/server.ts";
import { ROOT_PATH } from "../../tools/root.ts";

/** Names that every plain object seems to have. */
const KEYS = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"];

describe.each(KEYS)("security hole 14: %s from outside is a key like any other", (key) => {
  let server: FaultServer;
  beforeAll(async () => void (server = await startFaultServer({ steps: [json({ ok: true })] })));
  afterAll(() => server.close());

  test("in a query", () => {
    expect(encodeQuery(splitPath(`/h?${key}=1&${key}=2`).query)).toBe(`${key}=1&${key}=2`);
  });

  test("in the query, the headers and the expectations of a smoke test", async () => {
    const named = (value: unknown) => JSON.parse(`{"${key}": ${JSON.stringify(value)}}`) as object;
    const request = { path: `/h?${key}=1`, headers: named("sent") };
    const expected = { json: named({ exists: false }), headers: named({ exists: false }) };
    const check = { name: "call", service: "app", request, expect: expected };
    const suite = JSON.stringify({ services: [{ name: "app", url: server.origin }], checks: [check] });
    const result = await runInMemory(smoke, { inputs: { suite, "allow-http": "true" } });
    expect(result).toMatchObject({ verdict: "passed" });
    expect(server.seen.at(-1)?.url).toBe(`/h?${key}=1`);
    // Node itself drops a received header named __proto__.
    if (key !== "__proto__") expect(server.seen.at(-1)?.headers[key.toLowerCase()]).toBe("sent");
  });

  test("in headers", () => {
    const headers = checkedHeaders(JSON.parse(`{"${key}": "sent"}`) as Record<string, string>);
    expect(Object.entries(headers)).toEqual([[key.toLowerCase(), "sent"]]);
  });

  test("in labels: a missing one is not found", () => {
    const state = { health: "ok", state: "firing", alerts: [] };
    const rule = { type: "alerting", name: "Down", query: "up", duration: 0, ...state };
    const groups = [{ name: "group", file: "file", interval: 60, rules: [rule] }];
    const [group] = RulesReply.parse(parseJson(JSON.stringify({ data: { groups } }))).data;
    expect(group?.rules[0]?.labels[key]).toBeUndefined();
  });

  test("in a JSON path", () => {
    const path = readJsonPath(key)!;
    expect(valueAt(parseJson("{}"), path)).toBeUndefined();
    expect(valueAt({}, path)).toBeUndefined();
    expect(valueAt(parseJson(`{"${key}": 1}`), path)).toBe(1);
  });

  test("in YAML: neither reported as a duplicate nor lost", () => {
    for (const text of [`${key}: 1\n`, `{${key}: 1}\n`, `"${key}": &a 1\n`]) {
      const { value, notes } = loadYaml(text);
      expect([Object.entries(value as object), notes]).toEqual([[[key, 1]], []]);
    }
  });

  test("as the type in a schema: nothing has this type", () => {
    const set = schemaSet(new Map([["/a", fromJson({ type: key })]]));
    expect([{}, "text"].map((value) => set.mismatches("/a", fromJson(value)).length)).toEqual([1, 1]);
  });

  test("as a property in a schema: required, judged, and unexpected elsewhere", () => {
    const named = JSON.parse(`{"properties": {"${key}": {"type": "integer"}}, "required": ["${key}"]}`) as object;
    const schemas = { "/a": named, "/b": { additionalProperties: false } };
    const set = schemaSet(new Map(Object.entries(schemas).map(([name, schema]) => [name, fromJson(schema)])));
    const of = (path: string, value: string) =>
      set.mismatches(path, fromJson(JSON.parse(value))).map(({ message }) => message);
    expect(of("/a", "{}")).toEqual([`'${key}' is a required property`]);
    expect(of("/a", `{"${key}": 1}`)).toEqual([]);
    expect(of("/a", `{"${key}": "x"}`)).toEqual(["'x' is not of type 'integer'"]);
    expect(of("/b", `{"${key}": 1}`)).toEqual([`Additional properties are not allowed ('${key}' was unexpected)`]);
  });

  test("in release-actions.yml", () => {
    expect(parseConfig(`${key}: 1\n`, "release-actions.yml").problems.map(({ what }) => what)).toEqual([
      `there is no setting "${key}"`,
    ]);
  });

  test("as a flag", () => {
    const { values, problems } = readFlags([`--${key}`, "1"], {}, new Map());
    expect([values.size, problems.map(({ what }) => what)]).toEqual([0, [`there is no input --${key}`]]);
  });

  test("as a variable of a template", () => {
    const problems: Problem[] = [];
    const filled = fillIn("description", `{${key}}`, { ref: "abc" } as unknown as Values, problems);
    expect(filled).toBe(key === "__proto__" ? "{__proto__}" : "");
    for (const { remedy } of problems) expect(remedy).toBe(`Remove {${key}} from description.`);
  });

  test("as a Jira field", async () => {
    const field = { id: key, name: "Strange", required: true, type: "string", items: "", rich: false };
    const labels = { id: "labels", name: "Labels", required: false, type: "array", items: "string", rich: false };
    const form = { typeId: "1", typeName: "Story", fields: [field, labels] };
    const wanted = { project: "AAP", summary: "a", description: undefined, labels: [] };
    const given = await prepareFields(form, { ...wanted, more: { Strange: "x" } }, "cloud");
    expect([Object.entries(given.fields).at(-1), given.problems]).toEqual([[key, "x"], []]);
    const missing = await prepareFields(form, { ...wanted, more: {} }, "cloud");
    const what = `Story needs the field Strange (${key})`;
    expect(missing.problems).toEqual([expect.objectContaining({ input: "fields", what })]);
  });

  test("as a field that Jira refuses", async () => {
    const reply = { status: 400, json: () => parseJson(`{"errorMessages": [], "errors": {"${key}": "no"}}`) };
    const { problems } = (await jiraRefusal(reply as never, "the issue")).details;
    expect(problems).toEqual([{ what: `${key}: no`, input: "fields" }]);
  });

  test("as the name and the extension of a version file", async () => {
    for (const path of [key, `a.${key}`]) {
      expect((await readVersions(path, "1.2.3\n")).map(({ version }) => version)).toEqual(["1.2.3"]);
    }
  });

  test("as a registry", () => {
    expect(placeOf(key, { api: "auto", allowHttp: false }).quay).toBe("perhaps");
  });

  test("in a kubeconfig", async () => {
    const problems: Problem[] = [];
    const kubeconfig = [
      "current-context: a",
      "contexts: [{ name: a, context: { cluster: a, user: a } }]",
      `clusters: [{ name: a, cluster: { server: "https://k.example", ${key}: x } }]`,
      "users: [{ name: a, user: { token: abcdefgh12345678 } }]\n",
    ].join("\n");
    await accessOf({ kubeconfig } as never, problems);
    const what = `kubeconfig: "${key}" of the cluster is refused: it is not supported`;
    expect(problems.map((problem) => problem.what)).toContain(what);
  });

  test("as the output requested on the command line", () => {
    const script = 'import("./cli/terminal.ts").then(({ terminal }) => terminal(process.argv.slice(1)))';
    const flags = ["changelog-extract", "--version", "1.0.0", "--changelog", "CHANGELOG.md", "--output", key];
    const node = ["--input-type=module", "-e", script, "--"];
    const run = spawnSync(process.execPath, [...node, ...flags], { cwd: ROOT_PATH, encoding: "utf8" });
    expect(run.status).toBe(2);
    expect(run.stderr).toContain(`changelog-extract has no output "${key}"; its outputs are `);
  });
});

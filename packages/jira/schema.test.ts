import { afterEach, describe, expect, test } from "@jest/globals";
import { parseJson } from "@release-actions/http";
import { failureOf, openTestClient } from "../../test/faults/client.ts";
import type { TestClient } from "../../test/faults/client.ts";
import { json, startFaultServer } from "../../test/faults/server.ts";
import type { FaultServer, Step } from "../../test/faults/server.ts";
import { hasComment } from "./comment.ts";
import { findIssue, readIssue } from "./find.ts";
import { jiraRefusal } from "./refusal.ts";
import { CommentsReply, FieldsReply, IssueReply, SearchReply } from "./schema.ts";
import type { Jira } from "./types.ts";

const ISSUE = { id: "10001", key: "AAP-1", fields: { summary: "Release", labels: ["a"] } };

describe("schemas of Jira's replies", () => {
  const read = (value: unknown) => parseJson(JSON.stringify(value));

  test("ignore fields that are not read, and accept missing and null ones", () => {
    const fields = { summary: null, labels: null, more: { deep: [1] } };
    expect(IssueReply.parse(read({ ...ISSUE, fields, self: "https://jira.example" }))).toEqual({
      id: "10001",
      key: "AAP-1",
      fields: { summary: undefined, labels: undefined },
    });
    expect(SearchReply.parse(read({ issues: [] }))).toEqual({ issues: [] });
  });

  test("keep ids of any length", () => {
    expect(IssueReply.parse(parseJson('{"id": 12345678901234567890, "key": "A-1", "fields": {}}'))).toMatchObject({
      id: "12345678901234567890",
    });
  });

  test("read a total of null as no total", () => {
    expect(CommentsReply.parse(read({ comments: [], total: null })).total).toBeUndefined();
  });

  test("read only true as true", () => {
    const field = { fieldId: "summary", name: "Summary", hasDefaultValue: "true" };
    expect(FieldsReply.parse(read({ fields: [field] })).fields).toMatchObject([
      { required: false, hasDefaultValue: false },
    ]);
  });

  test.each([
    ["an id that is missing", { ...ISSUE, id: undefined }, "id"],
    ["an id with a path", { ...ISSUE, id: "../1" }, "id"],
    ["a key of another type", { ...ISSUE, key: 1 }, "key"],
    ["fields that are missing", { id: "1", key: "A-1" }, "fields"],
    ["fields that are a list", { ...ISSUE, fields: [] }, "fields"],
    ["a label of another type", { ...ISSUE, fields: { labels: ["a", 1] } }, "fields.labels.1"],
    ["a status without a name", { ...ISSUE, fields: { status: {} } }, "fields.status.name"],
  ])("reject %s, naming the field", (_, value, path) => {
    const { error } = IssueReply.safeParse(read(value));
    expect(error?.issues.map((issue) => issue.path.join("."))).toEqual([path]);
  });
});

describe("replies of Jira", () => {
  let server: FaultServer;
  let client: TestClient;
  afterEach(async () => {
    client.http.close();
    await server.close();
  });

  async function open(...steps: Step[]): Promise<Jira> {
    server = await startFaultServer({ steps });
    client = openTestClient([server.origin]);
    const api = client.http.api(server.origin);
    return { api, root: ["rest", "api", "2"], deployment: "datacenter", site: server.origin } as never;
  }

  test("a total of null does not end the pages of comments, so that no comment is written twice", async () => {
    const comments = Array.from({ length: 100 }, (_, at) => ({ id: String(at + 1), body: "other" }));
    const jira = await open(json({ comments, total: null }), json({ comments: [{ id: "101", body: "Released" }] }));
    expect(await hasComment(jira, "AAP-1", "Released")).toBe(true);
    expect(server.seen).toHaveLength(2);
  });

  test("a comment that cannot be read is not a missing one", async () => {
    const jira = await open(json({ comments: [{ id: "1", body: "other" }, { body: "Released" }], total: 2 }));
    const failure = await failureOf(hasComment(jira, "AAP-1", "Released"));
    expect(failure).toMatchObject({ verdict: "undecided" });
    expect(String(failure)).toContain("it.comments[1].id: should be an id");
  });

  test.each([
    ["without issues", {}],
    ["with issues that are an object", { issues: {} }],
    ["with a token of another type", { issues: [], nextPageToken: 1 }],
  ])("a search result %s is not an empty one", async (_, body) => {
    const jira = await open(json(body));
    expect(await failureOf(findIssue(jira, "AAP", "label"))).toMatchObject({ verdict: "undecided" });
  });

  test("an issue without fields is not an issue without labels", async () => {
    const jira = await open(json({ id: "1", key: "AAP-1" }));
    expect(await failureOf(readIssue(jira, "AAP-1"))).toMatchObject({ verdict: "undecided" });
  });
});

describe("a refusal of Jira", () => {
  const problemsOf = async (body: unknown) => {
    const reply = { status: 400, json: () => parseJson(JSON.stringify(body)) };
    return (await jiraRefusal(reply as never, "the issue")).details.problems;
  };

  test("shows reasons that are not strings as JSON", async () => {
    expect(await problemsOf({ errors: { a: { b: 1 }, c: 2 } })).toEqual([
      { what: 'a: {"b":1}', input: "fields" },
      { what: "c: 2", input: "fields" },
    ]);
  });

  test.each([[[]], ["text"], [null], [{ errorMessages: "text" }], [{ errors: "text" }]])(
    "has no problems if its body is %j",
    async (body) => {
      expect(await problemsOf(body)).toBeUndefined();
    },
  );
});

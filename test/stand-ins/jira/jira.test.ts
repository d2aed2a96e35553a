import { afterEach, describe, expect, test } from "@jest/globals";
import { startJira } from "./index.ts";
import type { JiraSetup, StandInJira } from "./index.ts";

let jira: StandInJira;
afterEach(() => jira.close());

const SECRET = "secret-0123456789";
const EMAIL = "bot@acme.example";

async function open(setup: JiraSetup = {}): Promise<void> {
  jira = await startJira({ accounts: [{ name: "Bot", email: EMAIL, secret: SECRET }], ...setup });
}

async function call(
  method: string,
  path: string,
  body?: unknown,
  authorization = `Basic ${Buffer.from(`${EMAIL}:${SECRET}`).toString("base64")}`,
) {
  const response = await fetch(`${jira.url}/rest/api/${path}`, {
    method,
    headers: { authorization },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: (text.startsWith("{") ? JSON.parse(text) : text) as Record<string, object | string>,
  };
}

const story = (more: object = {}) => ({
  fields: { project: { key: "AAP" }, issuetype: { name: "Story" }, summary: "One", ...more },
});
const searchFor = (jql: string, more = "") => `3/search/jql?jql=${encodeURIComponent(jql)}${more}`;

describe("issues", () => {
  test("returns a new issue by its key immediately, and in a search after the lag", async () => {
    let now = 0;
    await open({ clock: () => now, searchLagMs: 5_000 });
    await call("POST", "3/issue", story({ labels: ["x"] }));
    expect((await call("GET", "3/issue/AAP-1?fields=summary")).body["fields"]).toEqual({ summary: "One" });
    expect((await call("GET", searchFor('labels = "x"', "&fields=summary"))).body["issues"]).toEqual([]);
    now = 5_000;
    expect((await call("GET", searchFor('labels = "x"', "&fields=summary"))).body["issues"]).toHaveLength(1);
  });

  test("domain.md 3.6: Cloud's search returns only ids unless fields are requested, with pages by token and no total", async () => {
    await open();
    for (let at = 0; at < 3; at += 1) await call("POST", "3/issue", story());
    const first = await call("GET", searchFor('project = "AAP" ORDER BY key DESC', "&maxResults=2"));
    expect(first.body).toEqual({
      issues: [{ id: expect.any(String) }, { id: expect.any(String) }],
      isLast: false,
      nextPageToken: expect.any(String),
    });
    const second = await call(
      "GET",
      searchFor(
        'project = "AAP" ORDER BY key DESC',
        `&maxResults=2&fields=summary&nextPageToken=${first.body["nextPageToken"] as string}`,
      ),
    );
    expect(second.body).toMatchObject({ issues: [{ key: "AAP-1" }], isLast: true });
  });

  test("domain.md 3.6: answers 410 for removed endpoints", async () => {
    await open();
    for (const path of ["3/search?jql=x", "2/search?jql=x", "3/issue/createmeta"])
      expect((await call("GET", path)).status).toBe(410);
  });

  test("accepts documents on Cloud and texts on Data Center", async () => {
    const document = { type: "doc", version: 1, content: [] };
    await open();
    expect((await call("POST", "3/issue", story({ description: "text" }))).body["errors"]).toHaveProperty(
      "description",
    );
    expect((await call("POST", "3/issue", story({ description: document }))).status).toBe(201);
    await jira.close();
    await open({ deployment: "datacenter" });
    expect((await call("POST", "2/issue", story({ description: document }), `Bearer ${SECRET}`)).status).toBe(400);
    expect((await call("POST", "2/issue", story({ description: "text" }), `Bearer ${SECRET}`)).status).toBe(201);
    expect((await call("GET", "3/myself", undefined, `Bearer ${SECRET}`)).status).toBe(404);
  });

  test("answers 400 with the field's id for required fields, fields not on the screen and line breaks in the summary", async () => {
    await open({
      projects: [
        { key: "AAP", types: [{ name: "Story", fields: [{ id: "customfield_1", name: "Team", required: true }] }] },
      ],
    });
    const { status, body } = await call("POST", "3/issue", story({ summary: "a\nb", customfield_9: 1 }));
    expect(status).toBe(400);
    expect(Object.keys(body["errors"] as object).toSorted()).toEqual(["customfield_1", "customfield_9", "summary"]);
  });

  test("domain.md 3.6: creates a remote link once per global id, and offers a transition by status", async () => {
    await open();
    await call("POST", "3/issue", story());
    const link = (title: string) => ({ globalId: "g", object: { url: "https://x.example", title } });
    expect((await call("POST", "3/issue/AAP-1/remotelink", link("a"))).status).toBe(201);
    expect((await call("POST", "3/issue/AAP-1/remotelink", link("b"))).status).toBe(200);
    expect((await call("GET", "3/issue/AAP-1/remotelink?globalId=g")).body["object"]).toMatchObject({ title: "b" });
    const { transitions } = (await call("GET", "3/issue/AAP-1/transitions")).body as {
      transitions: { id: string; to: { name: string } }[];
    };
    const start = transitions.find(({ to }) => to.name === "In Progress")!;
    expect((await call("POST", "3/issue/AAP-1/transitions", { transition: { id: start.id } })).status).toBe(204);
    expect((await call("POST", "3/issue/AAP-1/transitions", { transition: { id: start.id } })).status).toBe(400);
  });
});

describe("access and faults", () => {
  test("rejects a wrong credential like Jira, and names credentials in the ledger without showing them", async () => {
    await open();
    const wrong = await call("GET", "3/myself", undefined, "Basic eDp5");
    expect([wrong.status, wrong.headers.get("x-seraph-loginreason")]).toEqual([401, "AUTHENTICATED_FAILED"]);
    await call("GET", "3/myself");
    expect(jira.ledger.map(({ credential }) => credential?.token)).toEqual(["(unknown)", "Bot"]);
    expect(JSON.stringify(jira.ledger)).not.toContain(SECRET);
  });

  test("a lost reply took effect, and the end state distinguishes two equal issues from one", async () => {
    await open({ faults: [{ method: "POST", effect: { kind: "lose-reply" } }] });
    await expect(call("POST", "3/issue", story())).rejects.toThrow();
    const once = jira.endState();
    expect(once).toHaveLength(1);
    await call("POST", "3/issue", story());
    expect(jira.endState()).toHaveLength(2);
  });
});

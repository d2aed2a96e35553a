import type { Jira } from "./types.ts";
import { richText } from "./fields.ts";
import { shortHash } from "./issue-label.ts";
import { readBack } from "./read-back.ts";
import { isRefusal, jiraRefusal, WRITE_STATUSES } from "./refusal.ts";

const PAGE = 100;
const MOST_PAGES = 100;
const PROPERTY = "release-actions";

/**
 * Whether the issue already has this comment. On Cloud it is recognized by a property that is written in the same
 * request and never shown; on Data Center, which stores a comment as it was sent, by its text. Throws `invalid` for an
 * issue that cannot be read, or HttpError.
 */
export async function hasComment(jira: Jira, key: string, markdown: string): Promise<boolean> {
  return (await findComment(jira, key, markdown)) !== undefined;
}

/**
 * Adds the comment, Markdown, unless the issue has it. Returns whether it was added. Throws `invalid` with Jira's
 * reasons if it is rejected, `unknown` if it may or may not have been added, or HttpError.
 */
export async function addComment(jira: Jira, key: string, markdown: string): Promise<boolean> {
  if (await hasComment(jira, key, markdown)) return false;
  await jira.api.write({
    method: "POST",
    path: [...jira.root, "issue", key, "comment"],
    json: {
      body: await richText(markdown, jira.deployment),
      ...(jira.deployment === "cloud" && {
        properties: [{ key: PROPERTY, value: { comment: await shortHash(markdown) } }],
      }),
    },
    what: describeComment(key),
    expect: WRITE_STATUSES,
    accept: async (reply) => {
      if (isRefusal(reply)) throw await jiraRefusal(reply, `writing ${describeComment(key)}`);
      const { CommentReply } = await import("./schema.ts");
      return reply.json(CommentReply).id;
    },
    readBack: (inDoubt) => readBack(inDoubt, () => findComment(jira, key, markdown)),
  });
  return true;
}

export function describeComment(key: string): string {
  return `the comment on ${key}`;
}

async function findComment(jira: Jira, key: string, markdown: string): Promise<string | undefined> {
  const cloud = jira.deployment === "cloud";
  const hash = await shortHash(markdown);
  const text = cloud ? "" : sameEnds((await richText(markdown, "datacenter")) as string);
  let seen = 0;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const path = [...jira.root, "issue", key, "comment"];
    const reply = await jira.api.read({
      path,
      query: { startAt: seen, maxResults: PAGE, ...(cloud && { expand: "properties" }) },
      expect: [200, 404],
    });
    if (reply.status !== 200) throw await jiraRefusal(reply, `reading the comments on ${key}`);
    const { CommentsReply } = await import("./schema.ts");
    const { comments, total } = reply.json(CommentsReply);
    const found = comments.find(({ body, properties }) =>
      cloud
        ? properties?.some((one) => one.key === PROPERTY && isMark(one.value, hash)) === true
        : typeof body === "string" && sameEnds(body) === text,
    );
    if (found !== undefined) return found.id;
    seen += comments.length;
    if (comments.length === 0 || seen >= Number(total)) break;
  }
  return undefined;
}

function isMark(value: unknown, hash: string): boolean {
  return typeof value === "object" && value !== null && (value as { comment?: unknown }).comment === hash;
}

function sameEnds(text: string): string {
  return text.replaceAll("\r\n", "\n").trim();
}

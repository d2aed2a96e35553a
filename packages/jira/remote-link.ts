import type { Jira, RemoteLink } from "./types.ts";
import { shortHash } from "./issue-label.ts";
import { readBack } from "./read-back.ts";
import { isRefusal, jiraRefusal, WRITE_STATUSES } from "./refusal.ts";

/** Whether the issue has this link with this title. Throws HttpError. */
export async function hasLink(jira: Jira, key: string, link: RemoteLink): Promise<boolean> {
  const path = [...jira.root, "issue", key, "remotelink"];
  const reply = await jira.api.read({ path, query: { globalId: await globalId(link) }, expect: [200, 404] });
  if (reply.status === 404) return false;
  const { RemoteLinkReply } = await import("./schema.ts");
  const { object } = reply.json(RemoteLinkReply);
  return object.url === link.url && object.title === link.title;
}

/**
 * Adds the link or updates its title: Jira keeps one link per global id. Throws `invalid` with Jira's reasons if it is
 * rejected, `unknown` if it may or may not have been added, or HttpError.
 */
export async function setLink(jira: Jira, key: string, link: RemoteLink): Promise<void> {
  await jira.api.write({
    method: "POST",
    path: [...jira.root, "issue", key, "remotelink"],
    json: { globalId: await globalId(link), object: { url: link.url, title: link.title } },
    what: describeLink(key, link),
    expect: WRITE_STATUSES,
    accept: async (reply) => {
      if (isRefusal(reply)) throw await jiraRefusal(reply, `writing ${describeLink(key, link)}`);
      const { CreatedLinkReply } = await import("./schema.ts");
      return reply.json(CreatedLinkReply).id !== "";
    },
    readBack: (inDoubt) => readBack(inDoubt, async () => ((await hasLink(jira, key, link)) ? true : undefined)),
  });
}

export function describeLink(key: string, { url }: RemoteLink): string {
  return `the link from ${key} to ${url}`;
}

/** From the address alone, so that a new title does not make a second link. Jira accepts 255 characters. */
async function globalId({ url }: RemoteLink): Promise<string> {
  return `release-actions-${await shortHash(url)}`;
}

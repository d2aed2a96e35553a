import { invalid } from "@release-actions/action";
import type { Api } from "@release-actions/http";
import { toDiscuss, toRead } from "./access.ts";
import type { GitLab, Note, Project } from "./types.ts";
import { checkTexts } from "./limits.ts";
import { MembersReply, NoteReply, NotesReply, UserReply } from "./schema.ts";

/** Users, members and comments. */
export function peopleOf(api: Api): Pick<GitLab, "user" | "accessOf" | "comment"> {
  return {
    async user() {
      const permission = "a token with the scope read_user, read_api or api";
      return (await api.read({ path: ["user"], permission })).json(UserReply);
    },

    async accessOf(project, username) {
      const path = ["projects", project.id, "members", "all"];
      const name = username.toLowerCase();
      let access = 0;
      // The query is a search in names too; a member of several groups is listed more than once.
      const query = { query: username, per_page: 100 };
      for await (const page of api.pages({ path, query, permission: toRead(project.path) })) {
        for (const member of page.json(MembersReply)) {
          if (member.username.toLowerCase() === name) access = Math.max(access, member.access_level);
        }
      }
      return access;
    },

    async comment(project, iid, body, marker) {
      if (!/^[A-Za-z0-9._:/@-]{1,200}$/.test(marker) || marker.includes("--")) {
        throw invalid("a comment's marker is made of letters, digits and . _ : / @ -, without two hyphens in a row");
      }
      const hidden = `<!-- release-actions: ${marker} -->`;
      const text = `${body.trimEnd()}\n\n${hidden}`;
      checkTexts({ body: text });
      const find = () => findNote(api, project, iid, hidden);
      const there = await find();
      if (there !== undefined) return { value: there, outcome: "adopted", attempts: 0 };
      return api.write<Note>({
        method: "POST",
        path: notes(project, iid),
        json: { body: text },
        exists: [],
        what: `the comment on !${iid} of ${project.path}`,
        permission: toDiscuss(project.path),
        accept: (reply) => reply.json(NoteReply),
        readBack: find,
      });
    },
  };
}

async function findNote(api: Api, project: Project, iid: string, hidden: string): Promise<Note | undefined> {
  const query = { per_page: 100, sort: "asc", order_by: "created_at" };
  for await (const page of api.pages({ path: notes(project, iid), query, permission: toRead(project.path) })) {
    const found = page.json(NotesReply).find(({ body, system }) => !system && body.includes(hidden));
    if (found !== undefined) return { id: found.id, body: found.body };
  }
  return undefined;
}

function notes(project: Project, iid: string): string[] {
  return ["projects", project.id, "merge_requests", iid, "notes"];
}

import { type Answer, json } from "../forge/exchange.ts";
import { type Call, forbidden, missing, paged, textOf } from "./call.ts";
import { noteJson } from "./replies.ts";
import type { MergeRequestState } from "./types.ts";

/** Those of GitLab's quick actions that a hostile line would go for. */
const commands = new Set(
  (
    "approve assign assign_reviewer close copy_metadata draft label lock merge milestone ready rebase reassign relabel " +
    "remove_milestone reopen reviewer target_branch title unapprove unassign unlabel unlock"
  ).split(" "),
);

/** Removes the lines that GitLab executes as commands, which it searches for after deleting CRs; not inside fences. */
export function takeCommands(text: string): { text: string; commands: string[] } {
  let fenced = false;
  const taken: string[] = [];
  const lines = text
    .replaceAll("\r", "")
    .split("\n")
    .filter((line) => {
      if (/^\s*(?:```|~~~)/.test(line)) fenced = !fenced;
      const [, word = ""] = /^\s*\/([a-z_]+)(?:\s|$)/i.exec(line) ?? [];
      if (fenced || !commands.has(word.toLowerCase())) return true;
      taken.push(line.trim());
      return false;
    });
  return taken.length === 0 ? { text, commands: [] } : { text: lines.join("\n").trimEnd(), commands: taken };
}

/** Newest first, as GitLab does where no order is requested. */
export function listNotes(call: Call, one: MergeRequestState): Answer {
  const ascending = textOf(call.parameters["sort"]) === "asc";
  const notes = ascending ? one.notes : one.notes.toReversed();
  return paged(
    call,
    notes.map((note) => noteJson(note, call.store)),
  );
}

export function addNote(call: Call, one: MergeRequestState): Answer {
  const { store, token, access, parameters } = call;
  if (access < 20 && call.project.setup.private !== false) return forbidden();
  const absent = missing(call, "body");
  if (absent !== undefined) return absent;
  const { text, commands: taken } = takeCommands(textOf(parameters["body"]) ?? "");
  one.quickActions.push(...taken);
  if (text.trim() === "") return json(202, { commands_changes: {}, summary: taken });
  const note = { id: store.id(), body: text, author: token?.username ?? "", createdAt: store.stamp(), system: false };
  one.notes.push(note);
  return json(201, noteJson(note, store));
}

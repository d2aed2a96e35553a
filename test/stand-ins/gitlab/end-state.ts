import type { Store } from "./store.ts";
import type { EndState } from "./types.ts";

/**
 * What a run left behind, without ids, times and order of creation, so that "a crashed run, run again, equals one
 * clean run" is one comparison. Whatever is there twice is listed twice.
 */
export async function endState(store: Store): Promise<EndState> {
  const state: EndState = {};
  for (const { setup, git, defaultBranch, start, mergeRequests } of store.projects) {
    const branches: EndState[string]["branches"] = {};
    const first = start.get(defaultBranch);
    for (const [name, head] of [...(await git.branches())].toSorted()) {
      if (first === undefined) continue;
      const base = (await git.mergeBase(first, head)) ?? first;
      const files: Record<string, string | null> = {};
      for (const { path } of await git.changes(base, head)) {
        const entry = await git.entry(head, path);
        files[path] = entry === undefined ? null : (await git.blob(entry.id)).toString("latin1");
      }
      branches[name] = { messages: (await git.log(`${base}..${head}`)).map(({ message }) => message), files };
    }
    const shown = mergeRequests.map(({ id: _id, iid: _iid, createdAt: _made, updatedAt: _changed, notes, ...one }) => ({
      ...one,
      labels: one.labels.toSorted(),
      notes: notes.map(({ body, author, system }) => ({ body, author, system })),
    }));
    state[setup.path] = { branches, mergeRequests: shown.toSorted(byText) };
  }
  return state;
}

function byText(a: object, b: object): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}

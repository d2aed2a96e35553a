import { objectIdOf, openRemoteEditor } from "@release-actions/git";
import type { RemoteEditor, RemoteEditorOptions } from "@release-actions/git";

import type { Transport } from "./transport.ts";

export type GitTransportOptions = RemoteEditorOptions;

/** The repository by git: a private partial clone without a work tree, and a push under a lease. */
export async function openGitTransport(options: GitTransportOptions): Promise<Transport> {
  return transportOf(await openRemoteEditor(options));
}

function transportOf(editor: RemoteEditor): Transport {
  return {
    base: editor.base,
    readFile: (path) => editor.readFile(path),
    branchesMatching: (prefix) => editor.branchesMatching(prefix),
    inspectBranch: (name, paths) => editor.inspectBranch(name, paths),
    commit: async ({ replaces, ...request }) => {
      const result = await editor.commit({
        ...request,
        ...(replaces === undefined ? {} : { replaces: objectIdOf(replaces) }),
      });
      // Two states of the editor are two members of the seam's union.
      if (result.state === "stale") return { state: "stale" };
      return result.state === "taken" ? { state: "taken" } : result;
    },
    refresh: async () => transportOf(await editor.refresh()),
    close: () => editor.close(),
  };
}

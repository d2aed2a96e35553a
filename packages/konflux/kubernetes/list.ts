import { undecided } from "@release-actions/action";
import type { ActionError } from "@release-actions/action";
import type { Api } from "@release-actions/http";
import type { KubernetesObject, Resource, Selection } from "./types.ts";

export interface ListOptions {
  readonly api: Api;
  readonly resource: Resource;
  readonly selection: Selection;
  readonly path: readonly string[];
  readonly permission: string;
  readonly notServed: () => ActionError;
}

const PAGE = 250;
const MAX_PAGES = 200;
/** How often a list is started whose later pages expire. */
const BEGINNINGS = 3;

interface Page {
  readonly items: readonly KubernetesObject[];
  readonly next: string | undefined;
}

/**
 * All objects of a selection. The pages of one list are from the same moment; when that has expired, the list starts
 * again. Throws `undecided` for a list that never ends or keeps expiring, or HttpError.
 */
export async function listAll(options: ListOptions): Promise<KubernetesObject[]> {
  for (let beginning = 1; beginning <= BEGINNINGS; beginning += 1) {
    const items = await walk(options);
    if (items !== undefined) return items;
  }
  throw undecided(`the list of ${options.resource.plural} expired ${BEGINNINGS} times before it was read to its end`, {
    remedy: "Try again later: the server is busy.",
  });
}

/** Undefined if a page has expired. */
async function walk(options: ListOptions): Promise<KubernetesObject[] | undefined> {
  const items: KubernetesObject[] = [];
  let token: string | undefined;
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const read = await readPage(options, token);
    if (read === undefined) return undefined;
    items.push(...read.items);
    if (read.next === undefined) return items;
    if (read.next === token) throw undecided(`the list of ${options.resource.plural} repeats a page`);
    token = read.next;
  }
  throw undecided(`the list of ${options.resource.plural} has more than ${MAX_PAGES} pages`, {
    remedy: "Delete objects that nobody needs any more.",
  });
}

async function readPage(
  { api, resource, selection, path, permission, notServed }: ListOptions,
  token: string | undefined,
): Promise<Page | undefined> {
  const reply = await api.read({
    path,
    query: { labelSelector: selection.labels, fieldSelector: selection.fields, limit: PAGE, continue: token },
    expect: [200, 404, 410],
    permission,
  });
  if (reply.status === 410) return undefined;
  if (reply.status === 404) throw notServed();
  const { listOf } = await import("./schema.ts");
  return reply.json(listOf(resource));
}

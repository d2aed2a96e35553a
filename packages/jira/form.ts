import { invalid } from "@release-actions/action";
import type { Reply } from "@release-actions/http";
import type { Jira } from "./types.ts";
import type { FieldBody } from "./schema.ts";

/** A field of the form that creates issues of one type. */
export interface FormField {
  readonly id: string;
  readonly name: string;
  readonly required: boolean;
  /** `string`, `option`, `array` … */
  readonly type: string;
  /** Of an array: the type of its items. */
  readonly items: string;
  /** Holds text of several lines, with markup. */
  readonly rich: boolean;
}

export interface Form {
  readonly typeId: string;
  readonly typeName: string;
  readonly fields: readonly FormField[];
}

const PAGE = 100;
const MOST_PAGES = 20;

/**
 * The form of a project's issue type, by name or id, from the endpoints per project (Data Center: since 8.4), as the one
 * for all projects was removed. Throws `invalid` if this credential has no such project or type, or HttpError.
 */
export async function readForm(jira: Jira, project: string, type: string): Promise<Form> {
  const base = [...jira.root, "issue", "createmeta", project, "issuetypes"];
  const { FieldsReply, IssueTypesReply } = await import("./schema.ts");
  const types = await pages(jira, base, (reply) => {
    if (reply.status !== 200) throw noProject(project, reply.status);
    const { issueTypes, values, total } = reply.json(IssueTypesReply);
    return { items: issueTypes ?? values ?? [], total };
  });
  if (types.length === 0) throw noProject(project, 200);
  const found =
    types.find(({ name }) => name === type) ??
    types.find(({ name, id }) => name.toLowerCase() === type.toLowerCase() || id === type);
  if (found === undefined) {
    const what = `${project} has no issue type ${type}`;
    throw invalid(what, {
      problems: [{ input: "type", what, remedy: `Its issue types are ${types.map(({ name }) => name).join(", ")}.` }],
    });
  }
  const fields = await pages(jira, [...base, found.id], (reply) => {
    if (reply.status !== 200) throw noProject(project, reply.status);
    const { fields: own, values, total } = reply.json(FieldsReply);
    return { items: own ?? values ?? [], total };
  });
  return { typeId: found.id, typeName: found.name, fields: fields.flatMap(formField) };
}

async function pages<T>(
  jira: Jira,
  path: readonly string[],
  read: (reply: Reply) => { readonly items: readonly T[]; readonly total: unknown },
): Promise<T[]> {
  const all: T[] = [];
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const reply = await jira.api.read({
      path,
      query: { startAt: all.length, maxResults: PAGE },
      expect: [200, 400, 403, 404],
    });
    const { items, total } = read(reply);
    all.push(...items);
    if (items.length === 0 || typeof total !== "number" || all.length >= total) break;
  }
  return all;
}

function formField({ fieldId, key, name, required, hasDefaultValue, schema }: FieldBody): FormField[] {
  const id = fieldId ?? key;
  if (id === undefined) return [];
  const rich = id === "description" || id === "environment" || schema?.custom?.endsWith(":textarea") === true;
  return [
    { id, name, required: required && !hasDefaultValue, type: schema?.type ?? "", items: schema?.items ?? "", rich },
  ];
}

function noProject(project: string, status: number) {
  const what = `the project ${project} was not found, or the credential may not create issues in it`;
  return invalid(`${what}${status === 200 ? "" : ` (${status})`}`, {
    problems: [
      {
        input: "project",
        what,
        remedy: "Check the project key, and the permissions Browse Projects and Create Issues.",
      },
    ],
  });
}

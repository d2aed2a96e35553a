import type { Schema } from "@release-actions/http";

/** What is read of Jira's answers: only the fields that are used. See packages/forge/reply-shape.ts. */
type Read<T> = (value: unknown, path: string) => T;

function mismatch(path: string, wanted: string): Error {
  return Object.assign(new Error(`should be ${wanted}`), { path });
}

const text: Read<string> = (value, path) => {
  if (typeof value === "string") return value;
  throw mismatch(path, "a text");
};

/** Ids are texts of digits in Jira; in some answers they are numbers. */
const id: Read<string> = (value, path) => {
  const shown = typeof value === "number" && Number.isSafeInteger(value) ? String(value) : value;
  if (typeof shown === "string" && /^[0-9]{1,30}$/.test(shown)) return shown;
  throw mismatch(path, "an id");
};

const anything: Read<unknown> = (value) => value;
const flag: Read<boolean> = (value) => value === true;

function maybe<T>(read: Read<T>): Read<T | undefined> {
  return (value, path) => (value === undefined || value === null ? undefined : read(value, path));
}

function listOf<T>(read: Read<T>): Read<T[]> {
  return (value, path) => {
    if (!Array.isArray(value)) throw mismatch(path, "a list");
    return value.map((item, index) => read(item, `${path}[${index}]`));
  };
}

function shape<S extends Readonly<Record<string, Read<unknown>>>>(parts: S): Read<{ readonly [K in keyof S]: ReturnType<S[K]> }> {
  return (value, path) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) throw mismatch(path, "an object");
    const fields = value as Record<string, unknown>;
    const read = Object.entries(parts).map(([name, part]) => [name, part(fields[name], path === "" ? name : `${path}.${name}`)]);
    return Object.fromEntries(read) as { readonly [K in keyof S]: ReturnType<S[K]> };
  };
}

function schema<T>(read: Read<T>): Schema<T> {
  return {
    safeParse(value) {
      try {
        return { success: true, data: read(value, "") };
      } catch (error) {
        const { message, path = "" } = error as Error & { path?: string };
        return { success: false, error: { issues: [{ path: [path], message }] } };
      }
    },
  };
}

const named = shape({ name: text });
const issue = shape({
  id,
  key: text,
  fields: shape({
    summary: maybe(text),
    status: maybe(named),
    issuetype: maybe(named),
    labels: maybe(listOf(text)),
    description: anything,
  }),
});

export const ServerInfo = schema(shape({ baseUrl: maybe(text), deploymentType: maybe(text), version: maybe(text) }));
export const Myself = schema(shape({ displayName: maybe(text), accountId: maybe(text), name: maybe(text) }));
export const IssueReply = schema(issue);
export const CreatedReply = schema(shape({ id, key: text }));
/** Cloud has `nextPageToken`, Data Center `total`. */
export const SearchReply = schema(shape({ issues: listOf(issue), nextPageToken: maybe(text), total: maybe(anything) }));

const issueType = shape({ id, name: text });
const field = shape({
  fieldId: maybe(text),
  key: maybe(text),
  name: text,
  required: flag,
  hasDefaultValue: flag,
  schema: maybe(shape({ type: maybe(text), items: maybe(text), custom: maybe(text) })),
});
/** Cloud lists under a name of its own, Data Center under `values`. */
export const IssueTypesReply = schema(shape({ issueTypes: maybe(listOf(issueType)), values: maybe(listOf(issueType)), total: maybe(anything) }));
export const FieldsReply = schema(shape({ fields: maybe(listOf(field)), values: maybe(listOf(field)), total: maybe(anything) }));

export const CommentReply = schema(shape({ id }));
export const CommentsReply = schema(
  shape({
    comments: listOf(shape({ id, body: anything, properties: maybe(listOf(shape({ key: text, value: anything }))) })),
    total: maybe(anything),
  }),
);
export const CreatedLinkReply = schema(shape({ id }));
export const RemoteLinkReply = schema(shape({ object: shape({ url: text, title: maybe(text) }) }));
export const TransitionsReply = schema(shape({ transitions: listOf(shape({ id, name: text, to: named })) }));
/** Jira's one shape of refusal. */
export const RefusalReply = schema(shape({ errorMessages: maybe(listOf(text)), errors: maybe(anything) }));

import { id, listOf, maybe, schema, shape, text, type Read } from "@release-actions/http";

/** What is read of Jira's answers: only the fields that are used. */
const anything: Read<unknown> = (value) => value;
/** What Jira leaves out is not so. */
const flag: Read<boolean> = (value) => value === true;

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
export const IssueTypesReply = schema(
  shape({ issueTypes: maybe(listOf(issueType)), values: maybe(listOf(issueType)), total: maybe(anything) }),
);
export const FieldsReply = schema(
  shape({ fields: maybe(listOf(field)), values: maybe(listOf(field)), total: maybe(anything) }),
);

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

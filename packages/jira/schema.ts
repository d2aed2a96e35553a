import * as z from "zod/mini";
import { anything, id, list, maybe, object, text } from "@release-actions/http/fields";

/**
 * What is read of Jira's replies. The links lead to Jira Cloud's REST API v3; Data Center's v2
 * (https://docs.atlassian.com/software/jira/docs/api/REST/9.17.0/) has the same fields unless noted.
 */

/** What Jira omits is false. */
const flag = z.pipe(
  anything,
  z.transform((value) => value === true),
);
const named = object({ name: text });
/** How many items all pages have together. It is computed with only where it is a number. */
const total = maybe(z.unknown());

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-server-info/#api-rest-api-3-serverinfo-get */
export const ServerInfo = object({ baseUrl: maybe(text), deploymentType: maybe(text), version: maybe(text) });

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-myself/#api-rest-api-3-myself-get */
export const Myself = object({ displayName: maybe(text), accountId: maybe(text), name: maybe(text) });

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-issueidorkey-get */
export const IssueReply = object({
  id,
  key: text,
  fields: object({
    summary: maybe(text),
    status: maybe(named),
    issuetype: maybe(named),
    labels: maybe(list(text)),
    /** Cloud: an Atlassian document. Data Center: a string. */
    description: anything,
  }),
});
export type IssueBody = z.output<typeof IssueReply>;

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-post */
export const CreatedReply = object({ id, key: text });

/**
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-search/#api-rest-api-3-search-jql-get:
 * Cloud has `nextPageToken`, Data Center `total`.
 */
export const SearchReply = object({ issues: list(IssueReply), nextPageToken: maybe(text), total });

const issueType = object({ id, name: text });

/**
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-createmeta-projectidorkey-issuetypes-get:
 * Cloud lists them under `issueTypes`, Data Center under `values`.
 */
export const IssueTypesReply = object({ issueTypes: maybe(list(issueType)), values: maybe(list(issueType)), total });

const field = object({
  fieldId: maybe(text),
  key: maybe(text),
  name: text,
  required: flag,
  hasDefaultValue: flag,
  schema: maybe(object({ type: maybe(text), items: maybe(text), custom: maybe(text) })),
});
export type FieldBody = z.output<typeof field>;

/**
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-createmeta-projectidorkey-issuetypes-issuetypeid-get:
 * Cloud lists them under `fields`, Data Center under `values`.
 */
export const FieldsReply = object({ fields: maybe(list(field)), values: maybe(list(field)), total });

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-comments/#api-rest-api-3-issue-issueidorkey-comment-post */
export const CommentReply = object({ id });

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-comments/#api-rest-api-3-issue-issueidorkey-comment-get */
export const CommentsReply = object({
  comments: list(
    object({
      id,
      /** Cloud: an Atlassian document. Data Center: a string. */
      body: anything,
      /** Cloud only. */
      properties: maybe(list(object({ key: text, value: anything }))),
    }),
  ),
  total,
});

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-remote-links/#api-rest-api-3-issue-issueidorkey-remotelink-post */
export const CreatedLinkReply = object({ id });

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-remote-links/#api-rest-api-3-issue-issueidorkey-remotelink-get */
export const RemoteLinkReply = object({ object: object({ url: text, title: maybe(text) }) });

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-issueidorkey-transitions-get */
export const TransitionsReply = object({ transitions: list(object({ id, name: text, to: named })) });

/**
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/#status-codes: general reasons, and reasons by
 * the field's id.
 */
export const RefusalReply = object({ errorMessages: maybe(list(text)), errors: maybe(z.unknown()) });

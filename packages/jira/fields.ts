import type { Problem } from "@release-actions/action";
import type { Deployment } from "./types.ts";
import type { Form, FormField } from "./form.ts";

export interface FieldsRequest {
  readonly project: string;
  readonly summary: string;
  /** Markdown. */
  readonly description: string | undefined;
  /** Including the label that identifies the issue. */
  readonly labels: readonly string[];
  /** Other fields by id or name. */
  readonly more: Readonly<Record<string, unknown>>;
}

export interface PreparedFields {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly names: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

/** These have their own inputs. */
const OWN: ReadonlyMap<string, string> = new Map([
  ["project", "project"],
  ["issuetype", "type"],
  ["summary", "title"],
  ["description", "description"],
  ["labels", "labels"],
]);
/** Jira fills these in itself, even where its form requires them. */
const FILLED_IN = new Set(["reporter", "project", "issuetype"]);

/**
 * The `fields` of the request that creates the issue, checked against the form, so that every problem is known
 * beforehand. Problems are returned, not thrown.
 */
export async function prepareFields(
  form: Form,
  request: FieldsRequest,
  deployment: Deployment,
): Promise<PreparedFields> {
  const problems: Problem[] = [];
  // A field may have any ID, so this object inherits nothing.
  const fields = Object.assign(Object.create(null) as Record<string, unknown>, {
    project: { key: request.project },
    issuetype: { id: form.typeId },
    summary: request.summary,
    labels: request.labels,
    ...(request.description !== undefined && { description: await richText(request.description, deployment) }),
  });
  for (const [name, value] of Object.entries(request.more)) {
    const field = fieldOf(form, name, problems);
    if (field === undefined) continue;
    if (fields[field.id] !== undefined) problems.push({ input: "fields", what: `${name} is set twice` });
    else fields[field.id] = await fieldValue(field, value, deployment);
  }
  problems.push(...missingOnForm(form, request), ...missingHere(form, fields));
  return { fields, names: new Map(form.fields.map(({ id, name }) => [id, name])), problems };
}

/** Markdown in the format of this Jira: an Atlassian document (ADF) for Cloud, wiki markup for Data Center. */
export async function richText(markdown: string, deployment: Deployment): Promise<unknown> {
  const { markdownToAdf, markdownToWiki } = await import("./markup/index.ts");
  return deployment === "cloud" ? markdownToAdf(markdown) : markdownToWiki(markdown);
}

function fieldOf(form: Form, name: string, problems: Problem[]): FormField | undefined {
  const byId = form.fields.filter(({ id }) => id === name);
  const found = byId.length > 0 ? byId : form.fields.filter((field) => field.name.toLowerCase() === name.toLowerCase());
  const [field] = found;
  if (found.length > 1) {
    problems.push({
      input: "fields",
      what: `several fields are called ${name}`,
      remedy: `Use the ID: ${found.map(({ id }) => id).join(", ")}.`,
    });
    return undefined;
  }
  if (field === undefined) {
    const known = form.fields.filter(({ id }) => !OWN.has(id)).map((one) => `${one.name} (${one.id})`);
    problems.push({
      input: "fields",
      what: `the form of ${form.typeName} has no field ${name}`,
      remedy: `Its fields are ${known.join(", ")}.`,
    });
    return undefined;
  }
  const own = OWN.get(field.id);
  if (own === undefined) return field;
  problems.push({ input: "fields", what: `${name} has its own input`, remedy: `Set ${own} instead.` });
  return undefined;
}

/** A label that is not on the form would be rejected, and without it no later run would recognize the issue. */
function missingOnForm(form: Form, { description }: FieldsRequest): Problem[] {
  const has = (id: string) => form.fields.some((field) => field.id === id);
  const problems: Problem[] = [];
  if (!has("labels")) {
    const remedy = "Add Labels to the screen that creates issues: later runs recognize the issue by a label.";
    problems.push({ input: "labels", what: `the form of ${form.typeName} has no field Labels`, remedy });
  }
  if (description !== undefined && !has("description")) {
    problems.push({
      input: "description",
      what: `the form of ${form.typeName} has no field Description`,
      remedy: "Omit description.",
    });
  }
  return problems;
}

function missingHere(form: Form, fields: Readonly<Record<string, unknown>>): Problem[] {
  return form.fields
    .filter(({ id, required }) => required && fields[id] === undefined && !FILLED_IN.has(id))
    .map(({ id, name }) => ({
      input: OWN.get(id) ?? "fields",
      what: `${form.typeName} needs the field ${name} (${id})`,
      remedy: OWN.has(id) ? `Set ${OWN.get(id)}.` : `Set it in fields, such as "${name}: …".`,
    }));
}

/** A string in the form that the field needs; anything else is sent unchanged. */
async function fieldValue(field: FormField, value: unknown, deployment: Deployment): Promise<unknown> {
  if (Array.isArray(value))
    return value.map((item: unknown) => (typeof item === "string" ? textValue(field.items, item, deployment) : item));
  if (typeof value !== "string") return value;
  if (field.rich) return richText(value, deployment);
  return field.type === "array"
    ? [textValue(field.items, value, deployment)]
    : textValue(field.type, value, deployment);
}

function textValue(type: string, value: string, deployment: Deployment): unknown {
  switch (type) {
    case "option":
      return { value };
    case "component":
    case "version":
    case "priority":
    case "securitylevel":
    case "group":
      return { name: value };
    case "user":
      return deployment === "cloud" ? { accountId: value } : { name: value };
    case "issuelink":
      return { key: value };
    case "number":
      return Number.isFinite(Number(value)) ? Number(value) : value;
    default:
      return value;
  }
}

import { invalid, refused, undecided } from "@release-actions/action";

import { GitError } from "./errors.ts";
import { identityVariables, signingSettings } from "./identity.ts";
import { objectIdOf, tagRef } from "./names.ts";
import { notACommit, resolve } from "./objects.ts";
import type { Context } from "./place.ts";
import { tag as readTag } from "./tags.ts";
import type { Tag, TagRequest, TagResult } from "./types.ts";

export async function createTag(context: Context, request: TagRequest): Promise<TagResult> {
  const { name, message } = request;
  tagRef(name);
  const target = objectIdOf(request.target, "commit id");
  if (message.trim() === "" || /\0|(?:^|\n)-----BEGIN /.test(message)) {
    throw invalid("the tag message is empty, or contains a NUL or the beginning of a signature", {
      remedy: "Write a message.",
    });
  }
  const object = await resolve(context, target);
  if (object === undefined) throw undecided(`${target} is not in this repository`, { remedy: "Fetch it first." });
  if (object.type !== "commit") throw notACommit(target, object.type);

  const before = await readTag(context, name);
  if (before !== undefined) return { tag: accepted(before, request), created: false };
  await writeTag(context, request);
  const tag = await readTag(context, name);
  if (tag === undefined) throw undecided(`the tag ${name} is gone again`, { remedy: "Run again in a fresh clone." });
  return { tag: accepted(tag, request), created: true };
}

async function writeTag(context: Context, request: TagRequest): Promise<void> {
  const signing = signingSettings(request.sign);
  try {
    await context.git({
      command: "tag",
      options: [request.sign === undefined ? "--annotate" : "--sign", "--cleanup=verbatim", "--file=-"],
      values: [request.name, request.target],
      input: withLineEnd(request.message),
      config: signing.config,
      variables: { ...identityVariables(request.tagger, request.date ?? Date.now()), ...signing.variables },
    });
  } catch (error) {
    // Another run may have made it in between; what it made is checked like any other.
    if (!(error instanceof GitError) || !/already exists|cannot lock ref/.test(error.stderr)) throw error;
  }
}

/** The tag itself, when it is what the request would have made. */
function accepted(tag: Tag, request: TagRequest): Tag {
  const fault = !tag.annotated
    ? "is lightweight"
    : tag.commit !== request.target
      ? `is at ${tag.commit ?? `a ${tag.targetType}`}`
      : tag.message !== withLineEnd(request.message)
        ? "has another message"
        : request.sign !== undefined && !tag.signed
          ? "is not signed"
          : undefined;
  if (fault === undefined) return tag;
  throw refused(`the tag ${request.name} exists and ${fault}; a tag is never moved or rewritten`, {
    remedy: "Release under the next version, or delete the tag yourself if nothing was published from it.",
    exists: [`refs/tags/${request.name} → ${tag.id}`],
  });
}

function withLineEnd(message: string): string {
  return message.endsWith("\n") ? message : `${message}\n`;
}

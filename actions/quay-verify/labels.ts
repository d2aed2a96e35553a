import type { Problem } from "@release-actions/action";
import { quote } from "@release-actions/text";
import type { PlatformImage } from "./platforms.ts";
import { fail, pass, skipped, type Row } from "./rows.ts";

export interface ExpectedLabel {
  readonly key: string;
  readonly value: string;
}

/** `key=value` each; `{commit-sha}` stands for the commit and is replaced once. */
export function expectedLabels(
  labels: readonly string[],
  commitSha: string | undefined,
  problems: Problem[] = [],
): ExpectedLabel[] {
  return labels.flatMap((text) => {
    const equals = text.indexOf("=");
    const [key, value] = [text.slice(0, Math.max(equals, 0)).trim(), text.slice(equals + 1).trim()];
    const needsCommit = value.includes("{commit-sha}");
    if (key === "" || (needsCommit && commitSha === undefined)) {
      problems.push(
        key === ""
          ? {
              input: "labels",
              what: `a label is written key=value; given: ${quote(text)}`,
              remedy: "For example org.opencontainers.image.revision={commit-sha}.",
            }
          : {
              input: "labels",
              what: `the label ${key} needs commit-sha, which was not given`,
              remedy: "Give commit-sha.",
            },
      );
      return [];
    }
    return [{ key, value: value.replaceAll("{commit-sha}", () => commitSha ?? "") }];
  });
}

/** Every judged platform has to have every label. */
export function labelRow(images: readonly PlatformImage[], expected: readonly ExpectedLabel[]): Row {
  if (expected.length === 0) return skipped("labels", "none were asked for");
  const wrong = images.flatMap(({ platform, labels }) =>
    expected
      .filter(({ key, value }) => labels?.[key] !== value)
      .map(
        ({ key, value }) =>
          `${key} is ${labels?.[key] === undefined ? "not set" : JSON.stringify(labels[key])} on ${platform}, not ${JSON.stringify(value)}`,
      ),
  );
  if (wrong.length === 0) return pass("labels", expected.map(({ key, value }) => `${key}=${value}`).join(", "));
  return fail(
    "labels",
    wrong.join("; "),
    "The image was not built from what it is released as: build it from the commit, with its labels.",
  );
}

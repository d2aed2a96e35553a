import { invalid, type Problem } from "@release-actions/action";
import type { ImageConfig } from "./schema.ts";

/**
 * Reads an input with the images of each component, as JSON or YAML: `{frontend: [{name, image, context,
 * dockerfile}]}`. Throws `invalid` with all problems.
 */
export async function readImageLists(
  source: string,
  input: string,
): Promise<Readonly<Record<string, readonly ImageConfig[]>>> {
  return checked(input, (await import("./parse.ts")).parseImageLists(source, input));
}

/** Reads an input with the images of one component, as a list. Throws `invalid` with all problems. */
export async function readImageList(source: string, input: string): Promise<readonly ImageConfig[]> {
  return checked(input, (await import("./parse.ts")).parseImageList(source, input));
}

function checked<T>(input: string, { value, problems }: { value: T | undefined; problems: readonly Problem[] }): T {
  if (value !== undefined && problems.length === 0) return value;
  throw invalid(`the input ${input} is not a valid list of images`, {
    // The text is in no file of the repository.
    problems: problems.map(({ what, remedy }) => ({ input, what, ...(remedy !== undefined && { remedy }) })),
  });
}

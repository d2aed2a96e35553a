import { invalid, type Problem } from "@release-actions/action";
import { readImageList, readImageLists, type ImageConfig } from "@release-actions/config";
import { imageVariable } from "@release-actions/containers";
import { parseImage } from "@release-actions/registry";
import { quote } from "@release-actions/text";

/** The jobs of the workflow have as many outputs. */
const MOST_IMAGES = 8;
const NO_COMPONENT = "*";

/** The input's images of the component, else the configured ones. */
export async function choose({
  images = "{}",
  configured,
  component = NO_COMPONENT,
}: {
  readonly images: string | undefined;
  readonly configured: string;
  readonly component: string | undefined;
}): Promise<readonly ImageConfig[]> {
  const lists = await readImageLists(images, "images");
  const list = Object.hasOwn(lists, component) ? lists[component]! : await readImageList(configured, "configured");
  const wrong = problemsOf(list, component);
  if (wrong.length > 0)
    throw invalid(wrong.length === 1 ? wrong[0]!.what : "images cannot be built", { problems: wrong });
  return list;
}

function problemsOf(list: readonly ImageConfig[], component: string): Problem[] {
  const problems: Problem[] = [];
  if (list.length > MOST_IMAGES) {
    problems.push({
      input: "images",
      what: `images: more than eight for ${quote(component)}`,
      remedy: "Split the component, or build further images before the release.",
    });
  }
  const variables = list.map(({ name }) => imageVariable(name));
  for (const [index, { name, image }] of list.entries()) {
    if (variables.indexOf(variables[index]!) !== index)
      problems.push({
        input: "images",
        what: `images: ${name} is given twice, or differs from another only in dots and dashes`,
        remedy: "Rename one; both would be the variable " + variables[index]!,
      });
    if (image !== undefined) problems.push(...problemsOfName(name, image));
  }
  return problems;
}

function problemsOfName(name: string, image: string): Problem[] {
  try {
    const { tag, digest } = parseImage(image);
    if (tag === undefined && digest === undefined) return [];
  } catch {
    // Reported like a tag.
  }
  return [
    {
      input: "images",
      what: `images: the full name of ${name} must be in lower case, with its registry, without tag or digest`,
      remedy: "Write it like ghcr.io/org/app.",
    },
  ];
}

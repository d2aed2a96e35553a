import { defineAction, invalid, NO_ENDPOINTS, output, text } from "@release-actions/action";
import { readImageList } from "@release-actions/config";
import { parseBuiltImages } from "@release-actions/containers";
import { choose } from "./choose.ts";

const inputs = {
  images: text({
    description: "Images of each component, as JSON: what a release builds instead of the configured ones.",
    optional: true,
  }),
  configured: text({ description: "Images that release-actions.yml gives the component, as JSON.", default: "[]" }),
  component: text({ description: "The component that is released. Default: none.", optional: true }),
  built: text({
    description: "Images that were built, as name=repository@digest, separated by white space.",
    optional: true,
  }),
  expected: text({ description: "The output images of the run that chose them: all must be in built.", default: "[]" }),
  "commit-sha": text({ description: "Commit that built was built from. Default: images are chosen.", optional: true }),
};

export default defineAction({
  name: "release-images",
  description: "Chooses the images that a release builds, and lists those that were built.",
  internal: true,
  inputs,
  outputs: {
    images: output.text("The images to build, as the matrix of a job. JSON."),
    references: output.text(
      "The images that were built as repository:commit-<commit-sha>@digest, separated by commas.",
    ),
  },
  permissions: { github: {}, gitlab: "None." },
  endpoints: NO_ENDPOINTS,
  changes: false,
  check: ({ images, commitSha }) => {
    if (commitSha !== undefined)
      return /^[0-9a-f]{40}$/.test(commitSha)
        ? []
        : [{ input: "commit-sha", what: "commit-sha is not a full commit ID of 40 lowercase hexadecimal digits" }];
    return images === undefined ? [{ input: "images", what: "neither images nor commit-sha was given" }] : [];
  },
  async run({ inputs, io }) {
    const { built = "", commitSha } = inputs;
    if (commitSha === undefined) {
      const images = await choose(inputs);
      io.info(images.length === 0 ? "No images are built." : `To build: ${images.map(({ name }) => name).join(", ")}`);
      return { verdict: "passed", images: JSON.stringify(images) };
    }
    const found = read("built", () => parseBuiltImages(built));
    const names = found.map(({ name }) => name);
    const missing = (await readImageList(inputs.expected, "expected")).filter(({ name }) => !names.includes(name));
    if (found.length === 0 || missing.length > 0) {
      const what = found.length === 0 ? "no image" : `no ${missing.map(({ name }) => name).join(", ")}`;
      throw invalid(`the build returned ${what}`, {
        remedy: "GitHub drops an output that contains a secret: check that no secret is part of an image's name.",
      });
    }
    const references = found.map(({ image, digest }) => `${image}:commit-${commitSha}@${digest}`);
    for (const reference of references) io.info(reference);
    return { verdict: "passed", references: references.join(",") };
  },
});

function read<T>(input: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    const what = `${input} ${(error as Error).message}`;
    throw invalid(what, { problems: [{ input, what }] });
  }
}

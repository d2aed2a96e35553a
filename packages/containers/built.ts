import { checkDigest, parseImage } from "@release-actions/registry";

/** An image that was built, as a workflow passes it on: `name=repository@digest`. */
export interface BuiltImage {
  readonly name: string;
  /** Full name, without tag or digest. */
  readonly image: string;
  /** `sha256:` and 64 hex digits. */
  readonly digest: string;
}

/**
 * Reads images that are separated by whitespace, each as `name=repository@sha256:…`. Throws an Error that continues the
 * name of the input ("must contain …").
 */
export function parseBuiltImages(text: string): BuiltImage[] {
  const words = text.split(/\s+/).filter((word) => word !== "");
  const images = words.map(readOne);
  const variables = images.map(({ name }) => imageVariable(name));
  const twice = images.find((_, index) => variables.indexOf(variables[index]!) !== index);
  if (twice !== undefined) throw new Error(`names ${twice.name} twice`);
  return images;
}

/** The environment variable with the image for a user's own commands: `IMAGE_FRONT_END` for front-end. */
export function imageVariable(name: string): string {
  return `IMAGE_${name.toUpperCase().replace(/[.-]/g, "_")}`;
}

function readOne(word: string): BuiltImage {
  const at = word.indexOf("=");
  const name = word.slice(0, Math.max(at, 0));
  if (!/^[a-z0-9]+(?:[._-][a-z0-9]+)*$/.test(name))
    throw new Error("must contain name=repository@digest for each image");
  const { tag, digest } = parseImage(word.slice(at + 1));
  if (tag !== undefined || digest === undefined)
    throw new Error(`must contain ${name} with its digest and without a tag`);
  return { name, image: word.slice(at + 1, word.lastIndexOf("@")), digest: checkDigest(digest) };
}

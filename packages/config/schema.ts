import { SERVICES } from "@release-actions/action/hints";
import * as z from "zod/mini";

/** The shape of release-actions.yml. Unknown keys are errors: a misspelt setting must not be silently without effect. */

function described<S extends z.core.$ZodType>(schema: S, description: string): S {
  z.globalRegistry.add(schema, { description });
  return schema;
}

const text = (description: string) => z.optional(described(z.string().check(z.minLength(1)), description));
const texts = (description: string) => z.optional(described(z.array(z.string().check(z.minLength(1))), description));
const webAddress = (description: string) =>
  z.optional(described(z.string().check(z.regex(/^https?:\/\/[^\s@]+$/)), description));

export const TAG_FORMAT_DESCRIPTION =
  "How the component's tags are written, such as v{version}-{component} or {component}/v{version}.";

export const ImageConfig = z.strictObject({
  name: described(z.string().check(z.regex(/^[a-z0-9]+(?:[._-][a-z0-9]+)*$/)), "The image's name, in lower case."),
  image: text(
    "The image in full without tag, such as quay.io/org/frontend. Default: the registry, the repository and the name.",
  ),
  context: text("The build context, from the root of the repository."),
  dockerfile: text("The file that the image is built from, from the root of the repository."),
});

export const ImageList = z.array(ImageConfig);
/** By component. */
export const ImageLists = z.record(z.string(), ImageList);

export const ComponentConfig = z.strictObject({
  name: described(
    z.string().check(z.regex(/^[A-Za-z0-9@](?:[A-Za-z0-9._/@-]{0,98}[A-Za-z0-9])?$/)),
    "The component's name, as it is in its tags.",
  ),
  "tag-format": text(TAG_FORMAT_DESCRIPTION),
  scheme: z.optional(
    described(z.enum(["semver", "pep440", "calver"]), "How the component's versions are written and ordered."),
  ),
  changelog: text("Path of the component's changelog."),
  "changelog-name": text("The component's name in changelog headings, where it is written differently there."),
  "version-files": texts("Files that hold the version: path, or path#key."),
  "version-match": z.optional(
    described(
      z.enum(["component", "train", "none"]),
      "component: the files hold the tag's version. train: the tag names the train's version and the files their own. none: not compared.",
    ),
  ),
  path: text("The component's directory; only commits that touch it appear in its generated notes."),
  primary: z.optional(
    described(z.boolean(), "The component whose stable releases are marked as the repository's latest."),
  ),
  images: z.optional(
    described(
      z.array(ImageConfig).check(z.maxLength(8)),
      "The images that a release of the component builds: its own, or those of all services of a train.",
    ),
  ),
});

export const ServiceConfig = z.strictObject({
  name: described(z.string().check(z.minLength(1)), "The service's name."),
  url: described(z.string().check(z.regex(/^https?:\/\/[^\s@]+$/)), "Where the service answers."),
  health: text("Path of its health page."),
  metrics: text("Path of its metrics page."),
});

export const EnvironmentConfig = z.strictObject({
  name: described(
    z.string().check(z.regex(/^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9])?$/)),
    "The environment's name, such as staging.",
  ),
  url: webAddress("Where people reach the environment."),
  services: z.optional(described(z.array(ServiceConfig), "The services that run in it.")),
  prometheus: z.optional(
    described(
      z.strictObject({ url: described(z.string().check(z.regex(/^https?:\/\/[^\s@]+$/)), "Its address.") }),
      "The Prometheus that watches it.",
    ),
  ),
});

export const AppInterfaceTarget = z.strictObject({
  template: described(z.string().check(z.minLength(1)), "The name of the resource template."),
  namespace: text("The namespace's $ref, whole and as the saas file writes it."),
  name: text("The target's name, where the namespace alone does not tell."),
  optional: z.optional(described(z.boolean(), "No such target is not a problem.")),
});

export const AppInterfaceTargets = z.array(AppInterfaceTarget).check(z.minLength(1), z.maxLength(100));

export const AppInterfaceConfig = z.strictObject({
  project: text("The GitLab project of app-interface, with its groups."),
  "fork-project": text("The fork that branches are pushed to."),
  bot: text("The user name of app-interface's bot, which must be Maintainer of the fork."),
  file: text("Path of the saas file, from the root of app-interface."),
  source: text("The repository of the released code: a path in the workspace, or an https address."),
  groups: z.optional(
    described(
      z.array(
        z.strictObject({
          name: described(
            z.string().check(z.regex(/^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9])?$/)),
            "The group's name, such as billing.",
          ),
          targets: described(AppInterfaceTargets, "What is promoted together."),
        }),
      ),
      "Targets that are promoted together; the first group is the default.",
    ),
  ),
});

export const HintConfig = z.strictObject({
  service: described(z.enum(SERVICES), "Whose errors it explains; any: those of all, and of the network."),
  match: described(
    z.string().check(z.regex(/[\p{L}\p{N}]/u)),
    "Words that must all be in the error, in any order. Plain text: case and punctuation do not count.",
  ),
  hint: described(z.string().check(z.minLength(1)), "What is most often behind it, and what to do."),
  command: text("A command that shows more or fixes it."),
});

export const Config = z.strictObject({
  $schema: text("The JSON schema that an editor checks this file against."),
  components: z.optional(described(z.array(ComponentConfig), "What the repository releases.")),
  environments: z.optional(described(z.array(EnvironmentConfig), "Where it is released to.")),
  "app-interface": z.optional(described(AppInterfaceConfig, "What bump-appinterface-ref promotes.")),
  hints: z.optional(described(z.array(HintConfig), "What is shown under errors that the repository knows.")),
});

export type ImageConfig = z.infer<typeof ImageConfig>;
export type Config = z.output<typeof Config>;
export type ComponentConfig = z.output<typeof ComponentConfig>;
export type EnvironmentConfig = z.output<typeof EnvironmentConfig>;
export type AppInterfaceConfig = z.output<typeof AppInterfaceConfig>;
export type AppInterfaceTarget = z.output<typeof AppInterfaceTarget>;

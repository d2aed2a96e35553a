import { SERVICES } from "@release-actions/action/hints";
import * as z from "zod/mini";

/** The shape of release-actions.yml. Unknown keys are errors, so that a misspelled setting is not silently ignored. */

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
    "The image's full name without a tag, such as quay.io/org/frontend. Default: registry, repository and name.",
  ),
  context: text("Directory that is sent to the build, relative to the root of the repository."),
  dockerfile: text("Dockerfile of the image, relative to the root of the repository."),
});

export const ImageList = z.array(ImageConfig);
/** Images by the name of their component. */
export const ImageLists = z.record(z.string(), ImageList);

export const ComponentConfig = z.strictObject({
  name: described(
    z.string().check(z.regex(/^[A-Za-z0-9@](?:[A-Za-z0-9._/@-]{0,98}[A-Za-z0-9])?$/)),
    "The component's name, as in its tags.",
  ),
  "tag-format": text(TAG_FORMAT_DESCRIPTION),
  scheme: z.optional(
    described(z.enum(["semver", "pep440", "calver"]), "How the component's versions are written and ordered."),
  ),
  changelog: text("Path of the component's changelog."),
  "changelog-name": text("The component's name in changelog headings, if it is spelled differently there."),
  "version-files": texts("Files that contain the version: path, or path#key."),
  "version-match": z.optional(
    described(
      z.enum(["component", "train", "none"]),
      "component: the files contain the version of the tag. train: the tag has the version of the train, and the files have their own. none: the versions are not compared.",
    ),
  ),
  path: text("The component's directory; only commits that touch it appear in its generated notes."),
  primary: z.optional(
    described(z.boolean(), "The component whose stable releases are marked as the repository's latest."),
  ),
  images: z.optional(
    described(
      z.array(ImageConfig).check(z.maxLength(8)),
      "Images that a release of the component builds: its own, or those of all services of a train.",
    ),
  ),
});

export const ServiceConfig = z.strictObject({
  name: described(z.string().check(z.minLength(1)), "The service's name."),
  url: described(z.string().check(z.regex(/^https?:\/\/[^\s@]+$/)), "Base URL of the service."),
  health: text("Path of the service's health page."),
  metrics: text("Path of the service's metrics page."),
});

export const EnvironmentConfig = z.strictObject({
  name: described(
    z.string().check(z.regex(/^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9])?$/)),
    "The environment's name, such as staging.",
  ),
  url: webAddress("URL of the page that users open."),
  services: z.optional(described(z.array(ServiceConfig), "Services that run in the environment.")),
  prometheus: z.optional(
    described(
      z.strictObject({ url: described(z.string().check(z.regex(/^https?:\/\/[^\s@]+$/)), "Base URL of Prometheus.") }),
      "Prometheus that monitors the environment.",
    ),
  ),
});

export const AppInterfaceTarget = z.strictObject({
  template: described(z.string().check(z.minLength(1)), "Name of the resource template."),
  namespace: text("The whole $ref of the namespace, as in the saas file."),
  name: text("Name of the target, if the namespace alone is ambiguous."),
  optional: z.optional(described(z.boolean(), "Whether the target may be missing.")),
});

export const AppInterfaceTargets = z.array(AppInterfaceTarget).check(z.minLength(1), z.maxLength(100));

export const AppInterfaceConfig = z.strictObject({
  project: text("GitLab project of app-interface, including its groups."),
  "fork-project": text("Fork that branches are pushed to."),
  bot: text("User name of app-interface's bot, which must be a Maintainer of the fork."),
  file: text("Path of the saas file, relative to the root of app-interface."),
  source: text("Repository of the released code: a path in the workspace, or an https URL."),
  groups: z.optional(
    described(
      z.array(
        z.strictObject({
          name: described(
            z.string().check(z.regex(/^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9])?$/)),
            "Name of the group, such as billing.",
          ),
          targets: described(AppInterfaceTargets, "Targets that are promoted together."),
        }),
      ),
      "Groups of targets that are promoted together. The first group is the default.",
    ),
  ),
});

export const HintConfig = z.strictObject({
  service: described(z.enum(SERVICES), "Service whose errors the hint explains. any: all services, and the network."),
  match: described(
    z.string().check(z.regex(/[\p{L}\p{N}]/u)),
    "Words that must all be in the error, in any order. Plain text; case and punctuation are ignored.",
  ),
  hint: described(z.string().check(z.minLength(1)), "The most likely cause, and what to do."),
  command: text("Command that shows more or fixes the problem."),
});

export const Config = z.strictObject({
  $schema: text("JSON schema with which an editor checks this file."),
  components: z.optional(described(z.array(ComponentConfig), "Components that the repository releases.")),
  environments: z.optional(described(z.array(EnvironmentConfig), "Environments that the components are deployed to.")),
  "app-interface": z.optional(
    described(AppInterfaceConfig, "Targets in app-interface that bump-appinterface-ref promotes."),
  ),
  hints: z.optional(described(z.array(HintConfig), "Hints that are shown below known errors.")),
});

export type ImageConfig = z.infer<typeof ImageConfig>;
export type Config = z.output<typeof Config>;
export type ComponentConfig = z.output<typeof ComponentConfig>;
export type EnvironmentConfig = z.output<typeof EnvironmentConfig>;
export type AppInterfaceConfig = z.output<typeof AppInterfaceConfig>;
export type AppInterfaceTarget = z.output<typeof AppInterfaceTarget>;

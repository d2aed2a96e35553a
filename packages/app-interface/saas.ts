import type { Bundle } from "./bundle.ts";
import type { Finding, Rule } from "./finding.ts";
import { at, isList, isMap, pathText, show, type Path, type Value, type ValueMap } from "./value.ts";

/** A target of a saas file, inline or in a separate file, with everything that the rules read. */
export interface SaasTarget {
  readonly saasFile: string;
  readonly saas: Value;
  readonly template: Value;
  readonly target: ValueMap;
  /** The file with the target itself. */
  readonly file: string;
  readonly path: Path;
}

const SAAS_SCHEMA = "/app-sre/saas-file-2.yml";
const ROLE_SCHEMA = "/access/role-1.yml";
const SHA = /^[0-9a-f]{40}$/;
/** Characters that Tekton keeps of a run's name, next to the time. */
const NAME_LENGTH = 56;

/** Every target of every saas file. A `$ref` to a file that does not exist has none. */
export function saasTargets(data: Bundle["data"]): SaasTarget[] {
  return [...data].flatMap(([saasFile, saas]) =>
    at(saas, "$schema") === SAAS_SCHEMA ? targetsOf(data, saasFile, saas) : [],
  );
}

function targetsOf(data: Bundle["data"], saasFile: string, saas: Value): SaasTarget[] {
  return listAt(saas, "resourceTemplates").flatMap((template, t) =>
    listAt(template, "targets").flatMap((given, index) => {
      const ref = at(given, "$ref");
      const target = typeof ref === "string" ? data.get(ref) : given;
      if (!isMap(target)) return [];
      const place =
        typeof ref === "string"
          ? { file: ref, path: [] }
          : { file: saasFile, path: ["resourceTemplates", t, "targets", index] };
      return [{ saasFile, saas, template, target, ...place }];
    }),
  );
}

/**
 * The rules that qontract-reconcile applies to saas files when it deploys them and that no schema states:
 * https://github.com/app-sre/qontract-reconcile
 */
export function checkSaas({ data }: Bundle): Finding[] {
  const targets = saasTargets(data);
  return [
    ...targets.flatMap((target) => checkTarget(data, target)),
    ...checkSources(targets),
    ...checkNames(data, targets),
    ...checkSelfService(data),
  ];
}

type Say = (rule: Rule, key: Path, message: string, remedy: string, related?: readonly string[]) => Finding;

function checkTarget(data: Bundle["data"], { saasFile, target, file, path }: SaasTarget): Finding[] {
  const say: Say = (rule, key, message, remedy, related = []) => {
    const full = [...path, ...key];
    return {
      kind: "RULE",
      rule,
      area: "data",
      name: file,
      path: full,
      what: "value",
      message: `${pathText(full)}: ${message}`,
      remedy,
      related: [saasFile, ...related],
    };
  };
  const ref = textOf(target["ref"]);
  const pinned = SHA.test(ref);
  const promotion = target["promotion"];
  const [upstream, images] = ["upstream", "images"].map((key) => !isEmpty(target[key]));
  const found: Finding[] = [];
  if (at(promotion, "auto") === true && !pinned)
    found.push(
      say(
        "saas-auto-needs-sha",
        ["ref"],
        `promotion.auto needs a commit, and the ref is ${show(ref)}`,
        "Pin the ref to a commit of 40 hex digits, or remove auto.",
      ),
    );
  if (pinned && (upstream || images)) {
    found.push(
      say(
        "saas-moving-ref-needed",
        ["ref"],
        `${upstream ? "upstream" : "images"} waits for what a branch builds, and the ref is a commit`,
        "Follow a branch, or remove upstream and images.",
      ),
    );
  }
  if (upstream && images)
    found.push(
      say("saas-upstream-and-images", ["images"], "a target has upstream or images, not both", "Remove one of them."),
    );
  if (!pinned && ref !== "" && ref !== "internal" && !upstream && !images && target["disable"] !== true) {
    found.push(
      say(
        "saas-moving-ref",
        ["ref"],
        `the ref ${show(ref)} moves, and neither upstream nor images states when it may be deployed`,
        "Pin the ref, or name upstream or images.",
      ),
    );
  }
  const imageTag = at(target["parameters"], "IMAGE_TAG");
  if (textOf(imageTag) !== "" && ref.startsWith(textOf(imageTag))) {
    found.push(
      say(
        "saas-image-tag",
        ["parameters", "IMAGE_TAG"],
        `IMAGE_TAG ${show(imageTag!)} is what the ref gives by itself`,
        "Remove IMAGE_TAG.",
      ),
    );
  }
  return [...found, ...checkPromotionData(promotion, say), ...checkParameters(data, target, say)];
}

function checkPromotionData(promotion: Value | undefined, say: Say): Finding[] {
  const subscribed = listAt(promotion, "subscribe");
  if (at(promotion, "auto") !== true || subscribed.length === 0) return [];
  return listAt(promotion, "promotion_data").flatMap((block, index) => {
    const channel = at(block, "channel");
    if (channel === undefined || subscribed.includes(channel)) return [];
    const remedy = "Remove the block, or subscribe to the channel.";
    return [
      say(
        "saas-promotion-data-channel",
        ["promotion", "promotion_data", index],
        `promotion_data for the channel ${show(channel)}, which is not subscribed`,
        remedy,
      ),
    ];
  });
}

/** Long values (with a dot: host names and the like) are written once, in the environment. */
function checkParameters(data: Bundle["data"], target: ValueMap, say: Say): Finding[] {
  const parameters = target["parameters"];
  const namespace = refOf(at(target, "namespace"));
  const environment = namespace === undefined ? undefined : refOf(at(data.get(namespace), "environment"));
  const shared = environment === undefined ? undefined : at(data.get(environment), "parameters");
  if (!isMap(parameters) || !isMap(shared) || namespace === undefined || environment === undefined) return [];
  const long = Object.entries(shared).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string" && entry[1].includes("."),
  );
  return Object.entries(parameters).flatMap(([key, value]) =>
    long.flatMap(([name, text]) => {
      if (typeof value !== "string" || !value.includes(text)) return [];
      const remedy =
        name === key && value === text ? `Remove ${key}.` : `Write ${key}: ${value.replaceAll(text, `\${${name}}`)}.`;
      return [
        say(
          "saas-parameter-repeats-environment",
          ["parameters", key],
          `the value repeats ${name} of the environment ${environment}`,
          remedy,
          [namespace, environment],
        ),
      ];
    }),
  );
}

function checkSources(targets: readonly SaasTarget[]): Finding[] {
  const publishers = new Map<Value, SaasTarget[]>();
  for (const target of targets) {
    for (const channel of listAt(target.target["promotion"], "publish"))
      publishers.set(channel, [...(publishers.get(channel) ?? []), target]);
  }
  return targets.flatMap((subscriber) =>
    listAt(subscriber.target["promotion"], "subscribe").flatMap((channel, index) => {
      const path = [...subscriber.path, "promotion", "subscribe", index];
      const other = publishers
        .get(channel)
        ?.find(({ template }) => at(template, "url") !== at(subscriber.template, "url"));
      if (other === undefined) return [];
      const message = `${pathText(path)}: the channel ${show(channel)} is published by ${other.saasFile} for ${show(at(other.template, "url") ?? null)}, and this target deploys ${show(at(subscriber.template, "url") ?? null)}`;
      const remedy = "Subscribe to a channel of the same repository.";
      return [
        rule("saas-promotion-source", subscriber.file, path, message, remedy, [
          subscriber.saasFile,
          other.saasFile,
          other.file,
        ]),
      ];
    }),
  );
}

function checkNames(data: Bundle["data"], targets: readonly SaasTarget[]): Finding[] {
  const taken = new Map<string, { readonly name: string; readonly saasFile: string }>();
  return targets.flatMap(({ saas, saasFile, target, file, path }) => {
    const namespace = refOf(at(target, "namespace"));
    const environment = namespace === undefined ? undefined : refOf(at(data.get(namespace), "environment"));
    const environmentName = environment === undefined ? undefined : at(data.get(environment), "name");
    const saasName = at(saas, "name");
    if (typeof environmentName !== "string" || typeof saasName !== "string") return [];
    const name = `${saasName}-${environmentName}`;
    const short = name.slice(0, NAME_LENGTH);
    const first = taken.get(short);
    if (first === undefined) taken.set(short, { name, saasFile });
    if (first === undefined || first.name === name) return [];
    const full = [...path, "namespace"];
    const message = `${pathText(full)}: ${show(name)} and ${show(first.name)} are the same in their first ${NAME_LENGTH} characters`;
    return [
      rule("saas-environment-name", file, full, message, "Shorten a saas file's name.", [
        saasFile,
        first.saasFile,
        namespace!,
        environment!,
      ]),
    ];
  });
}

/** The self-service of some role must list the app of a saas file. */
function checkSelfService(data: Bundle["data"]): Finding[] {
  const served = new Set<Value | undefined>();
  const roles: string[] = [];
  for (const [name, role] of data) {
    if (at(role, "$schema") !== ROLE_SCHEMA) continue;
    roles.push(name);
    for (const entry of listAt(role, "self_service"))
      for (const file of listAt(entry, "datafiles")) served.add(refOf(file));
  }
  return [...data].flatMap(([name, saas]) => {
    const app = refOf(at(saas, "app"));
    if (at(saas, "$schema") !== SAAS_SCHEMA || app === undefined || !data.has(app) || served.has(app)) return [];
    return [
      rule(
        "saas-self-service",
        name,
        ["app"],
        `$.app: no role's self_service lists ${app}`,
        "List the app in the datafiles of a role's self_service.",
        [app, ...roles],
      ),
    ];
  });
}

function rule(
  id: Rule,
  name: string,
  path: Path,
  message: string,
  remedy: string,
  related: readonly string[],
): Finding {
  return { kind: "RULE", rule: id, area: "data", name, path, what: "value", message, remedy, related };
}

function listAt(value: Value | undefined, key: string): readonly Value[] {
  const found = at(value, key);
  return isList(found) ? found : [];
}

function refOf(value: Value | undefined): string | undefined {
  const ref = at(value, "$ref");
  return typeof ref === "string" ? ref : undefined;
}

/** What a template gets for a value. */
function textOf(value: Value | undefined): string {
  return typeof value === "string"
    ? value
    : typeof value === "number" || typeof value === "boolean"
      ? String(value)
      : "";
}

function isEmpty(value: Value | undefined): boolean {
  return (
    value === undefined ||
    value === null ||
    value === "" ||
    value === false ||
    (isList(value) && value.length === 0) ||
    (isMap(value) && Object.keys(value).length === 0)
  );
}

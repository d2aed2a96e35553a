import type { Bundle } from "./bundle.ts";
import type { Finding, Rule } from "./finding.ts";
import { checkSecretPaths } from "./saas-secrets.ts";
import { isSaasFile, listAt, refOf, rule, saasTargets, type SaasTarget } from "./saas-targets.ts";
import { at, isList, isMap, pathText, show, type Path, type Value, type ValueMap } from "./value.ts";

const ROLE_SCHEMA = "/access/role-1.yml";
const SHA = /^[0-9a-f]{40}$/;
/** Characters that Tekton keeps of a run's name, next to the time. */
const NAME_LENGTH = 56;

/**
 * The rules that qontract-reconcile applies to saas files when it deploys them and that no schema states:
 * https://github.com/app-sre/qontract-reconcile
 */
export function checkSaas({ data }: Bundle): Finding[] {
  const targets = saasTargets(data);
  return [
    ...targets.flatMap((target) => checkTarget(data, target)),
    ...checkChannels(targets),
    ...checkSecretPaths(data, targets),
    ...checkNames(data, targets),
    ...checkSelfService(data),
  ];
}

type Say = (rule: Rule, key: Path, message: string, remedy: string, related?: readonly string[]) => Finding;

function checkTarget(data: Bundle["data"], { saasFile, saas, target, file, path }: SaasTarget): Finding[] {
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
  return [
    ...found,
    ...checkPromotionData(promotion, say),
    ...checkParameters(data, target, say),
    ...checkApp(data, saas, target, say),
  ];
}

function checkPromotionData(promotion: Value | undefined, say: Say): Finding[] {
  const subscribed = listAt(promotion, "subscribe");
  if (at(promotion, "auto") !== true || subscribed.length === 0) return [];
  return listAt(promotion, "promotion_data").flatMap((block, index) => {
    const channel = at(block, "channel") ?? null;
    if (subscribed.includes(channel)) return [];
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
  return [...checkSelfNaming(target, say), ...checkRepeated(data, target, say)];
}

/** `${HOST}` is replaced by the parameter HOST once, so in the value of HOST itself it stays in what is deployed. */
function checkSelfNaming(target: ValueMap, say: Say): Finding[] {
  const parameters = target["parameters"];
  if (!isMap(parameters)) return [];
  return Object.entries(parameters).flatMap(([key, value]) => {
    if (typeof value !== "string" || !value.includes(`\${${key}}`)) return [];
    return [
      say(
        "saas-parameter-names-itself",
        ["parameters", key],
        `the value ${show(value)} names the parameter ${key} itself`,
        "Rename the parameter, or write the value that is meant.",
      ),
    ];
  });
}

function checkRepeated(data: Bundle["data"], target: ValueMap, say: Say): Finding[] {
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

/** With `validateTargetsInApp`, every namespace belongs to the app of the saas file or to that app's parent. */
function checkApp(data: Bundle["data"], saas: Value, target: ValueMap, say: Say): Finding[] {
  const namespace = refOf(target["namespace"]);
  const own = refOf(at(saas, "app"));
  if (at(saas, "validateTargetsInApp") !== true || namespace === undefined || !data.has(namespace)) return [];
  const parent = own === undefined ? undefined : refOf(at(data.get(own), "parentApp"));
  const app = refOf(at(data.get(namespace), "app"));
  if (app !== undefined && (app === own || app === parent)) return [];
  return [
    say(
      "saas-target-app",
      ["namespace"],
      `the namespace ${namespace} belongs to ${app ?? "no app"}, and validateTargetsInApp is true for ${own ?? "no app"}`,
      "Deploy to a namespace of the saas file's app or its parent app, or remove validateTargetsInApp.",
      [namespace, ...(own === undefined ? [] : [own])],
    ),
  ];
}

function checkChannels(targets: readonly SaasTarget[]): Finding[] {
  const publishers = new Map<Value, SaasTarget[]>();
  for (const target of targets) {
    for (const channel of listAt(target.target["promotion"], "publish"))
      publishers.set(channel, [...(publishers.get(channel) ?? []), target]);
  }
  return [...targets.flatMap(publishedTwice), ...checkSubscriptions(targets, publishers)];
}

function publishedTwice({ saasFile, target, file, path: above }: SaasTarget): Finding[] {
  const published = listAt(target["promotion"], "publish");
  return published.flatMap((channel, index) => {
    if (published.indexOf(channel) === index) return [];
    const path = [...above, "promotion", "publish", index];
    const message = `${pathText(path)}: the channel ${show(channel)} is published twice by this target`;
    return [rule("saas-promotion-channel", file, path, message, "Remove one of the two.", [saasFile])];
  });
}

function checkSubscriptions(
  targets: readonly SaasTarget[],
  publishers: ReadonlyMap<Value, readonly SaasTarget[]>,
): Finding[] {
  return targets.flatMap((subscriber) =>
    listAt(subscriber.target["promotion"], "subscribe").flatMap((channel, index) => {
      const path = [...subscriber.path, "promotion", "subscribe", index];
      if (!publishers.has(channel)) {
        const nobody = `${pathText(path)}: no target publishes the channel ${show(channel)}`;
        const fix = "Correct the channel, publish it from another target, or remove the subscription.";
        return [rule("saas-promotion-channel", subscriber.file, path, nobody, fix, [subscriber.saasFile])];
      }
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
    const short = name.slice(0, NAME_LENGTH).replace(/-+$/, "");
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
    if (!isSaasFile(saas) || app === undefined || !data.has(app) || served.has(app)) return [];
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

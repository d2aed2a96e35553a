import { BINDING } from "@release-actions/action";
import { variableOf } from "@release-actions/hosts";
import type { DescribedAction } from "./actions.ts";

/**
 * `templates/<name>.yml`: the GitLab CI/CD component. Values travel in variables only; secrets are not inputs but
 * variables of the project, so that they are in no pipeline's source.
 */
export function component({ action, inputs }: DescribedAction, version: string): string {
  const quoted = JSON.stringify;
  // An action's own input of the name comes first: two of one name, and the job would run in what is to be released.
  const ofJob = (name: string) => (inputs.some((input) => input.name === name) ? `job-${name}` : name);
  const open = inputs.filter(({ secret }) => !secret);
  const secrets = inputs.filter(({ secret }) => secret);
  const inputLines = open.map(({ name, description, required: needed, gitlab, kind, choices, default: value = "" }) => {
    // Where a variable of an earlier job provides it, the input may be left out.
    const required = needed && gitlab === undefined;
    const type = kind === "flag" ? `      type: boolean\n` : "";
    const options =
      choices === undefined
        ? ""
        : `      options: ${JSON.stringify(value === "" && !required ? ["", ...choices] : choices)}\n`;
    const fallback = required ? "" : `      default: ${kind === "flag" ? value : quoted(value)}\n`;
    return `    ${name}:\n      description: ${quoted(description)}\n${type}${options}${fallback}`;
  });
  const secretLines = secrets.map(({ name, gitlab, credential }) => {
    const fallback = gitlab === undefined ? "" : `, else ${gitlab} is used`;
    return `# ${name}: a secret; set the variable ${variableOf(name)}${fallback}.${credential ? ` ${BINDING}` : ""}\n`;
  });
  return `# Generated from actions/${action.name}/action.ts by \`npm run generate\`. Do not edit.
${secretLines.join("")}spec:
  inputs:
    stage:
      description: "The stage of the job."
      default: deploy
    job-name:
      description: "The name of the job."
      default: ${action.name}
    ${ofJob("image")}:
      description: "An image with Node 20 or newer and git."
      default: "docker.io/library/node:24"
    source-url:
      description: "The git repository that release-actions is taken from."
      default: "https://github.com/org/release-actions.git"
    source-ref:
      description: "The release-actions to run: a tag, or the full id of a commit."
      default: v${version}
${inputLines.join("")}---
"$[[ inputs.job-name ]]":
  stage: $[[ inputs.stage ]]
  image: $[[ inputs.${ofJob("image")} ]]
  variables:
    RELEASE_ACTIONS_SOURCE_URL: "$[[ inputs.source-url ]]"
    RELEASE_ACTIONS_SOURCE_REF: "$[[ inputs.source-ref ]]"
${open.map(({ name }) => `    ${variableOf(name)}: "$[[ inputs.${name} ]]"\n`).join("")}  script:
    - directory="$(mktemp -d)"
    - trap 'rm -rf "$directory"' EXIT
    - git -C "$directory" init --quiet
    - git -C "$directory" fetch --quiet --depth 1 -- "$RELEASE_ACTIONS_SOURCE_URL" "$RELEASE_ACTIONS_SOURCE_REF"
    - git -C "$directory" checkout --quiet FETCH_HEAD
    - node "$directory/dist/gitlab.js" ${action.name}
  artifacts:
    when: always
    paths: [release-actions-reports/]
    reports:
      dotenv: release-actions-reports/outputs.env
`;
}

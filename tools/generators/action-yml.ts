import type { DescribedAction } from "./actions.ts";

/** `<name>/action.yml`: the front door by which a workflow uses the action. */
export function actionYml({ action, inputs, outputs }: DescribedAction): string {
  const quoted = JSON.stringify;
  const inputLines = inputs.map(({ name, description, required, default: value, github }) => {
    const given = github ?? value;
    return `  ${name}:
    description: ${quoted(description)}
    required: ${required}
${given === undefined || given === "" ? "" : `    default: ${quoted(given)}\n`}`;
  });
  const outputLines = outputs.map(({ name, description }) => `  ${name}:\n    description: ${quoted(description)}\n`);
  return `# Generated from actions/${action.name}/action.ts by \`npm run generate\`. Do not edit.
name: ${quoted(action.name)}
description: ${quoted(action.description)}
author: release-actions
branding:
  icon: package
  color: blue

inputs:
${inputLines.join("")}
outputs:
${outputLines.join("")}
runs:
  using: node24
  main: ../dist/${action.name}.js
`;
}

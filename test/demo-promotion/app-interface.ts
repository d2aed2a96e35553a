/** A small app-interface: the saas file of a service with its stage, production and billing, and what it refers to. */

export const FILE = "data/services/insights/tower-analytics/cicd/deploy-clowder.yml";
const SERVICE = "/services/insights/tower-analytics";

export interface DeployedRefs {
  readonly prod: string;
  /** Without it the file has no billing target. */
  readonly billing?: string;
}

export function appInterfaceFiles(refs: DeployedRefs): Record<string, string> {
  return {
    [FILE]: deployClowder(refs),
    [`data${SERVICE}/app.yml`]: "---\n$schema: /app-sre/app-1.yml\nname: tower-analytics\n",
    "data/teams/insights/roles/tower-analytics.yml": `---\n$schema: /access/role-1.yml\nname: tower-analytics\nself_service:\n- change_type:\n    $ref: /change-types/saas.yml\n  datafiles:\n  - $ref: ${SERVICE}/app.yml\n`,
    "data/change-types/saas.yml": "---\n$schema: /app-interface/change-type-1.yml\nname: saas\n",
    ...Object.fromEntries(
      ["stage", "prod", "prod-billing"].map((name) => [
        `data${SERVICE}/namespaces/tower-analytics-${name}.yml`,
        `---\n$schema: /openshift/namespace-1.yml\nname: tower-analytics-${name}\n`,
      ]),
    ),
    "README.md": "# Data\n",
  };
}

/** With what makes editing hard: a comment with a quote, a flow list, quoted refs, a target that is commented out. */
export function deployClowder({ prod, billing }: DeployedRefs): string {
  return `---
$schema: /app-sre/saas-file-2.yml

labels: {service: tower-analytics, platform: insights}

name: tower-analytics-clowder
displayName: Tower Analytics
app:
  $ref: ${SERVICE}/app.yml
managedResourceTypes: [ClowdApp, Service, Frontend]
imagePatterns:
- quay.io/redhat-services-prod/aap-aa-tenant

resourceTemplates:
- name: tower-analytics-clowdapp
  url: https://github.com/acme/automation-analytics-backend
  path: /deploy/clowdapp.yml
  targets:
  - namespace:
      $ref: ${SERVICE}/namespaces/tower-analytics-stage.yml
    ref: main                     # stage follows the branch
  # - namespace:
  #     $ref: ${SERVICE}/namespaces/tower-analytics-prod.yml
  #   ref: 0123456789abcdef0123456789abcdef01234567
  - namespace:
      $ref: ${SERVICE}/namespaces/tower-analytics-prod.yml
    ref: ${prod}
    parameters:
      BUNDLES_BUCKET_NAME: insights-ingress-prod # TODO": not used ??
${billing === undefined ? "" : billingTemplate(billing)}`;
}

function billingTemplate(ref: string): string {
  return `- name: tower-analytics-clowdapp-billing
  url: https://github.com/acme/automation-analytics-backend
  path: /deploy/clowdapp-billing.yml
  targets:
  - namespace:
      "$ref": ${SERVICE}/namespaces/tower-analytics-prod-billing.yml
    ref: '${ref}'
`;
}

/** As much of the schemas as these files need. */
export const SCHEMA_FILES: Readonly<Record<string, string>> = {
  "schemas/metaschema-1.json": json({
    $schema: "http://json-schema.org/draft-06/schema",
    type: "object",
    required: ["properties"],
    properties: {},
  }),
  "schemas/common-1.json": json({ $schema: "http://json-schema.org/draft-06/schema", definitions: {} }),
  ...Object.fromEntries(
    [
      "app-sre/saas-file-2",
      "app-sre/app-1",
      "openshift/namespace-1",
      "access/role-1",
      "app-interface/change-type-1",
    ].map((name) => [
      `schemas/${name}.yml`,
      json({
        $schema: "/metaschema-1.json",
        type: "object",
        properties: { name: { type: "string" } },
        required: ["name"],
      }),
    ]),
  ),
  "graphql-schemas/schema.yml": json([
    { name: "App_v1", datafile: "/app-sre/app-1.yml", fields: [{ name: "name", type: "string", isUnique: true }] },
  ]),
};

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

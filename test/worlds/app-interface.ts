import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Files of an app-interface tree, from its top: `data/…` and `resources/…`. All of it is made up. */
export type AppInterfaceFiles = Map<string, string>;

const SHA = (seed: number): string =>
  [7, 11, 13, 17, 19]
    .map((factor) => ((seed + 1) * factor * 2654435761).toString(16).padStart(8, "a").slice(-8))
    .join("");

/**
 * A valid tree in the style of real ones: of every 20 files, 8 are namespaces, 4 saas files, 2 separate targets, the
 * rest apps, environments, roles and resources. `apps` apps have about 20 files each.
 */
export function appInterfaceTree({ apps }: { readonly apps: number }): AppInterfaceFiles {
  const files: AppInterfaceFiles = new Map();
  for (const [path, text] of shared()) files.set(path, text);
  for (let app = 0; app < apps; app += 1) for (const [path, text] of appFiles(app)) files.set(path, text);
  return files;
}

export function writeFiles(directory: string, files: AppInterfaceFiles): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
}

function shared(): [string, string][] {
  return [
    [
      "data/products/acme/product.yml",
      "---\n$schema: /app-sre/product-1.yml\n\nlabels: {}\n\nname: acme\ndescription: The product\n\nproductOwners:\n- name: Ada\n  email: ada@example.com\n",
    ],
    ...["stage", "prod"].map((name): [string, string] => [
      `data/products/acme/environments/${name}.yml`,
      `---\n$schema: /app-sre/environment-1.yml\n\nlabels:\n  type: ${name}\n\nname: acme-${name}\ndescription: |\n  The ${name} environment\n  of the product.\n\nproduct:\n  $ref: /products/acme/product.yml\n\nservicePhase: ${name}\n\nparameters:\n  DOMAIN: ${name}.acme.example.com\n  LOG: json\n`,
    ]),
    [
      "data/openshift/main/cluster.yml",
      "---\n$schema: /openshift/cluster-1.yml\n\nlabels: {}\n\nname: main\ndescription: The cluster\nconsoleUrl: https://console.main.example.com\nprometheusUrl: https://prometheus.main.example.com\nserverUrl: https://api.main.example.com:6443\nelbFQDN: elb.main.example.com\ninternal: false\nauth: []\n",
    ],
    [
      "data/dependencies/quay/instance.yml",
      "---\n$schema: /dependencies/quay-instance-1.yml\n\nlabels: {}\n\nname: quay\ndescription: quay.io\nurl: quay.io\n",
    ],
    [
      "data/dependencies/quay/org.yml",
      "---\n$schema: /dependencies/quay-org-1.yml\n\nlabels: {}\n\nname: acme\ndescription: The organisation\ninstance:\n  $ref: /dependencies/quay/instance.yml\nmanagedTeams: []\nmanagedRepos: false\n",
    ],
    [
      "data/teams/acme/escalation-policies/main.yml",
      "---\n$schema: /app-sre/escalation-policy-1.yml\n\nlabels: {}\n\nname: acme-escalation\ndescription: Tells whom to wake up\n\nchannels:\n  slackUserGroup:\n  - $ref: /teams/acme/permissions/group.yml\n  email:\n  - acme@example.com\n  jiraBoard: []\n",
    ],
    [
      "data/teams/acme/permissions/group.yml",
      "---\n$schema: /access/permission-1.yml\n\nlabels: {}\n\nname: acme-group\ndescription: Write access\n\nservice: github-org-team\norg: acme\nteam: developers\n",
    ],
    [
      "data/change-types/saas.yml",
      "---\n$schema: /app-interface/change-type-1.yml\n\nlabels: {}\n\nname: saas\ndescription: Moves refs\npriority: high\ncontextType: datafile\nchanges:\n- provider: jsonPath\n  jsonPathSelectors:\n  - resourceTemplates[*].targets[*].ref\n",
    ],
    [
      "data/pipelines/defaults.yml",
      "---\n$schema: /app-sre/tekton-provider-defaults-1.yml\n\nlabels: {}\n\nname: defaults\ndescription: Defaults\ntaskTemplates: []\npipelineTemplates:\n  openshiftSaasDeploy:\n    name: deploy\n    type: onePerSaasFile\n    path: /pipelines/deploy.yml\n",
    ],
    ["resources/pipelines/deploy.yml", "kind: Pipeline\n"],
    [
      "data/pipelines/tekton.yml",
      "---\n$schema: /app-sre/pipelines-provider-1.yml\n\nlabels: {}\n\nname: tekton\ndescription: Runs pipelines\nprovider: tekton\n\nnamespace:\n  $ref: /services/app-0/namespaces/ns-0.yml\ndefaults:\n  $ref: /pipelines/defaults.yml\n",
    ],
  ];
}

function appFiles(app: number): [string, string][] {
  const name = `app-${app}`;
  const files: [string, string][] = [
    [
      `data/services/${name}/app.yml`,
      `---\n$schema: /app-sre/app-1.yml\n\nlabels:\n  service: ${name}\n\nname: ${name}\ndescription: >\n  Does what service ${app} does,\n  and nothing else.\n\nescalationPolicy:\n  $ref: /teams/acme/escalation-policies/main.yml\n\nonboardingStatus: OnBoarded\n\nserviceOwners:\n- name: "Ada Lovelace"\n  email: ada@example.com\n\nsopsUrl: https://github.com/acme/${name}/tree/main/docs/sops\narchitectureDocument: https://github.com/acme/${name}/blob/main/docs/architecture.md\ngrafanaUrls:\n- title: 'Overview: ${name}'\n  url: https://grafana.example.com/d/${name}\nappCode: "APP-${String(app).padStart(4, "0")}" # CMDB\n\nquayRepos: []\n`,
    ],
    [
      `data/teams/acme/roles/${name}.yml`,
      `---\n$schema: /access/role-1.yml\n\nlabels: {}\n\nname: ${name}-developers\n\npermissions:\n- $ref: /teams/acme/permissions/group.yml\n\nself_service:\n- change_type:\n    $ref: /change-types/saas.yml\n  datafiles:\n  - $ref: /services/${name}/app.yml\n`,
    ],
    [
      `resources/services/${name}/config.yml`,
      `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\ndata:\n  key: value\n`,
    ],
    [
      `resources/services/${name}/template.yaml`,
      `---\n{% set name = '${name}' %}\nkind: Secret\nmetadata: {{ name }}\n`,
    ],
  ];
  for (let index = 0; index < 8; index += 1)
    files.push([`data/services/${name}/namespaces/ns-${index}.yml`, namespaceFile(name, index)]);
  for (let index = 0; index < 2; index += 1)
    files.push([`data/services/${name}/targets/target-${index}.yml`, targetFile(name, app, index)]);
  for (let index = 0; index < 4; index += 1)
    files.push([`data/services/${name}/cicd/saas-${index}.yml`, saasFile(name, app, index)]);
  return files;
}

function namespaceFile(app: string, index: number): string {
  const environment = index % 2 === 0 ? "stage" : "prod";
  return `---\n$schema: /openshift/namespace-1.yml\n\nlabels:\n  provider: saas\n  environment: ${environment}\n\nname: ${app}-ns-${index}\ndescription: namespace ${index} of ${app}\n\ncluster:\n  $ref: /openshift/main/cluster.yml\n\napp:\n  $ref: /services/${app}/app.yml\n\nenvironment:\n  $ref: /products/acme/environments/${environment}.yml\n\nmanagedResourceTypes:\n- ConfigMap\n- Secret\n\nopenshiftResources:\n- provider: resource\n  path: /services/${app}/config.yml\n- provider: vault-secret\n  path: app-sre/${app}/secret-${index}\n  version: ${index + 1}\n`;
}

function targetFile(app: string, seed: number, index: number): string {
  return `---\n$schema: /app-sre/saas-file-target-1.yml\n\nname: target-${index}\n\nnamespace:\n  $ref: /services/${app}/namespaces/ns-${index}.yml\n\nref: ${SHA(seed * 10 + index)}\n\nparameters:\n  REPLICAS: ${index + 1}\n  MEMORY: 512Mi\n`;
}

function saasFile(app: string, seed: number, index: number): string {
  const url = `https://github.com/acme/${app}`;
  const templates = Array.from({ length: 3 }, (_, template) => {
    const sha = SHA(seed * 100 + index * 10 + template);
    return `- name: template-${template}\n  url: ${url}\n  path: /deploy/clowdapp.yml\n  parameters:\n    CPU_LIMIT: 500m\n    ENABLED: 'true'\n  targets:\n  # stage follows the branch\n  - namespace:\n      $ref: /services/${app}/namespaces/ns-${index * 2}.yml\n    ref: main\n    images:\n    - org:\n        $ref: /dependencies/quay/org.yml\n      name: ${app}\n    promotion:\n      publish:\n      - ${app}-${index}-${template}-stage\n  - namespace:\n      $ref: /services/${app}/namespaces/ns-${index * 2 + 1}.yml\n    ref: ${/^[0-9]+$/.test(sha) ? `'${sha}'` : sha} # production\n    promotion:\n      auto: true\n      subscribe:\n      - ${app}-${index}-${template}-stage\n      promotion_data:\n      - channel: ${app}-${index}-${template}-stage\n        data:\n        - type: parent_saas_config\n          parent_saas: saas-${seed}-${index}\n          target_config_hash: 0a1b2c3d4e5f6071\n    parameters:\n      REPLICAS: 3\n      LOG_LEVEL: "info"\n      NAME: ${app} in production\n${index === 0 && template === 0 ? `  - $ref: /services/${app}/targets/target-0.yml\n  - $ref: /services/${app}/targets/target-1.yml\n` : ""}`;
  });
  return `---\n$schema: /app-sre/saas-file-2.yml\n\nlabels:\n  service: ${app}\n  platform: acme\n\nname: saas-${seed}-${index}\ndisplayName: "${app} (${index})"\ndescription: Deploys part ${index} of ${app}\n\napp:\n  $ref: /services/${app}/app.yml\n\npipelinesProvider:\n  $ref: /pipelines/tekton.yml\n\nmanagedResourceTypes:\n- ClowdApp\n- Deployment\n- ConfigMap\n\nimagePatterns:\n- quay.io/acme/${app}\n\nresourceTemplates:\n${templates.join("")}`;
}

"use strict";
exports.id = 5076;
exports.ids = [5076,606,2989];
exports.modules = {

/***/ 606:
/***/ (require("./606.module.js")),

/***/ 5076:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseConfig: () => (/* binding */ parseConfig),
  parseImageList: () => (/* binding */ parseImageList),
  parseImageLists: () => (/* binding */ parseImageLists),
  parseTargetList: () => (/* binding */ parseTargetList)
});

// EXTERNAL MODULE: ./packages/yaml/index.ts + 4 modules
var yaml = __webpack_require__(2989);
// EXTERNAL MODULE: ./packages/action/hints/index.ts + 2 modules
var hints = __webpack_require__(606);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/registries.js
var registries = __webpack_require__(9396);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 3 modules
var schemas = __webpack_require__(3619);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js
var api = __webpack_require__(3759);
;// CONCATENATED MODULE: ./packages/config/schema.ts


function described(schema, description) {
    registries/* globalRegistry */.fd.add(schema, { description });
    return schema;
}
const schema_text = (description) => schemas/* optional */.lqM(described(schemas/* string */.YjP().check(api/* _minLength */.m9(1)), description));
const texts = (description) => schemas/* optional */.lqM(described(schemas/* array */.YOg(schemas/* string */.YjP().check(api/* _minLength */.m9(1))), description));
const webAddress = (description) => schemas/* optional */.lqM(described(schemas/* string */.YjP().check(api/* _regex */.Fk(/^https?:\/\/[^\s@]+$/)), description));
const TAG_FORMAT_DESCRIPTION = "How the component's tags are written, such as v{version}-{component} or {component}/v{version}.";
const ImageConfig = schemas/* strictObject */.rej({
    name: described(schemas/* string */.YjP().check(api/* _regex */.Fk(/^[a-z0-9]+(?:[._-][a-z0-9]+)*$/)), "The image's name, in lower case."),
    image: schema_text("The image's full name without a tag, such as quay.io/org/frontend. Default: registry, repository and name."),
    context: schema_text("Directory that is sent to the build, relative to the root of the repository."),
    dockerfile: schema_text("Dockerfile of the image, relative to the root of the repository."),
});
const ImageList = schemas/* array */.YOg(ImageConfig);
const ImageLists = schemas/* record */.g1P(schemas/* string */.YjP(), ImageList);
const ComponentConfig = schemas/* strictObject */.rej({
    name: described(schemas/* string */.YjP().check(api/* _regex */.Fk(/^[A-Za-z0-9@](?:[A-Za-z0-9._/@-]{0,98}[A-Za-z0-9])?$/)), "The component's name, as in its tags."),
    "tag-format": schema_text(TAG_FORMAT_DESCRIPTION),
    scheme: schemas/* optional */.lqM(described(schemas/* enum */.k5n(["semver", "pep440", "calver"]), "How the component's versions are written and ordered.")),
    changelog: schema_text("Path of the component's changelog."),
    "changelog-name": schema_text("The component's name in changelog headings, if it is spelled differently there."),
    "version-files": texts("Files that contain the version: path, or path#key."),
    "version-match": schemas/* optional */.lqM(described(schemas/* enum */.k5n(["component", "train", "none"]), "component: the files contain the version of the tag. train: the tag has the version of the train, and the files have their own. none: the versions are not compared.")),
    path: schema_text("The component's directory; only commits that touch it appear in its generated notes."),
    primary: schemas/* optional */.lqM(described(schemas/* boolean */.zMY(), "The component whose stable releases are marked as the repository's latest.")),
    images: schemas/* optional */.lqM(described(schemas/* array */.YOg(ImageConfig).check(api/* _maxLength */.Eb(8)), "Images that a release of the component builds: its own, or those of all services of a train.")),
});
const ServiceConfig = schemas/* strictObject */.rej({
    name: described(schemas/* string */.YjP().check(api/* _minLength */.m9(1)), "The service's name."),
    url: described(schemas/* string */.YjP().check(api/* _regex */.Fk(/^https?:\/\/[^\s@]+$/)), "Base URL of the service."),
    health: schema_text("Path of the service's health page."),
    metrics: schema_text("Path of the service's metrics page."),
});
const EnvironmentConfig = schemas/* strictObject */.rej({
    name: described(schemas/* string */.YjP().check(api/* _regex */.Fk(/^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9])?$/)), "The environment's name, such as staging."),
    url: webAddress("URL of the page that users open."),
    services: schemas/* optional */.lqM(described(schemas/* array */.YOg(ServiceConfig), "Services that run in the environment.")),
    prometheus: schemas/* optional */.lqM(described(schemas/* strictObject */.rej({ url: described(schemas/* string */.YjP().check(api/* _regex */.Fk(/^https?:\/\/[^\s@]+$/)), "Base URL of Prometheus.") }), "Prometheus that monitors the environment.")),
});
const AppInterfaceTarget = schemas/* strictObject */.rej({
    template: described(schemas/* string */.YjP().check(api/* _minLength */.m9(1)), "Name of the resource template."),
    namespace: schema_text("The whole $ref of the namespace, as in the saas file."),
    name: schema_text("Name of the target, if the namespace alone is ambiguous."),
    optional: schemas/* optional */.lqM(described(schemas/* boolean */.zMY(), "Whether the target may be missing.")),
});
const AppInterfaceTargets = schemas/* array */.YOg(AppInterfaceTarget).check(api/* _minLength */.m9(1), api/* _maxLength */.Eb(100));
const AppInterfaceConfig = schemas/* strictObject */.rej({
    project: schema_text("GitLab project of app-interface, including its groups."),
    "fork-project": schema_text("Fork that branches are pushed to."),
    bot: schema_text("User name of app-interface's bot, which must be a Maintainer of the fork."),
    file: schema_text("Path of the saas file, relative to the root of app-interface."),
    source: schema_text("Repository of the released code: a path in the workspace, or an https URL."),
    groups: schemas/* optional */.lqM(described(schemas/* array */.YOg(schemas/* strictObject */.rej({
        name: described(schemas/* string */.YjP().check(api/* _regex */.Fk(/^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9])?$/)), "Name of the group, such as billing."),
        targets: described(AppInterfaceTargets, "Targets that are promoted together."),
    })), "Groups of targets that are promoted together. The first group is the default.")),
});
const HintConfig = schemas/* strictObject */.rej({
    service: described(schemas/* enum */.k5n(hints/* SERVICES */.B), "Service whose errors the hint explains. any: all services, and the network."),
    match: described(schemas/* string */.YjP().check(api/* _regex */.Fk(/[\p{L}\p{N}]/u)), "Words that must all be in the error, in any order. Plain text; case and punctuation are ignored."),
    hint: described(schemas/* string */.YjP().check(api/* _minLength */.m9(1)), "The most likely cause, and what to do."),
    command: schema_text("Command that shows more or fixes the problem."),
});
const Config = schemas/* strictObject */.rej({
    $schema: schema_text("JSON schema with which an editor checks this file."),
    components: schemas/* optional */.lqM(described(schemas/* array */.YOg(ComponentConfig), "Components that the repository releases.")),
    environments: schemas/* optional */.lqM(described(schemas/* array */.YOg(EnvironmentConfig), "Environments that the components are deployed to.")),
    "app-interface": schemas/* optional */.lqM(described(AppInterfaceConfig, "Targets in app-interface that bump-appinterface-ref promotes.")),
    hints: schemas/* optional */.lqM(described(schemas/* array */.YOg(HintConfig), "Hints that are shown below known errors.")),
});

;// CONCATENATED MODULE: ./packages/config/parse.ts


function parseConfig(source, file) {
    const { value: config = {}, problems, document } = (0,yaml.readYamlAs)(Config, source, file);
    if (problems.length > 0)
        return { config: {}, problems };
    const named = [
        [config.components ?? [], ["components"]],
        [config.environments ?? [], ["environments"]],
        [config["app-interface"]?.groups ?? [], ["app-interface", "groups"]],
    ];
    return { config, problems: named.flatMap(([entries, path]) => duplicates(entries, path, document)) };
}
function parseTargetList(source, file) {
    const { value: targets = [], problems } = (0,yaml.readYamlAs)(AppInterfaceTargets, source, file);
    return { targets, problems };
}
function parseImageLists(source, file) {
    return (0,yaml.readYamlAs)(ImageLists, source, file);
}
function parseImageList(source, file) {
    return (0,yaml.readYamlAs)(ImageList, source, file);
}
function duplicates(named, path, document) {
    const seen = new Set();
    return named.flatMap(({ name }, index) => {
        if (!seen.has(name)) {
            seen.add(name);
            return [];
        }
        return [
            {
                what: `${path.join(".")}: the name ${JSON.stringify(name)} is given twice`,
                remedy: "Rename or remove one.",
                ...document.placeOf([...path, index, "name"]),
            },
        ];
    });
}


/***/ }),

/***/ 2989:
/***/ (require("./2989.module.js")),

/***/ 8399:
/***/ (require("./8399.module.js"))

};
;
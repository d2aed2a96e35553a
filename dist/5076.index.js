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
    image: schema_text("The image in full without tag, such as quay.io/org/frontend. Default: the registry, the repository and the name."),
    context: schema_text("The build context, from the root of the repository."),
    dockerfile: schema_text("The file that the image is built from, from the root of the repository."),
});
const ImageList = schemas/* array */.YOg(ImageConfig);
const ImageLists = schemas/* record */.g1P(schemas/* string */.YjP(), ImageList);
const ComponentConfig = schemas/* strictObject */.rej({
    name: described(schemas/* string */.YjP().check(api/* _regex */.Fk(/^[A-Za-z0-9@](?:[A-Za-z0-9._/@-]{0,98}[A-Za-z0-9])?$/)), "The component's name, as it is in its tags."),
    "tag-format": schema_text(TAG_FORMAT_DESCRIPTION),
    scheme: schemas/* optional */.lqM(described(schemas/* enum */.k5n(["semver", "pep440", "calver"]), "How the component's versions are written and ordered.")),
    changelog: schema_text("Path of the component's changelog."),
    "changelog-name": schema_text("The component's name in changelog headings, where it is written differently there."),
    "version-files": texts("Files that hold the version: path, or path#key."),
    "version-match": schemas/* optional */.lqM(described(schemas/* enum */.k5n(["component", "train", "none"]), "component: the files hold the tag's version. train: the tag names the train's version and the files their own. none: not compared.")),
    path: schema_text("The component's directory; only commits that touch it appear in its generated notes."),
    primary: schemas/* optional */.lqM(described(schemas/* boolean */.zMY(), "The component whose stable releases are marked as the repository's latest.")),
    images: schemas/* optional */.lqM(described(schemas/* array */.YOg(ImageConfig).check(api/* _maxLength */.Eb(8)), "The images that a release of the component builds: its own, or those of all services of a train.")),
});
const ServiceConfig = schemas/* strictObject */.rej({
    name: described(schemas/* string */.YjP().check(api/* _minLength */.m9(1)), "The service's name."),
    url: described(schemas/* string */.YjP().check(api/* _regex */.Fk(/^https?:\/\/[^\s@]+$/)), "Where the service answers."),
    health: schema_text("Path of its health page."),
    metrics: schema_text("Path of its metrics page."),
});
const EnvironmentConfig = schemas/* strictObject */.rej({
    name: described(schemas/* string */.YjP().check(api/* _regex */.Fk(/^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9])?$/)), "The environment's name, such as staging."),
    url: webAddress("Where people reach the environment."),
    services: schemas/* optional */.lqM(described(schemas/* array */.YOg(ServiceConfig), "The services that run in it.")),
    prometheus: schemas/* optional */.lqM(described(schemas/* strictObject */.rej({ url: described(schemas/* string */.YjP().check(api/* _regex */.Fk(/^https?:\/\/[^\s@]+$/)), "Its address.") }), "The Prometheus that watches it.")),
});
const AppInterfaceTarget = schemas/* strictObject */.rej({
    template: described(schemas/* string */.YjP().check(api/* _minLength */.m9(1)), "The name of the resource template."),
    namespace: schema_text("The namespace's $ref, whole and as the saas file writes it."),
    name: schema_text("The target's name, where the namespace alone does not tell."),
    optional: schemas/* optional */.lqM(described(schemas/* boolean */.zMY(), "No such target is not a problem.")),
});
const AppInterfaceTargets = schemas/* array */.YOg(AppInterfaceTarget).check(api/* _minLength */.m9(1), api/* _maxLength */.Eb(100));
const AppInterfaceConfig = schemas/* strictObject */.rej({
    project: schema_text("The GitLab project of app-interface, with its groups."),
    "fork-project": schema_text("The fork that branches are pushed to."),
    bot: schema_text("The user name of app-interface's bot, which must be Maintainer of the fork."),
    file: schema_text("Path of the saas file, from the root of app-interface."),
    source: schema_text("The repository of the released code: a path in the workspace, or an https address."),
    groups: schemas/* optional */.lqM(described(schemas/* array */.YOg(schemas/* strictObject */.rej({
        name: described(schemas/* string */.YjP().check(api/* _regex */.Fk(/^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9])?$/)), "The group's name, such as billing."),
        targets: described(AppInterfaceTargets, "What is promoted together."),
    })), "Targets that are promoted together; the first group is the default.")),
});
const HintConfig = schemas/* strictObject */.rej({
    service: described(schemas/* enum */.k5n(hints/* SERVICES */.B), "Whose errors it explains; any: those of all, and of the network."),
    match: described(schemas/* string */.YjP().check(api/* _regex */.Fk(/[\p{L}\p{N}]/u)), "Words that must all be in the error, in any order. Plain text: case and punctuation do not count."),
    hint: described(schemas/* string */.YjP().check(api/* _minLength */.m9(1)), "What is most often behind it, and what to do."),
    command: schema_text("A command that shows more or fixes it."),
});
const Config = schemas/* strictObject */.rej({
    $schema: schema_text("The JSON schema that an editor checks this file against."),
    components: schemas/* optional */.lqM(described(schemas/* array */.YOg(ComponentConfig), "What the repository releases.")),
    environments: schemas/* optional */.lqM(described(schemas/* array */.YOg(EnvironmentConfig), "Where it is released to.")),
    "app-interface": schemas/* optional */.lqM(described(AppInterfaceConfig, "What bump-appinterface-ref promotes.")),
    hints: schemas/* optional */.lqM(described(schemas/* array */.YOg(HintConfig), "What is shown under errors that the repository knows.")),
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
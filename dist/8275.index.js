"use strict";
exports.id = 8275;
exports.ids = [8275,861];
exports.modules = {

/***/ 8275:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ release_images_action)
});

// EXTERNAL MODULE: ./packages/action/index.ts + 11 modules
var action = __webpack_require__(8703);
// EXTERNAL MODULE: ./packages/config/index.ts + 3 modules
var config = __webpack_require__(861);
// EXTERNAL MODULE: ./packages/containers/index.ts + 3 modules
var containers = __webpack_require__(1145);
// EXTERNAL MODULE: ./packages/registry/index.ts + 9 modules
var registry = __webpack_require__(7654);
// EXTERNAL MODULE: ./packages/text/index.ts + 11 modules
var packages_text = __webpack_require__(9366);
;// CONCATENATED MODULE: ./actions/release-images/choose.ts





const MOST_IMAGES = 8;
const NO_COMPONENT = "*";
async function choose({ images = "{}", configured, component = NO_COMPONENT, }) {
    const lists = await (0,config/* readImageLists */.LK)(images, "images");
    const list = Object.hasOwn(lists, component) ? lists[component] : await (0,config/* readImageList */.mP)(configured, "configured");
    const wrong = problemsOf(list, component);
    if (wrong.length > 0)
        throw (0,action/* invalid */.Gq)(wrong.length === 1 ? wrong[0].what : "images cannot be built", { problems: wrong });
    return list;
}
function problemsOf(list, component) {
    const problems = [];
    if (list.length > MOST_IMAGES) {
        problems.push({
            input: "images",
            what: `images: more than eight for ${(0,packages_text/* quote */.hD)(component)}`,
            remedy: "Split the component, or build further images before the release.",
        });
    }
    const variables = list.map(({ name }) => (0,containers/* imageVariable */._X)(name));
    for (const [index, { name, image }] of list.entries()) {
        if (variables.indexOf(variables[index]) !== index)
            problems.push({
                input: "images",
                what: `images: ${name} is given twice, or differs from another only in dots and dashes`,
                remedy: "Rename one; both would be the variable " + variables[index],
            });
        if (image !== undefined)
            problems.push(...problemsOfName(name, image));
    }
    return problems;
}
function problemsOfName(name, image) {
    try {
        const { tag, digest } = (0,registry/* parseImage */.zZ)(image);
        if (tag === undefined && digest === undefined)
            return [];
    }
    catch {
    }
    return [
        {
            input: "images",
            what: `images: the full name of ${name} must be in lower case, with its registry, without tag or digest`,
            remedy: "Write it like ghcr.io/org/app.",
        },
    ];
}

;// CONCATENATED MODULE: ./actions/release-images/action.ts




const inputs = {
    images: (0,action/* text */.Qq)({
        description: "Images of each component, as JSON: what a release builds instead of the configured ones.",
        optional: true,
    }),
    configured: (0,action/* text */.Qq)({ description: "Images that release-actions.yml gives the component, as JSON.", default: "[]" }),
    component: (0,action/* text */.Qq)({ description: "The component that is released. Default: none.", optional: true }),
    built: (0,action/* text */.Qq)({
        description: "Images that were built, as name=repository@digest, separated by white space.",
        optional: true,
    }),
    expected: (0,action/* text */.Qq)({ description: "The output images of the run that chose them: all must be in built.", default: "[]" }),
    "commit-sha": (0,action/* text */.Qq)({ description: "Commit that built was built from. Default: images are chosen.", optional: true }),
};
/* harmony default export */ const release_images_action = ((0,action/* defineAction */.QP)({
    name: "release-images",
    description: "Chooses the images that a release builds, and lists those that were built.",
    internal: true,
    inputs,
    outputs: {
        images: action/* output */.CG.text("The images to build, as the matrix of a job. JSON."),
        references: action/* output */.CG.text("The images that were built as repository:commit-<commit-sha>@digest, separated by commas."),
    },
    permissions: { github: {}, gitlab: "None." },
    endpoints: action/* NO_ENDPOINTS */.R9,
    changes: false,
    check: ({ images, commitSha }) => {
        if (commitSha !== undefined)
            return /^[0-9a-f]{40}$/.test(commitSha)
                ? []
                : [{ input: "commit-sha", what: "commit-sha is not a full commit ID of 40 lowercase hexadecimal digits" }];
        return images === undefined ? [{ input: "images", what: "neither images nor commit-sha was given" }] : [];
    },
    async run({ inputs, io }) {
        const { built = "", commitSha } = inputs;
        if (commitSha === undefined) {
            const images = await choose(inputs);
            io.info(images.length === 0 ? "No images are built." : `To build: ${images.map(({ name }) => name).join(", ")}`);
            return { verdict: "passed", images: JSON.stringify(images) };
        }
        const found = read("built", () => (0,containers/* parseBuiltImages */.UQ)(built));
        const names = found.map(({ name }) => name);
        const missing = (await (0,config/* readImageList */.mP)(inputs.expected, "expected")).filter(({ name }) => !names.includes(name));
        if (found.length === 0 || missing.length > 0) {
            const what = found.length === 0 ? "no image" : `no ${missing.map(({ name }) => name).join(", ")}`;
            throw (0,action/* invalid */.Gq)(`the build returned ${what}`, {
                remedy: "GitHub drops an output that contains a secret: check that no secret is part of an image's name.",
            });
        }
        const references = found.map(({ image, digest }) => `${image}:commit-${commitSha}@${digest}`);
        for (const reference of references)
            io.info(reference);
        return { verdict: "passed", references: references.join(",") };
    },
}));
function read(input, parse) {
    try {
        return parse();
    }
    catch (error) {
        const what = `${input} ${error.message}`;
        throw (0,action/* invalid */.Gq)(what, { problems: [{ input, what }] });
    }
}


/***/ }),

/***/ 861:
/***/ (require("./861.module.js")),

/***/ 1145:
/***/ (require("./1145.module.js")),

/***/ 9151:
/***/ (require("./9151.module.js")),

/***/ 1622:
/***/ (require("./1622.module.js")),

/***/ 739:
/***/ (require("./739.module.js"))

};
;
"use strict";
module.exports = ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  planOneTarget: () => (/* binding */ planOneTarget),
  planSaasFile: () => (/* binding */ planSaasFile)
});

// EXTERNAL MODULE: ./packages/action/index.ts + 11 modules
var action = __webpack_require__(8703);
// EXTERNAL MODULE: ./packages/text/diff/unified-diff.ts
var unified_diff = __webpack_require__(3446);
// EXTERNAL MODULE: ./packages/text/index.ts + 11 modules
var packages_text = __webpack_require__(9366);
// EXTERNAL MODULE: ./packages/app-interface/saas-file/select.ts
var saas_file_select = __webpack_require__(5240);
;// CONCATENATED MODULE: ./packages/app-interface/saas-file/token.ts
const NUMBER = /^(?:[0-9]+|[0-9]*e[0-9]+|0b[01]+)$/;
function tokenFor(scalar, ref) {
    if (scalar.style === "double")
        return `"${ref}"`;
    return scalar.style === "single" || NUMBER.test(ref) ? `'${ref}'` : ref;
}
function says(target, ref) {
    return target.ref === ref && !isBareNumber(target);
}
function isBareNumber({ scalar, ref = "" }) {
    return scalar?.style === "plain" && NUMBER.test(ref);
}

;// CONCATENATED MODULE: ./packages/app-interface/saas-file/judge.ts




const COMMIT = /^[0-9a-f]{40}$/;
function checkRef(ref) {
    if (COMMIT.test(ref))
        return;
    throw (0,action/* invalid */.Gq)(`${(0,packages_text/* quote */.hD)(ref)} is not a commit that a target can be pinned to`, {
        remedy: "Give the commit's full id: 40 lower-case hexadecimal digits.",
    });
}
function refusals(target, options) {
    const reasons = [...undeployed(target), ...(says(target, options.ref) ? [] : unbumpable(target, options))];
    return reasons
        .filter(({ when }) => when)
        .map(({ what, remedy }) => ({
        what: `${(0,saas_file_select/* describe */.q)(target)}: ${what}`,
        remedy,
        file: target.file,
        line: target.line,
    }));
}
function undeployed({ deprecated, deleted, disabled, ref }) {
    return [
        {
            when: deprecated,
            what: "the saas file is deprecated: app-interface allows no updates",
            remedy: "Bump the file that replaces it.",
        },
        {
            when: deleted,
            what: "the target has delete: true, so what it deploys is being removed",
            remedy: "Select a target that is deployed.",
        },
        {
            when: disabled && ref === "internal",
            what: "ref: internal with disable: true marks the target of ephemeral environments, which is never deployed from here",
            remedy: "Select another target.",
        },
    ];
}
function unbumpable({ auto, upstream, images, ref = "", obstacles }, { allowMovingRef = false }) {
    return [
        {
            when: auto,
            what: "promotion.auto is on: app-interface promotes this target itself, and a manual bump competes with it",
            remedy: "Wait for the automatic promotion, or turn promotion.auto off first.",
        },
        {
            when: upstream,
            what: "it has an upstream, which needs a branch and forbids a commit",
            remedy: "Remove upstream, or let the branch move.",
        },
        {
            when: images,
            what: "it has images, which need a branch and forbid a commit",
            remedy: "Remove images, or let the branch move.",
        },
        {
            when: !COMMIT.test(ref) && !allowMovingRef,
            what: `its ref ${(0,packages_text/* quote */.hD)(ref)} is not a full commit ID but a name that moves, or a typo`,
            remedy: "Allow moving refs to be replaced, if that is what you want.",
        },
        ...obstacles.map((obstacle) => ({
            when: true,
            what: `its ref cannot be replaced alone: ${obstacle}`,
            remedy: "Write the target out, with its ref as one plain word.",
        })),
    ];
}
function warningsOf(target, next) {
    const { ref = "", imageTag = "", unsubscribed } = target;
    const warnings = [];
    if (imageTag !== "" && next.startsWith(imageTag)) {
        warnings.push(`IMAGE_TAG ${imageTag} is the beginning of the new ref, which app-interface refuses; remove the parameter`);
    }
    else if (imageTag !== "" && ref.startsWith(imageTag)) {
        warnings.push(`IMAGE_TAG ${imageTag} is the beginning of the old ref, so the image would stay the old one; remove the parameter`);
    }
    if (unsubscribed.length > 0) {
        const channels = unsubscribed.slice(0, 10).map((channel) => (0,packages_text/* shorten */.ml)(channel, 80));
        warnings.push(`promotion_data names channels that the target does not subscribe to: ${channels.join(", ")}`);
    }
    if (!COMMIT.test(ref))
        warnings.push(`the target followed ${(0,packages_text/* shorten */.ml)(ref, 80)} and is now pinned`);
    if (target.disabled)
        warnings.push("the target has disable: true, so the new ref is not deployed");
    if (isBareNumber(target))
        warnings.push("the old ref had no quotes, so YAML reads a number");
    return warnings.map((warning) => `${target.file}:${target.line}: ${warning}`);
}

// EXTERNAL MODULE: ./packages/app-interface/saas-file/node.ts
var node = __webpack_require__(4280);
// EXTERNAL MODULE: ./packages/app-interface/saas-file/source-text.ts
var source_text = __webpack_require__(6061);
// EXTERNAL MODULE: ./packages/app-interface/saas-file/yaml-file.ts + 2 modules
var yaml_file = __webpack_require__(3119);
;// CONCATENATED MODULE: ./packages/app-interface/saas-file/proof.ts



function proveBytes(old, now, edits) {
    let [oldAt, newAt] = [0, 0];
    for (const { from, to, token, target } of edits) {
        const kept = from - oldAt;
        const same = kept >= 0 && old.subarray(oldAt, from).equals(now.subarray(newAt, newAt + kept));
        newAt += kept;
        const written = now.subarray(newAt, newAt + token.length).equals(token);
        if (!same || !written || !/^(["']?)[0-9a-f]{40}\1$/.test(token.toString()))
            throw defect(`the bytes before or at ${target.path}`);
        newAt += token.length;
        oldAt = to;
    }
    if (!old.subarray(oldAt).equals(now.subarray(newAt)))
        throw defect("the bytes after the last target");
}
function proveValues(old, bytes, edits, ref) {
    for (const token of new Set(edits.map((edit) => edit.token.toString()))) {
        const version = (0,yaml_file/* disagreement */.fn)(token, ref);
        if (version !== undefined)
            throw defect(`YAML ${version} reads ${token}`);
    }
    const text = (0,source_text/* decode */.D)(bytes, old.file);
    const expected = new Map(edits.map(({ target }) => [target.scalar, target.path]));
    const nodes = (0,node/* inOrder */.al)(old.root);
    const written = (0,yaml_file/* nodesOf */.Nh)(text, old.file);
    for (const [at, now] of written.entries()) {
        const node = nodes[at];
        const path = node?.kind === "scalar" ? expected.get(node) : undefined;
        if (path !== undefined)
            expected.delete(node);
        if (node !== undefined && isSame(node, now, path === undefined ? undefined : ref))
            continue;
        throw defect(`${path ?? "a value"} on line ${old.line(node?.start ?? old.text.length)}`);
    }
    if (written.length < nodes.length)
        throw defect("something is missing at its end");
    if (expected.size > 0)
        throw defect(`${[...expected.values()].join(", ")} did not change`);
    return text;
}
function isSame(old, now, ref) {
    if (old === null || now === null)
        return old === now;
    if (old.anchor !== now.anchor || old.tag !== now.tag)
        return false;
    if (old.kind === "scalar") {
        if (now.kind !== "scalar")
            return false;
        return ref === undefined
            ? Object.is(old.value, now.value) && old.text === now.text && old.style === now.style
            : now.value === ref;
    }
    if (old.kind === "alias")
        return now.kind === "alias" && old.name === now.name;
    return old.kind === now.kind && (0,node/* sizeOf */.$d)(old) === (0,node/* sizeOf */.$d)(now);
}
function defect(what) {
    return new Error(`the edited saas file is not what was intended: ${what}`);
}

// EXTERNAL MODULE: ./packages/app-interface/saas-file/target.ts
var saas_file_target = __webpack_require__(1373);
;// CONCATENATED MODULE: ./packages/app-interface/saas-file/edit.ts





function editRefs(source, targets, ref) {
    const edits = editsOf(source, targets.filter((target) => !says(target, ref)), ref);
    const unchanged = targets.filter((target) => says(target, ref)).map(saas_file_target/* candidateOf */.RH);
    const { file, bytes: old } = source;
    if (edits.length === 0)
        return { file, bytes: old, changes: [], unchanged, warnings: [], diff: "" };
    const bytes = replace(old, edits);
    proveBytes(old, bytes, edits);
    const text = proveValues(source, bytes, edits, ref);
    return {
        file,
        bytes,
        changes: edits.map((edit) => changeOf(edit, ref)),
        unchanged,
        warnings: edits.flatMap(({ target }) => warningsOf(target, ref)),
        diff: (0,unified_diff/* unifiedDiff */.W)(file.replace(/^\/+/, ""), source.text, text),
    };
}
function changeOf({ target, from, to }, newRef) {
    return { candidate: (0,saas_file_target/* candidateOf */.RH)(target), oldRef: target.ref ?? "", newRef, line: target.line, from, to };
}
function editsOf({ text }, targets, ref) {
    const placed = targets.map((target) => {
        if (target.scalar === undefined)
            throw new Error(`${target.path} has no ref to replace`);
        return { target, scalar: target.scalar };
    });
    let [at, bytes] = [0, 0];
    const byteOffset = (offset) => {
        bytes += Buffer.byteLength(text.slice(at, offset));
        at = offset;
        return bytes;
    };
    return placed.map(({ target, scalar }) => {
        const from = byteOffset(scalar.start);
        return { target, from, to: byteOffset(scalar.end), token: Buffer.from(tokenFor(scalar, ref)) };
    });
}
function replace(old, edits) {
    const parts = [];
    let at = 0;
    for (const { from, to, token } of edits) {
        parts.push(old.subarray(at, from), token);
        at = to;
    }
    return Buffer.concat([...parts, old.subarray(at)]);
}

// EXTERNAL MODULE: ./packages/app-interface/saas-file/open.ts + 1 modules
var saas_file_open = __webpack_require__(3269);
;// CONCATENATED MODULE: ./packages/app-interface/saas-file/plan.ts





async function planSaasFile(file, selectors, options) {
    checkRef(options.ref);
    if (selectors.length === 0)
        throw (0,action/* invalid */.Gq)(`no target of ${file.file} is selected`, { remedy: "Select at least one." });
    const { targets, skipped, problems, sources } = await (0,saas_file_select/* select */.L)(file, selectors, options);
    refuseAll(file.file, [...problems, ...targets.flatMap((target) => refusals(target, options))]);
    const inline = targets.filter(({ targetFile }) => targetFile === undefined);
    const plan = editRefs(file.source, inline, options.ref);
    const externalTargets = [...sources].flatMap(([targetFile, source]) => {
        const target = targets.find((candidate) => candidate.targetFile === targetFile);
        return target === undefined ? [] : [{ ...editRefs(source, [target], options.ref), targetFile }];
    });
    return { ...plan, warnings: [...file.warnings, ...plan.warnings], skipped, externalTargets };
}
async function planOneTarget(bytes, file, options) {
    checkRef(options.ref);
    const { source, target } = (0,saas_file_open/* openTargetFile */.k)(bytes, file);
    refuseAll(file, refusals(target, options));
    return editRefs(source, [target], options.ref);
}
function refuseAll(file, problems) {
    const [first] = problems;
    if (first === undefined)
        return;
    throw (0,action/* refused */.J5)(`${file} is not bumped, in none of its targets: ${first.what}`, {
        remedy: first.remedy ?? "Correct the selection.",
        problems,
    });
}


/***/ });

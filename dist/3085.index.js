"use strict";
exports.id = 3085;
exports.ids = [3085];
exports.modules = {

/***/ 3085:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openAppInterface: () => (/* binding */ openAppInterface)
});

// EXTERNAL MODULE: ./packages/action/index.ts + 11 modules
var action = __webpack_require__(8703);
;// CONCATENATED MODULE: ./actions/bump-appinterface-ref/transport-api.ts

async function openApiTransport(options) {
    const { gitlab, upstream, push, baseBranch, file } = options;
    const first = await gitlab.readFile(upstream, file, baseBranch);
    const base = first?.commitId ?? (await headOf(gitlab, upstream, baseBranch));
    const files = new Map([[file, first]]);
    async function read(path) {
        if (!files.has(path))
            files.set(path, await gitlab.readFile(upstream, path, base));
        return files.get(path);
    }
    return {
        base,
        readFile: async (path) => (await read(path))?.bytes,
        branchesMatching: (prefix) => gitlab.branchesMatching(push, prefix),
        inspectBranch: (name, paths) => inspect(gitlab, push, name, paths),
        async commit(request) {
            const changes = request.files.map(async ({ path, bytes }) => {
                const known = await read(path);
                if (known === undefined)
                    throw new Error(`${path} is not in ${upstream.path} and cannot be changed`);
                return { path, bytes, lastCommitId: known.lastCommitId };
            });
            return commit(options, base, request, await Promise.all(changes));
        },
        refresh: () => openApiTransport(options),
        close: async () => undefined,
    };
}
async function headOf(gitlab, upstream, baseBranch) {
    const branch = await gitlab.branch(upstream, baseBranch);
    if (branch !== undefined)
        return branch.commit;
    throw (0,action/* invalid */.Gq)(`${upstream.path} has no branch ${baseBranch}`, { remedy: "Correct base-branch." });
}
async function inspect(gitlab, push, name, paths) {
    const branch = await gitlab.branch(push, name);
    if (branch === undefined)
        return undefined;
    const [commit, ...read] = await Promise.all([
        gitlab.commit(push, branch.commit),
        ...paths.map(async (path) => [path, (await gitlab.readFile(push, path, branch.commit))?.bytes]),
    ]);
    return { head: branch.commit, parents: commit?.parents ?? [], files: new Map(read) };
}
async function commit({ gitlab, upstream, push }, base, request, files) {
    const { branch, message, replaces } = request;
    const startProject = push.id === upstream.id ? undefined : upstream;
    try {
        const made = await gitlab.commitFiles(push, { branch, startSha: base, startProject, message, files, replaces });
        return made.stale ? { state: "stale" } : { state: made.outcome, commit: made.value.commit };
    }
    catch (error) {
        if (!(error instanceof action/* ActionError */.lZ) || error.verdict !== "refused")
            throw error;
        const there = await gitlab.branch(push, branch);
        if (there === undefined || there.commit === replaces)
            throw error;
        return { state: "taken" };
    }
}

;// CONCATENATED MODULE: ./actions/bump-appinterface-ref/open.ts


async function openAppInterface(gitlab, here) {
    const { project, forkProject, baseBranch, file } = here.settings;
    const [upstream, fork] = await Promise.all([
        gitlab.project(project),
        forkProject === undefined ? undefined : gitlab.project(forkProject),
    ]);
    const push = fork ?? upstream;
    const warnings = fork === undefined ? [] : await checkFork(gitlab, upstream, fork, here.settings);
    if (here.transport === "api") {
        return {
            gitlab,
            upstream,
            push,
            warnings,
            transport: await openApiTransport({ gitlab, upstream, push, baseBranch, file }),
        };
    }
    const { openGitTransport } = await Promise.all(/* import() */[__webpack_require__.e(3678), __webpack_require__.e(4948)]).then(__webpack_require__.bind(__webpack_require__, 4948));
    return {
        gitlab,
        upstream,
        push,
        warnings,
        transport: await openGitTransport(await gitOptions(gitlab, here, upstream, fork)),
    };
}
async function gitOptions(gitlab, here, upstream, fork) {
    const { settings, token, host, io, signal, clock } = here;
    const { id, username } = await gitlab.user();
    const remote = ({ path }) => ({
        url: `${settings.gitlabUrl.replace(/\/$/, "")}/${path.split("/").map(encodeURIComponent).join("/")}.git`,
        credential: { username: "oauth2", secret: token },
    });
    return {
        upstream: remote(upstream),
        ...(fork !== undefined && { fork: remote(fork) }),
        baseBranch: settings.baseBranch,
        author: { name: username, email: `${id}-${username}@users.noreply.${new URL(settings.gitlabUrl).hostname}` },
        now: () => clock.now(),
        environment: host.childEnvironment,
        temporary: host.temporary,
        network: host.network,
        io,
        signal,
    };
}
async function checkFork(gitlab, upstream, fork, { bot }) {
    if (fork.id === upstream.id)
        throw (0,action/* invalid */.Gq)("fork-project is the project itself", { remedy: "Leave fork-project out." });
    if (fork.forkedFrom?.id !== upstream.id) {
        throw (0,action/* refused */.J5)(`${fork.path} is not a fork of ${upstream.path}`, {
            remedy: `Fork ${upstream.path}, and give the fork's path as fork-project.`,
        });
    }
    const remedy = `Give app-interface's bot the role Maintainer in ${fork.path}.`;
    if (bot === undefined) {
        return [
            `Whether app-interface's bot is Maintainer of ${fork.path} was not checked: name it as app-interface.bot in release-actions.yml. ${remedy}`,
        ];
    }
    if ((await gitlab.accessOf(fork, bot)) >= MAINTAINER)
        return [];
    throw (0,action/* refused */.J5)(`${bot} is not Maintainer of ${fork.path}, so that app-interface would block the merge request`, {
        remedy,
    });
}
const MAINTAINER = 40;


/***/ })

};
;
import { execFileSync } from "node:child_process";

const { GITHUB_WORKSPACE, CHECKOUT_FROM, INPUT_REF, GITHUB_REF } = process.env;
const git = (...args) => execFileSync("git", args, { cwd: GITHUB_WORKSPACE, stdio: ["ignore", "inherit", "inherit"] });
git("init", "--quiet");
git("fetch", "--quiet", "--force", CHECKOUT_FROM, "+refs/heads/*:refs/remotes/origin/*", "+refs/tags/*:refs/tags/*");
git("checkout", "--quiet", "--force", "--detach", INPUT_REF || `${GITHUB_REF}^{commit}`);

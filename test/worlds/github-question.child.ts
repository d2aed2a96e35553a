import { openTestClient } from "../faults/client.ts";
import { openForgeApi } from "../../packages/forge/token.ts";
import { gitHubApi } from "../../packages/forge/github/octokit.ts";

/** One question to the API at the address given, in a process whose environment the test chooses. */
const [apiUrl = ""] = process.argv.slice(2);
const before = process.env["GITHUB_EVENT_PATH"];
const { http } = openTestClient([apiUrl]);
const github = gitHubApi(openForgeApi("github", { http, apiUrl, token: undefined }));
const { status } = await github.read("GET /repos/{owner}/{repo}", { owner: "acme", repo: "app" });
http.close();
process.stdout.write(`${status}, ${process.env["GITHUB_EVENT_PATH"] === before ? "unchanged" : "changed"}`);

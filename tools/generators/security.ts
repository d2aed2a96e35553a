import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT_PATH } from "../root.ts";

const FOLDERS = ["actions", "cli", "packages", "test", "tools"];
const CASE = /["'`](security [A-L][0-9]+[^"'`\n]*)["'`]/g;

/** The table of docs/security.md: every test that is named after a case of the catalogue of attacks. */
export async function securityTable(): Promise<string> {
  const found: { group: string; number: number; name: string; file: string }[] = [];
  for (const file of await testFiles()) {
    const source = await readFile(join(ROOT_PATH, file), "utf8");
    for (const [, title = ""] of source.matchAll(CASE)) {
      const name = title.replace(/\$\{[^}]*\}/g, "…").replace(/%[a-z]/g, "…").replace(/\$[a-z]+/g, "…");
      const [, group = "", number = "0"] = /^security ([A-L])([0-9]+)/.exec(name) ?? [];
      found.push({ group, number: Number(number), name: name.slice("security ".length), file });
    }
  }
  found.sort((a, b) => a.group.localeCompare(b.group) || a.number - b.number || a.name.localeCompare(b.name));
  const rows = found.map(({ name, file }) => {
    const colon = name.indexOf(":");
    return `| ${name.slice(0, colon)} | ${cell(name.slice(colon + 1).trim())} | [${file}](../${file}) |`;
  });
  return ["| case | what the test shows | where |", "|---|---|---|", ...rows].join("\n");
}

async function testFiles(): Promise<string[]> {
  const lists = await Promise.all(
    FOLDERS.map(async (folder) => (await readdir(join(ROOT_PATH, folder), { recursive: true }).catch(() => [])).map((file) => join(folder, file))),
  );
  return lists.flat().filter((file) => file.endsWith(".test.ts")).sort();
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("<", "&lt;");
}

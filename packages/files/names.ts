/** A name as the most lenient file system compares it: no invisible characters, no suffix that NTFS drops, no case. */
function folded(name: string): string {
  const visible = name.replace(/\p{Default_Ignorable_Code_Point}/gu, "");
  return visible
    .split(":", 1)[0]!
    .replace(/[. ]+$/, "")
    .toLowerCase();
}

const segmentsOf = (path: string): string[] => path.split(/[\\/]/);

/** Whether a file system may treat the name as `.git`: these are the spellings that git refuses to check out. */
export function isGitName(name: string): boolean {
  return /^(?:\.git|git~[1-9])$/.test(folded(name));
}

/** Whether a path has a segment that is `.git`. */
export function entersGit(path: string): boolean {
  return segmentsOf(path).some(isGitName);
}

/** Whether a path lies in `.github/workflows` of any repository. */
export function entersWorkflows(path: string): boolean {
  const names = segmentsOf(path).map(folded);
  const isGithub = (name: string | undefined) => /^(?:\.github|github~[1-9])$/.test(name ?? "");
  return names.some((name, index) => /^(?:workflows|workfl~[1-9])$/.test(name) && isGithub(names[index - 1]));
}

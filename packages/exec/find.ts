import { invalid } from "@release-actions/action";
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The absolute path of a program in PATH, of whose entries only absolute ones count. Throws `invalid` where there is none; `remedy` says how to get it.
 */
export function findTool(name: string, env: Environment, remedy = `Install ${name} on this machine.`): string {
  const found = programIn(name, env);
  if (found !== undefined) return found;
  throw invalid(`there is no ${name} in PATH`, { remedy });
}

/** The same; undefined where there is none. */
export function programIn(name: string, env: Environment): string | undefined {
  const names = delimiter === ";" ? [`${name}.exe`, name] : [name];
  return absoluteEntries(env["PATH"] ?? env["Path"] ?? "")
    .flatMap((directory) => names.map((file) => join(directory, file)))
    .find(isProgram);
}

/** The environment with the absolute entries of its PATH only. */
export function withAbsolutePath(env: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).map(([name, value]) => [
      name,
      name === "PATH" || name === "Path" ? absolutePath(value) : value,
    ]),
  );
}

/** A PATH without empty and relative entries: they would run a program out of the repository. */
export function absolutePath(path: string): string {
  return absoluteEntries(path).join(delimiter);
}

function absoluteEntries(path: string): string[] {
  return path.split(delimiter).filter((entry) => isAbsolute(entry));
}

/** A regular file that may be run. */
export function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

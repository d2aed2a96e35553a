/** A name in braces is a placeholder; `{{` and `}}` are the braces themselves. */
const PLACEHOLDER = /\{\{|\}\}|\{([A-Za-z][A-Za-z0-9_-]{0,40})\}/g;

/** The names of a template's placeholders, in order, with repetitions. */
export function placeholdersIn(template: string): string[] {
  return [...template.matchAll(PLACEHOLDER)].flatMap(([, name]) => (name === undefined ? [] : [name]));
}

/** Replaces each placeholder by its value, once: a value that holds braces stays as it is. */
export function fillTemplate(template: string, valueOf: (name: string) => string): string {
  return template.replace(PLACEHOLDER, (braces, name: string | undefined) =>
    name === undefined ? braces.slice(1) : valueOf(name),
  );
}

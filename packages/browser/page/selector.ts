import { invalid, quote } from "@release-actions/action";

/** One compound of CSS selectors: `main`, `#root`, `.app`, `[data-app]`, `[data-app="shop"]`, and these together. */
export interface Selector {
  readonly tag: string | undefined;
  readonly id: string | undefined;
  readonly classes: readonly string[];
  readonly attributes: readonly { readonly name: string; readonly value: string | undefined }[];
  /** As CSS, for a browser. */
  readonly css: string;
}

const PART =
  /#([A-Za-z_][\w-]*)|\.([A-Za-z_][\w-]*)|\[([A-Za-z_][\w:-]*)(?:=(?:"([^"\\]*)"|'([^'\\]*)'|([A-Za-z_][\w-]*)))?\]/y;
const TAG = /[A-Za-z][A-Za-z0-9-]*/y;
const LONGEST = 200;

/** Reads a selector of one element. Throws `invalid` for anything but a tag, an id, classes and attributes written together. */
export function parseSelector(text: string, input: string): Selector {
  const refuse = () => {
    const what = `${input} is not a supported selector: ${quote(text)}`;
    const remedy =
      'Name one element by its tag, #id, .class, [attribute] or [attribute="value"], or several of these without spaces.';
    return invalid(what, { remedy, problems: [{ input, what, remedy }] });
  };
  if (text.length > LONGEST) throw refuse();
  TAG.lastIndex = 0;
  const tag = TAG.exec(text)?.[0];
  const ids: string[] = [];
  const classes: string[] = [];
  const attributes: { name: string; value: string | undefined }[] = [];
  let at = tag?.length ?? 0;
  while (at < text.length) {
    PART.lastIndex = at;
    const match = PART.exec(text);
    if (match === null) throw refuse();
    const [whole, id, name, attribute, ...values] = match;
    if (id !== undefined) ids.push(id);
    else if (name !== undefined) classes.push(name);
    else attributes.push({ name: attribute!.toLowerCase(), value: values.find((value) => value !== undefined) });
    at += whole.length;
  }
  if (text === "" || ids.length > 1) throw refuse();
  return { tag: tag?.toLowerCase(), id: ids[0], classes, attributes, css: text };
}

/** Whether an element with these attributes matches. Ids and classes are compared exactly, as browsers do outside quirks mode. */
export function matches(
  { tag, id, classes, attributes }: Selector,
  name: string,
  given: ReadonlyMap<string, string>,
): boolean {
  if (tag !== undefined && tag !== name) return false;
  if (id !== undefined && given.get("id") !== id) return false;
  const own = (given.get("class") ?? "").split(/[ \t\n\f\r]+/);
  if (!classes.every((one) => own.includes(one))) return false;
  return attributes.every(
    (one) => given.has(one.name) && (one.value === undefined || given.get(one.name) === one.value),
  );
}

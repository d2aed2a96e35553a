import { otherwise, type PlainNode, type PlainPair, type PlainScalar } from "./node.ts";

/** So few keys are compared one by one sooner than a set of them is made. */
const FEW = 12;

/** The pairs of a map, as long as no key comes twice. */
export class Pairs {
  readonly list: PlainPair[] = [];
  #names: Set<string> | undefined;

  add(key: PlainScalar, value: PlainNode): void {
    if (this.#has(key.text)) otherwise();
    this.list.push({ key, value });
    this.#names?.add(key.text);
  }

  #has(name: string): boolean {
    if (this.list.length > FEW) {
      this.#names ??= new Set(this.list.map(({ key }) => key.text));
      return this.#names.has(name);
    }
    for (const { key } of this.list) if (key.text === name) return true;
    return false;
  }
}

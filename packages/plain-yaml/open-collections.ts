import { otherwise, type PlainList, type PlainMap, type PlainNode, type PlainPair, type PlainScalar } from "./node.ts";

/** So few keys are compared one by one sooner than a set of them is made. */
const FEW = 12;

/**
 * What the collections hold that are not read to their end, one collection behind the other that holds it. An array
 * is made of a collection's part when its length is known: arrays that grow take several times the room.
 */
export class OpenCollections {
  readonly #pairs: PlainPair[] = [];
  readonly #items: PlainNode[] = [];
  /** The names of a map of many keys, by where it begins. */
  readonly #names = new Map<number, Set<string>>();
  #pairsEnd = 0;
  #itemsEnd = 0;

  /** For closeMap, and for the pairs of the map that now begins. */
  openMap(): number {
    return this.#pairsEnd;
  }

  openList(): number {
    return this.#itemsEnd;
  }

  addItem(item: PlainNode): void {
    this.#items[this.#itemsEnd++] = item;
  }

  addPair(map: number, key: PlainScalar, value: PlainNode): void {
    if (this.#has(map, key.text)) otherwise();
    this.#pairs[this.#pairsEnd++] = { key, value };
  }

  closeMap(map: number, start: number): PlainMap {
    const pairs = this.#pairs.slice(map, this.#pairsEnd);
    this.#pairsEnd = map;
    if (pairs.length > FEW) this.#names.delete(map);
    return { kind: "map", start, pairs };
  }

  closeList(list: number, start: number): PlainList {
    const items = this.#items.slice(list, this.#itemsEnd);
    this.#itemsEnd = list;
    return { kind: "list", start, items };
  }

  #has(map: number, name: string): boolean {
    const count = this.#pairsEnd - map;
    if (count > FEW) return this.#hasOfMany(map, name);
    for (let index = map; index < this.#pairsEnd; index += 1) if (this.#pairs[index]?.key.text === name) return true;
    return false;
  }

  #hasOfMany(map: number, name: string): boolean {
    let names = this.#names.get(map);
    if (names === undefined) {
      names = new Set(this.#pairs.slice(map, this.#pairsEnd).map(({ key }) => key.text));
      this.#names.set(map, names);
    }
    if (names.has(name)) return true;
    names.add(name);
    return false;
  }
}

import { tokensOf, type Token } from "./lexer.ts";
import type { Matcher, Operator } from "./promql.ts";
import { unquoted } from "./unquote.ts";

/** A vector selector as it stands in a query. */
export interface FoundSelector {
  /** Undefined: it names none, or by a pattern. */
  readonly metric: string | undefined;
  readonly matchers: readonly Matcher[];
  /** Offsets in the query; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** Where further matchers go, and what must stand before and behind them there. */
  readonly insertAt: number;
  readonly before: string;
  readonly after: string;
}

/** Where a query is not understood for sure. */
export interface NotUnderstood {
  readonly offset: number;
}

const AGGREGATORS = new Set("sum avg count min max group stddev stdvar topk bottomk count_values quantile limitk limit_ratio".split(" "));
const SET_OPERATORS = new Set(["and", "or", "unless", "atan2"]);
const KEYWORDS = new Set([...SET_OPERATORS, ..."by without on ignoring group_left group_right bool offset start end".split(" ")]);
const BINARY = new Set(["+", "-", "*", "/", "%", "^", "==", "!=", ">", "<", ">=", "<="]);
const OPERATORS: ReadonlySet<string> = new Set(["=", "!=", "=~", "!~"]);

/**
 * Every vector selector of a query, found by its structure: what stands where a value must stand and is no number, no
 * text and no call. A query that holds anything else than the PromQL known here is not understood, and none is guessed.
 */
export function selectorsIn(query: string): readonly FoundSelector[] | NotUnderstood {
  const tokens = tokensOf(query);
  if (typeof tokens === "number") return { offset: tokens };
  const walk = new Walk(tokens, query.length);
  try {
    walk.whole();
    return walk.found;
  } catch (error) {
    if (error === walk.stuck) return { offset: walk.offset };
    throw error;
  }
}

class Walk {
  readonly found: FoundSelector[] = [];
  /** Thrown where it ends; not an Error, which would cost a stack. */
  readonly stuck = Symbol("not understood");
  readonly #tokens: readonly Token[];
  readonly #length: number;
  #at = 0;

  constructor(tokens: readonly Token[], length: number) {
    this.#tokens = tokens;
    this.#length = length;
  }

  get offset(): number {
    return this.#tokens[this.#at]?.start ?? this.#length;
  }

  whole(): void {
    let open = 0;
    let isCallEmpty = false;
    for (let wantsValue = true; this.#at < this.#tokens.length || wantsValue; ) {
      if (wantsValue) {
        if (isCallEmpty && this.#take(")")) {
          open -= 1;
          wantsValue = false;
        } else if (this.#take("(")) open += 1;
        else if (!this.#take("+") && !this.#take("-")) {
          if (this.#opensCall()) {
            open += 1;
            isCallEmpty = true;
            continue;
          }
          this.#value();
          wantsValue = false;
        }
        isCallEmpty = false;
      } else if (this.#take(")")) {
        if ((open -= 1) < 0) this.#stop();
        if (this.#takeName("by", "without")) this.#labelList();
      } else if (this.#take(",")) {
        if (open === 0) this.#stop();
        wantsValue = true;
      } else wantsValue = this.#operator();
    }
    if (open !== 0) this.#stop();
  }

  /** The name of a function or an aggregation and the bracket behind it. */
  #opensCall(): boolean {
    const name = this.#peek();
    if (name?.kind !== "name") return false;
    const word = name.text.toLowerCase();
    if (AGGREGATORS.has(word)) {
      this.#at += 1;
      if (this.#takeName("by", "without")) this.#labelList();
      if (!this.#take("(")) this.#stop();
      return true;
    }
    if (KEYWORDS.has(word)) this.#stop();
    if (this.#peek(1)?.text !== "(") return false;
    this.#at += 2;
    return true;
  }

  #value(): void {
    const token = this.#peek() ?? this.#stop();
    if (token.kind === "number" || token.kind === "text") this.#at += 1;
    else if (token.text === "{") this.#selector(undefined);
    else if (token.kind !== "name") this.#stop();
    else if (/^(?:inf|nan)$/i.test(token.text)) {
      this.#at += 1;
      if (this.#peek()?.text === "{") this.#stop();
    } else {
      this.#at += 1;
      this.#selector(token);
    }
  }

  /** What may stand behind a value. True: another value must follow. */
  #operator(): boolean {
    if (this.#take("[")) {
      while (!this.#take("]")) if (this.#peek()?.kind === "number" || this.#peek()?.text === ":") this.#at += 1;
      else this.#stop();
      return false;
    }
    if (this.#take("@")) {
      if (this.#takeName("start", "end")) this.#expect("(", ")");
      else this.#number();
      return false;
    }
    if (this.#takeName("offset")) {
      this.#number();
      return false;
    }
    const token = this.#peek() ?? this.#stop();
    if (!(token.kind === "symbol" ? BINARY.has(token.text) : token.kind === "name" && SET_OPERATORS.has(token.text.toLowerCase()))) this.#stop();
    this.#at += 1;
    this.#takeName("bool");
    if (this.#takeName("on", "ignoring")) {
      this.#labelList();
      if (this.#takeName("group_left", "group_right") && this.#peek()?.text === "(") this.#labelList();
    }
    return true;
  }

  #number(): void {
    if (!this.#take("-")) this.#take("+");
    if (this.#peek()?.kind !== "number") this.#stop();
    this.#at += 1;
  }

  #labelList(): void {
    this.#expect("(");
    while (!this.#take(")")) {
      const { kind } = this.#peek() ?? this.#stop();
      if (kind !== "name" && kind !== "text") this.#stop();
      this.#at += 1;
      if (this.#peek()?.text !== ")") this.#expect(",");
    }
  }

  #selector(name: Token | undefined): void {
    const start = name?.start ?? this.offset;
    if (!this.#take("{")) {
      const { text: metric, end } = name!;
      this.found.push({ metric, matchers: [], start, end, insertAt: end, before: "{", after: "}" });
      return;
    }
    const matchers: Matcher[] = [];
    let metric = name?.text;
    let [insertAt, before] = [this.#tokens[this.#at - 1]!.end, ""];
    while (!this.#take("}")) {
      const label = this.#peek() ?? this.#stop();
      if (label.kind !== "name" && label.kind !== "text") this.#stop();
      const labelName = label.kind === "text" ? this.#unquoted(label) : label.text;
      this.#at += 1;
      const operator = this.#peek() ?? this.#stop();
      if (label.kind === "text" && (operator.text === "," || operator.text === "}") && metric === undefined) metric = labelName;
      else matchers.push(this.#matcher(labelName, operator));
      [insertAt, before] = [this.#tokens[this.#at - 1]!.end, ","];
      if (this.#take(",")) [insertAt, before] = [this.#tokens[this.#at - 1]!.end, ""];
      else if (this.#peek()?.text !== "}") this.#stop();
    }
    metric ??= matchers.find(({ label, operator }) => label === "__name__" && operator === "=")?.value;
    this.found.push({ metric, matchers, start, end: this.#tokens[this.#at - 1]!.end, insertAt, before, after: "" });
  }

  #matcher(label: string, { kind, text }: Token): Matcher {
    if (kind !== "symbol" || !OPERATORS.has(text)) this.#stop();
    this.#at += 1;
    const value = this.#peek() ?? this.#stop();
    if (value.kind !== "text") this.#stop();
    const plain = this.#unquoted(value);
    this.#at += 1;
    return { label, operator: text as Operator, value: plain };
  }

  #unquoted({ text }: Token): string {
    return unquoted(text) ?? this.#stop();
  }

  #peek(ahead = 0): Token | undefined {
    return this.#tokens[this.#at + ahead];
  }

  #take(symbol: string): boolean {
    const token = this.#peek();
    if (token?.kind !== "symbol" || token.text !== symbol) return false;
    this.#at += 1;
    return true;
  }

  #takeName(...words: readonly string[]): boolean {
    const token = this.#peek();
    if (token?.kind !== "name" || !words.includes(token.text.toLowerCase())) return false;
    this.#at += 1;
    return true;
  }

  #expect(...symbols: readonly string[]): void {
    for (const symbol of symbols) if (!this.#take(symbol)) this.#stop();
  }

  #stop(): never {
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    throw this.stuck;
  }
}

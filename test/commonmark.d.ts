/** The parts of the reference parser that the tests use. */
declare module "commonmark" {
  interface Node {
    readonly type: string;
    readonly level: number;
    readonly sourcepos: readonly [readonly [number, number], readonly [number, number]];
    readonly firstChild: Node | null;
    readonly next: Node | null;
    readonly literal: string | null;
    readonly destination: string | null;
    readonly info: string | null;
    readonly listType: "bullet" | "ordered";
    readonly _string_content: string;
  }
  export class Parser {
    readonly inlineParser: { parse: (block: Node) => void; readonly refmap: Readonly<Record<string, unknown>> };
    parse(text: string): Node;
  }
  export class HtmlRenderer {
    constructor(options?: { readonly softbreak?: string; readonly safe?: boolean });
    render(node: Node): string;
    lit(html: string): void;
    html_inline(node: Node): void;
    html_block(node: Node): void;
  }
}

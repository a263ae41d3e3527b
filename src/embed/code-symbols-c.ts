/** Symbols of C and C++, by Lezer's parser, which reads half-typed programs too. What a preprocessor would make of the text is not known. */

import type { SyntaxNode, SyntaxNodeRef } from "@lezer/common";
import { parser } from "@lezer/cpp";
import type { CodeSymbol } from "./code-symbols.ts";

interface Scope {
  readonly isClass: boolean;
  /** Its path with a point behind it; empty for the file. */
  readonly prefix: string;
}

const types = new Set(["ClassSpecifier", "StructSpecifier", "UnionSpecifier", "EnumSpecifier"]);
/** What definitions stand in. Bodies of functions and expressions hold none that others could name. */
const holders = new Set([
  ...types,
  "Program",
  "NamespaceDefinition",
  "LinkageSpecification",
  "TemplateDeclaration",
  "CompoundStatement",
  "FieldDeclarationList",
  "EnumeratorList",
  "Declaration",
  "FieldDeclaration",
  "TypeDefinition",
]);
/** What may stand around the name that a declaration declares. */
const declarators = [
  "InitDeclarator",
  "PointerDeclarator",
  "ReferenceDeclarator",
  "ArrayDeclarator",
  "ParenthesizedDeclarator",
  "FunctionDeclarator",
];
const names = ["Identifier", "FieldIdentifier", "ScopedIdentifier"];
/** Declarators nest this deep. */
const deepest = 12;

/** The symbols of a file of C or C++, in the order of their definitions: `net.Attention.forward`. */
export function cSymbols(text: string): CodeSymbol[] {
  const reader = new CReader(text);
  parser.parse(text).iterate({ enter: (node) => reader.enter(node), leave: (node) => reader.leave(node) });
  return reader.symbols;
}

class CReader {
  readonly symbols: CodeSymbol[] = [];
  readonly #text: string;
  readonly #scopes: Scope[] = [{ isClass: false, prefix: "" }];

  constructor(text: string) {
    this.#text = text;
  }

  enter(ref: SyntaxNodeRef): boolean {
    const { name, node } = ref;
    if (name === "NamespaceDefinition") this.#namespace(node);
    else if (types.has(name)) this.#type(node);
    else if (name === "FunctionDefinition" || name === "Declaration" || name === "FieldDeclaration") this.#declaration(node);
    else if (name === "TypeDefinition") this.#alias(node, node.getChildren("TypeIdentifier").at(-1));
    else if (name === "AliasDeclaration") this.#alias(node, node.getChild("TypeIdentifier"));
    else if (name === "Enumerator") this.#alias(node, node.getChild("Identifier"), "attribute");
    else if (name === "PreprocDirective" && node.firstChild?.name === "#define") this.#constant(node);
    return holders.has(name) || ref.type.isError;
  }

  leave({ name }: SyntaxNodeRef): void {
    if (name === "NamespaceDefinition" || types.has(name)) this.#scopes.pop();
  }

  get #scope(): Scope {
    return this.#scopes.at(-1) as Scope;
  }

  /** A namespace, or several at once: `namespace a::b`. */
  #namespace(node: SyntaxNode): void {
    let { prefix } = this.#scope;
    for (const nameNode of node.getChildren("Identifier")) {
      this.#add(prefix + this.#of(nameNode), "class", node, nameNode);
      prefix += `${this.#of(nameNode)}.`;
    }
    this.#scopes.push({ isClass: false, prefix });
  }

  /** A type with its members; one that is only spoken of defines nothing. */
  #type(node: SyntaxNode): void {
    const { prefix } = this.#scope;
    const isDefined = node.getChild("FieldDeclarationList") ?? node.getChild("EnumeratorList");
    const nameNode = node.getChild("TypeIdentifier") ?? node.getChild("TemplateType")?.getChild("TypeIdentifier");
    if (isDefined && nameNode) this.#add(prefix + this.#of(nameNode), "class", node, nameNode);
    this.#scopes.push({ isClass: true, prefix: nameNode ? `${prefix}${this.#of(nameNode)}.` : prefix });
  }

  #alias(node: SyntaxNode, nameNode: SyntaxNode | null | undefined, kind: CodeSymbol["kind"] = "class"): void {
    if (nameNode) this.#add(this.#scope.prefix + this.#of(nameNode), kind, node, nameNode);
  }

  #constant(node: SyntaxNode): void {
    const nameNode = node.getChild("Identifier");
    if (nameNode) this.#add(this.#of(nameNode), "variable", node, nameNode);
  }

  /** A function, or whatever a declaration declares, one or several. */
  #declaration(node: SyntaxNode): void {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      const found = names.includes(child.name) || declarators.includes(child.name) ? this.#declared(child) : undefined;
      if (!found) continue;
      const { isClass, prefix } = this.#scope;
      const { path, nameNode, isFunction } = found;
      const kind = isFunction ? (isClass || path.includes(".") ? "method" : "function") : isClass ? "attribute" : "variable";
      this.#add(prefix + path, kind, node, nameNode);
    }
  }

  /** The name within a declarator: `*alloc(int n)` declares the function `alloc`. */
  #declared(declarator: SyntaxNode): { path: string; nameNode: SyntaxNode; isFunction: boolean } | undefined {
    let isFunction = false;
    let node: SyntaxNode | null = declarator;
    for (let depth = 0; node && depth < deepest; depth++) {
      if (node.name === "FunctionDeclarator") isFunction = true;
      if (node.name === "ScopedIdentifier") {
        // what is defined outside its class bears the class's name
        const nameNode = node.getChild("Identifier");
        return nameNode ? { path: this.#scoped(node), nameNode, isFunction } : undefined;
      }
      if (names.includes(node.name)) return { path: this.#of(node), nameNode: node, isFunction };
      node = childOf(node);
    }
    return undefined;
  }

  /** `Attention<T>::forward` as a path. */
  #scoped(node: SyntaxNode): string {
    let written = this.#of(node);
    for (let depth = 0; written.includes("<") && depth < deepest; depth++) written = written.replace(/<[^<>]*>/g, "");
    return written.replace(/\s+/g, "").replaceAll("::", ".").replace(/^\./, "");
  }

  #add(path: string, kind: CodeSymbol["kind"], { from, to }: SyntaxNode, nameNode: SyntaxNode): void {
    const nameSpan = { start: nameNode.from, end: nameNode.to };
    this.symbols.push({ path, name: this.#of(nameNode), kind, span: { start: from, end: to }, nameSpan });
  }

  #of({ from, to }: SyntaxNode): string {
    return this.#text.slice(from, to);
  }
}

/** The name or declarator that a declarator holds. */
function childOf(node: SyntaxNode): SyntaxNode | null {
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (names.includes(child.name) || declarators.includes(child.name)) return child;
  }
  return null;
}

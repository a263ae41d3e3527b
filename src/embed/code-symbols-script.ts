/** Symbols of JavaScript and TypeScript, by Lezer's parser. */

import type { SyntaxNode, SyntaxNodeRef } from "@lezer/common";
import { parser } from "@lezer/javascript";
import type { CodeSymbol } from "./code-symbols.ts";

interface Scope {
  readonly kind: "module" | "class" | "function";
  /** Its path with a point behind it; empty for the module. */
  readonly prefix: string;
  /** The class whose `this` it is, with a point behind it. */
  readonly self?: string;
}

const parsers = { javascript: parser.configure({ dialect: "ts jsx" }), typescript: parser.configure({ dialect: "ts" }) };

const classes = new Set(["ClassDeclaration", "InterfaceDeclaration", "EnumDeclaration", "NamespaceDeclaration"]);
const functions = new Set(["FunctionDeclaration", "MethodDeclaration", "FunctionExpression", "ArrowFunction"]);
const names = ["VariableDefinition", "TypeDefinition", "PropertyDefinition", "PrivatePropertyDefinition"];
/** Keys are read this deep. */
const deepest = 4;

/** The symbols of a script, in the order of their definitions. */
export function scriptSymbols(text: string, language: keyof typeof parsers): CodeSymbol[] {
  const reader = new ScriptReader(text);
  parsers[language].parse(text).iterate({ enter: (node) => reader.enter(node), leave: (node) => reader.leave(node) });
  return reader.symbols;
}

class ScriptReader {
  readonly symbols: CodeSymbol[] = [];
  readonly #text: string;
  readonly #scopes: Scope[] = [{ kind: "module", prefix: "" }];

  constructor(text: string) {
    this.#text = text;
  }

  enter({ name, node }: { readonly name: string; readonly node: SyntaxNode }): void {
    const scope = this.#scopes.at(-1) as Scope;
    if (classes.has(name) || functions.has(name)) this.#define(node, scope);
    else if (name === "PropertyDeclaration" || name === "PropertyType") this.#property(node, scope);
    else if (name === "EnumBody") this.#members(node, scope);
    else if (name === "VariableDeclaration" && scope.kind !== "function") this.#variables(node, scope);
    else if (name === "AssignmentExpression" && scope.self !== undefined) this.#assignment(node, scope.self);
  }

  leave({ name }: SyntaxNodeRef): void {
    if (classes.has(name) || functions.has(name)) this.#scopes.pop();
  }

  #define(node: SyntaxNode, outer: Scope): void {
    const isClass = classes.has(node.name);
    const isNamed = isClass || node.name === "FunctionDeclaration" || node.name === "MethodDeclaration";
    const nameNode = isNamed ? this.#name(node) : undefined;
    const name = nameNode ? this.#of(nameNode) : "";
    const isLocal = outer.kind === "function" && !isClass;
    if (nameNode && !isLocal) {
      this.#add(outer.prefix + name, name, isClass ? "class" : outer.kind === "class" ? "method" : "function", node, nameNode);
    }
    const prefix = name === "" ? outer.prefix : `${outer.prefix}${name}.`;
    if (isClass) {
      this.#scopes.push({ kind: node.name === "NamespaceDeclaration" ? "module" : "class", prefix });
      return;
    }
    // `this` in an arrow function is the one around it
    const self =
      node.name === "MethodDeclaration" ? outer.prefix : node.name === "ArrowFunction" ? (outer.self ?? classOf(outer)) : undefined;
    this.#scopes.push({ kind: "function", prefix, ...(self === undefined ? {} : { self }) });
    if (name === "constructor") this.#parameters(node, outer.prefix);
  }

  /** Parameters of a constructor that are attributes too. */
  #parameters(node: SyntaxNode, prefix: string): void {
    for (let child = node.getChild("ParamList")?.firstChild ?? null; child; child = child.nextSibling) {
      const before = child.prevSibling?.name;
      if (child.name === "VariableDefinition" && (before === "Privacy" || before === "readonly")) {
        this.#add(prefix + this.#of(child), this.#of(child), "attribute", child, child);
      }
    }
  }

  #property(node: SyntaxNode, { kind, prefix }: Scope): void {
    const nameNode = this.#name(node);
    if (!nameNode || kind !== "class") return;
    const name = this.#of(nameNode);
    this.#add(prefix + name, name, "attribute", node, nameNode, this.#value(nameNode));
  }

  #members(node: SyntaxNode, { prefix }: Scope): void {
    for (const member of node.getChildren("PropertyName"))
      this.#add(prefix + this.#of(member), this.#of(member), "attribute", member, member);
  }

  #variables(node: SyntaxNode, { prefix }: Scope): void {
    for (const nameNode of node.getChildren("VariableDefinition")) {
      const name = this.#of(nameNode);
      this.#add(prefix + name, name, "variable", node, nameNode, this.#value(nameNode));
    }
  }

  #assignment(node: SyntaxNode, self: string): void {
    const target = node.firstChild;
    const member = target?.firstChild?.name === "this" ? (target.getChild("PropertyName") ?? target.getChild("PrivatePropertyName")) : null;
    if (!member || target?.nextSibling?.name !== "Equals") return;
    this.#add(self + this.#of(member), this.#of(member), "attribute", node, member, target.nextSibling.nextSibling ?? undefined);
  }

  /** What stands behind the `=` that follows a name, and a type if there is one. */
  #value(nameNode: SyntaxNode): SyntaxNode | undefined {
    let next = nameNode.nextSibling;
    if (next?.name === "TypeAnnotation") next = next.nextSibling;
    return next?.name === "Equals" ? (next.nextSibling ?? undefined) : undefined;
  }

  #keys(value: SyntaxNode, path: string, depth: number): void {
    if (value.name !== "ObjectExpression" || depth > deepest) return;
    for (const property of value.getChildren("Property")) {
      const nameNode = property.firstChild;
      if (!nameNode || (nameNode.name !== "PropertyDefinition" && nameNode.name !== "String")) continue;
      const written = this.#of(nameNode);
      const name = nameNode.name === "String" ? written.slice(1, -1) : written;
      if (!/^[\p{L}\p{N}_$][\p{L}\p{N}_$-]{0,99}$/u.test(name)) continue;
      const start = nameNode.from + (nameNode.name === "String" ? 1 : 0);
      const key = { from: start, to: start + name.length };
      const held = nameNode.nextSibling?.name === ":" ? nameNode.nextSibling.nextSibling : null;
      this.#add(`${path}.${name}`, name, "key", property, key, held ?? undefined, depth + 1);
    }
  }

  #madeBy(value: SyntaxNode): string | undefined {
    if (value.name !== "NewExpression" && value.name !== "CallExpression") return undefined;
    const callee = value.name === "NewExpression" ? value.firstChild?.nextSibling : value.firstChild;
    const last =
      callee?.name === "MemberExpression" ? callee.getChild("PropertyName") : callee?.name === "VariableName" ? callee : undefined;
    return last ? this.#of(last) : undefined;
  }

  #add(
    path: string,
    name: string,
    kind: CodeSymbol["kind"],
    node: { readonly from: number; readonly to: number },
    nameNode: { readonly from: number; readonly to: number },
    value?: SyntaxNode,
    depth = 0,
  ): void {
    const madeBy = value && this.#madeBy(value);
    const nameSpan = { start: nameNode.from, end: nameNode.to };
    this.symbols.push({ path, name, kind, span: { start: node.from, end: node.to }, nameSpan, ...(madeBy ? { madeBy } : {}) });
    if (value) this.#keys(value, path, depth);
  }

  #name(node: SyntaxNode): SyntaxNode | undefined {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (names.includes(child.name)) return child;
      if (child.name === "ParamList" || child.name === "Block" || child.name === "ClassBody") return undefined;
    }
    return undefined;
  }

  #of({ from, to }: { readonly from: number; readonly to: number }): string {
    return this.#text.slice(from, to);
  }
}

const classOf = ({ kind, prefix }: Scope): string | undefined => (kind === "class" ? prefix : undefined);

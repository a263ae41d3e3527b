/** Symbols of Python, by Lezer's parser, which reads half-typed programs too. */

import type { SyntaxNode, SyntaxNodeRef } from "@lezer/common";
import { parser } from "@lezer/python";
import type { CodeSymbol } from "./code-symbols.ts";

/** What is being defined around a place. */
interface Scope {
  readonly kind: "module" | "class" | "function";
  /** Its path with a point behind it; empty for the module. */
  readonly prefix: string;
  /** In a method: its first parameter, and the class's path with a point behind it. */
  readonly self?: { readonly name: string; readonly prefix: string };
}

/** Calls whose keywords and keys are attributes of what they make. */
const keyed = /^(?:dict|Dict|ModuleDict|ParameterDict|OrderedDict|SimpleNamespace|ConfigDict|Bunch)$/;
/** Calls that hold many of what their argument makes. */
const holders = /^(?:ModuleList|Sequential|list|tuple|List|nn_List)$/;
/** Keys are read this deep. */
const deepest = 4;

/** The symbols of a Python file, in the order of their definitions. */
export function pythonSymbols(text: string): CodeSymbol[] {
  const reader = new PythonReader(text);
  parser.parse(text).iterate({ enter: (node) => reader.enter(node), leave: (node) => reader.leave(node) });
  return reader.symbols;
}

class PythonReader {
  readonly symbols: CodeSymbol[] = [];
  readonly #text: string;
  readonly #scopes: Scope[] = [{ kind: "module", prefix: "" }];

  constructor(text: string) {
    this.#text = text;
  }

  enter(ref: SyntaxNodeRef): boolean {
    if (ref.name === "ClassDefinition" || ref.name === "FunctionDefinition") this.#define(ref.node);
    else if (ref.name === "AssignStatement") this.#assign(ref.node);
    // expressions define nothing; an error may stand anywhere
    return !ref.name.endsWith("Expression") && ref.name !== "ArgList";
  }

  leave({ name }: SyntaxNodeRef): void {
    if (name === "ClassDefinition" || name === "FunctionDefinition") this.#scopes.pop();
  }

  get #scope(): Scope {
    return this.#scopes.at(-1) as Scope;
  }

  #define(node: SyntaxNode): void {
    const outer = this.#scope;
    const isClass = node.name === "ClassDefinition";
    const nameNode = node.getChild("VariableName");
    const name = nameNode ? this.#of(nameNode) : "";
    const prefix = name === "" ? outer.prefix : `${outer.prefix}${name}.`;
    if (nameNode) this.#add(outer.prefix + name, name, isClass ? "class" : outer.kind === "class" ? "method" : "function", node, nameNode);
    if (isClass) {
      this.#scopes.push({ kind: "class", prefix });
      return;
    }
    const first = node.getChild("ParamList")?.getChild("VariableName");
    const self = outer.kind === "class" && first ? { name: this.#of(first), prefix: outer.prefix } : outer.self;
    this.#scopes.push({ kind: "function", prefix, ...(self ? { self } : {}) });
  }

  #assign(node: SyntaxNode): void {
    const targets: SyntaxNode[] = [];
    let since: SyntaxNode[] = [];
    let annotated = false;
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.name === "AssignOp") {
        targets.push(...since);
        since = [];
      } else if (child.name === "TypeDef") annotated = true;
      else if (child.name !== ",") since.push(child);
    }
    if (targets.length === 0 && annotated) {
      targets.push(...since);
      since = [];
    }
    const value = since.length === 1 && targets.length > 0 ? since[0] : undefined;
    for (const target of targets) this.#target(target, node, value, 0);
  }

  #target(target: SyntaxNode, statement: SyntaxNode, value: SyntaxNode | undefined, depth: number): void {
    if (target.name === "TupleExpression" || target.name === "ArrayExpression") {
      if (depth > deepest) return;
      for (let child = target.firstChild; child; child = child.nextSibling) this.#target(child, statement, undefined, depth + 1);
      return;
    }
    const found = this.#targetPath(target);
    if (!found) return;
    const { path, nameNode } = found;
    const kind = nameNode.name === "String" ? "key" : path === this.#of(nameNode) ? "variable" : "attribute";
    this.#add(path, keyOf(this.#of(nameNode)), kind, statement, nameNode, value && this.#madeBy(value, 0));
    if (value) this.#keys(value, path, 0);
  }

  /** The path of what is assigned to: a name of a module or class, an attribute of `self`, a key of either. */
  #targetPath(target: SyntaxNode): { path: string; nameNode: SyntaxNode } | undefined {
    const names: string[] = [];
    let nameNode: SyntaxNode | undefined;
    let node = target;
    for (; node.name === "MemberExpression"; node = node.firstChild as SyntaxNode) {
      const member = node.getChild("PropertyName") ?? node.getChild("String");
      if (!member || !node.firstChild || names.length > deepest) return undefined;
      const name = keyOf(this.#of(member));
      if (!isName(name)) return undefined;
      nameNode ??= member;
      names.unshift(name);
    }
    if (node.name !== "VariableName") return undefined;
    const base = this.#of(node);
    const { kind, self, prefix } = this.#scope;
    if (nameNode && self?.name === base) return { path: self.prefix + names.join("."), nameNode };
    if (kind === "function") return undefined;
    // what is written into something else than a name, `a.b = 1`, is no definition of ours; `a["b"] = 1` is a key
    if (nameNode && nameNode.name !== "String") return undefined;
    return { path: prefix + [base, ...names].join("."), nameNode: nameNode ?? node };
  }

  /** The keys of a dictionary, and the keywords of a call that makes one. */
  #keys(value: SyntaxNode, path: string, depth: number): void {
    if (depth > deepest) return;
    if (value.name === "DictionaryExpression") {
      for (let child = value.firstChild; child; child = child.nextSibling) {
        if (child.name !== "String" || child.nextSibling?.name !== ":") continue;
        this.#key(child, child.nextSibling.nextSibling, path, depth);
      }
    } else if (value.name === "CallExpression" && keyed.test(this.#callee(value))) {
      for (let child = value.getChild("ArgList")?.firstChild ?? null; child; child = child.nextSibling) {
        if (child.name === "VariableName" && child.nextSibling?.name === "AssignOp")
          this.#key(child, child.nextSibling.nextSibling, path, depth);
        else if (child.prevSibling?.name !== "AssignOp") this.#keys(child, path, depth + 1);
      }
    }
  }

  #key(nameNode: SyntaxNode, value: SyntaxNode | null, path: string, depth: number): void {
    const name = keyOf(this.#of(nameNode));
    if (!isName(name)) return;
    const span = { from: nameNode.from, to: value?.to ?? nameNode.to };
    this.#add(`${path}.${name}`, name, "key", span, nameNode, value ? this.#madeBy(value, 0) : undefined);
    if (value) this.#keys(value, `${path}.${name}`, depth + 1);
  }

  /** The last name of what a value calls; of a list, of what its elements call. */
  #madeBy(value: SyntaxNode, depth: number): string | undefined {
    if (depth > deepest) return undefined;
    if (value.name === "ArrayExpression" || value.name === "ArrayComprehensionExpression") {
      const call = value.getChild("CallExpression");
      return call ? this.#madeBy(call, depth + 1) : undefined;
    }
    if (value.name !== "CallExpression") return undefined;
    const callee = this.#callee(value);
    if (!holders.test(callee)) return callee || undefined;
    const held = value.getChild("ArgList")?.firstChild?.nextSibling;
    return held ? (this.#madeBy(held, depth + 1) ?? callee) : callee;
  }

  #callee(call: SyntaxNode): string {
    const callee = call.firstChild;
    const last = callee?.name === "MemberExpression" ? callee.getChild("PropertyName") : callee?.name === "VariableName" ? callee : null;
    return last ? this.#of(last) : "";
  }

  #add(
    path: string,
    name: string,
    kind: CodeSymbol["kind"],
    node: { readonly from: number; readonly to: number },
    nameNode: SyntaxNode,
    madeBy?: string | undefined,
  ): void {
    const quote = nameNode.name === "String" ? this.#of(nameNode).indexOf(name) : 0;
    const nameSpan = { start: nameNode.from + quote, end: nameNode.from + quote + name.length };
    this.symbols.push({ path, name, kind, span: { start: node.from, end: node.to }, nameSpan, ...(madeBy ? { madeBy } : {}) });
  }

  #of({ from, to }: SyntaxNode): string {
    return this.#text.slice(from, to);
  }
}

/** What stands between the quotes of a plain string; any other text as it is. */
function keyOf(written: string): string {
  const quote = written[0];
  return (quote === '"' || quote === "'") && written.endsWith(quote) && written.length > 2 ? written.slice(1, -1) : written;
}

const isName = (name: string): boolean => /^[\p{L}\p{N}_][\p{L}\p{N}_-]{0,99}$/u.test(name);

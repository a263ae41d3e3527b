/** The clauses that a corpus uses as a grammar for Lezer, so that it does the same work on the same text. */

const grammar = String.raw`
@top File { line* }

line { Header | Clause | newline }

Header {
  (kw<"claim"> Declared Side kw<"as"> Side
    | kw<"evidence"> Declared Citation
    | kw<"prediction"> Declared Text
    | kw<"use"> Names
    | kw<"cite"> Text) newline
}

Clause {
  (kw<"means"> Text
    | kw<"strength"> Name
    | kw<"stated"> kw<"in"> Citation Read?
    | (kw<"supported"> | kw<"disputed">) kw<"by"> Evidence
    | kw<"scope"> Scope
    | kw<"via"> End
    | kw<"level"> Name
    | kw<"predicts"> Names
    | kw<"assumes"> Names
    | kw<"rivals"> Names
    | kw<"contrasts"> kw<"with"> Names
    | kw<"note"> Text
    | kw<"facet"> Text
    | kw<"tag"> Name
    | kw<"type"> Name
    | kw<"shows"> Text
    | kw<"measures"> Result
    | Read
    | kw<"about"> Side
    | kw<"expects"> Result
    | kw<"falsified"> kw<"if"> Result
    | kw<"tested"> kw<"by"> Name kw<"in"> Scope kw<"with"> Qualifiers) newline
}

Declared { Name ":" }
Names { Name ("," Name)* }
Side { End (("," | kw<"or">) End)* }
End { (Name | Text) (Arrow (Name | Text))* }
Evidence { Name | Citation Name? Text? (kw<"in"> Scope)? Read? }
Read { kw<"read"> Name }
Scope { Phrase (("," | kw<"or">) Phrase)* }
Phrase { Name+ }
Result { Quantity Test (kw<"with"> Qualifiers)? }
Quantity { Text (kw<"of"> Text)? }
Test { Comparator Value | kw<"within"> Number ".." Number Unit? }
Value { Number Unit? }
Unit { Name | "%" }
Qualifiers { Qualifier ("," Qualifier)* }
Qualifier { Name Comparator? Value }

kw<term> { @specialize[@name={term}]<Name, term> }

@skip { space | Comment }

@tokens {
  nc { @asciiLetter | @digit | "_" | "+" | $[\u{a0}-\u{2000}] }
  Name { nc+ (("-" | "." | "/" | "'" | "^" | ":") nc+)* }
  Number { @digit+ ("." @digit+)? }
  Text { '"' (!["\\\n] | "\\" _)* '"' }
  Citation { "[" ![\]\n]* "]" }
  Arrow { "->" | "<-" | "<->" | "--" }
  Comparator { "=" | "<" | "<=" | ">" | ">=" | "~" }
  Comment { "#" ![\n]* }
  newline { "\n" }
  space { $[ \t\r]+ }
  @precedence { Number, Name }
  "," ":" ".." "%"
}
`;

interface Tree {
  iterate(visitor: { enter(node: { readonly type: { readonly isError: boolean } }): void }): void;
}

interface Lezer {
  buildParser(grammar: string): { parse(text: string): Tree };
}

/** Reads a text with Lezer. */
export async function lezerParser(load: (name: string) => Promise<unknown>): Promise<(text: string) => Tree> {
  const { buildParser } = (await load("@lezer/generator")) as Lezer;
  const parser = buildParser(grammar);
  return (text) => parser.parse(text);
}

/** How many faults Lezer saw: none, or the comparison is not one. */
export function faultsOf(tree: Tree): number {
  let faults = 0;
  tree.iterate({
    enter({ type }) {
      if (type.isError) faults++;
    },
  });
  return faults;
}

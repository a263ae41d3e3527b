/**
 * The clauses that a corpus uses as a grammar for Langium, so that it does the same work on the same text. Line breaks are
 * hidden, as users of Langium would have them: every token that is not costs it a node, and here no two clauses need one between.
 */

const grammar = String.raw`
grammar Claims

entry File: items+=Item*;

Item: header=Header clauses+=Clause*;

Header: (
    word='claim' name=NAME ':' left=Side 'as' right=Side
  | word='evidence' name=NAME ':' cited=CITATION
  | word='prediction' name=NAME ':' text=TEXT
  | word='use' names+=NAME (',' names+=NAME)*
  | word='cite' text=TEXT
);

Clause: (
    word=('means' | 'note' | 'shows' | 'facet') text=TEXT
  | word=('strength' | 'level' | 'type' | 'tag') value=NAME
  | word='stated' 'in' cited=CITATION ('read' extent=NAME)?
  | word=('supported' | 'disputed') 'by' (value=NAME | cited=CITATION (value=NAME)? (text=TEXT)? ('in' scope=Scope)? ('read' extent=NAME)?)
  | word='scope' scope=Scope
  | word='via' part=End
  | (word=('predicts' | 'assumes' | 'rivals') | word='contrasts' 'with') names+=NAME (',' names+=NAME)*
  | (word='measures' | word='expects' | word='falsified' 'if') result=Result
  | word='read' extent=NAME
  | word='about' about=Side
  | word='tested' 'by' value=NAME 'in' scope=Scope 'with' qualifiers+=Qualifier (',' qualifiers+=Qualifier)*
);

Side: ends+=End ((',' | 'or') ends+=End)*;
End: parts+=(NAME | TEXT) (arrows+=ARROW parts+=(NAME | TEXT))*;
Scope: phrases+=Phrase ((',' | 'or') phrases+=Phrase)*;
Phrase: words+=NAME+;
Result: name=TEXT ('of' denominator=TEXT)? (comparator=COMPARATOR value=Value | 'within' low=NUMBER '..' high=NUMBER (unit=(NAME | '%'))?) ('with' qualifiers+=Qualifier (',' qualifiers+=Qualifier)*)?;
Value: number=NUMBER (unit=(NAME | '%'))?;
Qualifier: measure=NAME (comparator=COMPARATOR)? value=Value;

terminal CITATION: /\[[^\]\n]*\]/;
terminal TEXT: /"(?:[^"\\\n]|\\.)*"/;
terminal ARROW: /<->|->|<-|--/;
terminal COMPARATOR: /<=|>=|[<>=~]/;
terminal NUMBER: /[0-9]+(?:\.[0-9]+)?(?![A-Za-z_])/;
terminal NAME: /[A-Za-z0-9_+µ]+(?:[-.\/'^:][A-Za-z0-9_+µ]+)*/;
hidden terminal COMMENT: /#[^\n]*/;
hidden terminal SPACE: /[ \t\r\n]+/;
`;

interface Parsed {
  readonly lexerErrors: readonly { readonly message: string }[];
  readonly parserErrors: readonly { readonly message: string }[];
}

interface Langium {
  createServicesForGrammar(input: {
    grammar: string;
    parserConfig: { maxLookahead: number; skipValidations: boolean };
  }): Promise<{ parser: { LangiumParser: { parse(text: string): Parsed } } }>;
}

/** Reads a text with Langium. */
export async function langiumParser(load: (name: string) => Promise<unknown>): Promise<(text: string) => Parsed> {
  const { createServicesForGrammar } = (await load("langium/grammar")) as Langium;
  // two words tell all lines apart: without this it looks as far ahead as it takes, which is slower
  const parserConfig = { maxLookahead: 1, skipValidations: true };
  const { LangiumParser } = (await createServicesForGrammar({ grammar, parserConfig })).parser;
  return (text) => LangiumParser.parse(text);
}

/** What Langium found wrong: nothing, or the comparison is not one. */
export const faultsOf = ({ lexerErrors, parserErrors }: Parsed): readonly string[] =>
  [...lexerErrors, ...parserErrors].map(({ message }) => message);

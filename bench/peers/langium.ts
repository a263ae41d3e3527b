/** The clauses that a corpus uses as a grammar for Langium, so that it does the same work on the same text. */

const grammar = String.raw`
grammar Claims

entry File: (NEWLINE | headers+=Header | clauses+=Clause)*;

Header: (ClaimHeader | EvidenceHeader | PredictionHeader | Use | Cite) NEWLINE;
ClaimHeader: 'claim' name=NAME ':' left=Side 'as' right=Side;
EvidenceHeader: 'evidence' name=NAME ':' cited=CITATION;
PredictionHeader: 'prediction' name=NAME ':' text=TEXT;
Use: 'use' names+=NAME (',' names+=NAME)*;
Cite: 'cite' file=TEXT;

Clause: (Words | Strength | Stated | Judged | Where | Via | Level | Named | Type | Measured | Read | About | Tested) NEWLINE;
Words: word=('means' | 'note' | 'shows') text=TEXT;
Strength: 'strength' strength=NAME;
Stated: 'stated' 'in' cited=CITATION (read=Read)?;
Judged: stance=('supported' | 'disputed') 'by' (evidence=NAME | cited=CITATION (type=NAME)? (shows=TEXT)? ('in' scope=Scope)? (read=Read)?);
Where: 'scope' scope=Scope;
Via: 'via' part=End;
Level: 'level' level=NAME;
Named: word=('predicts' | 'assumes') names+=NAME (',' names+=NAME)*;
Type: 'type' type=NAME;
Measured: (word='measures' | word='expects' | word='falsified' 'if') result=Result;
Read: 'read' extent=NAME;
About: 'about' ends=Side;
Tested: 'tested' 'by' type=NAME 'in' scope=Scope 'with' qualifiers+=Qualifier (',' qualifiers+=Qualifier)*;

Side: ends+=End ((',' | 'or') ends+=End)*;
End: parts+=Part (arrows+=ARROW parts+=Part)*;
Part: name=NAME | text=TEXT;
Scope: phrases+=Phrase ((',' | 'or') phrases+=Phrase)*;
Phrase: words+=NAME+;
Result: name=TEXT ('of' denominator=TEXT)? test=Test ('with' qualifiers+=Qualifier (',' qualifiers+=Qualifier)*)?;
Test: comparator=COMPARATOR value=Value | 'within' low=NUMBER '..' high=NUMBER (unit=Unit)?;
Value: number=NUMBER (unit=Unit)?;
Unit: name=(NAME | '%');
Qualifier: measure=NAME (comparator=COMPARATOR)? value=Value;

terminal CITATION: /\[[^\]\n]*\]/;
terminal TEXT: /"(?:[^"\\\n]|\\.)*"/;
terminal ARROW: /<->|->|<-|--/;
terminal COMPARATOR: /<=|>=|[<>=~]/;
terminal NUMBER: /[0-9]+(?:\.[0-9]+)?(?![A-Za-z_])/;
terminal NAME: /[A-Za-z0-9_+µ]+(?:[-.\/'^:][A-Za-z0-9_+µ]+)*/;
terminal NEWLINE: /\n/;
hidden terminal COMMENT: /#[^\n]*/;
hidden terminal SPACE: /[ \t\r]+/;
`;

interface Parsed {
  readonly lexerErrors: readonly { readonly message: string }[];
  readonly parserErrors: readonly { readonly message: string }[];
}

interface Langium {
  createServicesForGrammar(input: { grammar: string }): Promise<{ parser: { LangiumParser: { parse(text: string): Parsed } } }>;
}

/** Reads a text with Langium. */
export async function langiumParser(load: (name: string) => Promise<unknown>): Promise<(text: string) => Parsed> {
  const { createServicesForGrammar } = (await load("langium/grammar")) as Langium;
  const { LangiumParser } = (await createServicesForGrammar({ grammar })).parser;
  return (text) => LangiumParser.parse(text);
}

/** What Langium found wrong: nothing, or the comparison is not one. */
export const faultsOf = ({ lexerErrors, parserErrors }: Parsed): readonly string[] =>
  [...lexerErrors, ...parserErrors].map(({ message }) => message);

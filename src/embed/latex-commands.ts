/**
 * The commands and environments of LaTeX that mean something to Lamina, as tables. Whatever is not listed here is a
 * command whose arguments are running text, which is what most commands of authors are.
 */

/**
 * What an argument in braces is:
 * - `text`: running text, also where the command stands in mathematics
 * - `title`: running text even before `\begin{document}`
 * - `skip`: a name, a length, an option; nothing to read
 * - `math`: mathematics
 * - `keys`: keys of cited works
 * - `id`, `statement`: the claim that `\claim` names, and the text that states it
 * - `path`: a file; `folder`: the folder that the path counts from
 * - `bibliography`: bibliographies, whose ending may be left out; `resource`: one with its ending
 * - `address`: of the web, in which `%` opens no comment
 * - `definition`: the name or the body of a definition, in which nothing is meant as it stands
 */
export type Role =
  | "text"
  | "title"
  | "skip"
  | "math"
  | "keys"
  | "id"
  | "statement"
  | "path"
  | "folder"
  | "bibliography"
  | "resource"
  | "address"
  | "definition";

export interface Command {
  /** Its arguments in braces, in order. */
  readonly roles: readonly Role[];
  /** What kind of link its path is. */
  readonly link?: "input" | "include" | "subfile";
  /** Its arguments in brackets are running text. */
  readonly textInBrackets?: boolean;
  /** It takes the same arguments again and again, as biblatex's `\cites{a}{b}` does. */
  readonly repeats?: boolean;
  /** Between its first argument, a bare command, and its body anything may stand: `\def\x#1.#2{…}`. */
  readonly isPrimitiveDefinition?: boolean;
}

const table = new Map<string, Command>();

function add(names: string, ...roles: Role[]): void {
  for (const name of names.split(" ")) table.set(name, { roles });
}

// the second name is for documents in which a theorem is called `claim`
add("claim laminaclaim", "id", "statement");

// LaTeX and natbib, with the capitals that open a sentence
add("cite citep citet citealp citealt citeauthor citeyear citeyearpar citefullauthor citenum nocite", "keys");
add("Cite Citep Citet Citealp Citealt Citeauthor Citefullauthor", "keys");
// biblatex
add("parencite textcite autocite footcite footcitetext smartcite supercite fullcite footfullcite notecite pnotecite fnotecite", "keys");
add("Parencite Textcite Autocite Footcite Smartcite Notecite Pnotecite Fnotecite citetitle citedate citeurl", "keys");
// REVTeX, apacite, chicago and harvard
add("onlinecite citeonline shortcite fullciteA citeA shortciteA citeNP citeN shortciteN citeANP citeNoParens citeaffixed", "keys");
add("volcite pvolcite fvolcite ftvolcite svolcite tvolcite avolcite Volcite Pvolcite Fvolcite Svolcite Tvolcite Avolcite", "skip", "keys");
const multiple =
  "cites Cites parencites Parencites textcites Textcites autocites Autocites footcites Footcites footcitetexts smartcites Smartcites supercites";
for (const name of multiple.split(" ")) table.set(name, { roles: ["keys"], repeats: true });
add("defcitealias citestyle setcitestyle bibliographystyle citetalias citepalias", "skip");

add("bibliography nobibliography", "bibliography");
add("addbibresource addglobalbib addsectionbib", "resource");
table.set("input", { roles: ["path"], link: "input" });
table.set("include", { roles: ["path"], link: "include" });
table.set("subfile", { roles: ["path"], link: "subfile" });
table.set("subfileinclude", { roles: ["path"], link: "subfile" });
for (const name of ["import", "subimport"]) table.set(name, { roles: ["folder", "path"], link: "input" });
for (const name of ["includefrom", "subincludefrom"]) table.set(name, { roles: ["folder", "path"], link: "include" });

add("label ref eqref pageref autoref nameref cref Cref cpageref vref Vref vpageref fullref subref hypertarget hyperlink", "skip");
add("crefrange Crefrange cpagerefrange", "skip", "skip");
add("index glossary gls Gls glspl Glspl glsentrytext acrshort acrlong acrfull ac acs acl acf acp", "skip");
add("url nolinkurl path doi", "address");
add("href", "address", "text");
add("ensuremath", "math");
add("title subtitle keywords", "title");

// text within mathematics, too
add("text mbox hbox fbox textrm textbf textit textsf texttt textsl textsc textnormal emph intertext shortintertext tag", "text");
add("makebox framebox", "text");
add("raisebox parbox textcolor colorbox scalebox rotatebox foreignlanguage", "skip", "text");
add("fcolorbox resizebox multicolumn multirow", "skip", "skip", "text");
table.set("item", { roles: [], textInBrackets: true });

add("documentclass documentstyle usepackage RequirePackage PassOptionsToPackage pagestyle thispagestyle pagenumbering", "skip");
add("includegraphics includepdf includesvg graphicspath DeclareGraphicsExtensions captionsetup hypersetup geometry bibitem", "skip");
add("vspace hspace vskip hskip linespread fontsize fontfamily fontseries fontshape addvspace enlargethispage color", "skip");
add("setlength addtolength setcounter addtocounter settowidth rule usefont numberwithin hyphenation", "skip", "skip");
add("newlength newcounter stepcounter refstepcounter value arabic roman Roman alph Alph usebox sbox savebox", "skip");
add("usetikzlibrary tikzset pgfplotsset usepgfplotslibrary lstset sisetup setminted usemintedstyle DeclareSIUnit", "skip");
add("definecolor colorlet", "skip", "skip", "skip");
add("num si unit ang selectlanguage", "skip");
add("SI qty SIrange qtyrange", "skip", "skip");
add("bibinfo bibfield bibnamefont bibfnamefont email affiliation orcid ORCID", "skip");
add("laminatable lstinputlisting verbatiminput VerbatimInput", "skip");
add("inputminted", "skip", "skip");

add("newcommand renewcommand providecommand DeclareRobustCommand DeclareMathOperator newtheorem newfloat", "definition", "definition");
add(
  "newenvironment renewenvironment NewDocumentCommand RenewDocumentCommand ProvideDocumentCommand",
  "definition",
  "definition",
  "definition",
);
add(
  "DeclareDocumentCommand NewDocumentEnvironment DeclareDocumentEnvironment RenewDocumentEnvironment",
  ...(Array(4).fill("definition") as Role[]),
);
add("let newif newsavebox newtoks newcount newdimen", "definition");
for (const name of ["def", "gdef", "edef", "xdef"]) {
  table.set(name, { roles: ["definition", "definition"], isPrimitiveDefinition: true });
}

/** A command by its name without backslash and star; undefined if nothing special is known of it. */
export const commandOf = (name: string): Command | undefined => table.get(name);

/** Arguments in brackets right behind the name, and none in braces: every command that is not listed. */
export const unknownCommand: Command = { roles: [] };

/** Commands whose argument stands between any two equal characters: how many arguments in braces precede it. */
export const verbatimCommands: ReadonlyMap<string, number> = new Map([
  ["verb", 0],
  ["Verb", 0],
  ["lstinline", 0],
  ["mintinline", 1],
]);

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Environments whose content is not LaTeX; `lamina` is one of them. */
const verbatimEnvironments = words(
  "verbatim verbatim* Verbatim Verbatim* BVerbatim LVerbatim SaveVerbatim lstlisting minted comment filecontents filecontents* " +
    "alltt luacode luacode* pycode pythoncode tcblisting Sinput Soutput Schunk Highlighting asy",
);
const mathEnvironments = words(
  "math displaymath equation equation* align align* alignat alignat* flalign flalign* gather gather* multline multline* " +
    "eqnarray eqnarray* dmath dmath* IEEEeqnarray IEEEeqnarray* xalignat xxalignat",
);
/** Environments that hold drawings: their words are mostly names of shapes and places. */
const drawingEnvironments = words("tikzpicture pgfpicture picture tikzcd forest axis circuitikz pspicture psmatrix");

/** What an environment makes of its content. */
export type EnvironmentKind = "lamina" | "verbatim" | "math" | "drawing" | "document" | "plain";

export function environmentKind(name: string): EnvironmentKind {
  if (name === "lamina" || name === "document") return name;
  if (verbatimEnvironments.has(name)) return "verbatim";
  if (mathEnvironments.has(name)) return "math";
  return drawingEnvironments.has(name) ? "drawing" : "plain";
}

const environmentArguments = new Map<string, Command>();
for (const name of words("tabular longtable minipage multicols column thebibliography subfigure subtable adjustbox spacing otherlanguage"))
  environmentArguments.set(name, { roles: ["skip"] });
for (const name of words("tabular* tabularx tabulary wrapfigure list labeling"))
  environmentArguments.set(name, { roles: ["skip", "skip"] });

/** What follows `\begin{name}`. */
export const environmentCommand = (name: string): Command => environmentArguments.get(name) ?? unknownCommand;

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Bibliography,
  type BibliographyEntry,
  bibliographyFormat,
  parseBibliography,
  referenceLine,
  shortCitation,
} from "../../../src/core/evidence/bibliography.ts";

const bibtex = (text: string): Bibliography => parseBibliography(text, "bibtex");
const keys = (text: string): string[] => bibtex(text).entries.map(({ key }) => key);
const messages = (text: string): string[] => bibtex(text).problems.map(({ message }) => message);
const entry = (text: string): BibliographyEntry => bibtex(text).entries[0] as BibliographyEntry;
const field = (value: string, name = "title"): string | undefined => entry(`@article{k, ${name} = ${value}}`).field(name);

const koenig = `@misc{koenig2026neuroscience,
  author = {K{\\"o}nig, Peter and Negrello, Mario},
  title = {The neuroscience of transformers},
  year = {2026}, month = mar,
  eprint = {2603.15339}, archiveprefix = {arXiv},
  verification = {seen-primary}
}
`;

describe("entries", () => {
  test("say what they say", () => {
    const { entries, problems } = bibtex(koenig);
    expect(problems).toEqual([]);
    const [first] = entries;
    expect(first).toMatchObject({
      key: "koenig2026neuroscience",
      type: "misc",
      title: "The neuroscience of transformers",
      authors: [
        { family: "König", given: "Peter" },
        { family: "Negrello", given: "Mario" },
      ],
      year: "2026",
      eprint: "2603.15339",
      verification: "seen-primary",
      container: undefined,
      doi: undefined,
    });
    expect(first?.field("month")).toBe("March");
    expect(first?.field("MONTH")).toBe("March");
    expect(first?.field("nothing")).toBeUndefined();
  });

  test("stand where their spans say", () => {
    const { start, end } = entry(koenig).keySpan;
    expect(koenig.slice(start, end)).toBe("koenig2026neuroscience");
    expect(koenig.slice(entry(koenig).span.start, entry(koenig).span.end)).toBe(koenig.trim());
    const title = entry(koenig).rawField("Title");
    expect(title?.raw).toBe("{The neuroscience of transformers}");
    expect(koenig.slice(title?.nameSpan.start, title?.nameSpan.end)).toBe("title");
    expect(koenig.slice(title?.span.start, title?.span.end)).toBe(title?.raw);
    expect(entry(koenig).fields.map(({ name }) => name)).toEqual([
      ...["author", "title", "year", "month", "eprint", "archiveprefix", "verification"],
    ]);
  });

  test.each([
    ["one after the other", "@article{a, title={A}}@book{b, title={B}}", ["a", "b"]],
    ["with text between them", "Some words, me@example.org.\n@misc{a,}\nmore words\n@misc{b}", ["a", "b"]],
    ["in parentheses", "@article(a, title = {x)})\n@article(b)", ["a", "b"]],
    ["with spaces everywhere", "@ article{no,}\n@article {  a  ,\n title\n=\n{A}\n,\n}", ["a"]],
    ["in capitals", "@ARTICLE{Smith2004,}", ["Smith2004"]],
    ["with signs in the key", "@misc{DBLP:conf/nips/Vaswani17,}\n@misc{a.b+c_d-e,}", ["DBLP:conf/nips/Vaswani17", "a.b+c_d-e"]],
    ["with letters of any script", "@misc{könig2026,}\n@misc{王2020,}", ["könig2026", "王2020"]],
    ["commented out", "% @misc{no,\n%  title={x}}\n  %@misc{no2,}\n@misc{a,}", ["a"]],
    ["inside a comment", "@comment{@misc{no,}\n@misc{no2,}}\n@Comment(no)\n@misc{a,}", ["a"]],
    ["around a preamble", '@preamble{"\\newcommand{\\x}{@misc{no,}}"}\n@misc{a,}', ["a"]],
    ["after a byte order mark", "\uFEFF@misc{a,}", ["a"]],
    ["with CRLF", "@misc{a,\r\n  title = {A}\r\n}\r\n@misc{b,}\r\n", ["a", "b"]],
    ["in a file that is empty", "", []],
    ["in a file that is something else", '{"a": 1}', []],
  ])("%s", (_, text, expected) => {
    expect(keys(text)).toEqual(expected);
    expect(messages(text)).toEqual([]);
  });
});

describe("values", () => {
  test.each([
    ["{in {nested {braces}}}", "in nested braces"],
    ['"in {"}quotes{"}"', 'in "quotes"'],
    ["2004", "2004"],
    ['"a" # { b } # "c"', "a b c"],
    ["{over\n   several\r\n\tlines}", "over several lines"],
    ["{}", undefined],
    ["unknownmacro", "unknownmacro"],
  ])("%s", (value, expected) => expect(field(value)).toBe(expected));

  test.each([
    [String.raw`{K{\"o}nig, K\"onig, K\"{o}nig, {\"O}st}`, "König, König, König, Öst"],
    [String.raw`{Ma{\c c}arico, Ma\c{c}arico, Ma\c carico}`, "Maçarico, Maçarico, Maçarico"],
    [String.raw`{S{\'\i}, S\'{\i}, S{\'i}}`, "Sí, Sí, Sí"],
    [String.raw`{\'{e}\`e\^e\~n\=a\.z \v{s}\H{o}\k{a}\d{h}\r{a}\u{g}}`, "éèêñāż šőąḥåğ"],
    [String.raw`{Stra{\ss}e, {\O}rsted, {\L}ukasz, {\AA}, \ae}`, "Straße, Ørsted, Łukasz, Å, æ"],
    [String.raw`{R\&D, 10\,\%, a\_b, \#1, \$5, \{x\}}`, "R&D, 10 %, a_b, #1, $5, {x}"],
    ["{1--5 and a---b, -1}", "1–5 and a—b, -1"],
    ["{``so'' it's}", "“so” it's"],
    ["{J.~Smith}", "J. Smith"],
    [String.raw`{\emph{in} \textbf{bold} \textit{italics}}`, "in bold italics"],
    [String.raw`{the $\gamma$ rhythm, Ca$^{2+}$, H$_2$O, $a\times b$}`, "the γ rhythm, Ca2+, H2O, a×b"],
    [String.raw`{\href{https://a.b/c}{text} and \url{https://a.b}}`, "text and https://a.b"],
    [String.raw`{\"{} \unknown{kept} \\ end\ `, "kept end"],
    ["{GABA{ergic} 丘脑 😀}", "GABAergic 丘脑 😀"],
  ])("%s", (value, expected) => expect(field(value)).toBe(expected));

  test("identifiers and addresses stand as they are", () => {
    expect(field("{10.1000/a--b_c~d}", "doi")).toBe("10.1000/a--b_c~d");
    expect(field(String.raw`{https://a.b/c\_d\%20e}`, "url")).toBe("https://a.b/c_d%20e");
    expect(entry("@misc{k, doi = {https://doi.org/10.1038/nn.3917}}").doi).toBe("10.1038/nn.3917");
    expect(entry("@misc{k, doi = {doi: 10.1038/nn.3917}}").doi).toBe("10.1038/nn.3917");
    expect(entry("@misc{k, eprint = {arXiv:2603.15339}}").eprint).toBe("2603.15339");
  });

  test("macros, also of macros", () => {
    const text = '@string{jn = "Journal of Neuroscience"}\n@string{both = jn # { and } # JN}\n@article{a, journal = both, month = DEC}';
    expect(entry(text).container).toBe("Journal of Neuroscience and Journal of Neuroscience");
    expect(entry(text).field("month")).toBe("December");
  });

  test("a macro that uses itself, and macros that grow without bound, end", () => {
    expect(entry('@string{a = a # "x"}\n@misc{k, title = a}').title).toBe("x");
    const growing = Array.from({ length: 60 }, (_, index) => `@string{m${index + 1} = m${index} # m${index}}`).join("\n");
    expect(entry(`@string{m0 = "word"}\n${growing}\n@misc{k, title = m60}`).title?.length).toBeLessThan(10_000);
  });

  test("the year comes from a date too", () => {
    expect(entry("@misc{k, date = {2026-03-16}}").year).toBe("2026");
    expect(entry("@misc{k, year = {in press}}").year).toBe("in press");
  });
});

describe("crossref", () => {
  const text = `@inproceedings{child, title = {Paper}, crossref = {parent}}
@proceedings{parent, title = {Proceedings}, year = 2004, editor = {Doe, Jane}, doi = {10.1/parent}, publisher = {House}}`;

  test("what a work is in lends what is its own too", () => {
    expect(entry(text)).toMatchObject({
      title: "Paper",
      container: "Proceedings",
      year: "2004",
      publisher: "House",
      editors: [{ family: "Doe", given: "Jane" }],
    });
  });

  test("but not its identifier", () => expect(entry(text).doi).toBeUndefined());

  test("a circle ends, and so does a parent that is not there", () => {
    expect(entry("@misc{a, crossref = {b}}\n@misc{b, crossref = {a}}").year).toBeUndefined();
    expect(entry("@misc{a, crossref = {none}}").year).toBeUndefined();
  });
});

describe("names", () => {
  const names = (value: string): string[] =>
    entry(`@misc{k, author = {${value}}}`).authors.map(({ family, given }) => `${family}|${given}`);

  test.each([
    ["Douglas, Rodney J. and Martin, Kevan A. C.", ["Douglas|Rodney J.", "Martin|Kevan A. C."]],
    ["Rodney J. Douglas and Kevan A. C. Martin", ["Douglas|Rodney J.", "Martin|Kevan A. C."]],
    [String.raw`da Costa, Nuno Ma{\c c}arico`, ["da Costa|Nuno Maçarico"]],
    [String.raw`Nuno Ma\c carico da Costa`, ["da Costa|Nuno Maçarico"]],
    ["Christoph von der Malsburg", ["von der Malsburg|Christoph"]],
    ["Van Essen, David C.", ["Van Essen|David C."]],
    ["King, Jr., Martin Luther", ["King|Martin Luther, Jr."]],
    ["{MICrONS Consortium}", ["MICrONS Consortium|"]],
    ["{Barnes and Noble} and Plato", ["Barnes and Noble|", "Plato|"]],
    ["Smith, A.\n and\tJones, B.", ["Smith|A.", "Jones|B."]],
    ["Anderson, Sandy AND Randall, B.", ["Anderson|Sandy", "Randall|B."]],
    ["王小明 and 李, 雷", ["王小明|", "李|雷"]],
    ["and and , and", []],
    ["", []],
  ])("%s", (value, expected) => expect(names(value)).toEqual(expected));

  test("others", () => {
    const markov = entry("@article{k, author = {Markov, N. T. and others}, year = 2014}");
    expect(markov.authors).toEqual([{ family: "Markov", given: "N. T." }]);
    expect(markov.hasMoreAuthors).toBe(true);
  });
});

describe("half-written and broken text", () => {
  test.each([
    ["an entry that is never closed", "@misc{a,\n  title = {A},\n\n@misc{b,}\n", ["a", "b"], "The entry “a” is never closed"],
    [
      "a value that is never closed",
      "@misc{a,\n  title = {A,\n  year = 2004\n}\n\n  @misc {b,}\n",
      ["a", "b"],
      "The entry “a” is never closed",
    ],
    ["a quotation that is never closed", '@misc{a,\n  title = "A,\n  year = 2004\n}\n\n@misc{b,}\n', ["a", "b"], "This quotation mark"],
    [
      "the last entry never closed",
      "@misc{a}\n@misc{b,\n title = {",
      ["a", "b"],
      "The entry “b” is never closed; it is read up to the end",
    ],
    ["an entry without a key", "@misc{title = {A}}\n@misc{b,}", ["b"], "This entry has no key: expected “@misc{key,”"],
    ["a head alone", "@misc{\n\n@misc{b,}", ["b"], "This entry has no key"],
    ["a key with a space", "@misc{a b,}\n@misc{c,}", ["a b", "c"], "A key holds no spaces"],
    ["no comma after the key", "@misc{a\n title = {A}}\n@misc{b,}", ["a", "b"], "Expected a comma after the key “a”"],
    ["no comma after a field", "@misc{a, title = {A}\n year = 2004}\n@misc{b,}", ["a", "b"], "Expected a comma after the field “title”"],
    ["no sign after a name", "@misc{a, title {A}, year = 2004}\n@misc{b,}", ["a", "b"], "Expected “name = value”"],
    ["a bracket too many", "@misc{a, title = {A}}, year = 2004}\n@misc{b,}", ["a", "b"], "one bracket too many"],
    ["a comment that is never closed", "@comment{ x\n@misc{a,}", ["a"], "“@comment” is never closed"],
  ])("%s", (_, text, expected, message) => {
    expect(keys(text)).toEqual(expected);
    expect(messages(text).join("\n")).toContain(message);
  });

  test("fields around a slip are kept", () => {
    const slipped = entry("@misc{a, title {A}, year = 2004 note = {N} author = {Doe, J.}}");
    expect(slipped).toMatchObject({ year: "2004", note: "N", authors: [{ family: "Doe", given: "J." }] });
  });

  test("of two entries with one key the first counts", () => {
    const text = "@misc{a, title = {First}}\n@misc{a, title = {Second}}";
    const { entries, byKey, problems } = bibtex(text);
    expect(entries.map(({ title }) => title)).toEqual(["First", "Second"]);
    expect(byKey.get("a")?.title).toBe("First");
    expect(problems.map(({ span }) => span)).toEqual([entries[1]?.keySpan]);
  });
});

describe("references in words", () => {
  const cite = (fields: string): string => shortCitation(entry(`@article{thekey, ${fields}}`));

  test.each([
    [String.raw`author = {K{\"o}nig, Peter and Negrello, Mario}, year = 2026`, "König & Negrello 2026"],
    ["author = {Binzegger, Tom and Douglas, Rodney J. and Martin, Kevan A. C.}, year = {2004}", "Binzegger et al. 2004"],
    ["author = {Mountcastle, Vernon B.}, year = 1997", "Mountcastle 1997"],
    ["author = {Markov, N. T. and others}, year = 2014", "Markov et al. 2014"],
    ["editor = {Shepherd, Gordon M.}, year = 2004", "Shepherd 2004"],
    ["author = {Doe, Jane}", "Doe n.d."],
    ["title = {No one}, year = 2004", "thekey"],
  ])("%s", (fields, expected) => expect(cite(fields)).toBe(expected));

  test("a line", () => {
    const text = `@article{k,
  author = {Binzegger, Tom and Douglas, Rodney J. and Martin, Kevan A. C.},
  title = {A Quantitative Map of the Circuit of Cat Primary Visual Cortex},
  journal = {Journal of Neuroscience}, year = {2004}, volume = {24}, number = {39}, pages = {8441--8453},
  doi = {10.1523/JNEUROSCI.1400-04.2004}
}`;
    expect(referenceLine(entry(text))).toBe(
      "Binzegger, T., Douglas, R. J. & Martin, K. A. C. (2004). A Quantitative Map of the Circuit of Cat Primary Visual Cortex. " +
        "Journal of Neuroscience 24(39), 8441–8453. doi:10.1523/JNEUROSCI.1400-04.2004",
    );
  });

  test("at most six authors", () => {
    const people = Array.from({ length: 8 }, (_, index) => `Name${index}, A.`).join(" and ");
    const line = referenceLine(entry(`@article{k, author = {${people}}, title = {Which column?}, year = 2010}`));
    expect(line).toBe("Name0, A., Name1, A., Name2, A., Name3, A., Name4, A., Name5, A. et al. (2010). Which column?");
  });

  test("a preprint, and an entry that says next to nothing", () => {
    expect(referenceLine(entry(koenig))).toBe("König, P. & Negrello, M. (2026). The neuroscience of transformers. arXiv:2603.15339");
    expect(referenceLine(entry("@misc{k, title = {Untitled}}"))).toBe("Untitled");
    expect(referenceLine(entry("@misc{k}"))).toBe("k");
    expect(referenceLine(entry("@book{k, editor = {Doe, J.}, title = {B}, publisher = {House}}"))).toBe("Doe, J. (ed.). B. House");
  });
});

test("the format goes by the name of the file", () => {
  expect(["refs.bib", "a/b.BIB", "refs.json", "refs.yaml"].map(bibliographyFormat)).toEqual(["bibtex", "bibtex", "csl-json", undefined]);
});

describe("any text", () => {
  const pieces = [
    "@misc{a,",
    "@article(b,",
    "@string{s = ",
    "@comment{",
    "\n@misc{c,\n",
    "title",
    "=",
    "{",
    "}",
    '"',
    ",",
    "#",
    "s",
    "%",
    '\\"o',
  ];
  const texts = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(fc.constantFrom(...pieces, " ", "\n", "\r\n", ")", "@", "and", "crossref = {a}", "\0")).map((list) => list.join("")),
  );

  test("is read without an error, keys stand in their spans, and everything can be asked for", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { entries, byKey, problems } = bibtex(text);
        let last = 0;
        for (const item of entries) {
          expect(text.slice(item.keySpan.start, item.keySpan.end)).toBe(item.key);
          expect(item.span.start).toBeGreaterThanOrEqual(last);
          expect(item.span.end).toBeGreaterThan(item.keySpan.start);
          last = item.span.end;
          expect(byKey.has(item.key)).toBe(true);
          expect(shortCitation(item)).not.toBe("");
          expect(referenceLine(item)).not.toMatch(/[\r\n]/);
          for (const { name, raw, span } of item.fields) {
            expect(text.slice(span.start, span.end)).toBe(raw);
            item.field(name);
          }
        }
        expect(last).toBeLessThanOrEqual(text.length);
        for (const { span } of problems) expect(0 <= span.start && span.start <= span.end && span.end <= text.length).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});

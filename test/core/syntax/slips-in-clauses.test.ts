/** The slips that people make in clauses: each is explained at its place, and its first fix gives the line that was meant. */
import { describe, it } from "vitest";
import { checkSlip, inItem, named } from "../../support/slip.ts";

describe("clauses of a claim", () => {
  it.each(
    named([
      {
        line: "support by [@a]",
        marked: "support by",
        message: "Unexpected “support by”, expected “supported by”.",
        fixed: "supported by [@a]",
      },
      { line: "supports [@a]", marked: "supports", message: /expected “supported by”/, fixed: "supported by [@a]" },
      { line: "is supported by [@a]", marked: "is supported by", message: /expected “supported by”/, fixed: "supported by [@a]" },
      { line: "- supported by [@a]", marked: "- supported by", message: /expected “supported by”/, fixed: "supported by [@a]" },
      { line: "supported [@a]", marked: "supported", message: /expected “supported by”/, fixed: "supported by [@a]" },
      { line: "supported with [@a]", marked: "supported with", message: /expected “supported by”/, fixed: "supported by [@a]" },
      { line: "supported-by [@a]", marked: "supported-by", message: /expected “supported by”/, fixed: "supported by [@a]" },
      { line: "Supported by [@a]", marked: "Supported by", message: /expected “supported by”/, fixed: "supported by [@a]" },
      {
        line: "supported by: [@a]",
        marked: ":",
        message: /after “supported by”, expected “supported by” without it/,
        fixed: "supported by [@a]",
      },
      { line: "disputed [@x]", marked: "disputed", message: "Unexpected “disputed”, expected “disputed by”.", fixed: "disputed by [@x]" },
      { line: "stated [@x]", marked: "stated", message: /expected “stated in”/, fixed: "stated in [@x]" },
      { line: "belongs x", marked: "belongs", message: /expected “belongs to”/, fixed: "belongs to x" },
      { line: "undisputed 2026-11-23", marked: "undisputed", message: /expected “undisputed as of”/, fixed: "undisputed as of 2026-11-23" },
      { line: "undisputed as of 23.11.2026", marked: "23.11.2026", message: /expected a date, such as 2026-11-23/ },
      { line: "undisputed as of 2026-02-30", marked: "2026-02-30", message: /expected a day that exists/ },
      {
        line: "strength strong",
        marked: "strong",
        message: "Unexpected “strong”, expected a strength: analogy, functional, mechanistic or literal.",
      },
      { line: "strength functionel", marked: "functionel", message: /Did you mean “functional”\?/, fixed: "strength functional" },
      { line: "strength: functional", marked: ":", message: /after “strength”/, fixed: "strength functional" },
      {
        line: "strength:functional",
        marked: "strength:",
        message: "Unexpected “strength:”, expected “strength”.",
        fixed: "strength functional",
      },
      { line: "strength", marked: "strength", message: /^Unexpected end of the line after “strength”, expected a strength: analogy/ },
      { line: "level Column", marked: "Column", message: /Did you mean “column”/, fixed: "level column" },
      { line: "informs cortex", marked: "cortex", message: "Unexpected “cortex”, expected left, right or both." },
      {
        line: "means Layer 4 passes it on",
        marked: "Layer 4 passes it on",
        message: /expected a text in double quotes/,
        fixed: 'means "Layer 4 passes it on"',
      },
      { line: "means 'so'", marked: "'so'", message: /expected a text in double quotes/, fixed: 'means "so"' },
      {
        line: 'means "so',
        marked: '"so',
        message: 'Unexpected end of the line in a text, expected a closing quote ".',
        fixed: 'means "so"',
      },
      { line: "scope mouse,", marked: ",", message: /after “,”, expected a scope/ },
      { line: "scope mouse or", marked: "or", message: /after “or”, expected a scope/ },
      {
        line: "supported by @key",
        marked: "@key",
        message: "Unexpected “@key”, expected a citation in brackets: “[@key]”.",
        fixed: "supported by [@key]",
      },
      {
        line: "supported by anatomy [@k]",
        marked: "[@k]",
        message: "Unexpected citation after “anatomy”, expected it first: “[@k] anatomy”.",
        fixed: "supported by [@k] anatomy",
      },
      {
        line: 'supported by [@k] "shown" anatomy',
        marked: "anatomy",
        message:
          'Unexpected “anatomy”, expected it before the text. Evidence is written in this order: [@key] type "what it shows" in scope read extent.',
        fixed: 'supported by [@k] anatomy "shown"',
      },
      {
        line: "supported by [@k] read abstract in cat V1",
        marked: "in cat V1",
        message: /expected it before “read”/,
        fixed: "supported by [@k] in cat V1 read abstract",
      },
      {
        line: 'supported by [@k] anatomy in cat V1 "shown"',
        marked: '"shown"',
        message: /expected it before “in”/,
        fixed: 'supported by [@k] anatomy "shown" in cat V1',
      },
      {
        line: "supported by [@k] abstract",
        marked: "abstract",
        message: "Unexpected “abstract”, expected “read abstract”.",
        fixed: "supported by [@k] read abstract",
      },
      {
        line: "supported by [@k] anatomy cat V1",
        marked: "cat V1",
        message: /expected “in” before a scope/,
        fixed: "supported by [@k] anatomy in cat V1",
      },
      {
        line: "supported by [@k] cat V1",
        marked: "cat V1",
        message: /expected a type of evidence, “in” before a scope/,
        fixed: "supported by [@k] in cat V1",
      },
      {
        line: "supported by [@k] anatomy em",
        marked: "anatomy em",
        message: "Unexpected “anatomy em”, expected “anatomy_em”.",
        fixed: "supported by [@k] anatomy_em",
      },
      {
        line: "supported by [@k] anatomi",
        marked: "anatomi",
        message: /expected a type of evidence. Did you mean “anatomy”/,
        fixed: "supported by [@k] anatomy",
      },
      {
        line: "supported by [@k] [@l]",
        marked: "[@l]",
        message: /expected one piece of evidence a line/,
        fixed: "supported by [@k]\n  supported by [@l]",
      },
      { line: 'supported by "mine" anatomy', marked: "anatomy", message: /A text alone is the writer's own argument/ },
      { line: "supported by", marked: "by", message: /^Unexpected end of the line after “by”, expected evidence, such as/ },
      { line: "supported by [@k] in", marked: "in", message: /expected a scope/ },
      { line: "supported by [@k] read", marked: "read", message: /expected how far it was read: full-text, abstract/ },
      {
        line: "supported by [@k] strength literal",
        marked: "strength literal",
        message: /A clause starts on a line of its own/,
        fixed: "supported by [@k]\n  strength literal",
      },
      {
        line: "stated in [@k] secondary",
        marked: "secondary",
        message: "Unexpected “secondary”, expected “read secondary”.",
        fixed: "stated in [@k] read secondary",
      },
      { line: 'facet "x" for column', marked: "for column", message: "Unexpected “for column”, expected “of” or the end of the line." },
      { line: "via apical dendrite", marked: "dendrite", message: /in quotes: "apical dendrite"/, fixed: 'via "apical dendrite"' },
      { line: "predicts a b", marked: "b", message: /expected a comma before it/, fixed: "predicts a, b" },
      { line: "assumes a, b and c", marked: "and", message: /in a list, expected “,”/, fixed: "assumes a, b, c" },
      { line: 'predicts "a"', marked: '"a"', message: /expected the id of a prediction/ },
      { line: "strength functional;", marked: ";", message: /expected a text in double quotes or the end of the line/ },
      {
        line: "[@key] anatomy",
        marked: "[@key] anatomy",
        message: /expected a word before the citation: “supported by”/,
        fixed: "supported by [@key] anatomy",
      },
      { line: 'supported by data "x.csv" column a accepted "so"', marked: '"so"', message: /expected the first digits of the file's hash/ },
      { line: 'supported by data "x.csv" column where', marked: "where", message: /expected the name of a column/ },
      { line: "about thalamus", marked: "about", message: "Unexpected “about” in a claim, expected it in a prediction." },
      { line: "type anatomy", marked: "type", message: "Unexpected “type” in a claim, expected it in evidence." },
      { line: "foo bar", marked: "foo bar", message: "Unexpected “foo bar”, expected a clause such as “means”." },
    ]),
  )("%s", (_, slip) => inItem("claim x: L4 as Value")(slip));

  it("said twice are joined where that can be", () => {
    checkSlip('claim x: L4 as Value\n  means "a"\n  ', {
      line: 'means "b"',
      marked: "means",
      message: "Unexpected second “means”, expected it once. Merge the two.",
      fixed: ' "b"',
    });
    checkSlip("claim x: L4 as Value\n  scope mouse\n  ", {
      line: "scope adult",
      marked: "scope",
      message: /second “scope”/,
      fixed: ", adult",
    });
    checkSlip("claim x: L4 as Value\n  strength literal\n  ", { line: "strength functional", marked: "strength", message: /second/ });
  });

  it("without an item above them are explained", () => {
    checkSlip("", {
      line: 'means "so"',
      marked: "means",
      message: "Unexpected “means” with no item above it, expected a header such as “claim L4 as Value”.",
    });
  });
});

describe("numbers and tests", () => {
  const tests: readonly (readonly [written: string, marked: string, meant: string])[] = [
    ["~ 10-15 %", "~ 10-15", "within 10..15 %"],
    ["= 10–15 %", "= 10–15", "within 10..15 %"],
    ["10-15 %", "10-15", "within 10..15 %"],
    ["10..15 %", "10..15", "within 10..15 %"],
    ["within 10-15 %", "10-15", "within 10..15 %"],
    ["within 10–15 %", "10–15", "within 10..15 %"],
    ["within 10 - 15 %", "10 - 15", "within 10..15 %"],
    ["within 10 to 15 %", "10 to 15", "within 10..15 %"],
    ["within 10 and 15 %", "10 and 15", "within 10..15 %"],
    ["within 10 % - 15 %", "10 % - 15", "within 10..15 %"],
    ["within 10 %..15 %", "%", "within 10..15 %"],
    ["within 15..10 %", "15..10", "within 10..15 %"],
    ["between 10 and 15 %", "between 10 and 15", "within 10..15 %"],
    ["> 20,000", "20,000", "> 20000"],
    ["> 1,234,567.5", "1,234,567.5", "> 1234567.5"],
    ["> 20 000", "20 000", "> 20000"],
    ["< 0,05", "0,05", "< 0.05"],
    ["< .05", ".05", "< 0.05"],
    ["< –5", "–5", "< -5"],
    ["<-5", "<-5", "< -5"],
    ["< 5ms", "5ms", "< 5 ms"],
    ["< 10^6", "10^6", "< 1e6"],
    ["== 5", "==", "= 5"],
    ["=> 5", "=>", ">= 5"],
    ["=< 5", "=<", "<= 5"],
    ["<> 5", "<>", "!= 5"],
    ["less than 5", "less than", "< 5"],
    ["at least 5 %", "at least", ">= 5 %"],
    ["about 5 %", "about", "~ 5 %"],
    ["5 %", "5 %", "= 5 %"],
    ["~ 5 +- 1 ms", "+-", "~ 5 ± 1 ms"],
    ["~ 5 +/- 1 ms", "+/-", "~ 5 ± 1 ms"],
    ["> 5 mm per s", "mm per s", "> 5 mm/s"],
    ["> 5 with n 6", "6", "> 5 with n = 6"],
    ["> 5 n >= 6", "n", "> 5 with n >= 6"],
  ];
  it.each(tests)("%s", (written, marked, meant) => {
    const message = /^Unexpected .*, expected /;
    inItem('prediction p: "x"')({ line: `expects "a" of "b" ${written}`, marked, message, fixed: `expects "a" of "b" ${meant}` });
  });

  it.each(
    named([
      { line: 'expects "a" ~ 5 % of "b"', marked: 'of "b"', message: /expected it after the quantity/, fixed: 'expects "a" of "b" ~ 5 %' },
      { line: 'expects "a" of b > 5', marked: "b", message: /expected the denominator in double quotes/, fixed: 'expects "a" of "b" > 5' },
      { line: "expects share > 5", marked: "share", message: /expected a quantity in double quotes, a test/, fixed: 'expects "share" > 5' },
      { line: 'expects "a" of', marked: "of", message: /expected the denominator/ },
      { line: 'expects "a" within 10', marked: "10", message: /expected a range with two dots/ },
      { line: 'expects "a" ~', marked: "~", message: /expected a number, or a quantity in double quotes/ },
      { line: 'expects "a" > "b" by', marked: "by", message: /expected a number, such as: by 5 %/ },
      { line: 'expects "a" > 5 and', marked: "and", message: /expected a quantity in double quotes or a test/ },
      { line: 'expects "a" ~ 5 ± ms', marked: "ms", message: /after “±”, expected a number/ },
      { line: 'expects "a" > 5 with', marked: "with", message: /expected qualifiers/ },
      { line: 'expects "a" > 5 with ci', marked: "ci", message: /such as: ci 95 %/ },
      { line: 'expects "a" > 5 with power >= 8', marked: "power", message: "Unexpected “power”, expected a measure: ci, n, p, d or sd." },
      { line: 'expects "a" > 5 in', marked: "in", message: /expected a scope/ },
      { line: 'expects "a" > 5 from', marked: "from", message: /expected a citation or the id/ },
      { line: 'expects "a" > 5 and > 6 or > 7', marked: "or", message: /Unexpected “and” and “or” on one line/ },
      {
        line: "falsified outside 10..15",
        marked: "falsified",
        message: /expected “falsified if” or “falsified by counterexample”/,
        fixed: "falsified if outside 10..15",
      },
      {
        line: 'observed "a" data "d.csv" column a sd',
        marked: "sd",
        message: "Unexpected “sd” after the column, expected mean, median, min, max or count, or nothing for all its numbers.",
      },
      {
        line: 'observed data "d.csv" column a where b = "c" avg with n = 2',
        marked: "avg",
        message: /after the column, expected mean, median/,
        fixed: 'observed data "d.csv" column a where b = "c" mean with n = 2',
      },
      {
        line: 'observed data "d.csv" column a meen',
        marked: "meen",
        message: /after the column/,
        fixed: 'observed data "d.csv" column a mean',
      },
      {
        line: 'observed "a" from data "d.csv" column a max',
        marked: "from data",
        message: 'Unexpected “from data”, expected “data” right after the quantity: "gain" data "gains.csv" column gain mean.',
        fixed: 'observed "a" data "d.csv" column a max',
      },
      { line: "tested anatomy_em", marked: "tested", message: /expected “tested by”/, fixed: "tested by anatomy_em" },
      { line: "tested by anatomy em", marked: "anatomy em", message: /expected “anatomy_em”/, fixed: "tested by anatomy_em" },
      {
        line: "tested by anatomy_em n >= 6",
        marked: "n",
        message: "Unexpected “n”, expected “with n”.",
        fixed: "tested by anatomy_em with n >= 6",
      },
    ]),
  )("%s", (_, slip) => inItem('prediction p: "x"')(slip));
});

describe("clauses of a part", () => {
  it.each(
    named([
      {
        line: 'quantity "a" ~ 5 % [@k]',
        marked: "[@k]",
        message: "Unexpected “[@k]”, expected “from [@k]”.",
        fixed: 'quantity "a" ~ 5 % from [@k]',
      },
      {
        line: 'quantity "a" ~ 5 % from [@k] primary',
        marked: "primary",
        message: /expected “seen primary”/,
        fixed: 'quantity "a" ~ 5 % from [@k] seen primary',
      },
      { line: "xref UBERON:1 exakt", marked: "exakt", message: /Did you mean “exact”/, fixed: "xref UBERON:1 exact" },
      { line: "also granular layer", marked: "layer", message: /in quotes: "granular layer"/, fixed: 'also "granular layer"' },
      { line: 'also "x" in', marked: "in", message: /expected a language or notation/ },
      { line: "draw band four", marked: "four", message: /expected a number or the end of the line/ },
    ]),
  )("%s", (_, slip) => inItem('part L4: "Layer 4"')(slip));
});

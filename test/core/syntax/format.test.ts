/** What the formatter makes of lines. That it keeps their meaning is a law, in `format-laws.test.ts`. */
import { describe, expect, it } from "vitest";
import { Document } from "../../../src/core/syntax/document.ts";
import { formatDocument } from "../../../src/core/syntax/print.ts";
import { applyEdits } from "../../../src/core/text.ts";

const format = (text: string): string => applyEdits(text, formatDocument(Document.parse(text)));

describe("formatting", () => {
  it("indents clauses by two, and by four what goes on with them", () => {
    expect(format('  claim a: L4 as Value\nmeans "x"\n "y"\n\ttag a\n,b\n')).toBe(
      'claim a: L4 as Value\n  means "x"\n    "y"\n  tag a\n    , b\n',
    );
  });

  it("puts one blank between words, and none where signs join", () => {
    expect(format("claim   a :L4->L2/3  ,L5 as\tValue\n  tag a ,b\n")).toBe("claim a: L4 -> L2/3, L5 as Value\n  tag a, b\n");
    expect(format('prediction p:"x"\n  expects "a"within 10 .. 15%with n>=6,ci 95%\n')).toBe(
      'prediction p: "x"\n  expects "a" within 10..15 % with n >= 6, ci 95 %\n',
    );
    expect(format('prediction p: "x"\n  expects "a"=36.6°C\n')).toBe('prediction p: "x"\n  expects "a" = 36.6 °C\n');
    expect(format("source  @k\n")).toBe("source @k\n");
  });

  it("writes plain signs for their twins", () => {
    expect(format('claim 值：丘脑→L4，L5 as ？\n  means “it\'s „so“ \\"here\\"”\n')).toBe(
      'claim 值: 丘脑 -> L4, L5 as ?\n  means "it\'s „so“ \\"here\\""\n',
    );
    expect(format('prediction p: "x"\n  expects ≤ −5 ％\n')).toBe('prediction p: "x"\n  expects <= -5 %\n');
  });

  it("leaves a curly text that could not be closed by a plain quote", () => {
    expect(format("claim a: L4 as Value\n  means “x\\”\n")).toBe("claim a: L4 as Value\n  means “x\\”\n");
  });

  it("joins blank lines to one, and drops them at both ends", () => {
    expect(format("\n\nclaim a: L4 as Value\n\n\n\nclaim b: L5 as Key\n\n  tag x\n\n\n")).toBe(
      "claim a: L4 as Value\n\nclaim b: L5 as Key\n\n  tag x\n",
    );
  });

  it("puts comments where the line after them stands", () => {
    expect(format("# top\n  claim a: L4 as Value # why\n# on the text\nmeans “x”   #   so\n\n  # on b\nclaim b: L5 as Key\n")).toBe(
      '# top\nclaim a: L4 as Value  # why\n  # on the text\n  means "x"  #   so\n\n# on b\nclaim b: L5 as Key\n',
    );
  });

  it("keeps a clause that was taken out among the clauses", () => {
    const text = "claim a: L4 as Value\n  tag x\n  # strength literal\n\nclaim b: L5 as Key\n";
    expect(format(text)).toBe(text);
    expect(format("claim a: L4 as Value\n  tag x\n# strength literal\n")).toBe("claim a: L4 as Value\n  tag x\n# strength literal\n");
  });

  it("leaves lines that are not understood as they stand, and formats the rest", () => {
    expect(format('claim a: L4 as Value\n   frob  the ,column \nmeans "x"\n\n clam  b\ntag   y\n')).toBe(
      'claim a: L4 as Value\n   frob  the ,column \n  means "x"\n\n clam  b\n  tag y\n',
    );
  });

  it("leaves a header's line alone where the clause on it is not understood", () => {
    expect(format("claim a:L4 as Value strength literal#x\ntag  y\n")).toBe("claim a:L4 as Value strength literal#x\n  tag y\n");
  });

  it("formats lines with words that it does not know, because their form is understood", () => {
    expect(format("claim a: L4 as Value\nstrength   strong\n")).toBe("claim a: L4 as Value\n  strength strong\n");
  });

  it("leaves the words of a house's own clause alone", () => {
    expect(format("claim a: L4 as Value\nx-list   a ,b :  c # d\n")).toBe("claim a: L4 as Value\n  x-list   a ,b :  c # d\n");
    expect(format(" claim a: L4 as Value x-list  a#b\n")).toBe("claim a: L4 as Value x-list  a#b\n");
  });

  it("keeps line breaks as they are, a byte order mark, and a last line without a break", () => {
    expect(format("\ufeff  claim a: L4 as Value\r\n\r\n\r\ntag  x\rtag y")).toBe("\ufeffclaim a: L4 as Value\r\n\r\n  tag x\r  tag y");
  });

  it("does not make one line break of two", () => {
    expect(format("claim a: L4 as Value\r \n\n  tag x")).toBe("claim a: L4 as Value\r \n  tag x");
  });

  it("touches only the lines that are asked for", () => {
    const document = Document.parse("claim  a: L4 as Value\ntag  x\ntag  y\n");
    expect(formatDocument(document, { start: 23, end: 24 }).map((edit) => edit.text)).toEqual(["  tag x"]);
  });

  it("has nothing to say of an empty text", () => {
    expect(format("")).toBe("");
    expect(format("\n")).toBe("");
  });
});

/** Sentences that state claims, and works that running text cites, in all notations of Markdown. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { embedMarkdown } from "../../src/embed/markdown.ts";
import { markdownAnchors, markdownCitations } from "../../src/embed/markdown-anchors.ts";

const anchors = (text: string): readonly string[] =>
  markdownAnchors(text, embedMarkdown(text).prose).map(({ id, idSpan, text: span }) => {
    expect(text.slice(idSpan.start, idSpan.end)).toBe(id);
    return `${id}: ${text.slice(span.start, span.end)}`;
  });

const citations = (text: string): readonly string[] =>
  markdownCitations(text, embedMarkdown(text).prose).map(({ key, span, unsure }) => {
    expect(text.slice(span.start, span.end)).toBe(key);
    return unsure ? key : `[${key}]`;
  });

describe("sentences that state a claim", () => {
  it.each([
    ["by Pandoc's attributes", "[L4 carries values]{claim=values}.", ["values: L4 carries values"]],
    ["with quotes", "[so]{claim=\"values\"} [so]{claim='keys'}", ["values: so", "keys: so"]],
    ["among other attributes", "[so]{.mark claim=values lang=en}", ["values: so"]],
    ["by a directive", "Here :claim[L4 carries values]{#values} and more.", ["values: L4 carries values"]],
    ["by a role of MyST", "Here {claim}`L4 carries values <values>` and more.", ["values: L4 carries values"]],
    ["by a role without a text", "See {claim}`values`.", ["values: values"]],
    ["with emphasis, code and brackets inside", "[a *b* `c` [d] e]{claim=values}", ["values: a *b* `c` [d] e"]],
    ["over two lines", "[one\ntwo]{claim=values}", ["values: one\ntwo"]],
    ["twice in a line", "[a]{claim=x} and [b]{claim=y}", ["x: a", "y: b"]],
    ["in a list in a quote", "> - [a]{claim=x}\n", ["x: a"]],
    ["in a heading", "# [a]{claim=x}\n", ["x: a"]],
    ["while being typed", "[a]{claim=}", [": a"]],
  ])("%s", (_, text, expected) => {
    expect(anchors(text)).toEqual(expected);
  });

  it.each([
    ["in code", "`[a]{claim=x}`"],
    ["in a fence", "```\n[a]{claim=x}\n```"],
    ["in mathematics", "$[a]{claim=x}$"],
    ["in a comment", "<!-- [a]{claim=x} -->"],
    ["of another attribute", "[a]{.claim} [b]{#claim} [c]{disclaim=x}"],
    ["of another directive", "reclaim:claims[a]{#x} :note[a]{#x}"],
    ["without an opening bracket", "a]{claim=x}"],
    ["over a blank line", "[a\n\nb]{claim=x}"],
    ["whose bracket is escaped", "\\[a]{claim=x}"],
    ["of a link", "[a](claim) [b][claim]"],
  ])("are none %s", (_, text) => {
    expect(anchors(text)).toEqual([]);
  });
});

describe("works that running text cites", () => {
  it.each([
    ["[@key]", ["[key]"]],
    ["[see @one, p. 3; @two; -@three]", ["[one]", "[two]", "[three]"]],
    ["@key says so.", ["key"]],
    ["@doe99, @foo.bar:baz-2020.", ["doe99", "foo.bar:baz-2020"]],
    ["As @key [p. 3] says [and @other].", ["key", "[other]"]],
    ["me@example.org, `@code`, \\@escaped, <a@b.org>", []],
    ["$@a$ and https://x.org/@b", []],
    ["@ alone", []],
    ["[@König2026]", ["[König2026]"]],
  ])("%s", (text, expected) => {
    expect(citations(text)).toEqual(expected);
  });
});

it("any text is read, and what is found lies inside", () => {
  const piece = fc.constantFrom(
    "[",
    "]",
    "{",
    "}",
    "claim=",
    ":claim",
    "#x",
    "`",
    "{claim}`",
    "@",
    "a",
    " ",
    "\n",
    "\\",
    "<",
    ">",
    "$",
    "é",
    "𝄞",
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join("")),
      (text) => {
        anchors(text);
        citations(text);
      },
    ),
  );
});

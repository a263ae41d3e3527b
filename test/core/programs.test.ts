/** Claims and model code: both ends of a mapping resolve to real things, and drift is found. */
import { describe, expect, it } from "vitest";
import { codeHover } from "../../src/core/features/code-hover.ts";
import { definition } from "../../src/core/features/definition.ts";
import { rename } from "../../src/core/features/rename.ts";
import { Checker } from "../../src/core/service.ts";
import { address, brief, mend, only, type open, project } from "./project.ts";

const claims = '# file: claims.lamina\nclaim queries: L1-feedback as Query\n  supported by [@larkum1999new] ephys "so"\n';
const python = (body: string): string => `# file: gpt.py\nclass Attention:\n    def __init__(self, width):\n${body}`;
const model = '# file: models.lamina\nmodel gpt: "gpt.py"\n  symbol Attention.q_proj as Query\n';

describe("a model's code", () => {
  it("holds claims and links in its comments, not in its strings", () => {
    const text = `${claims}${python('        # lamina: implements queries\n        self.q_proj = Linear(width)\n        text = "# lamina: claim no: L4 as Value"\n        # lamina: claim here: L4 as Value\n')}`;
    expect(brief(text)).toEqual(["claim-without-evidence: here"]);
  });

  it("is mended in its comments", () => {
    const before = project(`${python("        # lamina: claim here: L4 as Value\n        pass\n")}`);
    const after = mend(before, only(before.findings(), "claim-without-evidence"), /^Cite/);
    expect(after.texts.get("gpt.py")).toMatch(/# lamina: claim here: L4 as Value\n {8}# {3}supported by \[@\w+\] \w+ "…"\n {8}pass/);
    expect(after.findings()).toEqual([]);
  });

  it("is led to from a symbol, and leads to the claim that it implements", () => {
    const there = project(`${python("        self.q_proj = Linear(width)\n")}${model.replace("q_proj", "q_p‸roj")}`);
    const [target] = definition(there.snapshot, there.caret.uri, there.caret.offset)?.targets ?? [];
    expect(target?.uri).toBe(address("gpt.py"));
    expect(there.texts.get("gpt.py")?.slice(target?.selection.start, target?.selection.end)).toContain("q_proj");
    const back = project(`${claims}${python("        self.q_proj = Linear(width)  # lamina: implements quer‸ies\n")}`);
    expect(definition(back.snapshot, back.caret.uri, back.caret.offset)?.targets[0]?.uri).toBe(address("claims.lamina"));
  });

  it("makes the model complain when a symbol goes", () => {
    const before = project(`${python("        self.q_proj = Linear(width)\n")}${model}`);
    const checker = new Checker(before.snapshot);
    const found = (): readonly string[] => checker.findings(address("models.lamina")).map(({ rule }) => rule);
    expect(found()).toEqual([]);
    const source = before.snapshot.documents.get(address("gpt.py")) as ReturnType<typeof open>;
    const at = (before.texts.get("gpt.py") ?? "").indexOf("q_proj");
    const edited = source.edit({ span: { start: at, end: at + 6 }, text: "query" });
    const concerned = checker.update(before.snapshot.with({ documents: new Map([[edited.uri, edited]]) }));
    expect([...concerned]).toContain(address("models.lamina"));
    expect(found()).toEqual(["symbol-not-found"]);
    expect(checker.findings(address("models.lamina"))[0]?.message).toBe(
      "There is no “Attention.q_proj” in gpt.py, expected “Attention.query”?",
    );
  });

  it("is missed where it is not there", () => {
    expect(brief(model)).toEqual(['file-not-found: "gpt.py"']);
    expect(brief(model.replace("gpt.py", "weights.h5"))).toEqual([]);
  });

  it("has its claims renamed with all others", () => {
    const there = project(`${claims}${python("        self.q_proj = Linear(width)  # lamina: implements quer‸ies\n")}`);
    const renamed = rename(there.snapshot, there.caret.uri, there.caret.offset, "asks");
    expect("edits" in renamed && [...renamed.edits.keys()].map((uri) => uri.slice(address("").length))).toEqual([
      "claims.lamina",
      "gpt.py",
    ]);
  });
});

describe("hover in model code", () => {
  const titleAt = (line: string): string | undefined => {
    const { snapshot, caret } = project(`${claims}# file: m.py\n${line}\n`);
    return codeHover(snapshot, caret.uri, caret.offset)?.title;
  };

  it.each([
    ["x = self.attn.q_‸proj(h)", "Query"],
    ["y = nn.Multi‸headAttention(8)", "Multi-head attention"],
  ])("explains %s", (line, title) => {
    expect(titleAt(line)).toContain(title.split("-")[0]);
  });

  it.each(["ke‸y = 1", "# q_‸proj in a comment", 'print("the q_‸proj of it all")', "wid‸th = 2"])("says nothing in %s", (line) => {
    expect(titleAt(line)).toBeUndefined();
  });
});

describe("a notebook", () => {
  const cell = (kind: string, source: readonly string[]): object => ({
    cell_type: kind,
    metadata: {},
    source,
    ...(kind === "code" && { outputs: [], execution_count: null }),
  });
  const notebook = (...cells: readonly object[]): string =>
    JSON.stringify({
      cells,
      metadata: { kernelspec: { language: "python", name: "python3" }, language_info: { name: "python" } },
      nbformat: 4,
      nbformat_minor: 5,
    });

  it("holds claims in fences and comments, and links in its text", () => {
    const text = `${claims}# file: a.ipynb\n${notebook(
      cell("markdown", [
        "# Title\n",
        "[Feedback implements the query]{claim=queries}\n",
        "```lamina\n",
        "claim bare: L4 as Value\n",
        "```",
      ]),
      cell("code", ["x = 1\n", "# lamina: claim too: L5 as Key\n"]),
    )}\n`;
    expect(brief(text)).toEqual(["overclaim: implements", "claim-without-evidence: bare", "claim-without-evidence: too"]);
  });

  it("that is none is left alone", () => {
    expect(brief("# file: a.ipynb\n{not json\n")).toEqual([]);
  });
});

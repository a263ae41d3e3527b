/** Symbols of programs, the one that a comment means, and the one that a path means. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { embedCode } from "../../src/embed/code.ts";
import { type CodeLanguageId, codeLanguages } from "../../src/embed/code-languages.ts";
import { symbolAfter, symbolNamed, symbolsOf } from "../../src/embed/code-symbols.ts";

const language = (id: CodeLanguageId) => codeLanguages.find((each) => each.id === id) ?? expect.fail(id);

/** Paths with their kinds; every name must stand where it is said to. */
const symbols = (id: CodeLanguageId, text: string): string[] =>
  symbolsOf(text, language(id)).map(({ path, kind, name, nameSpan, span, madeBy }) => {
    if (id !== "toml") expect(text.slice(nameSpan.start, nameSpan.end)).toBe(name);
    expect(span.start <= nameSpan.start && nameSpan.end <= span.end).toBe(true);
    return `${kind} ${path}${madeBy ? ` = ${madeBy}` : ""}`;
  });

const gpt = `
class CausalSelfAttention(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.c_attn = nn.Linear(config.n_embd, 3 * config.n_embd)
        self.n_head: int = config.n_head

    @property
    def scale(self):
        factor = 1
        return factor

class Block(nn.Module):
    def __init__(self, config):
        self.attn = CausalSelfAttention(config)
        self.ln_1, self.ln_2 = nn.LayerNorm(1), nn.LayerNorm(1)

class GPT(nn.Module):
    def __init__(self, config):
        self.transformer = nn.ModuleDict(dict(
            wte = nn.Embedding(1, 2),
            h = nn.ModuleList([Block(config) for _ in range(3)]),
        ))
        self.transformer.wte.weight = self.lm_head.weight
`;

describe("Python", () => {
  test("classes, methods, attributes", () => {
    expect(symbols("python", gpt)).toEqual([
      "class CausalSelfAttention",
      "method CausalSelfAttention.__init__",
      "attribute CausalSelfAttention.c_attn = Linear",
      "attribute CausalSelfAttention.n_head",
      "method CausalSelfAttention.scale",
      "class Block",
      "method Block.__init__",
      "attribute Block.attn = CausalSelfAttention",
      "attribute Block.ln_1",
      "attribute Block.ln_2",
      "class GPT",
      "method GPT.__init__",
      "attribute GPT.transformer = ModuleDict",
      "key GPT.transformer.wte = Embedding",
      "key GPT.transformer.h = Block",
      "attribute GPT.transformer.wte.weight",
    ]);
  });

  test.each([
    ["fields of a dataclass", "@dataclass\nclass C:\n    n: int = 4\n    bias: bool\n", ["class C", "attribute C.n", "attribute C.bias"]],
    [
      "Flax's setup",
      "class A(nn.Module):\n    def setup(self):\n        self.query = nn.Dense(3)\n",
      ["class A", "method A.setup", "attribute A.query = Dense"],
    ],
    [
      "nested classes",
      "class A:\n    class B:\n        w = 1\n        def f(me): me.z = 1\n",
      ["class A", "class A.B", "attribute A.B.w", "method A.B.f", "attribute A.B.z"],
    ],
    [
      "names of a module",
      "a = b = 1\n(c, [d]) = f()\nif x:\n    e: int = 1\nf += 1\n",
      ["variable a", "variable b", "variable c", "variable d", "variable e"],
    ],
    ["a function's own names are not", "def f(x):\n    y = 1\n    x.z = 1\n", ["function f"]],
    [
      "keys of dictionaries",
      "net = {'pops': {\"L4E\": 1}, 5: 2}\nnet['rate'] = 3\n",
      ["variable net", "key net.pops", "key net.pops.L4E", "key net.rate"],
    ],
    ["half-typed", "class A:\n    def f(self\n        self.a = \n\nclass B:\n    b = 1\n", ["class A", "method A.f"]],
    ["nothing", "", []],
  ])("%s", (name, text, expected) => {
    const found = symbols("python", text);
    if (name === "half-typed") expect(found.slice(0, 2)).toEqual(expected);
    else expect(found).toEqual(expected);
  });
});

describe("other languages", () => {
  test.each([
    [
      "typescript",
      "export class A extends B {\n  #p = 1;\n  constructor(private readonly z: number) { this.v = new Linear(); }\n  get key() { return 1; }\n  f = (x) => { this.w = x; };\n}\nexport const net = { a: 1, 'b': { c: 2 } };\nfunction g() { const local = 1; }\ninterface I { a: number }\nenum E { X }",
      [
        "class A",
        "attribute A.#p",
        "method A.constructor",
        "attribute A.z",
        "attribute A.v = Linear",
        "method A.key",
        "attribute A.f",
        "attribute A.w",
        "variable net",
        "key net.a",
        "key net.b",
        "key net.b.c",
        "function g",
        "class I",
        "attribute I.a",
        "class E",
        "attribute E.X",
      ],
    ],
    ["javascript", "const C = () => <p>{x}</p>;\nlet [a] = b;", ["variable C"]],
    [
      "julia",
      "# f(x) = 1\nmutable struct Layer\nend\nfunction Base.show(x)\nend\nf(x) = 2x\nconst rate = 3\n",
      ["class Layer", "function show", "function f", "variable rate"],
    ],
    [
      "matlab",
      "classdef Column\n  methods\n    function [a, b] = run(obj)\n    end\n  end\nend\n%{\nfunction no\n%}\nN = 4;",
      ["class Column", "function run", "variable N"],
    ],
    ["r", "rates <- c(1, 2)\nrun <- function(x) x\n  inner <- 1\n", ["variable rates", "function run"]],
    [
      "rust",
      "pub struct Block { a: f32 }\nimpl Block {\n    pub fn new() -> Self {}\n}\nconst N: usize = 1;",
      ["class Block", "function new", "variable N"],
    ],
    [
      "yaml",
      'net:\n  L4E: 1 # x\n  "L4I": 2\nlist:\n  - name: a\ntext: |\n  no: 1\n',
      ["key net", "key net.L4E", "key net.L4I", "key list", "key list.name", "key text"],
    ],
    ["json", '{"net": {"L4E": 1}, // x\n "list": [{"a": 1}]}', ["key net", "key net.L4E", "key list", "key list.a"]],
    ["toml", "a = 1\n[net.rates] # x\nL4E = 4.4\n", ["key a", "key net.rates", "key net.rates.L4E"]],
    ["c", "int main() {}", ["function main"]],
  ] as const)("%s", (id, text, expected) => expect(symbols(id, text)).toEqual(expected));
});

const column = `
#define LAYERS 6
namespace net { namespace inner {
template <class T> class Attention : public Module {
 public:
  Attention(int n);
  Tensor forward(const Tensor& x) override;
  struct Config { int width; double rate = 1.0; };
  static constexpr float kScale = 1.0f;
  std::vector<int> heads{1, 2}; // int none;
};
}}
template <class T> Tensor net::inner::Attention<T>::backward(const Tensor& x) { int local = 1; return x; }
typedef struct neuron_s { double v; } neuron_t;
struct synapse* connect(struct neuron_s *from, int (*weigh)(int));
enum class Kind { Pyramidal, Basket = 2 };
using Rates = std::vector<float>;
static double rates[4] = {1, 2}, *more;
auto twice = [](int x) { int inside = 2; return inside * x; };
extern "C" { void hello(void); }
class Later;
`;

test("C and C++: what is defined in files, namespaces and classes", () => {
  expect(symbols("c", column)).toEqual([
    "variable LAYERS",
    "class net",
    "class net.inner",
    "class net.inner.Attention",
    "method net.inner.Attention.Attention",
    "method net.inner.Attention.forward",
    "class net.inner.Attention.Config",
    "attribute net.inner.Attention.Config.width",
    "attribute net.inner.Attention.Config.rate",
    "attribute net.inner.Attention.kScale",
    "attribute net.inner.Attention.heads",
    "method net.inner.Attention.backward",
    "class neuron_s",
    "attribute neuron_s.v",
    "class neuron_t",
    "function connect",
    "class Kind",
    "attribute Kind.Pyramidal",
    "attribute Kind.Basket",
    "class Rates",
    "variable rates",
    "variable more",
    "variable twice",
    "function hello",
  ]);
  const all = symbolsOf(column, language("c"));
  expect(symbolNamed(all, "net::inner::Attention::forward")?.path).toBe("net.inner.Attention.forward");
  expect(symbolNamed(all, "Attention.kScale")?.path).toBe("net.inner.Attention.kScale");
  expect(symbolNamed(all, "Attention.none")).toBeUndefined();
});

test.each([
  ["GPT.transformer.wte", "GPT.transformer.wte"],
  ["Block.attn.c_attn", "CausalSelfAttention.c_attn"],
  ["GPT.transformer.h.attn.c_attn", "CausalSelfAttention.c_attn"],
  ["GPT.transformer.h.0.ln_1", "Block.ln_1"],
  ["c_attn", "CausalSelfAttention.c_attn"],
  ["c_attn[0][2]", "CausalSelfAttention.c_attn"],
  ["__init__", undefined],
  ["GPT.nothing", undefined],
  ["", undefined],
])("the path %s names %s", (path, expected) => {
  expect(symbolNamed(symbolsOf(gpt, language("python")), path)?.path).toBe(expected);
});

describe("the symbol that a comment means", () => {
  test.each([
    ["on its line", "class A:\n    def f(self):\n        self.q = 1  # ¦\n        self.k = 2\n", "A.q"],
    ["on the next line", "class A:\n    def f(self):\n        # ¦\n        self.k = 2\n", "A.k"],
    ["beyond comments, blank lines and decorators", "# ¦\n# more\n\n@cached\ndef f():\n    pass\n", "f"],
    ["around, if the next line defines nothing", "class A:\n    def f(self):\n        # ¦\n        return 1\n\nx = 1\n", "A.f"],
    ["around, behind code", "def f():\n    return 1  # ¦\nx = 1\n", "f"],
    ["a key", "net = {\n    'L4E': 1,  # ¦\n}\n", "net.L4E"],
    ["none", "f()\n# ¦\ng()\nx = 1\n", undefined],
    ["none at the end", "x = 1\n# ¦", undefined],
  ])("%s", (_, marked, expected) => {
    const offset = marked.indexOf("¦");
    expect(symbolAfter(marked.replace("¦", ""), offset, language("python"))?.path).toBe(expected);
  });

  test("beyond the end of a longer comment", () => {
    expect(symbolAfter("/**\n * lamina: implements a\n */\nfunction f() {}\n", 8, language("typescript"))?.path).toBe("f");
  });
});

test.each([
  [
    "gpt.py",
    {
      "queries as Query": "SelfAttention.q_proj",
      "keys as Key": "SelfAttention.k_proj",
      "values as Value": "SelfAttention.v_proj",
      "gating as Attention-score": "SelfAttention.scores",
      "column-is-block as Block": "Block",
      "whole-mapping as Self-attention": "Block.attn",
      "local-recoding as Feed-forward": "Block.mlp",
      "thalamic-minority as Embedding": "GPT.embed_tokens",
    },
  ],
  ["column.py", { "values as L4 -> L2/3": "CONN_PROBS.L23E_from_L4E", "thalamic-minority as thalamus -> L4": "CONN_PROBS_TH.L4E" }],
])("the comments of the example %s mean", (name, expected) => {
  const text = readFileSync(new URL(`../../examples/neuroscience-of-transformers/models/${name}`, import.meta.url), "utf8");
  const meant = embedCode(text, language("python")).regions.map((region) => [
    region.text.replace("implements ", ""),
    symbolAfter(text, region.map.hostStart, language("python"))?.path,
  ]);
  expect(Object.fromEntries(meant)).toEqual(expected);
});

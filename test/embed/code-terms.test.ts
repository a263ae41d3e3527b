/** The name at a caret of a program. */
import { expect, test } from "vitest";
import { type CodeLanguageId, codeLanguages } from "../../src/embed/code-languages.ts";
import { codeTermAt } from "../../src/embed/code-terms.ts";

const language = (id: CodeLanguageId) => codeLanguages.find((each) => each.id === id) ?? expect.fail(id);

test.each([
  ["python", "self.q_¦proj = nn.Linear(d, d)", "self.q_proj", "q_proj"],
  ["python", "x = ¦q_proj", "q_proj", "q_proj"],
  ["python", "x = q_proj¦)", "q_proj", "q_proj"],
  ["python", "self.att¦n.q_proj", "self.attn", "attn"],
  ["python", "self.layers[0].q_proj¦.weight", "self.layers.q_proj", "q_proj"],
  ["python", "f(x).q_proj¦", "q_proj", "q_proj"],
  ["python", "m = nn.Multihead¦Attention(1)", "nn.MultiheadAttention", "MultiheadAttention"],
  ["python", "pops['L23¦E']", "L23E", "L23E"],
  ["python", "hook('blocks.0.attn.hook¦_q')", "blocks.0.attn.hook_q", "hook_q"],
  ["python", "s = 'the q¦_proj matrix'", undefined, undefined],
  ["python", "x = 1 # q_¦proj", undefined, undefined],
  ["python", "x = 1 # q_proj¦", undefined, undefined],
  ["python", "x = 12¦3", undefined, undefined],
  ["python", "x = ¦ 3", undefined, undefined],
  ["typescript", "this.attn?.qProj¦", "this.attn.qProj", "qProj"],
  ["typescript", "`§{value¦}`", "value", "value"],
  ["c", "net->q_proj¦ = torch::nn::Linear(1)", "net.q_proj", "q_proj"],
  ["yaml", "net:\n  L4¦E: 1 # x\n", "net.L4E", "L4E"],
  ["yaml", "net: L4¦E\n", undefined, undefined],
  ["yaml", "net: 1 # L4¦E: 2\n", undefined, undefined],
  ["json", '{"net": {"L4¦E": 1}}', "net.L4E", "L4E"],
  ["toml", "[net]\nL4¦E = 1\n", "net.L4E", "L4E"],
] as const)("%s: %s", (id, marked, path, name) => {
  const offset = marked.indexOf("¦");
  const text = marked.replace("¦", "").replace("§", "$");
  const term = codeTermAt(text, offset, language(id));
  expect(term?.path).toBe(path);
  expect(term && text.slice(term.span.start, term.span.end)).toBe(name);
});

/** Which parts names in programs stand for, in the built-in atlases. */
import { describe, expect, test } from "vitest";
import { builtin } from "../../../src/core/atlas/builtin.ts";
import { codeTraps, partsNamed } from "../../../src/core/atlas/code-names.ts";

const { atlases } = builtin();
const parts = (identifier: string): string[] => [...new Set(partsNamed(identifier, atlases).map(({ part }) => part.id))];

describe("a name stands for the parts", () => {
  test.each([
    ["q_proj", ["transformer:Query"]],
    ["self.attn.q_proj", ["transformer:Query"]],
    ["self.attn.q_proj.weight", ["transformer:Query"]],
    ["c_attn", ["transformer:Query", "transformer:Key", "transformer:Value"]],
    ["rotary_emb", ["transformer:Positional-encoding"]],
    ["nn.MultiheadAttention", ["transformer:Multi-head"]],
    ["torch.nn.MultiheadAttention", ["transformer:Multi-head"]],
    ["MultiheadAttention", ["transformer:Multi-head"]],
    ["torch.softmax", ["transformer:Softmax"]],
    ["blocks.3", ["transformer:Block"]],
    ["blocks.3.attn.hook_q", ["transformer:Query"]],
    ["L23E", ["cortex:L2/3"]],
    ["L23e", ["cortex:L2/3"]],
    ["IT2", ["cortex:L2/3", "cortex:IT"]],
    ["L4_SS", ["cortex:L4", "cortex:spiny-stellate"]],
    ["conn_probs[0][2]", ["cortex:L4-to-L2/3"]],
    ["Q_PROJ", []],
    ["attention_is_all", []],
    ["weight", []],
    ["", []],
    ["constructor", []],
  ])("%s", (identifier, expected) => expect(parts(identifier)).toEqual(expected));
});

test("with framework, how it was found, and whether that was checked", () => {
  const how = (identifier: string) => partsNamed(identifier, atlases).map((each) => `${each.how} ${each.framework} ${each.checked}`);
  expect(how("nn.MultiheadAttention")).toEqual(["exact PyTorch torch.nn true"]);
  expect(how("self.mha.nn.MultiheadAttention")).toEqual(["end PyTorch torch.nn true"]);
  expect(how("MultiheadAttention")).toEqual(["bare PyTorch torch.nn true"]);
  expect(how("nn.TransformerEncoderLayer")).toEqual(["exact PyTorch torch.nn false"]);
});

test("words that programs are full of say so, unless the object itself bears them", () => {
  const isCommon = (identifier: string) => partsNamed(identifier, atlases).map(({ isCommonWord }) => isCommonWord);
  expect(isCommon("key")).toContain(true);
  expect(isCommon("options.key")).toContain(true);
  expect(isCommon("self.key")).not.toContain(true);
  expect(isCommon("q_proj")).not.toContain(true);
});

test("every name of the atlases is found", () => {
  for (const atlas of atlases)
    for (const part of atlas.parts)
      for (const { names } of part.codes)
        for (const name of names) expect(parts(name.replace(/ \([^()]*\)$/, "")), name).toContain(part.id);
});

test("traps are told with the name", () => {
  expect(codeTraps("self.c_attn", atlases).map(({ text }) => text)).toEqual([expect.stringContaining("one fused matrix")]);
  expect(codeTraps("TC", atlases).map(({ text }) => text)).toEqual([expect.stringContaining("thalamocortical")]);
  expect(codeTraps("q_proj", atlases)).toEqual([]);
});

/** Reading text: ours, the floor, and other makers of parsers. All tasks give megabytes a second or milliseconds. */
import { Document } from "../../src/core/syntax/document.ts";
import { corpusText } from "../lib/corpus.ts";
import { loadPeer } from "../lib/load-peer.ts";
import { megabytes, timeOf, warmTime } from "../lib/measure.ts";
import { faultsOf as langiumFaults, langiumParser } from "../peers/langium.ts";
import { faultsOf as lezerFaults, lezerParser } from "../peers/lezer.ts";

interface Size {
  readonly claims: number;
}

type Reader = (text: string) => unknown;

const readers: Readonly<Record<string, () => Promise<Reader>>> = {
  ours: async () => (text) => Document.parse(text),
  // the least that any parser does: look at every character
  floor: async () => (text) => {
    let sum = 0;
    for (let at = 0; at < text.length; at++) sum = (sum + text.charCodeAt(at)) | 0;
    return sum;
  },
  lezer: async () => checked(await lezerParser(loadPeer), lezerFaults),
  langium: async () => checked(await langiumParser(loadPeer), (parsed) => langiumFaults(parsed).length),
};

/** A reader that is known to understand a corpus: else it would be compared on other work. */
function checked<Tree>(read: (text: string) => Tree, faults: (tree: Tree) => number): Reader {
  if (faults(read(corpusText(20))) > 0) throw new Error("cannot read the corpus without faults");
  return read;
}

async function reader(name: string): Promise<Reader> {
  const make = readers[name];
  if (!make) throw new Error(`there is no reader “${name}”`);
  return make();
}

export const parseTasks = {
  "parse-warm": async ({ claims, name }: Size & { name: string }) => {
    const read = await reader(name);
    const text = corpusText(claims);
    // a parser that is slow is warm late
    return megabytes(text) / (warmTime(() => read(text), name === "langium" ? 4000 : 900) / 1000);
  },
  "parse-cold": async ({ claims, name }: Size & { name: string }) => {
    // the grammar is made ready before, but no text of this size was read
    const read = await reader(name);
    const text = corpusText(claims);
    return timeOf(() => read(text));
  },
};

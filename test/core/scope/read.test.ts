import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stagesAt } from "../../../src/core/scope/age.ts";
import { scopeData } from "../../../src/core/scope/data.ts";
import {
  alternativesOf,
  isWorthPointingOut,
  kindOf,
  nearestPhrases,
  readPhrases,
  readScope,
  type ScopeReading,
  termsOf,
} from "../../../src/core/scope/read.ts";
import { scopeTerm, scopeTerms, scopeVocabulary } from "../../../src/core/scope/vocabulary.ts";
import { Document } from "../../../src/core/syntax/document.ts";
import type { ScopeNode } from "../../../src/core/syntax/tree.ts";

/** Readings as `words: term`; ages as days, what is not understood as `?`. */
const brief = (readings: readonly ScopeReading[]): string[] =>
  readings.map((reading) => {
    if (reading.form === "term") return `${reading.text}: ${reading.term.id}`;
    if (reading.form === "age") return `${reading.text}: ${reading.from}..${reading.to} days since ${reading.since}`;
    return `${reading.text}: ?`;
  });

const read = (text: string): string[] => brief(readPhrases(text));

/** The scope of a claim that is written with it. */
function scopeOf(written: string): ScopeNode {
  const scope = Document.parse(`claim a: L4 as Value\n  scope ${written}`).items.flatMap((item) => item.clauses)[0]?.args.scope;
  if (scope?.kind !== "scope") throw new Error(`no scope in ${written}`);
  return scope;
}

describe("phrases", () => {
  it("take the longest name first", () => {
    expect(read("mouse V1")).toEqual(["mouse: species.mouse", "V1: area.v1"]);
    expect(read("primary sensory cortex")).toEqual(["primary sensory cortex: area.primary_sensory_cortex"]);
    expect(read("slice culture")).toEqual(["slice culture: preparation.organotypic"]);
    expect(read("cat slice")).toEqual(["cat: species.cat", "slice: preparation.acute_slice"]);
    expect(read("Old World monkeys old")).toEqual(["Old World monkeys: species.old_world_monkey", "old: age.aged"]);
  });

  it("do not look at case, hyphens and underscores", () => {
    for (const written of ["tree shrew", "Tree-Shrew", "tree_shrew", "TREE  SHREW", "tree\u00adshrew", "tree－shrew"]) {
      expect(readPhrases(written), written).toMatchObject([{ term: { id: "species.tree_shrew" } }]);
    }
    expect(readPhrases("in-vivo")).toMatchObject([{ term: { id: "preparation.in_vivo" } }]);
    expect(readPhrases("Ammon’s horn")).toMatchObject([{ term: { id: "area.hippocampus" } }]);
  });

  it("need no blanks in Chinese", () => {
    expect(read("清醒小鼠初级视皮层")).toEqual(["清醒: state.awake", "小鼠: species.mouse", "初级视皮层: area.v1"]);
    expect(read("小鼠V1")).toEqual(["小鼠: species.mouse", "V1: area.v1"]);
    expect(read("8周龄小鼠")).toEqual(["8周龄: 56..56 days since birth", "小鼠: species.mouse"]);
    expect(read("海马CA1区")).toEqual(["海马CA1区: area.ca1"]);
  });

  it("do not take a Chinese character out of a word that is not understood", () => {
    expect(read("猫头鹰")).toEqual(["猫头鹰: ?"]);
    expect(read("猫")).toEqual(["猫: species.cat"]);
  });

  it("give back what is not understood, with its place", () => {
    expect(readPhrases("fruit bat auditory cortex at dusk")).toMatchObject([
      { form: "unknown", text: "fruit bat", start: 0, end: 9 },
      { form: "term", text: "auditory cortex", start: 10, end: 25 },
      { form: "unknown", text: "at dusk", start: 26, end: 33 },
    ]);
    expect(readPhrases("")).toEqual([]);
    expect(readPhrases(" - _ ")).toEqual([]);
  });

  it("say what a word may mean, and what to write instead", () => {
    const [it_] = readPhrases("IT");
    expect(it_).toMatchObject({ form: "term", term: { id: "area.it" }, ambiguity: { meanings: { length: 2 }, inScope: "area.it" } });
    expect(readPhrases("control granular")).toMatchObject([
      { form: "unknown", text: "control", ambiguity: { term: "control, naive, trained" } },
      { form: "unknown", text: "granular", ambiguity: { advice: "For the type of cortex write “granular cortex”, for the layer “L4”." } },
    ]);
  });

  it("point out a word of several meanings only where the advice asks for it", () => {
    const points = (text: string): string[] => {
      const readings = readPhrases(text);
      return readings.filter((reading) => isWorthPointingOut(reading, readings)).map(({ text: word }) => word);
    };
    expect(points("mouse V1")).toEqual([]);
    expect(points("macaque IT")).toEqual([]);
    expect(points("mouse IT")).toEqual(["IT"]);
    expect(points("mouse LM")).toEqual([]);
    expect(points("LM")).toEqual(["LM"]);
    expect(points("rhesus M2")).toEqual(["M2"]);
    expect(points("fruit fly MB")).toEqual(["MB"]);
    expect(points("SC")).toEqual(["SC"]);
    expect(points("naive mouse")).toEqual(["naive"]);
  });
});

describe("ages", () => {
  it("are read by the patterns of the vocabulary, whose examples they are", () => {
    expect(scopeData.patterns.flatMap(({ example }) => read(example))).toEqual([
      "P14: 14..14 days since birth",
      "P21-P28: 21..28 days since birth",
      "E18.5: 18.5..18.5 days since conception",
      "8 weeks: 56..56 days since birth",
      "8-12 weeks: 56..84 days since birth",
      "8周龄: 56..56 days since birth",
    ]);
  });

  it("take the unit of time and the word old with them", () => {
    expect(read("8 weeks old")).toEqual(["8 weeks old: 56..56 days since birth"]);
    expect(read("8-week-old mice")).toEqual(["8-week-old: 56..56 days since birth", "mice: species.mouse"]);
    expect(read("P21–28 rat")).toEqual(["P21–28: 21..28 days since birth", "rat: species.rat"]);
    expect(read("2 years")).toEqual(["2 years: 730.5..730.5 days since birth"]);
  });

  it("are phrases where a phrase is as long", () => {
    expect(read("P0-P14")).toEqual(["P0-P14: age.early_postnatal"]);
    expect(read("area 17")).toEqual(["area 17: area.v1"]);
  });

  it("are not numbers without a unit of time", () => {
    expect(read("8 cats")).toEqual(["8: ?", "cats: species.cat"]);
    expect(read("8 parsecs")).toEqual(["8 parsecs: ?"]);
  });

  it("become stages of life only by the bounds of a species", () => {
    const stages = (age: string, ...species: string[]): string[] => {
      const [reading] = readPhrases(age);
      const vocabulary = scopeVocabulary();
      const terms = species.flatMap((id) => vocabulary.term(id) ?? []);
      return reading?.form === "age" ? stagesAt(reading, terms, vocabulary).map(({ label }) => label) : [];
    };
    expect(stages("P60", "species.mouse")).toEqual(["adult", "young adult"]);
    expect(stages("P60", "species.rat")).toEqual([]);
    expect(stages("P60")).toEqual([]);
    expect(stages("P7", "species.mouse")).toEqual(["P0-P14"]);
    expect(stages("P14", "species.mouse")).toEqual([]);
    expect(stages("30 years", "species.human")).toEqual(["adult", "young adult"]);
    expect(stages("E14", "species.mouse")).toEqual([]);
  });
});

describe("scopes", () => {
  it("count offsets as their phrases do", () => {
    const written = 'mouse V1, adult or juvenile, "while running"';
    const scope = scopeOf(written);
    const conditions = readScope(scope);
    expect(conditions.map((condition) => condition.map(({ readings }) => brief(readings)))).toEqual([
      [["mouse: species.mouse", "V1: area.v1"]],
      [["adult: age.adult"], ["juvenile: age.juvenile"]],
      [[]],
    ]);
    const v1 = conditions[0]?.[0]?.readings[1];
    expect(v1 && v1.start - scope.start).toBe(6);
  });

  it("spell out their alternatives", () => {
    const alternatives = alternativesOf(readScope(scopeOf("V1, cat or primate")));
    expect(alternatives.map(brief)).toEqual([
      ["V1: area.v1", "cat: species.cat"],
      ["V1: area.v1", "primate: species.primate"],
    ]);
  });

  it("stay finite however many alternatives are written", () => {
    const written = Array.from({ length: 40 }, () => "cat or mouse or rat").join(", ");
    expect(alternativesOf(readScope(scopeOf(written))).length).toBeLessThanOrEqual(64);
  });

  it("imply a species where none is named", () => {
    const ids = (text: string): string[] => termsOf(readPhrases(text)).map(({ id }) => id);
    expect(ids("simulation")).toEqual(["preparation.in_silico", "species.in_silico"]);
    expect(ids("simulation mouse")).toEqual(["preparation.in_silico", "species.mouse"]);
  });
});

describe("the nearest phrases", () => {
  it("are labels first, then synonyms", () => {
    expect(nearestPhrases("barrell cortex")[0]?.label).toBe("barrel cortex");
    expect(nearestPhrases("mose")[0]?.label).toBe("mouse");
    expect(nearestPhrases("striate cortx")[0]?.label).toBe("V1");
    expect(nearestPhrases("qqqqqqqq")).toEqual([]);
  });
});

describe("any text", () => {
  const word = fc.oneof(
    fc.constantFrom(
      "mouse",
      "V1",
      "小鼠",
      "猫",
      "P14",
      "8",
      "weeks",
      "old",
      "E18",
      "in",
      "vitro",
      "-",
      "_",
      " ",
      "cortex",
      "猫头鹰",
      "IT",
      "\u00ad",
    ),
    fc.string({ maxLength: 6 }),
    fc.string({ unit: "binary", maxLength: 4 }),
  );
  const text = fc.array(word, { maxLength: 12 }).chain((words) => fc.constantFrom(words.join(" "), words.join("")));

  it("is read without fail, piece by piece, leaving out only blanks and hyphens", () => {
    fc.assert(
      fc.property(text, (phrase) => {
        let at = 0;
        for (const reading of readPhrases(phrase)) {
          expect(reading.text).toBe(phrase.slice(reading.start, reading.end));
          expect(reading.end).toBeGreaterThan(reading.start);
          expect(phrase.slice(at, reading.start)).toMatch(/^[\s\p{Cc}\u200b\ufeff_\u00ad\u2010\u2011\uff0d-]*$/u);
          expect(kindOf(reading) === undefined).toBe(reading.form === "unknown");
          at = reading.end;
        }
        expect(phrase.slice(at)).toMatch(/^[\s\p{Cc}\u200b\ufeff_\u00ad\u2010\u2011\uff0d-]*$/u);
      }),
    );
  });

  it("means the same in capitals and with other joints", () => {
    const label = fc.constantFrom(...scopeTerms().map((term) => term.label));
    fc.assert(
      fc.property(label, label, fc.constantFrom("-", "_", "  "), (a, b, joint) => {
        const plainly = readPhrases(`${a} ${b}`).map((reading) => (reading.form === "term" ? reading.term.id : reading.form));
        const otherwise = readPhrases(`${a} ${b}`.toUpperCase().replaceAll(" ", joint));
        expect(otherwise.map((reading) => (reading.form === "term" ? reading.term.id : reading.form))).toEqual(plainly);
      }),
    );
  });

  it("is read in bounded time", () => {
    expect(readPhrases("primary ".repeat(20_000)).length).toBe(1);
    expect(readPhrases("小鼠".repeat(20_000)).length).toBe(20_000);
  });
});

it("has a term for every id that the tests name", () => {
  expect(scopeTerm("species.mouse")?.label).toBe("mouse");
  expect(scopeTerm("species.unicorn")).toBeUndefined();
});

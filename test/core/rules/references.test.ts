/** Rules on the entries of bibliographies, which speak where a document first cites the work. */
import { describe, expect, it } from "vitest";
import { check, mend, only, project } from "../project.ts";
import { findingsOf, messages, places, severities, submission } from "./found.ts";

const entry = (key: string, fields: string, type = "article"): string => `@${type}{${key}, ${fields}}\n`;
const cite = (...keys: readonly string[]): string =>
  `claim a: L4 as Value\n${keys.map((key) => `  supported by [@${key}] anatomy "x"\n`).join("")}`;
const files = (bib: string, lamina: string): string => `# file: refs.bib\n${bib}# file: a.lamina\n${lamina}`;

describe("what is amiss with an entry", () => {
  const rule = "reference-without-identifier";
  const bib = entry("k1", "title = {One}") + entry("k2", "title = {Two}, doi = {10.1000/2}");

  it("is said where a document first cites it, once for each document", () => {
    const twice = `claim b: L5 as Key\n  supported by [@k2; @k1] anatomy "x"\n  disputed by [@k1, p. 3] statement "y"\n${cite("k1")}`;
    expect(places(rule, files(bib, twice))).toEqual(["@k1"]);
    expect(places(rule, `${files(bib, twice)}# file: b.lamina\nevidence e: [@k1, p. 4]\n`)).toEqual(["@k1", "@k1, p. 4"]);
  });

  it("is said wherever a work may be cited", () => {
    for (const text of [
      "prediction p: ?\n  stated in [@k1]\n",
      'prediction p: "x"\n  falsified if "y"\n  observed "size" ~ 5 mm from [@k1]\n',
      "mapping f: column as Block\n  stated in [@k1]\n",
    ]) {
      expect(places(rule, files(bib, text))).toEqual(["@k1"]);
    }
    expect(places(rule, files(bib, "source @k1\n  read abstract\n"))).toEqual([]);
  });

  it("is not said of works that ship, which nobody here can mend", () => {
    expect(places(rule, cite("dacosta2011thalamus"))).toEqual([]);
    expect(places(rule, files(entry("dacosta2011thalamus", "title = {One}"), cite("dacosta2011thalamus")))).toEqual([
      "@dacosta2011thalamus",
    ]);
  });

  it("keeps to the bibliographies that a document names", () => {
    const text = `# file: a.bib\n${entry("k", "title = {One}, doi = {10.1000/1}")}# file: b.bib\n${entry("k", "title = {One}")}# file: a.lamina\ncite "b.bib"\n${cite("k")}`;
    expect(messages(rule, text)).toEqual([expect.stringContaining("The entry “k” of b.bib has no identifier")]);
  });

  it("waits until everything was read", () => {
    expect(check(files(bib, cite("k1")), { complete: false, ...submission })).toEqual([]);
  });

  it("reads CSL-JSON", () => {
    const json = (fields: string): string =>
      `# file: refs.json\n[{"id": "k1", "type": "article", "title": "One"${fields}}]\n# file: a.lamina\n${cite("k1")}`;
    expect(places(rule, json(""))).toEqual(["@k1"]);
    expect(places(rule, json(', "DOI": "10.1000/1"'))).toEqual([]);
    expect(places("malformed-identifier", json(', "DOI": "10.1000"'))).toEqual(["@k1"]);
    expect(places("retracted-reference", json(', "note": "Retracted in 2020"'))).toEqual(["@k1"]);
  });
});

describe("reference-without-identifier", () => {
  const rule = "reference-without-identifier";

  it.each([
    ["doi = {10.1000/1}"],
    ['eprint = "2603.15339"'],
    ["pmid = 23187"],
    ["url = {https://example.org/one}"],
    ["isbn = {0-306-40615-2}"],
    ["pmcid = {PMC1}"],
  ])("is content with %s", (field) => {
    expect(places(rule, files(entry("k1", `title = {One}, ${field}`), cite("k1")))).toEqual([]);
  });

  it("is not content with an empty one", () => {
    expect(places(rule, files(entry("k1", "title = {One}, doi = {}"), cite("k1")))).toEqual(["@k1"]);
    expect(severities(rule, files(entry("k1", "title = {One}"), cite("k1")))).toEqual(["", "information", "information"]);
  });
});

describe("malformed-identifier", () => {
  const rule = "malformed-identifier";

  it.each([
    ["doi = {10.1000}", "the DOI “10.1000”"],
    ["doi = {doi:11.1000/1}", "the DOI “11.1000/1”"],
    ["doi = {10.1000/a b}", "the DOI “10.1000/a b”"],
    ["eprint = {2613.15339}, archiveprefix = {arXiv}", "the arXiv number “2613.15339”"],
    ["eprint = {1412.12345}, eprinttype = arxiv", "the arXiv number “1412.12345”"],
    ["pmid = {PMC2654017}", "the PMID “PMC2654017”"],
    ["pmcid = {2654017}", "the PMCID “2654017”"],
    ["isbn = {978-0-306-40615-8}", "the ISBN “978-0-306-40615-8”"],
    ["isbn = {0-306-40615-2 (cloth), 0-306-40615-3 (paper)}", "the ISBN “0-306-40615-3”"],
    ["orcid = {0000-0002-1825-0098}", "the ORCID “0000-0002-1825-0098”"],
    [
      "doi = {10.1000}, isbn = {1}",
      "the DOI “10.1000”, expected 10. with the number of a publisher, a slash and its own number, such as 10.1038/18686; the ISBN “1”",
    ],
  ])("is found in %s", (fields, expected) => {
    const [message] = messages(rule, files(entry("k1", `title = {One}, ${fields}`), cite("k1")));
    expect(message).toContain(`The entry “k1” of refs.bib has ${expected}`);
  });

  it.each([
    ["doi = {10.1523/JNEUROSCI.1400-04.2004}"],
    ["doi = {https://doi.org/10.1016/S0306-4522(97)00581-2}"],
    ["doi = {10.1000/with\\_underscore}"],
    ["eprint = {arXiv:2603.15339v12}, archiveprefix = {arXiv}"],
    ["eprint = {q-bio/0401001}, archiveprefix = {arXiv}"],
    ["eprint = {math.GT/0309136v1}, archiveprefix = {arXiv}"],
    ["eprint = {2020.01.01.123456}, archiveprefix = {bioRxiv}"],
    ["pmid = {PMID: 10660881}"],
    ["pmcid = {PMC2654017}"],
    ["isbn = {0-8044-2957-X}"],
    ["isbn = {978–0–306–40615–7 (print); 9780306406157}"],
    ["orcid = {https://orcid.org/0000-0002-1825-0097}"],
  ])("is not found in %s", (fields) => {
    expect(places(rule, files(entry("k1", `title = {One}, ${fields}`), cite("k1")))).toEqual([]);
  });
});

describe("duplicate-reference", () => {
  const rule = "duplicate-reference";
  const long = "A title that is long enough to tell";

  it.each([
    [entry("k1", "doi = {10.1000/ABC}") + entry("k2", "doi = {https://doi.org/10.1000/abc}"), "the same DOI as “k2”"],
    [
      entry("k1", `title = {${long}}, author = {One, A.}`) +
        entry("k2", `title = {${long.toUpperCase()}.}, author = {One, Anna and Two, B.}`),
      "the same title and first author as “k2”",
    ],
    [
      entry("k1", `title = {${long}}`) + entry("k2", `title = {{A} Title that \\emph{is} long enough to tell}, author = {One, A.}`),
      "the same title and first author as “k2”",
    ],
  ])("is found in %s", (bib, expected) => {
    expect(messages(rule, files(bib, cite("k1")))).toEqual([expect.stringContaining(expected)]);
  });

  it.each([
    [entry("k1", "doi = {10.1000/abc}") + entry("k1", "doi = {10.1000/abc}")],
    [entry("k1", "doi = {10.1000/abc}") + entry("k2", "doi = {10.1000/abcd}")],
    [entry("k1", "title = {Introduction}") + entry("k2", "title = {Introduction}")],
    [entry("k1", `title = {${long}}, author = {One, A.}`) + entry("k2", `title = {${long}}, author = {Two, B.}`)],
    [entry("k1", `title = {${long} one}`) + entry("k2", `title = {${long} two}`)],
    [entry("k1", "doi = {}") + entry("k2", "doi = {}")],
  ])("is not found in %s", (bib) => {
    expect(places(rule, files(bib, cite("k1")))).toEqual([]);
  });

  it("looks in all bibliographies that a document may cite from", () => {
    const text = `# file: a.bib\n${entry("k1", "doi = {10.1000/1}")}# file: b.bib\n${entry("k2", "doi = {10.1000/1}")}# file: a.lamina\n`;
    expect(places(rule, text + cite("k1", "k2"))).toEqual(["@k1", "@k2"]);
    expect(places(rule, `${text}cite "a.bib"\n${cite("k1")}`)).toEqual([]);
  });

  it("weighs less where only the title is the same", () => {
    expect(severities(rule, files(entry("k1", "doi = {10.1000/1}") + entry("k2", "doi = {10.1000/1}"), cite("k1")))).toEqual([
      "information",
      "warning",
      "warning",
    ]);
    expect(severities(rule, files(entry("k1", `title = {${long}}`) + entry("k2", `title = {${long}}`), cite("k1")))).toEqual([
      "information",
      "information",
      "information",
    ]);
  });
});

describe("preprint-without-version", () => {
  const rule = "preprint-without-version";
  const arxiv = "title = {One}, eprint = {2603.15339}, archiveprefix = {arXiv}";

  it.each([
    [arxiv],
    ["title = {One}, doi = {10.48550/arXiv.2603.15339}"],
    ["title = {One}, doi = {10.1101/2020.01.01.123456}, journal = {bioRxiv}"],
    ["title = {One}, url = {https://arxiv.org/abs/2603.15339}"],
    [`${arxiv}, note = {v1 of April and v3 of August differ}`],
  ])("is found for %s", (fields) => {
    expect(places(rule, files(entry("k1", fields, "misc"), cite("k1")))).toEqual(["@k1"]);
  });

  it.each([
    ["title = {One}, eprint = {2603.15339v2}, archiveprefix = {arXiv}"],
    [`${arxiv}, note = {arXiv v1, submitted in March}`],
    [`${arxiv}, version = {2}`],
    [`${arxiv}, journal = {Neuron}`],
    [`${arxiv}, doi = {10.1016/j.neuron.2025.02.029}`],
    ["title = {One}, doi = {10.1101/gr.123456.111}, journal = {Genome Research}"],
    ["title = {One}, url = {https://www.biorxiv.org/content/10.1101/123456v2.full.pdf}"],
    ["title = {One}, url = {https://example.org/v/one}"],
  ])("is not found for %s", (fields) => {
    expect(places(rule, files(entry("k1", fields, "misc"), cite("k1")))).toEqual([]);
  });

  it("is content with a version where the work is cited or described", () => {
    const bib = entry("k1", arxiv, "misc");
    expect(
      places(rule, files(bib, 'claim a: L4 as Value\n  supported by [@k1, v2] anatomy "x"\n  disputed by [@k1] statement "y"\n')),
    ).toEqual([]);
    expect(places(rule, files(bib, `${cite("k1")}source @k1\n  version v1\n`))).toEqual([]);
    expect(places(rule, files(bib, `${cite("k1")}source @k1\n  read abstract\n`))).toEqual(["@k1"]);
  });

  it("leaves atlases alone, which say how far a fact was seen", () => {
    expect(places(rule, files(entry("k1", arxiv, "misc"), 'atlas m: "M"\npart x: "X"\n  rival "other" from [@k1]\n'))).toEqual([]);
  });

  it("is mended by a version", () => {
    const before = project(files(entry("k1", arxiv, "misc"), cite("k1")), submission);
    const after = mend(before, only(before.findings(), rule), "Say that it is “v1”");
    expect(after.texts.get("a.lamina")).toContain("[@k1, v1]");
    expect(after.findings().map((each) => each.rule)).not.toContain(rule);
  });
});

describe("superseded-version", () => {
  const rule = "superseded-version";
  const old = 'claim a: L4 as Value\n  supported by [@granier2025multihead, v1] theory_derivation "x"\n';
  const fresh = 'claim b: L5 as Query\n  supported by [@granier2025multihead, v3, p. 2] theory_derivation "y"\n';
  const source = (version: string): string => `source @granier2025multihead\n  version ${version}\n`;

  it("is found where a newer version is cited or described, wherever that is", () => {
    expect(places(rule, old + fresh)).toEqual(["@granier2025multihead, v1"]);
    expect(places(rule, old + source("v3"))).toEqual(["@granier2025multihead, v1"]);
    const [finding] = findingsOf(rule, `# file: a.lamina\n${old}# file: b.lamina\n${fresh}`);
    expect(finding?.message).toContain("expected “v3”, as in b.lamina");
    expect(finding?.related.map(({ uri, message }) => [uri, message])).toEqual([["file:///project/b.lamina", "here it is v3"]]);
    expect(severities(rule, old + fresh)).toEqual(["information", "warning", "warning"]);
  });

  it("is found for what is known of a version that nothing cites any more", () => {
    expect(places(rule, source("v1") + fresh)).toEqual(["v1"]);
    expect(places(rule, source("v1") + old + fresh)).toEqual([]);
    expect(places(rule, source("v1") + source("v3") + fresh)).toEqual([]);
  });

  it.each([
    [old],
    [old + source("v1") + fresh],
    [`${old}  disputed by [@granier2025multihead, v3] theory_derivation "y"\n`],
    [old + fresh.replace("v3", "final")],
    [old + fresh.replaceAll("granier2025multihead", "koenig2026neuroscience")],
    [`${old}atlas m: "M"\npart x: "X"\n  rival "other" from [@granier2025multihead, v3]\n`],
    [`${fresh}atlas m: "M"\npart x: "X"\n  rival "other" from [@granier2025multihead, v1]\n`],
  ])("is not found in %s", (text) => {
    expect(places(rule, text)).toEqual([]);
  });

  it("compares numbers, not letters", () => {
    expect(places(rule, old.replace("v1", "v9") + fresh.replace("v3", "v10"))).toEqual(["@granier2025multihead, v9"]);
  });

  it("is mended by citing the newer version", () => {
    const before = project(old + fresh, submission);
    const after = mend(before, only(before.findings(), rule), "Cite “v3”");
    expect(after.texts.get("main.lamina")).toContain("[@granier2025multihead, v3] theory");
    expect(after.findings().map((each) => each.rule)).not.toContain(rule);
  });
});

describe("retracted-reference", () => {
  const rule = "retracted-reference";

  it.each([
    ["title = {RETRACTED: Layer six}"],
    ["title = {{Retracted Article}: Layer six}"],
    ["title = {[Withdrawn] Layer six}"],
    ["title = {Layer six (Retracted article. See vol. 5)}"],
    ["title = {Layer six}, note = {This paper was retracted in 2020.}"],
    ["title = {Layer six}, note = {This paper has been withdrawn by the authors}"],
    ["title = {Layer six}, keywords = {cortex, retracted}"],
    ["title = {Layer six}, pubstate = {retracted}"],
    ["title = {第六层}, note = {已撤稿}"],
  ])("is found in %s", (fields) => {
    expect(places(rule, files(entry("k1", `${fields}, doi = {10.1000/1}`), cite("k1")))).toEqual(["@k1"]);
  });

  it.each([
    ["title = {Retraction: Layer six}"],
    ["title = {How neurites are retracted}"],
    ["title = {Withdrawn from the midline}"],
    ["title = {Layer six}, note = {Not retracted, only corrected}"],
    ["title = {Layer six}, note = {Retracted and republished in 2021}"],
    ["title = {Layer six}, abstract = {The whiskers were retracted.}"],
  ])("is not found in %s", (fields) => {
    expect(places(rule, files(entry("k1", `${fields}, doi = {10.1000/1}`), cite("k1")))).toEqual([]);
  });

  it("is a warning even in a draft", () => {
    expect(severities(rule, files(entry("k1", "title = {RETRACTED: Layer six}"), cite("k1")))).toEqual(["warning", "error", "error"]);
  });
});

describe("unused-reference", () => {
  const rule = "unused-reference";
  const bib = ["k1", "k2", "k3"].map((key) => entry(key, `title = {${key}}`)).join("");
  const used = (rest: string): string => files(bib, `cite "refs.bib"\n${cite("k1", "k2")}${rest}`);

  it("is found on the first `cite` that names the file", () => {
    expect(places(rule, used(""))).toEqual(['"refs.bib"']);
    expect(messages(rule, used(""))).toEqual(["Nothing cites 1 of the 3 entries of refs.bib: k3. Expected a list of what is cited."]);
    expect(findingsOf(rule, `${used("")}# file: b.lamina\ncite "refs.bib"\ncite "refs.bib"\n`).map(({ uri }) => uri)).toEqual([
      "file:///project/a.lamina",
    ]);
    expect(severities(rule, used(""))).toEqual(["hint", "hint", "hint"]);
  });

  it.each([
    [used("evidence e: [@k3]\n")],
    [used("source @k3\n")],
    [`${used("")}# file: b.lamina\nevidence e: [@k3]\n`],
    [`${used("")}# file: m.md\nAs others said [see -@k3, p. 4].\n\n\`\`\`lamina\n\`\`\`\n`],
    [`${used("")}# file: m.md\n@k3.\n\n\`\`\`lamina\n\`\`\`\n`],
    [files(bib, cite("k1", "k2"))],
    [files(bib, `cite "refs.bib"\n${cite("k1")}`)],
    ['cite "none.bib"\n'],
  ])("is not found in %s", (text) => {
    expect(places(rule, text)).toEqual([]);
  });

  it("names a few where there are many", () => {
    const keys = Array.from({ length: 20 }, (_, at) => `k${at}`);
    const text = files(keys.map((key) => entry(key, `title = {${key}}`)).join(""), `cite "refs.bib"\n${cite(...keys.slice(8))}`);
    expect(messages(rule, text)).toEqual([
      "Nothing cites 8 of the 20 entries of refs.bib: k0, k1, k2, k3, k4 …. Expected a list of what is cited.",
    ]);
  });
});

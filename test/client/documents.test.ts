import { describe, expect, it } from "vitest";
import { documentSelector, manuscripts, mayHoldClaims, programs, watchedFiles } from "../../src/client/documents.ts";
import type { Host } from "../../src/embed/embedding.ts";
import { hostOf, hosts } from "../../src/embed/host.ts";

const document = (languageId: string, text: string, scheme = "file") => ({ languageId, uri: { scheme }, getText: () => text });

describe("documents", () => {
  it("that may hold claims are Lamina, and Markdown that mentions it", () => {
    expect(mayHoldClaims(document("lamina", ""))).toBe(true);
    expect(mayHoldClaims(document("markdown", "# Notes\n\n```lamina\nclaim L4 as Value\n```\n"))).toBe(true);
    expect(mayHoldClaims(document("markdown", "# Laminar flow\n"))).toBe(false);
    expect(mayHoldClaims(document("python", "# lamina: claim L4 as Value"))).toBe(false);
  });

  it("are of the languages that the engine reads", () => {
    const languagesOf = (...wanted: Host[]): string[] => hosts.flatMap(({ host, languages }) => (wanted.includes(host) ? languages : []));
    expect(manuscripts).toEqual(languagesOf("markdown", "latex"));
    expect(programs).toEqual(languagesOf("code"));
    const selected = new Set(documentSelector.flatMap(({ scheme, language }) => (scheme === "file" && language ? [language] : [])));
    expect([...selected].sort()).toEqual(hosts.flatMap(({ languages }) => languages).sort());
  });

  it("are watched on disk if the engine reads them there", () => {
    const endings = (/\{(.*)\}/.exec(watchedFiles)?.[1] ?? "").split(",");
    for (const { extensions, names = [] } of hosts) {
      for (const extension of extensions) expect(endings).toContain(extension.slice(1));
      for (const name of names) expect(endings).toContain(name.slice(name.lastIndexOf(".") + 1));
    }
    const others = ["bib", "json", "csv", "tsv", "tab"];
    expect(endings.filter((ending) => !others.includes(ending) && hostOf(`a.${ending}`) === undefined)).toEqual([]);
  });

  it("are the user's own: neither an atlas that ships nor one side of a comparison", () => {
    expect(mayHoldClaims(document("lamina", "", "lamina-atlas"))).toBe(false);
    expect(mayHoldClaims(document("lamina", "", "git"))).toBe(false);
    expect(mayHoldClaims(document("lamina", "", "untitled"))).toBe(true);
    expect(documentSelector.some(({ scheme }) => scheme === "git")).toBe(false);
    expect(documentSelector).toContainEqual({ scheme: "lamina-atlas", language: "lamina" });
  });
});

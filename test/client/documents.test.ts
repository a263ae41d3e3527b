import { describe, expect, it } from "vitest";
import { documentSelector, mayHoldClaims } from "../../src/client/documents.ts";

const document = (languageId: string, text: string, scheme = "file") => ({ languageId, uri: { scheme }, getText: () => text });

describe("documents", () => {
  it("that may hold claims are Lamina, and Markdown that mentions it", () => {
    expect(mayHoldClaims(document("lamina", ""))).toBe(true);
    expect(mayHoldClaims(document("markdown", "# Notes\n\n```lamina\nclaim L4 as Value\n```\n"))).toBe(true);
    expect(mayHoldClaims(document("markdown", "# Laminar flow\n"))).toBe(false);
    expect(mayHoldClaims(document("python", "# lamina: claim L4 as Value"))).toBe(false);
  });

  it("are the user's own: neither an atlas that ships nor one side of a comparison", () => {
    expect(mayHoldClaims(document("lamina", "", "lamina-atlas"))).toBe(false);
    expect(mayHoldClaims(document("lamina", "", "git"))).toBe(false);
    expect(mayHoldClaims(document("lamina", "", "untitled"))).toBe(true);
    expect(documentSelector.some(({ scheme }) => scheme === "git")).toBe(false);
    expect(documentSelector).toContainEqual({ scheme: "lamina-atlas", language: "lamina" });
  });
});

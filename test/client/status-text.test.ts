import { describe, expect, it } from "vitest";
import { statusText, statusTooltip } from "../../src/client/status-text.ts";

const status = (claims: number, withoutEvidence: number, indexing = false) => ({ claims, withoutEvidence, indexing });

describe("the status bar", () => {
  it("counts claims and those without evidence", () => {
    expect(statusText(status(24, 5), true)).toBe("24 claims, 5 without evidence");
    expect(statusText(status(1, 1), true)).toBe("1 claim, 1 without evidence");
    expect(statusText(status(2, 0), false)).toBe("2 claims");
  });

  it("says that it is still reading rather than count too early", () => {
    expect(statusText(status(3, 3, true), true)).toBe("indexing…");
    expect(statusTooltip(status(3, 3, true))).not.toMatch(/\d/);
  });

  it("is not there where nobody works with claims", () => {
    expect(statusText(status(0, 0), false)).toBeUndefined();
    expect(statusText(status(0, 0, true), false)).toBeUndefined();
    expect(statusText(status(0, 0), true)).toBe("no claims yet");
  });

  it("says the same in a sentence", () => {
    expect(statusTooltip(status(24, 5))).toBe("24 mapping claims in this workspace. 5 of them have no supporting evidence.");
    expect(statusTooltip(status(1, 1))).toBe("1 mapping claim in this workspace. 1 of them has no supporting evidence.");
    expect(statusTooltip(status(2, 0))).toBe("2 mapping claims in this workspace. For none of them evidence is missing.");
  });
});

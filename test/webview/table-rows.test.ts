import { describe, expect, it } from "vitest";
import type { Table } from "../../src/diagram/table.ts";
import { asMarkdown, asTsv } from "../../src/webview/table-rows.ts";

const cells = { id: "a|b", left: "L4\n  -> L2/3", right: "Value", for: "3" } as Table["rows"][number]["cells"];
const table: Table = {
  columns: [
    { key: "id", heading: "Claim", numeric: false },
    { key: "left", heading: "What", numeric: false },
    { key: "for", heading: "For", numeric: true },
  ],
  rows: [{ claim: "a|b", cells }],
};

describe("the table as text", () => {
  it("is tab-separated, one line a row", () => {
    expect(asTsv(table)).toBe("Claim\tWhat\tFor\na|b\tL4 -> L2/3\t3\n");
  });

  it("is Markdown, with what would end a cell escaped", () => {
    expect(asMarkdown(table)).toBe("| Claim | What | For |\n| --- | --- | ---: |\n| a\\|b | L4 -> L2/3 | 3 |\n");
  });
});

/** What the page of a rule says, taken apart for formats that carry it. */
import { rulePages } from "../../core/rules/pages.ts";
import { rules } from "../../core/service.ts";
import { plain } from "../plain-text.ts";

export interface RuleTexts {
  /** What it finds, in half a sentence. */
  readonly title: string;
  /** The whole page, in Markdown. */
  readonly page: string;
  /** The sections of the page, each in a line; empty where it has none of that name. */
  readonly why: string;
  readonly mend: string;
}

export function ruleTexts(code: string): RuleTexts {
  const page = rulePages.get(code) ?? "";
  const title = rules.find((rule) => rule.code === code)?.title ?? code;
  return { title, page, why: section(page, "Why it matters"), mend: section(page, "How to mend it") };
}

function section(page: string, title: string): string {
  const heading = `\n## ${title}\n`;
  const at = page.indexOf(heading);
  if (at < 0) return "";
  const from = at + heading.length;
  const end = page.indexOf("\n## ", from);
  const lines = page.slice(from, end < 0 ? page.length : end).split("\n");
  return lines
    .filter((line) => line.trim() !== "")
    .map(plain)
    .join(" ");
}

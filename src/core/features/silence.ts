/** The edit that silences a finding where it stands, with a reason for its writer to fill in. */
import type { Finding } from "../checker.ts";
import type { SourceDocument } from "../model/source.ts";
import { ruleByCode } from "../rules/index.ts";
import { IGNORE } from "../suppressions.ts";
import { tokenize } from "../syntax/lexer.ts";
import { Kind, TokenBuffer } from "../syntax/tokens.ts";
import type { Edit } from "../text.ts";

/**
 * A comment at the end of the line on which a finding starts. Undefined where the line has a comment, outside of Lamina,
 * and for findings that cannot be silenced: those on suppressions and settings, and on text that is not understood.
 */
export function silencing({ rule, span }: Pick<Finding, "rule" | "span">, source: SourceDocument): Edit | undefined {
  if (ruleByCode(rule)?.keepsHouse || rule === "syntax-error") return undefined;
  if (!source.regions.some(({ map }) => map.toRegion(span.start) !== undefined)) return undefined;
  const { line } = source.lines.positionAt(span.start);
  const start = source.lines.offsetAt({ line, character: 0 });
  const end = source.lines.offsetAt({ line, character: Number.MAX_SAFE_INTEGER });
  const text = source.slice({ start, end }).replace(/[\r\n]+$/, "");
  if (hasComment(text)) return undefined;
  const at = start + text.trimEnd().length;
  return { span: { start: at, end: start + text.length }, text: `  # ${IGNORE} ${rule} -- …` };
}

function hasComment(line: string): boolean {
  if (!line.includes("#")) return false;
  const buffer = new TokenBuffer();
  tokenize(line, buffer);
  return buffer.kinds.subarray(0, buffer.count).includes(Kind.comment);
}

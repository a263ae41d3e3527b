/** What the column view writes into a text: stubs that findings offer, and new claims. */
import type { AtlasPart } from "../core/atlas/atlas.ts";
import { hostEdit } from "../core/features/host-edit.ts";
import type { Finding, Snapshot, SourceDocument } from "../core/service.ts";
import type { Edit } from "../core/text.ts";
import type { ClaimInText } from "../diagram/from-snapshot.ts";
import type { ColumnConnectResult, ColumnStubResult } from "../protocol/requests.ts";
import { toRange } from "./convert.ts";

/** What a stub leaves for its writer to fill in. */
const OPEN = "…";

/** The edits of a stub of a claim; undefined where its finding is gone. */
export function stubEdits(
  findings: readonly Finding[],
  source: SourceDocument,
  { span }: ClaimInText,
  title: string,
  rule: string,
): ColumnStubResult | undefined {
  for (const finding of findings) {
    if (finding.rule !== rule || finding.span.start < span.start || finding.span.end > span.end) continue;
    const fix = finding.fixes.find((each) => each.title === title);
    if (!fix) continue;
    const edits = fix.edits.map((edit) => hostEdit(source, edit));
    return {
      edits: edits.map((edit) => ({ range: toRange(source.lines, edit.span), newText: edit.text })),
      ...(edits.some(({ text }) => text.includes(OPEN)) && { open: OPEN }),
    };
  }
  return undefined;
}

/** The shortest name that means a part and no other in a document. */
function nameIn(part: AtlasPart, snapshot: Snapshot, uri: string): string {
  const { parts } = snapshot.names(uri).find(part.name);
  const plain = parts.length === 1 && parts[0] === part;
  const name = plain ? part.name : part.id;
  return /\s/.test(name) ? `"${name}"` : name;
}

/** Stands for the id until the text is known; nobody writes it. */
const MARK = "\u{e000}";

/** A new claim that sets one part beside another, after the last claim of the document; null where none can be written. */
export function newClaim(snapshot: Snapshot, source: SourceDocument, from: string, to: string): ColumnConnectResult {
  const names = snapshot.names(source.uri);
  const [a, b] = [names.byId(from), names.byId(to)];
  if (!a || !b) return null;
  // the model's side stands on the right
  const [left, right] = a.atlas === "transformer" && b.atlas !== "transformer" ? [b, a] : [a, b];
  const header = `claim ${MARK}: ${nameIn(left, snapshot, source.uri)} as ${nameIn(right, snapshot, source.uri)}`;
  const edit = hostEdit(source, insertion(source, header));
  const [before = "", after = ""] = edit.text.split(MARK);
  return { at: toRange(source.lines, edit.span).start, before, id: freeId(snapshot, left, right), after };
}

/** Where a new item goes: after the last item that is a claim, else at the end of the last region, else as a fence of its own. */
function insertion(source: SourceDocument, header: string): Edit {
  for (const { document, map } of source.regions.toReversed()) {
    let last = document.items.length - 1;
    while (last > 0 && document.items[last]?.word !== "claim") last--;
    const item = document.items[last]?.word === "claim" ? document.items[last] : document.items.at(-1);
    if (!item) continue;
    const start = document.startOf(document.items.indexOf(item));
    let end = item.contentEnd;
    while (end < item.text.length && item.text[end] !== "\n" && item.text[end] !== "\r") end++;
    const at = map.toHost(start + end);
    return { span: { start: at, end: at }, text: item.text.trim() === "" ? header : `\n\n${header}` };
  }
  const end = { start: source.length, end: source.length };
  if (source.regions.length > 0 || source.uri.endsWith(".lamina")) return { span: end, text: header };
  // a manuscript without a fence: its first
  return { span: end, text: `\n\n\`\`\`lamina\n${header}\n\`\`\`\n` };
}

/** An id that no item of the project has. */
function freeId(snapshot: Snapshot, left: AtlasPart, right: AtlasPart): string {
  const plain = `${left.name}-${right.name}`
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
  let id = plain;
  for (let count = 2; snapshot.declarations(id).length > 0; count++) id = `${plain}-${count}`;
  return id;
}

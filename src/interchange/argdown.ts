/** Claims and what speaks for and against them in Argdown, for maps of arguments. */
import type { ClaimCollection, RecordClaim, RecordEvidence } from "../records/record.ts";
import { oneLine, wellFormed } from "./text.ts";

/** A statement for every claim, with its evidence as arguments below it. */
export function argdownOf({ title, claims }: ClaimCollection): string {
  const keys = new Map(claims.flatMap(({ id, key }) => (id === undefined ? [] : [[id, key] as const])).reverse());
  const defined = new Set<string>();
  return `${[`# ${inArgdown(title) || "Claims"}`, ...claims.map((claim) => statement(claim, keys, defined))].join("\n\n")}\n`;
}

function statement(claim: RecordClaim, keys: ReadonlyMap<string, string>, defined: Set<string>): string {
  const said = [claim.means, claim.written].flatMap((text) => (text === undefined ? [] : inArgdown(text)));
  const tags = [claim.asserted, claim.standing].map((word) => `#(${inTitle(word)})`).join(" ");
  const lines = [`[${inTitle(claim.key)}]: ${said.length > 1 ? `${said[0]} (${said[1]})` : said[0]} ${tags}`];
  for (const [index, piece] of claim.evidence.entries()) {
    const line = argument(claim, piece, index + 1, defined);
    if (line !== undefined) lines.push(line);
  }
  const parts = [claim.left, claim.right].flatMap((side) => [...(side?.ends ?? []), ...(side?.outweighed ?? [])]);
  for (const end of parts) if (end.claim !== undefined) lines.push(`  + [${inTitle(keys.get(end.claim) ?? end.claim)}]`);
  for (const { relation, to } of claim.relations) if (relation === "critiques") lines.push(`  -> [${inTitle(keys.get(to) ?? to)}]`);
  return lines.join("\n");
}

function argument(claim: RecordClaim, piece: RecordEvidence, number: number, defined: Set<string>): string | undefined {
  const { stance, id, works, argument: own, data, model, shows, type, read, through } = piece;
  const who = own ? "the writer's own argument" : works.map(({ label }) => label).join("; ") || data || model || id || "";
  const small = [type, read && `read: ${read}`, through].flatMap((text) => text || []).join(", ");
  const text = [inArgdown(who), shows === undefined ? undefined : inArgdown(shows)].flatMap((each) => each || []).join("\\: ");
  // Argdown has no word for what only narrows a claim
  if (stance === "qualifies") return `  // qualified by ${wellFormed(oneLine(`${who} ${shows ?? ""}`))}`;
  const title = inTitle(id ?? `${claim.key} ${number}`);
  const sign = stance === "supports" ? "+" : "-";
  if (defined.has(title)) return `  ${sign} <${title}>`;
  defined.add(title);
  return `  ${sign} <${title}>: ${text}${small === "" ? "" : ` (${inArgdown(small)})`}`;
}

/** A title, which ends at its bracket and has no way to hold one. */
const inTitle = (text: string): string =>
  wellFormed(oneLine(text))
    .replace(/[[\]<>(){}\\#@]/g, "·")
    .replace(/^-/, "·") || "·";

/** A text that Argdown shows as it stands: what would begin something else has a backslash before it. */
export const inArgdown = (text: string): string =>
  wellFormed(oneLine(text))
    .replace(/\p{Cc}/gu, "")
    .replace(/[\\@#*_[\]<>{}]/g, "\\$&")
    .replace(/\/(?=[/*])/g, "\\/")
    .replace(/-(?=-)/g, "\\-")
    .replace(/=(?==)/g, "\\=")
    .replace(/([.:])(?=\S)/g, "\\$1");

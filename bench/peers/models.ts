/** The same claims in the words of other tools, as far as those can say them. */
import { corpus } from "../lib/corpus.ts";

/** The ends of claims as written, one pair a claim. */
export function edgesOf(claims: number): (readonly [from: string, to: string])[] {
  const text = corpus({ claims })[0]?.text ?? "";
  return [...text.matchAll(/^claim [^:]+: (.+) as (\S+)$/gm)].map(([, left = "", right = ""]) => [left.replaceAll('"', ""), right]);
}

/** Claims as arguments of Argdown, each with what supports it and what disputes it. */
export function argdownText(claims: number): string {
  const parts = edgesOf(claims).map(
    ([left, right], index) =>
      `[Claim ${index}]: ${left.replaceAll(/[<>-]+/g, "to")} is read as ${right}.\n  + <Support ${index}>: A finding on the upper layers, source ${index}.\n  - <Dispute ${index}>: Silencing the layer leaves tuning where it was.\n`,
  );
  return `===\ntitle: Claims\n===\n\n${parts.join("\n")}`;
}

/** Claims as relations between the elements of a LikeC4 model. */
export function likec4Text(claims: number): string {
  const edges = edgesOf(claims);
  const names = new Map([...new Set(edges.flat())].map((name, index) => [name, `part${index}`]));
  const elements = [...names].map(([name, id]) => `  ${id} = part '${name}'`).join("\n");
  const relations = edges
    .map(
      ([left, right], index) =>
        `  ${names.get(left)} -> ${names.get(right)} 'claim ${index}' {\n    description 'A finding on the upper layers, source ${index}'\n  }`,
    )
    .join("\n");
  return `specification {\n  element part\n}\n\nmodel {\n${elements}\n${relations}\n}\n`;
}

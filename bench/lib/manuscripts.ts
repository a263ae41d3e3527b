/** The manuscript of the corpus as LaTeX, and claims of the corpus in the comments of a program: the same words in other hosts. */
import { corpus, manuscript } from "./corpus.ts";

const fence = /^```lamina\n([\s\S]*?)^```$/gm;

/** A manuscript in LaTeX of about so many bytes, with a claim in an environment every so often. */
export function latexManuscript(bytes: number): string {
  const parts: string[] = [];
  let at = 0;
  const text = manuscript(bytes);
  for (const found of text.matchAll(fence)) {
    parts.push(latexText(text.slice(at, found.index)), `\\begin{lamina}\n${found[1]}\\end{lamina}`);
    at = found.index + found[0].length;
  }
  parts.push(latexText(text.slice(at)));
  const preamble = "\\documentclass{article}\n\\usepackage{lamina}\n\\addbibresource{references.bib}\n\\begin{document}\n";
  return `${preamble}${parts.join("")}\n\\end{document}\n`;
}

/** Running text of the Markdown manuscript in LaTeX's notation. */
const latexText = (text: string): string =>
  text
    .replaceAll("%", "\\%")
    .replace(/^## (.*)$/gm, "\\section{$1}")
    .replace(/^# (.*)$/gm, "\\title{$1}")
    .replace(/(?:^- .*\n?)+/gm, (list) => `\\begin{itemize}\n${list.replace(/^- /gm, "\\item ")}\\end{itemize}\n`)
    .replace(/\[([^\]@\n]+)\]\([^)\n]*#(\w+)\)/g, "$1~\\ref{$2}")
    .replace(/\[@(\w+)\]/g, "\\cite{$1}")
    .replace(/\*([^*\n]+)\*/g, "\\emph{$1}")
    .replace(/`([^`\n]+)`/g, "\\texttt{$1}")
    .replace(/^\| layer[\s\S]*?\n\n/gm, "\\[ V = L_4 W_V \\]\n\n");

/** A program in Python of about so many bytes: modules of a model, with claims in the comments of every twentieth. */
export function program(bytes: number): string {
  const claims =
    corpus({ claims: Math.ceil(bytes / 12_000) + 1 })[0]
      ?.text.split(/^(?=claim )/m)
      .slice(1) ?? [];
  const parts = ["import torch\nfrom torch import nn\n"];
  let length = 0;
  for (let index = 0; length < bytes; index++) {
    const part = `${index % 20 === 0 ? marked(claims[(index / 20) % claims.length] ?? "") : ""}${moduleOf(index)}`;
    parts.push(part);
    length += part.length;
  }
  return parts.join("\n");
}

/** A claim as a run of comments, with what hangs on other items left out. */
const marked = (claim: string): string =>
  (claim.match(/^.*\n(?: {2}.*\n)*/)?.[0] ?? "")
    .replace(/^ {2}(?:predicts|assumes|rivals|contrasts with|supported by finding).*\n/gm, "")
    .replace(/^/gm, "# ")
    .replace(/^# claim/, "\n# lamina: claim")
    .replace(/^# {3}/gm, "#   ")
    .replace(/^# $/gm, "");

const moduleOf = (index: number): string => `
class Attention${index}(nn.Module):
    """One head; the claim that it is a column is in another file."""

    def __init__(self, width: int = ${64 + (index % 8) * 32}, heads: int = ${1 + (index % 12)}):
        super().__init__()
        self.q_proj = nn.Linear(width, width)  # what is asked for
        self.k_proj = nn.Linear(width, width)
        self.v_proj = nn.Linear(width, width)
        self.scale = (width // heads) ** -0.5
        self.names = {"q": "# lamina: claim in a string", 'k': f"{width} # no comment"}

    def forward(self, x):
        q, k, v = self.q_proj(x), self.k_proj(x), self.v_proj(x)
        weights = torch.softmax(q @ k.transpose(-2, -1) * self.scale, dim=-1)
        return weights @ v
`;

/** Text as TeX takes it: whatever a claim may be called, it is set and never run. */

const special: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\{",
  "}": "\\}",
  $: "\\$",
  "&": "\\&",
  "#": "\\#",
  "%": "\\%",
  _: "\\_",
  "^": "\\textasciicircum{}",
  "~": "\\textasciitilde{}",
  "<": "\\textless{}",
  ">": "\\textgreater{}",
  "|": "\\textbar{}",
  '"': "''",
  "\u00a0": "~",
  "\u00ad": "",
  "“": "``",
  "”": "''",
  "‘": "`",
  "’": "'",
  "…": "\\dots{}",
  "–": "--",
  "—": "---",
  ᵀ: "\\textsuperscript{T}",
  "²": "\\textsuperscript{2}",
  "³": "\\textsuperscript{3}",
};

/** Signs that the mathematical fonts of every TeX have. */
const mathematical: Readonly<Record<string, string>> = {
  "→": "\\rightarrow",
  "←": "\\leftarrow",
  "↔": "\\leftrightarrow",
  "↑": "\\uparrow",
  "↓": "\\downarrow",
  "⇒": "\\Rightarrow",
  "−": "-",
  "±": "\\pm",
  "×": "\\times",
  "÷": "\\div",
  "·": "\\cdot",
  "√": "\\surd",
  "∞": "\\infty",
  "≈": "\\approx",
  "≠": "\\neq",
  "≤": "\\leq",
  "≥": "\\geq",
  "∈": "\\in",
  "∑": "\\sum",
  "∂": "\\partial",
  "°": "^\\circ",
  µ: "\\mu",
  ...Object.fromEntries(
    [
      ["α", "alpha"],
      ["β", "beta"],
      ["γ", "gamma"],
      ["δ", "delta"],
      ["ε", "varepsilon"],
      ["ζ", "zeta"],
      ["η", "eta"],
      ["θ", "theta"],
      ["ι", "iota"],
      ["κ", "kappa"],
      ["λ", "lambda"],
      ["μ", "mu"],
      ["ν", "nu"],
      ["ξ", "xi"],
      ["π", "pi"],
      ["ρ", "rho"],
      ["σ", "sigma"],
      ["τ", "tau"],
      ["υ", "upsilon"],
      ["φ", "varphi"],
      ["χ", "chi"],
      ["ψ", "psi"],
      ["ω", "omega"],
      ["Γ", "Gamma"],
      ["Δ", "Delta"],
      ["Θ", "Theta"],
      ["Λ", "Lambda"],
      ["Ξ", "Xi"],
      ["Π", "Pi"],
      ["Σ", "Sigma"],
      ["Φ", "Phi"],
      ["Ψ", "Psi"],
      ["Ω", "Omega"],
    ].map(([sign, name]) => [sign, `\\${name}`]),
  ),
};

/** Letters that TeX has in its first encoding, without an accent. */
const plainLetters = "ßæÆøØœŒłŁåÅı";

/** The accents that TeX has in its first encoding: grave, acute, circumflex, tilde, macron, breve, dot, umlaut, ring, double acute, caron. */
const accents = /^[A-Za-z][\u0300-\u0304\u0306\u0307\u0308\u030a\u030b\u030c]$/;

/** Signs that TeX would join with their like into another one. */
const joining = "-,`'?!<>";

/** A text as the body of a node. Signs that not every TeX has go to `\laminasign`, which the file defines. */
export function texText(content: string): string {
  let out = "";
  let before = "";
  for (const character of content) {
    // a quotation mark is written with two of these
    const opens = character === '"' ? "'" : character;
    if (joining.includes(opens) && joining.includes(before)) out += "{}";
    out += texSign(character);
    before = opens;
  }
  return out;
}

function texSign(character: string): string {
  const written = Object.hasOwn(special, character) ? special[character] : undefined;
  if (written !== undefined) return written;
  const math = Object.hasOwn(mathematical, character) ? mathematical[character] : undefined;
  if (math !== undefined) return `\\ensuremath{${math}}`;
  const code = character.codePointAt(0) ?? 0;
  if (code >= 32 && code < 127) return character;
  if (code < 32 || (code >= 127 && code < 160)) return " ";
  if (plainLetters.includes(character) || (code < 0x180 && accents.test(character.normalize("NFD")))) return character;
  return `\\laminasign{${character}}`;
}

/**
 * TeX, as bibliographies use it, as plain text: accents, special letters, dashes, quotation marks, simple mathematics.
 * One pass without recursion; what is not known keeps its arguments and loses its command.
 */

/** Combining marks of the accents that are written with a sign or a letter: `\"o`, `\c{c}`. */
const accents: Readonly<Record<string, string>> = {
  "`": "\u0300",
  "'": "\u0301",
  "^": "\u0302",
  "~": "\u0303",
  '"': "\u0308",
  "=": "\u0304",
  ".": "\u0307",
  u: "\u0306",
  v: "\u030c",
  H: "\u030b",
  c: "\u0327",
  k: "\u0328",
  d: "\u0323",
  b: "\u0331",
  r: "\u030a",
  t: "\u0361",
};

/** Commands that stand for one character, each with it behind. */
const characterCommands = `
ss ß SS ẞ o ø O Ø l ł L Ł ae æ AE Æ oe œ OE Œ aa å AA Å i ı j ȷ th þ TH Þ dh ð DH Ð dj đ DJ Đ ng ŋ NG Ŋ textendash –
textemdash — textquoteleft ‘ textquoteright ’ textquotedblleft “ textquotedblright ” quotesinglbase ‚ quotedblbase „
guillemotleft « guillemotright » textasciitilde ~ textasciicircum ^ textbackslash \\ textunderscore _ textbar |
textless < textgreater > textbraceleft { textbraceright } dots … ldots … textellipsis … cdots ⋯ copyright ©
textcopyright © textregistered ® texttrademark ™ S § P ¶ dag † ddag ‡ pounds £ textsterling £ euro € texteuro €
textdegree ° degree ° textmu µ textordfeminine ª textordmasculine º textexclamdown ¡ textquestiondown ¿ slash /
textdollar $ times × pm ± mp ∓ cdot · div ÷ sim ∼ approx ≈ simeq ≃ neq ≠ ne ≠ leq ≤ le ≤ geq ≥ ge ≥ ll ≪ gg ≫ infty ∞
partial ∂ nabla ∇ sum ∑ prod ∏ int ∫ propto ∝ in ∈ rightarrow → to → leftarrow ← leftrightarrow ↔ Rightarrow ⇒
Leftarrow ⇐ prime ′ circ ° ell ℓ alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ iota ι
kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ
Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω`;

/** Commands that stand for characters. */
const symbols = new Map<string, string>([
  ["TeX", "TeX"],
  ["LaTeX", "LaTeX"],
  ["BibTeX", "BibTeX"],
  ["quad", " "],
  ["qquad", " "],
  ["newline", " "],
  ["linebreak", " "],
  ["space", " "],
]);
const commandWords = characterCommands.trim().split(/\s+/);
for (let index = 0; index + 1 < commandWords.length; index += 2) {
  symbols.set(commandWords[index] as string, commandWords[index + 1] as string);
}

/** Letters without their dot, which carry it again when an accent is taken off them. */
const dotted: Readonly<Record<string, string>> = { ı: "i", ȷ: "j" };

/** Commands whose first argument is an address and not text: `\href{address}{text}`. */
const addressFirst = new Set(["href", "textcolor", "color", "hspace", "vspace"]);

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

/** TeX as plain text on one line, without spaces at its ends. */
export function plainTex(tex: string): string {
  const text = hasMarkup.test(tex) ? new TexReader(tex).read() : tex.normalize("NFC");
  return text.replace(/\s+/g, " ").trim();
}

/** What TeX reads as anything else than itself; most titles have nothing of it. */
const hasMarkup = /[\\{}$~`]|--|''/;

class TexReader {
  readonly #tex: string;
  #at = 0;
  #out = "";
  /** Marks that the next character gets. */
  #pending = "";
  #inMath = false;

  constructor(tex: string) {
    this.#tex = tex;
  }

  read(): string {
    const tex = this.#tex;
    while (this.#at < tex.length) {
      const character = tex[this.#at] as string;
      if (character === "\\") this.#command();
      else if (character === "{") this.#at++;
      else if (character === "}") {
        // an accent on nothing
        this.#pending = "";
        this.#at++;
      } else if (this.#pending !== "") this.#accented();
      else if (character === "$") {
        this.#inMath = !this.#inMath;
        this.#at++;
      } else if (this.#inMath && (character === "^" || character === "_")) this.#at++;
      else this.#plain(character);
    }
    return this.#out.normalize("NFC");
  }

  #plain(character: string): void {
    const tex = this.#tex;
    if (character === "~") this.#put("\u00a0", 1);
    else if (character === "-" && !this.#inMath && tex.startsWith("--", this.#at)) {
      if (tex.startsWith("---", this.#at)) this.#put("—", 3);
      else this.#put("–", 2);
    } else if (character === "`") this.#put(tex[this.#at + 1] === "`" ? "“" : "‘", tex[this.#at + 1] === "`" ? 2 : 1);
    else if (character === "'" && tex[this.#at + 1] === "'") this.#put("”", 2);
    else {
      const whole = String.fromCodePoint(tex.codePointAt(this.#at) ?? 0);
      this.#put(whole, whole.length);
    }
  }

  #put(text: string, length: number): void {
    this.#out += text;
    this.#at += length;
  }

  /** The character that an accent is for; spaces before it do not count. */
  #accented(): void {
    const character = String.fromCodePoint(this.#tex.codePointAt(this.#at) ?? 0);
    this.#at += character.length;
    if (/\s/.test(character)) return;
    this.#out += character + this.#pending;
    this.#pending = "";
  }

  #command(): void {
    const tex = this.#tex;
    const first = tex[this.#at + 1] ?? "";
    this.#at += 2;
    if (!isLetter(first.charCodeAt(0))) {
      if (first in accents) this.#pending += accents[first] as string;
      // a line break, a thin space, or a hint for hyphenation
      else if (first === "\\" || first === " " || first === "," || first === ";" || first === ":") this.#out += " ";
      else if (first !== "-" && first !== "/" && first !== "!" && first !== "(" && first !== ")") this.#out += first;
      return;
    }
    const start = this.#at - 1;
    while (isLetter(tex.charCodeAt(this.#at))) this.#at++;
    const name = tex.slice(start, this.#at);
    // spaces after a command end its name
    while (tex[this.#at] === " " || tex[this.#at] === "\n" || tex[this.#at] === "\t") this.#at++;
    if (Object.hasOwn(accents, name)) this.#pending += accents[name] as string;
    else {
      const symbol = symbols.get(name);
      if (symbol !== undefined) this.#symbol(symbol);
      else if (addressFirst.has(name)) this.#skipArgument();
    }
  }

  #symbol(symbol: string): void {
    this.#out += this.#pending === "" ? symbol : (dotted[symbol] ?? symbol) + this.#pending;
    this.#pending = "";
  }

  #skipArgument(): void {
    if (this.#tex[this.#at] !== "{") return;
    let depth = 0;
    for (; this.#at < this.#tex.length; this.#at++) {
      const character = this.#tex[this.#at];
      if (character === "{") depth++;
      else if (character === "}" && --depth === 0) {
        this.#at++;
        return;
      }
    }
  }
}

/** A field that is no prose (an address, an identifier): as written, without braces, escapes and line breaks. */
export function verbatimTex(tex: string): string {
  return tex
    .replace(/\\url\b/g, "")
    .replace(/\\([_%&#$~^{}])/g, "$1")
    .replace(/[{}\r\n\t]/g, "")
    .trim();
}

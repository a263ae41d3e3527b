/** Pictures as data: the eight claims of the concept, twenty-four of the paper, and as many made-up ones as wanted. */
import { docks } from "../../src/diagram/docks.ts";
import type { Picture, PictureClaim, PictureEnd, PictureSide, PictureStanding, PictureStrength } from "../../src/diagram/picture.ts";

export const end = (
  part: string | undefined,
  written = part?.slice(part.indexOf(":") + 1) ?? "?",
  along: readonly (string | undefined)[] = [],
): PictureEnd => ({
  written,
  part,
  along,
});

export const side = (parts: string, join: PictureSide["join"] = "one"): PictureSide => {
  const ids = parts.split(" ").filter(Boolean);
  return { open: parts === "?", join, ends: parts === "?" ? [] : ids.map((id) => end(id)) };
};

/** One pathway of the atlas, with the parts along it. */
export const pathway = (part: string, along: readonly string[]): PictureSide => ({
  open: false,
  join: "one",
  ends: [end(part, along.map((id) => id.slice(id.indexOf(":") + 1)).join(" → "), along)],
});

const openSide: PictureSide = { open: true, join: "one", ends: [] };

interface Told {
  readonly left?: PictureSide;
  readonly right?: PictureSide;
  readonly earned?: PictureStrength;
  readonly negated?: boolean;
}

/** A claim told in one line; `against` holds supports and disputes. */
export const claim = (
  id: string,
  written: string,
  standing: PictureStanding,
  asserted: PictureStrength,
  [supports, disputes]: readonly [number, number],
  left: PictureSide,
  right: PictureSide,
  more: Told = {},
): PictureClaim => ({
  key: id,
  id,
  written,
  standing,
  asserted,
  earned: more.earned,
  negated: more.negated ?? false,
  left,
  right,
  supports,
  disputes,
});

const picture = (title: string, claims: readonly PictureClaim[]): Picture => ({ title, claims, parts: [] });

/** The eight claims of the concept, with its standings, which are set by hand so that all six appear. */
export const eightClaims: Picture = picture("hypothesis.lamina", [
  claim("C02-column-is-block", "column as Block", "contested", "analogy", [2, 2], side("cortex:column"), side("transformer:Block")),
  claim(
    "C03-values",
    "L4 → L2/3 as Value",
    "overstated",
    "functional",
    [3, 1],
    pathway("cortex:L4-to-L2/3", ["cortex:L4", "cortex:L2/3"]),
    side("transformer:Value"),
    {
      earned: "analogy",
    },
  ),
  claim("C04-queries", "L1-feedback as Query", "contested", "functional", [3, 2], side("cortex:L1-feedback"), side("transformer:Query")),
  claim(
    "C05-keys",
    "L2/3 -- L2/3, L5 -- L5 as Key",
    "overstated",
    "functional",
    [2, 2],
    side("cortex:L2/3-horizontal cortex:L5-horizontal", "all"),
    side("transformer:Key"),
    { earned: "analogy" },
  ),
  claim(
    "C06-not-literal",
    "microcircuit not as Query, Key, Value",
    "unsupported",
    "literal",
    [1, 0],
    side("cortex:microcircuit"),
    side("transformer:Query transformer:Key transformer:Value", "all"),
    { negated: true },
  ),
  claim(
    "C07-gating",
    "gain-modulation or BAC-firing or NMDA-spike as Attention-score",
    "supported",
    "functional",
    [3, 0],
    side("cortex:gain-modulation cortex:BAC-firing cortex:NMDA-spike", "any"),
    side("transformer:Attention-score"),
    { earned: "functional" },
  ),
  claim(
    "C08-thalamic-share",
    "thalamus → L4 as Embedding",
    "refuted",
    "functional",
    [1, 3],
    pathway("cortex:thalamus-to-L4", ["cortex:thalamus", "cortex:L4"]),
    side("transformer:Embedding"),
  ),
  claim("C12-recurrence", "recurrent-excitation as ?", "open", "analogy", [2, 0], side("cortex:recurrent-excitation"), openSide),
]);

/** C01 to C24 of the paper with plausible standings, made up to try the picture. */
export const twentyFourClaims: Picture = picture("koenig-negrello-2026.lamina", [
  claim("C01-column-is-token", "column as Token", "contested", "functional", [2, 2], side("cortex:column"), side("transformer:Token")),
  ...eightClaims.claims,
  claim(
    "C09-context-overrides",
    "recurrent-excitation > thalamus → L4 as Attention-weights > Embedding",
    "overstated",
    "functional",
    [2, 1],
    { open: false, join: "outweighs", ends: [end("cortex:recurrent-excitation"), end("cortex:thalamus-to-L4", "thalamus → L4")] },
    { open: false, join: "outweighs", ends: [end("transformer:Attention-weights"), end("transformer:Embedding")] },
    { earned: "analogy" },
  ),
  claim(
    "C10-area-is-not-layer",
    "area not as Stack-depth",
    "contested",
    "analogy",
    [1, 1],
    side("cortex:area"),
    side("transformer:Stack-depth"),
    {
      negated: true,
    },
  ),
  claim(
    "C11-thalamus-is-embedding",
    "first-order-thalamus as Embedding",
    "unsupported",
    "analogy",
    [1, 1],
    side("cortex:first-order-thalamus"),
    side("transformer:Embedding"),
  ),
  claim(
    "C13-laminar",
    "each L1, L2/3, L4, L5 as Query, Key, Value, Feed-forward",
    "unsupported",
    "functional",
    [0, 0],
    side("cortex:L1 cortex:L2/3 cortex:L4 cortex:L5", "each"),
    side("transformer:Query transformer:Key transformer:Value transformer:Feed-forward", "each"),
  ),
  claim(
    "C14-contextual-modulation",
    "gain-modulation as Attention-weights",
    "supported",
    "functional",
    [2, 0],
    side("cortex:gain-modulation"),
    side("transformer:Attention-weights"),
  ),
  claim(
    "C15-dendritic",
    "BAC-firing as Self-attention",
    "supported",
    "functional",
    [2, 0],
    side("cortex:BAC-firing"),
    side("transformer:Self-attention"),
  ),
  claim(
    "C16-oscillatory",
    "gamma, alpha, beta as ?",
    "open",
    "analogy",
    [2, 1],
    side("cortex:gamma cortex:alpha cortex:beta", "all"),
    openSide,
  ),
  claim(
    "C17-effective-connectivity",
    "L2/3 -- L2/3 as Attention-weights",
    "unsupported",
    "functional",
    [0, 0],
    side("cortex:L2/3-horizontal"),
    side("transformer:Attention-weights"),
  ),
  claim("C18-heads", "column as Attention-head", "contested", "analogy", [1, 1], side("cortex:column"), side("transformer:Attention-head")),
  claim(
    "C19-encoder-decoder",
    "each supragranular, infragranular as Encoder, Decoder",
    "unsupported",
    "analogy",
    [0, 0],
    side("cortex:supragranular cortex:infragranular", "each"),
    side("transformer:Encoder transformer:Decoder", "each"),
  ),
  claim("C20-exchange", "microcircuit as Block", "supported", "analogy", [1, 0], side("cortex:microcircuit"), side("transformer:Block")),
  claim(
    "C21-local-recoding",
    "column as Feed-forward",
    "contested",
    "analogy",
    [2, 1],
    side("cortex:column"),
    side("transformer:Feed-forward"),
  ),
  claim(
    "C22-cross-not-self",
    "L1-feedback as Cross-attention",
    "supported",
    "functional",
    [2, 1],
    side("cortex:L1-feedback"),
    side("transformer:Cross-attention"),
  ),
  claim(
    "C23-normalisation",
    "divisive-normalization as Softmax",
    "contested",
    "functional",
    [2, 1],
    side("cortex:divisive-normalization"),
    side("transformer:Softmax"),
  ),
  claim(
    "C24-whole-mapping",
    "claim C03, claim C04, claim C05 as Self-attention",
    "unsupported",
    "functional",
    [0, 0],
    {
      open: false,
      join: "all",
      ends: ["C03-values", "C04-queries", "C05-keys"].map((key) => ({ written: `claim ${key}`, part: undefined, along: [], claim: key })),
    },
    side("transformer:Self-attention"),
  ),
]);

const standings: readonly PictureStanding[] = ["supported", "overstated", "contested", "refuted", "unsupported", "open"];
const strengths: readonly PictureStrength[] = ["analogy", "functional", "mechanistic", "literal"];

/** So many claims between parts of the two atlases, some far more often named than others; the same for the same number. */
export function madeUpClaims(count: number): Picture {
  const left = docks.filter((dock) => dock.drawing === "column");
  const right = docks.filter((dock) => dock.drawing === "block");
  let state = 7;
  const random = (): number => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) / 16777216;
  };
  const often = {
    left: "L4-to-L2/3 L1-feedback L2/3-horizontal L5-horizontal thalamus-to-L4 L2/3 L5 column".split(" ").map((name) => `cortex:${name}`),
    right: "Query Key Value Attention-score Feed-forward Embedding".split(" ").map((name) => `transformer:${name}`),
  };
  const pick = (common: readonly string[], all: readonly { readonly id: string }[]): string =>
    (random() < 0.72 ? common[Math.floor(random() ** 1.4 * common.length)] : all[Math.floor(random() * all.length)]?.id) ?? "cortex:L4";
  const claims: PictureClaim[] = [];
  for (let index = 0; index < count; index++) {
    const from = pick(often.left, left);
    const to = pick(often.right, right);
    const standing = standings[Math.floor(random() ** 1.5 * standings.length)] ?? "supported";
    const asserted = strengths[Math.floor(random() ** 2 * 4)] ?? "analogy";
    const written = `${from.slice(7)} as ${to.slice(12)}`;
    const open = standing === "open";
    claims.push(
      claim(
        `M${index + 1}`,
        open ? `${from.slice(7)} as ?` : written,
        standing,
        asserted,
        [Math.floor(random() * 5), Math.floor(random() * 3)],
        side(from),
        open ? openSide : side(to),
        {
          earned: "analogy",
          negated: random() < 0.05,
        },
      ),
    );
  }
  return picture(`made-up-${count}.lamina`, claims);
}

/** Every odd form at once: other atlases, unknown names, pathways as written, both ends in one drawing, turned claims. */
export const oddClaims: Picture = {
  title: "odd.lamina",
  claims: [
    claim("turned", "Value as L4 → L2/3", "supported", "functional", [1, 0], side("transformer:Value"), side("cortex:L4-to-L2/3")),
    claim("within-column", "L2/3 as L5", "contested", "functional", [1, 1], side("cortex:L2/3"), side("cortex:L5")),
    claim(
      "within-block",
      "Self-attention as Linear-attention",
      "supported",
      "literal",
      [2, 0],
      side("transformer:Self-attention"),
      side("transformer:Linear-attention"),
    ),
    claim("hippocampus", "CA1 as Value", "overstated", "mechanistic", [2, 0], side("hippocampus:CA1"), side("transformer:Value"), {
      earned: "functional",
    }),
    claim(
      "dictionary",
      "CA3, L5 as Key",
      "supported",
      "functional",
      [1, 0],
      side("hippocampus:CA3 cortex:L5", "all"),
      side("transformer:Key"),
    ),
    claim(
      "missing",
      "L7 as Query",
      "unsupported",
      "analogy",
      [0, 0],
      { open: false, join: "one", ends: [end(undefined, "L7")] },
      side("transformer:Query"),
    ),
    claim(
      "as-written",
      "L5 → L1 as Residual-stream",
      "unsupported",
      "functional",
      [0, 0],
      { open: false, join: "one", ends: [end(undefined, "L5 → L1", ["cortex:L5", "cortex:L1"])] },
      side("transformer:Residual-stream"),
    ),
    claim("left-open", "? as Positional-encoding", "open", "analogy", [0, 0], openSide, side("transformer:Positional-encoding")),
    claim(
      "elsewhere",
      "monolayer as equation-of-state",
      "supported",
      "literal",
      [3, 0],
      side("chem:monolayer"),
      side("phys:equation-of-state"),
      { earned: "literal" },
    ),
    {
      ...claim(
        "",
        "L6 as Layer-norm in some way that takes many more words than there is room for",
        "refuted",
        "mechanistic",
        [0, 4],
        side("cortex:L6"),
        side("transformer:Layer-norm"),
      ),
      id: undefined,
      key: "odd.lamina#3",
    },
    claim(
      "denied-refuted",
      "minicolumn not as Expert-gating",
      "refuted",
      "literal",
      [1, 2],
      side("cortex:minicolumn"),
      side("transformer:Expert-gating"),
      { negated: true },
    ),
  ],
  parts: [
    { id: "hippocampus:CA1", label: "CA1 field", kind: "region" },
    { id: "chem:monolayer", label: "Bombykol monolayer", kind: "other" },
  ],
};

/** Which claim of one collection is which of another: by its id, else by its ends, else by its words. */
import type { RecordClaim, RecordEnd, RecordPart, RecordSide } from "../records/record.ts";
import { commonWords, type Pairing, pairedByLikeness, pairedByName, wordsOf } from "./match.ts";

/** A claim with this share of its words in common with one of other ends, or of another id, is taken for the same. */
const SAME_WORDS = 0.5;
/** Of claims with the same ends and two ids, a smaller share does. */
const SAME_ENDS = 0.2;
/** A sentence of fewer words tells no claim. */
const FEWEST_WORDS = 4;

/** The pairs of the same claim, and the claims that stand alone. */
export function pairedClaims(before: readonly RecordClaim[], after: readonly RecordClaim[]): Pairing<RecordClaim> {
  const words = new Map<RecordClaim, ReadonlySet<string>>();
  const saidBy = (claim: RecordClaim): ReadonlySet<string> => {
    let found = words.get(claim);
    if (!found) {
      found = wordsOf([claim.means ?? "", claim.written, ...claim.because].join(" "));
      words.set(claim, found);
    }
    return found;
  };
  const likeness = (a: RecordClaim, b: RecordClaim): number =>
    commonWords(saidBy(a), saidBy(b)) + (a.place.path === b.place.path ? 0.01 : 0);
  const above =
    (least: number) =>
    (a: RecordClaim, b: RecordClaim): number | undefined => {
      const found = a.kind === b.kind ? likeness(a, b) : 0;
      return found >= least ? found : undefined;
    };
  const haveIds = (a: RecordClaim, b: RecordClaim): boolean => a.id !== undefined && b.id !== undefined;

  const byId = pairedByName(before, after, ({ id }) => id, likeness);
  const byEnds = pairedByName(byId.before, byId.after, endsName, (a, b) => (haveIds(a, b) ? above(SAME_ENDS)(a, b) : likeness(a, b)));
  const byText = pairedByName(byEnds.before, byEnds.after, textName, likeness);
  const byWords = pairedByLikeness(byText.before, byText.after, above(SAME_WORDS));
  return {
    pairs: [...byId.pairs, ...byEnds.pairs, ...byText.pairs, ...byWords.pairs],
    before: byWords.before,
    after: byWords.after,
  };
}

/** What a claim sets beside what, by parts and not by their names in the text; undefined where its header breaks off. */
export function endsName({ kind, negated, left, right }: RecordClaim): string | undefined {
  if (!left || !right) return undefined;
  return JSON.stringify([kind, negated, sideName(left), sideName(right)]);
}

const sideName = ({ open, join, ends, outweighed }: RecordSide): unknown =>
  open ? "?" : [join, ends.map(endName), outweighed?.map(endName) ?? []];

function endName({ claim, part, along, written }: RecordEnd): unknown {
  if (claim !== undefined) return ["claim", claim];
  if (part) return part.id;
  const known = along?.filter((each): each is RecordPart => each !== null);
  // arrows and names as written, where not all of it is known
  return along && known?.length === along.length ? ["along", arrowsOf(written), known.map(({ id }) => id)] : ["written", folded(written)];
}

const arrowsOf = (written: string): readonly string[] => written.match(/<->|->|<-|--|[→←↔—]/g) ?? [];

function textName({ kind, means }: RecordClaim): string | undefined {
  const text = folded(means ?? "");
  return text.split(" ").length < FEWEST_WORDS ? undefined : `${kind} ${text}`;
}

const folded = (text: string): string => text.replace(/\s+/g, " ").trim().toLowerCase();

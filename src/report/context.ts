/** What all sections of a report share: what it is made from, the ids of claims and predictions, the numbers of works. */
import type {
  ClaimCollection,
  RecordCitation,
  RecordClaim,
  RecordEvidence,
  RecordPlace,
  RecordPrediction,
  RecordWork,
} from "../records/record.ts";
import { code, type Inline, type Line, type ReportFigure, small } from "./report.ts";
import { byCode, calledClaim, joined, oneLine, type Reading, readingOf, readingOrder, readingWords } from "./words.ts";

/** A finding as a report needs it: a `CheckedFinding` of the command line is one. Lines and characters count from 0. */
export interface ReportFinding {
  readonly path: string;
  readonly start: { readonly line: number; readonly character: number };
  readonly cell?: { readonly number: number; readonly start: { readonly line: number } };
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
}

/** A finding that a comment silences. */
export interface ReportSilence extends ReportFinding {
  /** Empty where the comment does not say. */
  readonly reason: string;
  readonly owner?: string;
  readonly until?: string;
}

export interface ReportInput {
  readonly collection: ClaimCollection;
  /** By the profile that the collection names. */
  readonly findings: readonly ReportFinding[];
  readonly silenced: readonly ReportSilence[];
  /** Left out where no picture is wanted. */
  readonly figure?: ReportFigure;
  /** What rules look for, by their codes. */
  readonly rules?: Readonly<Record<string, string>>;
  readonly title?: string;
  /** As it shall stand in the report. */
  readonly date?: string;
}

export class ReportContext {
  readonly input: ReportInput;
  /** Claims that are not families. */
  readonly claims: readonly RecordClaim[];
  readonly mappings: readonly RecordClaim[];
  /** In the order of the list of references. */
  readonly works: readonly RecordWork[];
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #claimIds = new Map<RecordClaim, string>();
  readonly #claimsById = new Map<string, RecordClaim>();
  readonly #predictionIds = new Map<string, string>();
  readonly #taken = new Set<string>();
  readonly #readings: ReadonlyMap<string, Reading>;

  constructor(input: ReportInput) {
    this.input = input;
    const { claims, works, predictions } = input.collection;
    this.claims = claims.filter(({ kind }) => kind === "claim");
    this.mappings = claims.filter(({ kind }) => kind === "mapping");
    const order = ({ line, key }: RecordWork): string => (line === undefined ? `\uffff${key}` : `${line.toLowerCase()}\u0000${key}`);
    this.works = [...works].sort((a, b) => byCode(order(a), order(b)));
    this.#numbers = new Map(this.works.map(({ key }, index) => [key, index + 1]));
    for (const claim of claims) {
      this.#claimIds.set(claim, this.#free("claim", claim.id ?? claim.key));
      if (claim.id !== undefined && !this.#claimsById.has(claim.id)) this.#claimsById.set(claim.id, claim);
    }
    this.#readings = readingsIn(input.collection);
    for (const { id } of predictions) if (!this.#predictionIds.has(id)) this.#predictionIds.set(id, this.#free("prediction", id));
  }

  /** A name that can be an id of HTML and a label of LaTeX, and that nothing else in the report has. */
  #free(word: string, name: string): string {
    const stem = `${word}-${name.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`.slice(0, 80).replace(/-+$/, "");
    let free = stem;
    for (let number = 2; this.#taken.has(free); number++) free = `${stem}-${number}`;
    this.#taken.add(free);
    return free;
  }

  idOf(claim: RecordClaim): string {
    return this.#claimIds.get(claim) ?? "";
  }

  linkTo(claim: RecordClaim): Inline {
    return { kind: "link", text: calledClaim(claim), to: this.idOf(claim) };
  }

  /** An id of whatever item, as a link where the report has it. */
  linkToId(id: string): Inline {
    const claim = this.#claimsById.get(id);
    if (claim) return this.linkTo(claim);
    const prediction = this.#predictionIds.get(id);
    return prediction === undefined ? code(id) : { kind: "link", text: id, to: prediction };
  }

  predictionId({ id }: RecordPrediction): string {
    return this.#predictionIds.get(id) ?? "";
  }

  /** The furthest that any clause says a work was read; undefined where none says. */
  readingOf({ key }: RecordWork): Reading | undefined {
    return this.#readings.get(key);
  }

  workId(key: string): string {
    return `work-${this.#numbers.get(key) ?? 0}`;
  }

  /** A work as it is cited: who, when, its number in the list of references, the version, and where in it. */
  citation({ key, label, version, place }: RecordCitation): Line {
    const number = this.#numbers.get(key);
    const named: Inline = number === undefined ? label : { kind: "link", text: `${label} [${number}]`, to: this.workId(key) };
    return [named, ...(version === undefined ? [] : [`, ${version}`]), ...(place === undefined ? [] : [`, ${place}`])];
  }

  citations(works: readonly RecordCitation[]): Line {
    return joined(
      works.map((work) => this.citation(work)),
      "; ",
    );
  }

  /** A piece of evidence in a line: whose, of which sort, what it shows, where, and how far it was read. */
  evidence(piece: RecordEvidence): Line {
    const { works, data, model, argument, type, typeLabel, shows, scope, id, weighed } = piece;
    if (argument) return [`“${oneLine(shows ?? "")}” `, small("the writer's own argument, which earns nothing")];
    const thing = data ?? model ?? id;
    const who: Line = works.length > 0 ? this.citations(works) : thing === undefined ? [] : [code(thing)];
    const what = typeLabel ?? type;
    const facts = [
      ...(works.length > 0 ? [readingWords(piece.read, piece.through)] : []),
      ...(id !== undefined && works.length > 0 ? [`the evidence ${id}`] : []),
      ...(model === undefined ? [] : ["a model of the project"]),
      ...(weighed || piece.stance === "qualifies" ? [] : ["not counted"]),
    ];
    return [
      ...who,
      ...(what === undefined ? [] : [`: ${what}`]),
      ...(shows === undefined ? [] : [`${what === undefined ? ": " : ", "}“${oneLine(shows)}”`]),
      ...(scope === undefined ? [] : [`, in ${scope}`]),
      ...(facts.length === 0 ? [] : [" ", small(facts.join("; "))]),
    ];
  }
}

function readingsIn({ claims, works }: ClaimCollection): ReadonlyMap<string, Reading> {
  const furthest = new Map<string, Reading>();
  const note = (key: string, word: string | undefined): void => {
    const reading = readingOf(word);
    const known = furthest.get(key);
    if (reading && (!known || readingOrder.indexOf(reading) > readingOrder.indexOf(known))) furthest.set(key, reading);
  };
  for (const { key, source } of works) note(key, source?.read);
  for (const { evidence, statedIn } of claims)
    for (const said of [...evidence, ...statedIn]) for (const { key } of said.works) note(key, said.read);
  return furthest;
}

/** `claims/a.lamina:12`, in a notebook with its cell. */
export const placeText = ({ path, line, cell }: RecordPlace): string =>
  cell === undefined ? `${path}:${line}` : `${path}, cell ${cell}, line ${line}`;

/** Where a finding stands, counted as editors count. */
export const findingPlace = ({ path, start, cell }: ReportFinding): string =>
  placeText({ path, line: (cell?.start.line ?? start.line) + 1, column: 1, ...(cell && { cell: cell.number }) });

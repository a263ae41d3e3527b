/**
 * Claims as nanopublications: what is asserted, where that comes from, and what is known of the publication itself, each a
 * named graph. The assertion and its provenance are the writer's; what Lamina makes of them stands in the publication's own
 * graph, attributed to Lamina. Nothing is attributed to a work that is cited: the claim cites it, and that is all.
 */
import type {
  ClaimCollection,
  RecordClaim,
  RecordEnd,
  RecordEvidence,
  RecordPart,
  RecordSide,
  RecordStatement,
} from "../records/record.ts";
import { Graph, type Quad, type Subject } from "./quads.ts";
import { Addresses, addressOfTerm, isAddress, matchRelation, named, piece } from "./rdf-names.ts";

export interface NanopublicationOptions {
  readonly base: string;
  readonly date: string | undefined;
  readonly writer: string | undefined;
  readonly version: string;
}

/** The graphs of all claims, four for each, in the order of the claims. */
export function nanopublications(collection: ClaimCollection, options: NanopublicationOptions): readonly Quad[] {
  const addresses = new Addresses(options.base, collection.works);
  const keys = new Map(collection.claims.flatMap(({ id, key }) => (id === undefined ? [] : [[id, key] as const])).reverse());
  return collection.claims.flatMap((claim) => new Nanopublication(claim, addresses, keys, options).quads());
}

const relations: Readonly<Record<string, `lamina:${string}`>> = {
  assumes: "lamina:assumes",
  refines: "lamina:refines",
  critiques: "lamina:critiques",
  rivals: "lamina:rivals",
  "contrasts with": "lamina:contrastsWith",
  "belongs to": "lamina:belongsTo",
};

class Nanopublication {
  readonly #claim: RecordClaim;
  readonly #addresses: Addresses;
  /** Keys of claims by their ids. */
  readonly #keys: ReadonlyMap<string, string>;
  readonly #options: NanopublicationOptions;
  readonly #address: string;
  readonly #assertion: Graph;
  readonly #provenance: Graph;
  readonly #publication: Graph;

  constructor(claim: RecordClaim, addresses: Addresses, keys: ReadonlyMap<string, string>, options: NanopublicationOptions) {
    this.#claim = claim;
    this.#addresses = addresses;
    this.#keys = keys;
    this.#options = options;
    this.#address = addresses.nanopublication(claim.key);
    this.#assertion = new Graph(this.#own("assertion"));
    this.#provenance = new Graph(this.#own("provenance"));
    this.#publication = new Graph(this.#own("pubinfo"));
  }

  quads(): Quad[] {
    const head = new Graph(this.#own("head"));
    head
      .about(this.#address)
      .is("np:Nanopublication")
      .to("np:hasAssertion", this.#assertion.address)
      .to("np:hasProvenance", this.#provenance.address)
      .to("np:hasPublicationInfo", this.#publication.address);
    this.#assert();
    this.#attribute();
    this.#publish();
    return [head, this.#assertion, this.#provenance, this.#publication].flatMap(({ quads }) => quads);
  }

  /** The address of a piece of this publication. */
  #own(name: string): string {
    return `${this.#address}#${name}`;
  }

  #claimNamed(id: string): string {
    return this.#addresses.claim(this.#keys.get(id) ?? id);
  }

  #assert(): void {
    const claim = this.#claim;
    const subject = this.#assertion.about(this.#addresses.claim(claim.key)).is("lamina:Claim").is(sortOf(claim));
    if (claim.kind === "mapping") subject.is("lamina:Family");
    subject.says("rdfs:label", claim.written).says("dcterms:description", claim.means);
    subject.word("lamina:kind", claim.claimKind).word("lamina:asserts", claim.asserted).says("lamina:sense", claim.sense);
    this.#side(subject, "lamina:left", "left", claim.left);
    this.#side(subject, "lamina:right", "right", claim.right);
    subject.says("lamina:scope", claim.scope).word("lamina:level", claim.level).word("lamina:informs", claim.informs);
    for (const { text, of } of claim.facets) subject.says("lamina:facet", of === undefined ? text : `${text} (of ${of})`);
    for (const via of claim.via) subject.says("lamina:via", via);
    for (const { relation, to } of claim.relations) {
      const predicate = relations[relation];
      if (predicate) subject.to(predicate, this.#claimNamed(to));
    }
    for (const { id, text, expects, falsifiedIf } of claim.predictions) {
      subject.to("lamina:predicts", this.#addresses.prediction(id));
      const prediction = this.#assertion.about(this.#addresses.prediction(id)).is("lamina:Prediction").says("dcterms:description", text);
      for (const line of expects) prediction.says("lamina:expects", line);
      for (const line of falsifiedIf) prediction.says("lamina:falsifiedIf", line);
    }
    for (const id of claim.undefinedPredictions) subject.to("lamina:predicts", this.#addresses.prediction(id));
  }

  #side(subject: Subject, predicate: "lamina:left" | "lamina:right", name: string, side: RecordSide | undefined): void {
    if (!side) return;
    const address = this.#own(name);
    subject.to(predicate, address);
    const node = this.#assertion.about(address).is("lamina:Side").says("lamina:written", side.written);
    if (side.open) node.is("lamina:Gap");
    node.word("lamina:join", side.join);
    this.#ends(node, "lamina:end", name, side.ends);
    this.#ends(node, "lamina:outweighed", `${name}-outweighed`, side.outweighed ?? []);
  }

  #ends(side: Subject, predicate: "lamina:end" | "lamina:outweighed", name: string, ends: readonly RecordEnd[]): void {
    for (const [index, end] of ends.entries()) {
      const address = this.#own(`${name}-${index + 1}`);
      side.to(predicate, address);
      const node = this.#assertion.about(address).says("lamina:written", end.written);
      node.says("lamina:position", String(index + 1), "xsd:integer");
      if (end.part) node.to("lamina:part", this.#part(end.part));
      if (end.claim !== undefined) node.to("lamina:claim", this.#claimNamed(end.claim));
      for (const part of end.along ?? []) if (part) node.to("lamina:along", this.#part(part));
    }
  }

  /** The address of a part. What the atlas says of it belongs to no claim. */
  #part(part: RecordPart): string {
    const address = this.#addresses.part(part.id);
    const subject = this.#publication.about(address).is("lamina:Part").says("rdfs:label", part.label);
    subject.says("lamina:atlas", part.atlas).word("lamina:sort", part.kind);
    for (const term of part.terms ?? []) {
      const known = addressOfTerm(term);
      if (known === undefined) subject.says("lamina:term", `${term.id} (${term.match})`);
      else subject.to(matchRelation(term), known);
    }
    return address;
  }

  #attribute(): void {
    const claim = this.#claim;
    const { writer } = this.#options;
    const writerAddress = writer !== undefined && isAddress(writer) ? writer : this.#own("writer");
    this.#provenance.about(this.#assertion.address).to("prov:wasAttributedTo", writerAddress);
    const agent = this.#provenance.about(writerAddress).is("prov:Agent");
    if (writer === undefined) agent.says("rdfs:label", `Whoever wrote ${claim.place.path}, which does not say who that is`);
    else if (writerAddress !== writer) agent.says("rdfs:label", writer);
    const subject = this.#provenance.about(this.#addresses.claim(claim.key));
    for (const [index, statement] of claim.statedIn.entries()) this.#statement(subject, statement, index + 1);
    for (const [index, evidence] of claim.evidence.entries()) this.#evidence(subject, evidence, index + 1);
    for (const reason of claim.because) subject.says("lamina:because", reason);
    subject.says("lamina:undisputedAsOf", claim.undisputed?.date, "xsd:date").says("lamina:lookedFor", claim.undisputed?.where);
  }

  #statement(claim: Subject, statement: RecordStatement, number: number): void {
    const address = this.#own(`statement-${number}`);
    claim.to("lamina:stated", address);
    const node = this.#provenance.about(address).is("lamina:Statement");
    if (statement.inherited) node.to("lamina:saidBy", named("lamina:family"));
    this.#reading(node, statement);
    this.#cited(claim, node, statement.works, "cito:citesAsSourceDocument");
  }

  #evidence(claim: Subject, evidence: RecordEvidence, number: number): void {
    const address = this.#own(`evidence-${number}`);
    claim.to("lamina:evidence", address);
    const node = this.#provenance.about(address).is(evidence.argument ? "lamina:Argument" : "lamina:Evidence");
    node.word("lamina:stance", evidence.stance).says("lamina:id", evidence.id ?? evidence.model);
    node.says("lamina:shows", evidence.shows).says("lamina:scope", evidence.scope).says("lamina:data", evidence.data);
    this.#reading(node, evidence);
    if (evidence.type !== undefined) {
      const type = named(`evidencetype:${piece(evidence.type)}`);
      node.to("lamina:evidenceType", type);
      const described = this.#publication.about(type).is("lamina:EvidenceType").says("rdfs:label", evidence.typeLabel);
      for (const term of evidence.terms ?? []) {
        const known = addressOfTerm(term);
        if (known !== undefined) {
          described.to(matchRelation(term), known);
          this.#publication.about(known).says("rdfs:label", term.label);
        }
      }
    }
    this.#cited(claim, node, evidence.works, ways[evidence.stance]);
  }

  /** How far the source was read; where only second hand, that is what it is. */
  #reading(node: Subject, { read, through, works }: RecordStatement | RecordEvidence): void {
    const [only, other] = works;
    const source = only && !other ? this.#addresses.described(only.key)?.source : undefined;
    const extent = read ?? source?.read;
    node.word("lamina:read", extent).says("lamina:through", read === undefined ? source?.through : through);
    if (extent === "secondary") node.is("lamina:SecondHand");
  }

  #cited(claim: Subject, node: Subject, works: RecordEvidence["works"], how: `cito:${string}`): void {
    for (const work of works) {
      const address = this.#addresses.work(work.key);
      // whoever asks which claims cite a work need not know all ways of citing
      claim.to("cito:cites", address);
      claim.to(how, address);
      node.to("lamina:work", address).says("lamina:workVersion", work.version).says("lamina:place", work.place);
      const known = this.#addresses.described(work.key);
      this.#publication
        .about(address)
        .says("dcterms:identifier", work.key)
        .says("dcterms:title", known?.title)
        .says("dcterms:date", known?.year)
        .says("dcterms:bibliographicCitation", known?.line);
    }
  }

  #publish(): void {
    const claim = this.#claim;
    const { date, version } = this.#options;
    const publication = this.#publication.about(this.#address);
    publication.says("rdfs:label", claim.id ?? claim.key).to("prov:wasGeneratedBy", this.#own("export"));
    publication.says("dcterms:created", date, date?.includes("T") ? "xsd:dateTime" : "xsd:date");
    publication.says("lamina:file", claim.place.path).says("lamina:line", String(claim.place.line), "xsd:integer");
    if (claim.place.cell !== undefined) publication.says("lamina:cell", String(claim.place.cell), "xsd:integer");
    const software = `urn:lamina:software/${piece(version)}`;
    this.#publication.about(this.#own("export")).is("prov:Activity").to("prov:wasAssociatedWith", software);
    this.#publication.about(software).is("prov:SoftwareAgent").says("rdfs:label", `Lamina ${version}`);
    const subject = this.#publication.about(this.#addresses.claim(claim.key));
    for (const note of claim.notes) subject.says("rdfs:comment", note);
    for (const tag of claim.tags) subject.says("lamina:tag", tag);
    // from here on it is Lamina that speaks
    const judgement = this.#publication.about(this.#own("judgement")).is("lamina:Judgement").to("prov:wasAttributedTo", software);
    judgement.to("lamina:of", this.#addresses.claim(claim.key)).word("lamina:standing", claim.standing).word("lamina:earned", claim.earned);
    judgement.word("lamina:strengthSaidBy", claim.assertedBy);
    for (const [index, { weighed }] of claim.evidence.entries())
      if (weighed) judgement.to("lamina:weighs", this.#own(`evidence-${index + 1}`));
    for (const line of claim.why) judgement.says("lamina:reason", line);
    for (const { id, verdict, reason } of claim.predictions) {
      const node = this.#publication
        .about(this.#own(`verdict-${piece(id)}`))
        .is("lamina:Judgement")
        .to("prov:wasAttributedTo", software);
      node.to("lamina:of", this.#addresses.prediction(id)).word("lamina:verdict", verdict).says("lamina:reason", reason);
    }
  }
}

/** What sort of claim it is: whoever asks for mappings must not be given what is denied, or open. */
function sortOf({ negated, left, right }: RecordClaim): "lamina:Denial" | "lamina:OpenQuestion" | "lamina:Mapping" {
  if (left?.open || right?.open) return "lamina:OpenQuestion";
  return negated ? "lamina:Denial" : "lamina:Mapping";
}

/**
 * How a claim cites the works of a piece of evidence. What speaks against it is only said to be discussed: `isDisputedBy` would
 * say that the work cites the claim, of which nobody has told us; the stance stands at the piece of evidence.
 */
const ways: Readonly<Record<RecordEvidence["stance"], `cito:${string}`>> = {
  supports: "cito:obtainsSupportFrom",
  disputes: "cito:discusses",
  qualifies: "cito:isQualifiedBy",
};

/** Claims as records: what a report, a comparison and every exchange format start from. */
import { needsRecheck } from "../core/evidence/accepted.ts";
import { assess, inherited, kindOfClaim } from "../core/evidence/standing.ts";
import { predictionsOf, verdictOn } from "../core/evidence/verdict-kept.ts";
import { whyNotGreen } from "../core/features/claim-card.ts";
import { arrowed } from "../core/features/part-card.ts";
import { standingHelp } from "../core/features/standing-help.ts";
import { type ClaimMeaning, claimLine, isClaim, meaningOf, ownStrength, type PredictionMeaning, written } from "../core/model/meaning.ts";
import { resolveClaim } from "../core/model/resolve.ts";
import type { Snapshot } from "../core/model/snapshot.ts";
import type { SourceRegion } from "../core/model/source.ts";
import type { Item } from "../core/syntax/tree.ts";
import { recordSide } from "./ends.ts";
import { recordEvidence, recordStatement } from "./evidence.ts";
import { DocumentPlaces } from "./places.ts";
import { plainLine } from "./plain.ts";
import { citedByPrediction, recordPrediction } from "./predictions.ts";
import type { ClaimCollection, RecordClaim, RecordPlace, RecordPrediction, RecordSentence } from "./record.ts";
import { CitedWorks } from "./works.ts";

export interface CollectOptions {
  /** What people call the collection. */
  readonly title: string;
  /** The address of the folder that paths count from. */
  readonly folder: string;
  /** The profile that holds. */
  readonly profile: string;
}

/**
 * The claims, families of claims and predictions of some documents, with all that the whole snapshot knows of them: evidence
 * that stands elsewhere, sentences of other manuscripts, places in programs. Same snapshot, same records.
 *
 * @param uris the documents, in the order in which their claims are to come; one that is not there gives none
 */
export function collectClaims(snapshot: Snapshot, uris: readonly string[], options: CollectOptions): ClaimCollection {
  const collector = new Collector(snapshot, options.folder);
  const claims: RecordClaim[] = [];
  const predictions: RecordPrediction[] = [];
  for (const uri of new Set(uris)) {
    let unnamed = 0;
    for (const region of snapshot.documents.get(uri)?.regions ?? []) {
      for (const [index, item] of region.document.items.entries()) {
        const meaning = meaningOf(item);
        if (item.word === "claim") unnamed++;
        if (isClaim(meaning)) claims.push(collector.claim(meaning, uri, collector.placeOf(uri, region, index, item), unnamed));
        else if (meaning.kind === "prediction" && meaning.id)
          predictions.push(
            collector.prediction(
              meaning.id.text,
              meaning,
              uri,
              collector.placeOf(uri, region, index, item),
              verdictOn(meaning, uri, snapshot),
            ),
          );
      }
    }
  }
  return {
    format: "lamina-claims",
    version: 1,
    title: options.title,
    claims,
    works: collector.works.all(),
    predictions,
    profile: options.profile,
  };
}

class Collector {
  readonly #snapshot: Snapshot;
  readonly #folder: string;
  readonly #places = new Map<string, DocumentPlaces>();
  readonly #keys = new Map<string, number>();
  readonly works: CitedWorks;

  constructor(snapshot: Snapshot, folder: string) {
    this.#snapshot = snapshot;
    this.#folder = folder;
    this.works = new CitedWorks(snapshot);
  }

  placeOf(uri: string, { document, map }: SourceRegion, index: number, item: Item): RecordPlace {
    const offset = map.toHost(document.startOf(index) + item.wordSpan.start);
    return this.#placesIn(uri)?.at(offset) ?? { path: uri, line: 1, column: 1 };
  }

  prediction(
    id: string,
    prediction: PredictionMeaning,
    uri: string,
    place: RecordPlace | undefined,
    verdict: Parameters<typeof recordPrediction>[2],
  ): RecordPrediction {
    const { stated, observed } = citedByPrediction(prediction, this.#snapshot);
    this.works.add(
      [...stated, ...observed].map(({ key }) => key),
      uri,
    );
    return recordPrediction(id, prediction, verdict, place, uri, this.#snapshot);
  }

  claim(claim: ClaimMeaning, uri: string, place: RecordPlace, number: number): RecordClaim {
    const snapshot = this.#snapshot;
    const { item } = claim;
    const id = claim.id?.text;
    const assessment = assess(claim, uri, snapshot);
    const { left, right } = resolveClaim(claim, snapshot.names(uri));
    const [leftSide, rightSide] = [recordSide(left, item), recordSide(right, item)];
    const stated = inherited(claim, snapshot, (entry) => (entry.statedIn.length > 0 ? entry.statedIn : undefined));
    const scoped = inherited(claim, snapshot, (entry) => (entry.scope ? written(entry.item, entry.scope) : undefined));
    const level = inherited(claim, snapshot, (entry) => (entry.level?.known ? entry.level.text : undefined));
    const sense = inherited(claim, snapshot, (entry) => (ownStrength(entry) ? { text: entry.sense?.value } : undefined))?.value.text;
    const judged = predictionsOf(claim, snapshot);
    const defined = new Set(judged.map((prediction) => prediction.id));
    const { undisputed } = claim;
    for (const { citation } of stated?.value ?? [])
      this.works.add(
        citation.cites.map(({ key }) => key),
        uri,
      );
    for (const { cites } of assessment.evidence)
      this.works.add(
        cites.map(({ key }) => key),
        uri,
      );
    return {
      key: this.#key(id ?? `${place.path}#${number}`),
      ...(id !== undefined && { id }),
      kind: claim.kind,
      claimKind: kindOfClaim(claim, snapshot),
      place,
      written: arrowed(claimLine(claim)),
      text: item.text.slice(item.wordSpan.start, Math.max(item.contentEnd, item.header.end)),
      negated: claim.negated,
      ...(leftSide && { left: leftSide }),
      ...(rightSide && { right: rightSide }),
      ...(claim.means && { means: claim.means.value }),
      because: claim.because.map(({ value }) => value),
      notes: claim.notes.map(({ value }) => value),
      asserted: assessment.asserted,
      ...(sense !== undefined && { sense }),
      assertedBy: assessment.assertedBy,
      ...(assessment.earned !== undefined && { earned: assessment.earned }),
      standing: assessment.standing,
      why: [
        standingHelp(assessment.standing),
        ...(needsRecheck(claim, uri, snapshot) ? ["Check again: data that it rests on changed since their content was accepted."] : []),
        ...(claim.kind === "mapping" ? [] : whyNotGreen(assessment, claim, snapshot).lines.map(plainLine)),
      ],
      statedIn: (stated?.value ?? []).map((each) => recordStatement(each, stated?.own === false, uri, snapshot)),
      evidence: assessment.evidence.map((piece) => recordEvidence(piece, item, uri, this.#folder, snapshot)),
      ...(undisputed && {
        undisputed: { date: undisputed.date, ...(undisputed.where && { where: undisputed.where.value }) },
      }),
      ...(scoped && { scope: scoped.value }),
      ...(level && { level: level.value }),
      ...(claim.informs?.known && { informs: claim.informs.text }),
      facets: claim.facets.map(({ text, of }) => ({ text: text.value, ...(of && { of: written(item, of) }) })),
      via: claim.via.map((end) => written(item, end)),
      tags: claim.tags.map(({ text }) => text),
      predictions: judged.map((each) =>
        this.prediction(each.id, each.prediction, each.uri, this.#placeOfItem(each.uri, each.prediction.item), each.verdict),
      ),
      undefinedPredictions: [...new Set(claim.predicts.map(({ text }) => text))].filter((name) => !defined.has(name)),
      relations: claim.relations.map(({ relation, target }) => ({ relation, to: target.text })),
      sentences: id === undefined ? [] : this.#sentences(id),
      implementations: id === undefined ? [] : this.#implementations(id),
    };
  }

  /** A key that no claim before has: two claims with one id are a finding, and both are told. */
  #key(wanted: string): string {
    const times = (this.#keys.get(wanted) ?? 0) + 1;
    this.#keys.set(wanted, times);
    return times > 1 ? this.#key(`${wanted}#${times}`) : wanted;
  }

  #sentences(id: string): RecordSentence[] {
    return [...new Set(this.#snapshot.anchoring(id))].flatMap((uri) => {
      const places = this.#placesIn(uri);
      const anchors = this.#snapshot.documents.get(uri)?.anchors.filter((anchor) => anchor.id === id) ?? [];
      return places ? anchors.map(({ text }) => ({ place: places.at(text.start), ...places.quote(text) })) : [];
    });
  }

  #implementations(id: string): RecordPlace[] {
    return this.#snapshot.mentions(id).flatMap(({ uri, item }) => (item.word === "implements" ? (this.#placeOfItem(uri, item) ?? []) : []));
  }

  #placeOfItem(uri: string, item: Item): RecordPlace | undefined {
    const span = this.#snapshot.locate(uri, item, item.wordSpan);
    return span && this.#placesIn(uri)?.at(span.start);
  }

  #placesIn(uri: string): DocumentPlaces | undefined {
    const known = this.#places.get(uri);
    if (known) return known;
    const source = this.#snapshot.documents.get(uri);
    const places = source && new DocumentPlaces(source, this.#folder);
    if (places) this.#places.set(uri, places);
    return places;
  }
}

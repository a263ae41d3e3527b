/**
 * The whole public face of the engine: what a door (language server, command line, plugin) may call.
 * Everything is a synchronous function from text to plain data.
 */
export { builtin, shippedTexts } from "./atlas/builtin.ts";
export { Checker, checkAll, countClaims, type Finding } from "./checker.ts";
export { type Bibliography, parseBibliography } from "./evidence/bibliography.ts";
export { assess, claimsOf, type Standing, standings } from "./evidence/standing.ts";
export { type Card, renderCard } from "./features/card.ts";
export { complete, type Suggestion, type SuggestionKind } from "./features/completion.ts";
export { type Definition, definition, type Target } from "./features/definition.ts";
export { hover } from "./features/hover.ts";
export { proseHover } from "./features/prose-hover.ts";
export { type OutlineEntry, outline } from "./features/symbols.ts";
export { isClaim, meaningOf } from "./model/meaning.ts";
export { type Change, Snapshot } from "./model/snapshot.ts";
export type { SourceDocument, SourceRegion } from "./model/source.ts";
export { ruleByCode, rules } from "./rules/index.ts";
export { defaultSettings, profiles, readSettings, type Settings, type Severity, severities } from "./settings.ts";

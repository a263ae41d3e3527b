/** Between offsets and the protocol's positions. The only file that knows both. */

import type { Position, Range } from "vscode-languageserver";
import type { LineMap, Span } from "../core/text.ts";

export const toRange = (lines: LineMap, span: Span): Range => ({ start: lines.positionAt(span.start), end: lines.positionAt(span.end) });

export const toOffset = (lines: LineMap, position: Position): number => lines.offsetAt(position);

export const toSpan = (lines: LineMap, range: Range): Span => ({ start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) });

export const START: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

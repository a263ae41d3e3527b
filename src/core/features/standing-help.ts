import { standings } from "../evidence/standing.ts";

/** What a standing means, in a sentence. */
export const standingHelp = (standing: string): string => standings.find((entry) => entry.standing === standing)?.help ?? "";

/** The name of a quantity as it is looked up: blanks around and between words do not count. */
export const quantityKey = (name: string): string => name.replace(/\s+/g, " ").trim();

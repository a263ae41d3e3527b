/** What takes long to make, and what not every run needs. */

/**
 * Makes something when it is first asked for, and gives it again from then on. For regular expressions with classes of Unicode,
 * of which each takes the better part of a millisecond to make, and for tables.
 */
export function lazily<Made extends object>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

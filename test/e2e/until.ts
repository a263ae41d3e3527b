/**
 * Asks again and again until `ask` gives something truthy, and gives that; fails with `what` after `limit` milliseconds.
 * For what the editor does in its own time and announces by no event.
 */
export async function until<Result>(what: string, ask: () => Result | Promise<Result>, limit = 15_000): Promise<NonNullable<Result>> {
  const latest = Date.now() + limit;
  for (;;) {
    const result = await ask();
    if (result) return result;
    if (Date.now() > latest) throw new Error(`waited ${limit / 1000} s in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

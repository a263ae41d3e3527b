/**
 * A map that never changes: `set` and `delete` give a new one that shares nearly everything with the old. Keys are
 * spread over a fixed number of shards, so that a change copies one small map and not the whole index.
 */
const SHARDS = 512;

export class PersistentMap<V> {
  readonly #shards: readonly (ReadonlyMap<string, V> | undefined)[];
  readonly size: number;

  private constructor(shards: readonly (ReadonlyMap<string, V> | undefined)[], size: number) {
    this.#shards = shards;
    this.size = size;
  }

  static empty<V>(): PersistentMap<V> {
    return new PersistentMap<V>([], 0);
  }

  get(key: string): V | undefined {
    return this.#shards[shardOf(key)]?.get(key);
  }

  has(key: string): boolean {
    return this.#shards[shardOf(key)]?.has(key) ?? false;
  }

  /** The map after all of these changes; `undefined` deletes. */
  with(changes: Iterable<readonly [string, V | undefined]>): PersistentMap<V> {
    let shards: (ReadonlyMap<string, V> | undefined)[] | undefined;
    const fresh = new Map<number, Map<string, V>>();
    let { size } = this;
    for (const [key, value] of changes) {
      shards ??= this.#shards.length === 0 ? new Array(SHARDS) : this.#shards.slice();
      const index = shardOf(key);
      let shard = fresh.get(index);
      if (!shard) {
        shard = new Map(shards[index] ?? []);
        fresh.set(index, shard);
        shards[index] = shard;
      }
      const before = shard.size;
      if (value === undefined) shard.delete(key);
      else shard.set(key, value);
      size += shard.size - before;
    }
    return shards ? new PersistentMap(shards, size) : this;
  }

  *entries(): IterableIterator<[string, V]> {
    for (const shard of this.#shards) if (shard) yield* shard;
  }

  *keys(): IterableIterator<string> {
    for (const [key] of this.entries()) yield key;
  }
}

/** A small hash (FNV-1a, 32 bit) reduced to a shard. */
function shardOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) & (SHARDS - 1);
}

/** Peers are packages of bench/node_modules; the compiler need not know them, and may not find them. */
export const loadPeer = (name: string): Promise<unknown> => import(name);

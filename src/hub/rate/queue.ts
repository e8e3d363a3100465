/**
 * First in, first out, at the same cost however long it is (`Array.shift` moves everything behind it). A package for it
 * would be as long, and one more to trust.
 */
export class Queue<T> {
  #head: Link<T> | undefined;
  #tail: Link<T> | undefined;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  push(item: T): void {
    const link: Link<T> = { item, next: undefined };
    if (this.#tail === undefined) this.#head = link;
    else this.#tail.next = link;
    this.#tail = link;
    this.#size += 1;
  }

  shift(): T | undefined {
    const first = this.#head;
    if (first === undefined) return undefined;
    this.#head = first.next;
    // What is old and dead still holds what is young until the next full collection: one after the other, all of it.
    first.next = undefined;
    if (this.#head === undefined) this.#tail = undefined;
    this.#size -= 1;
    return first.item;
  }
}

interface Link<T> {
  readonly item: T;
  next: Link<T> | undefined;
}

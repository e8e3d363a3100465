/** Lists that outgrow one job: which part of a list a job takes, and a digest that shows whether two lists are the same. */
import type { Parsed } from '../basics/parsed';
import { listedId, type RepoRef } from '../hub/repo';
import { requirementKey, type RepoOperation } from './requirement';

/** GitHub runs at most this many jobs of one matrix. */
export const MOST_SHARDS = 256;

/** One part of a list: the `index`th of `of`, counted from 1. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/** Reads `3/8`. */
export function parseShard(text: string): Parsed<Shard> {
  const [, index = 0, of = 0] = /^(\d{1,3})\/(\d{1,3})$/.exec(text.trim())?.map(Number) ?? [];
  if (index >= 1 && index <= of && of <= MOST_SHARDS) return { value: { index, of } };
  return { rule: `must be K/N, the Kth part of N, such as 3/8, with K from 1 to N and N at most ${MOST_SHARDS}` };
}

/**
 * The part, from 1, that a repo falls into. It depends only on type and id: a line that is added or removed moves
 * no other, and everything that is asked about one repo is asked in one job.
 */
export function shardOf(repo: Pick<RepoRef, 'type' | 'id' | 'own'>, of: number): number {
  return (hash(`${repo.type} ${listedId(repo).toLowerCase()}`) % of) + 1;
}

/**
 * Eight hexadecimal digits that distinguish lists of different checks, whatever their order. They guard against
 * accidents; anybody who wants to can make another list with the same digest.
 */
export function digestOf(requirements: Iterable<RepoOperation>): string {
  let sum = 0;
  for (const requirement of requirements) sum = (sum + hash(requirementKey(requirement))) >>> 0;
  return sum.toString(16).padStart(8, '0');
}

const { imul } = Math;

/** FNV-1a over UTF-16 units, 32 bits, and MurmurHash3's finalizer: without it the low bits of like names are alike. */
function hash(text: string): number {
  let bits = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) bits = imul(bits ^ text.charCodeAt(at), 0x01000193);
  bits = imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

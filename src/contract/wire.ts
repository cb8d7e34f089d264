/** What every screen's answer is made of: points and days as text, and the ability each route asks for. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import type { Ability } from '../domain/access.ts';

/** Points with two decimals and, below zero, a minus: "7.50", "-2.50". Never a number on the wire. */
export const pointsText = z.string().regex(/^-?\d+\.\d{2}$/);
export const dayText = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const heading = z.object({ id: z.string(), name: z.string() });

/** A figure that opens its 说明单: which one it is, and what stands there. */
export const door = z.object({ figure: z.string(), label: z.string(), text: z.string() });
export type Door = z.infer<typeof door>;

/** Head of a book as it is printed; `short` is what papers show. */
export const bookHead = z.object({
  name: z.string(),
  seq: z.int(),
  hash: z.string(),
  short: z.string(),
  algorithm: z.string(),
});

/** The branch and year a page shows. `example`: the page must say 示例. */
export const yearHead = z.object({
  organisation: heading,
  year: z.int(),
  example: z.boolean(),
  policy: z.object({ title: z.string(), version: z.string(), sha256: z.string() }),
  origin: z.string(),
});
export type YearHead = z.infer<typeof yearHead>;

export const yearPath = z.object({
  organisation: z.string().min(1).max(100),
  year: z.coerce.number().int().min(1900).max(2199),
});

/** `anyone`: also before signing in. `signedIn`: whoever is, about oneself alone, or the answer keeps to what one may see. */
export type Asked = Ability | 'anyone' | 'signedIn';
export type RouteMeta = { readonly ability?: Asked; readonly or?: Ability; readonly byCommand?: true };

/** Starts a route; the ability, or the other one, is asked of `can` before anything is read. A route without one is refused. */
export const asking = (ability: Asked, or?: Ability) =>
  oc.$meta<RouteMeta>(or === undefined ? { ability } : { ability, or });

/** As `asking`, where what it is used on is known only once the command has read it: `perform` asks then. */
export const askingInCommand = (ability: Ability) => oc.$meta<RouteMeta>({ ability, byCommand: true });

/** Names a mutating request, so that sending it twice does it once. */
export const idempotencyKey = z.object({ 'idempotency-key': z.string().min(8).max(100) });

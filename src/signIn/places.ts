/** Devices and addresses an account is known from, and which counters an attempt runs under because of it (promises S1). */
import { randomBytes } from 'node:crypto';
import { placeOf } from './address.ts';
import { type Limits, ONE_ACCOUNT } from './attemptRules.ts';
import type { Counter } from './attempts.ts';
import { cookieOf, deviceCookie } from './cookies.ts';
import type { Caller } from './ports.ts';
import { fromOf, type Room } from './room.ts';
import type { Tx } from './tables.ts';

const DAY = 86_400_000;
const KNOWN_DAYS = 180;

type Places = { readonly device: string | undefined; readonly address: string };

function placesOf(room: Room, caller: Caller): Places {
  const value = cookieOf(caller.headers, room.cookies.device);
  const device =
    value !== undefined && /^[\w-]{43}$/.test(value) ? room.keyed('place', `device ${value}`) : undefined;
  return { device, address: room.keyed('place', `address ${placeOf(fromOf(room, caller).address)}`) };
}

/**
 * A stranger's failures on an account count together and can lock strangers out; whoever comes from a device or an address
 * the account knows has a counter of their own, which no stranger can fill. All failures of an address count together as
 * well; a wait there holds strangers only, so that a bureau behind one address goes on working.
 */
export async function passwordCounters(
  room: Room,
  name: string,
  userId: string | null,
  caller: Caller,
): Promise<Counter[]> {
  const places = placesOf(room, caller);
  const wanted = [places.address, ...(places.device === undefined ? [] : [places.device])];
  const known = await room.db
    .selectFrom('signInKnownPlace')
    .select('place')
    .where('userId', '=', userId ?? '')
    .where('place', 'in', wanted)
    .where('lastSeenAt', '>', oldest(room))
    .execute();
  const knows = (place: string | undefined) => known.some((row) => row.place === place);
  const counter = (what: string): Counter => ({
    key: room.keyed('attempt', what),
    limits: ONE_ACCOUNT,
    judged: true,
  });
  if (knows(places.device)) return [counter(`${name} on ${places.device ?? ''}`)];
  const address = addressCounter(room, caller, !knows(places.address));
  return [counter(knows(places.address) ? `${name} at ${places.address}` : strangersOf(name)), address];
}

const strangersOf = (name: string) => `${name} from anywhere`;

/** What a reset at the desk opens again. */
export const strangersKey = (room: Room, name: string) => room.keyed('attempt', strangersOf(name));

export function addressCounter(room: Room, caller: Caller, judged: boolean): Counter {
  const limits: Limits = {
    failures: room.settings.addressFailures,
    delays: false,
    ceiling: Number.POSITIVE_INFINITY,
  };
  return { key: room.keyed('attempt', `address ${placesOf(room, caller).address}`), limits, judged };
}

/** After a sign-in: this device and address are known from now on. Gives the cookie that says so. */
export async function remember(room: Room, userId: string, caller: Caller): Promise<string> {
  const device = (await ownDevice(room, caller)) ?? randomBytes(32).toString('base64url');
  const { address } = placesOf(room, caller);
  const lastSeenAt = room.now();
  const rows = [room.keyed('place', `device ${device}`), address].map((place) => ({
    userId,
    place,
    lastSeenAt,
  }));
  await room.db
    .insertInto('signInKnownPlace')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['userId', 'place']).doUpdateSet({ lastSeenAt }))
    .execute();
  await room.db.deleteFrom('signInKnownPlace').where('lastSeenAt', '<=', oldest(room)).execute();
  return deviceCookie(room.cookies, device);
}

/** The value the browser has, when it was given by us: one that somebody planted there is replaced. */
async function ownDevice(room: Room, caller: Caller): Promise<string | undefined> {
  const { device } = placesOf(room, caller);
  if (device === undefined) return undefined;
  const kept = await room.db
    .selectFrom('signInKnownPlace')
    .select('place')
    .where('place', '=', device)
    .limit(1)
    .executeTakeFirst();
  return kept === undefined ? undefined : cookieOf(caller.headers, room.cookies.device);
}

const oldest = (room: Room) => new Date(Date.parse(room.now()) - KNOWN_DAYS * DAY).toISOString();

/** After a reset or a new password no place is known any more. */
export async function forgetPlaces(tx: Tx, userId: string): Promise<void> {
  await tx.deleteFrom('signInKnownPlace').where('userId', '=', userId).execute();
}

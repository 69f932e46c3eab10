/** The only file that reads the time, the zone and randomness; everything else is handed these. */
export type Clock = {
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
  /** IANA name of the zone that the person is in, `Europe/Berlin`. */
  readonly zone: () => string;
};

const ZONE_AGE_MS = 60_000;

/** The computer's clock. The zone is read again once a minute: a traveller's laptop changes it, and asking costs time. */
export const systemClock = (): Clock => {
  let zone = Temporal.Now.timeZoneId();
  let read = Date.now();
  return {
    now: () => Date.now(),
    zone: () => {
      const now = Date.now();
      if (Math.abs(now - read) > ZONE_AGE_MS) {
        zone = Temporal.Now.timeZoneId();
        read = now;
      }
      return zone;
    },
  };
};

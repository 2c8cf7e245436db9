import type { Role } from '../wire';
import { expiryOf } from './rules';
import type { Safe } from './safe';

/** Meetings as this person saw them last, each in a space of its own. */

export interface KeptMeeting {
  role: Role;
  records: Record<string, Record<string, unknown>>;
  /** When this was so, in the server's time. */
  at: number;
  expires_at: number;
}

const BEGINNING = 'meeting/';

export class Meetings {
  constructor(private readonly safe: Safe) {}

  /** Raises Full. */
  async keep(id: string, kept: Omit<KeptMeeting, 'expires_at'>, days: number): Promise<void> {
    const meeting = kept.records.meeting?.[id] as { ended_at?: number | null } | undefined;
    const expires_at = expiryOf(kept.at, meeting?.ended_at ?? null, days);
    await this.safe.putValue(`${BEGINNING}${id}`, 'records', { ...kept, expires_at });
  }

  /** Undefined too when its time is over. */
  async kept(id: string, now: number): Promise<KeptMeeting | undefined> {
    const kept = await this.safe.getValue<KeptMeeting>(`${BEGINNING}${id}`, 'records');
    return kept && kept.expires_at > now ? kept : undefined;
  }

  async ids(): Promise<string[]> {
    return (await this.safe.spaces(BEGINNING)).map(space => space.slice(BEGINNING.length));
  }

  /** Those whose time is over, or that do not open any more. */
  async expired(now: number): Promise<string[]> {
    const ids = await this.ids();
    const kept = await Promise.all(ids.map(id => this.kept(id, now)));
    return ids.filter((_, index) => !kept[index]);
  }

  async remove(id: string): Promise<void> {
    await this.safe.wipe(`${BEGINNING}${id}`);
  }
}

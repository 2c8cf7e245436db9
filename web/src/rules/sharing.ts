import type { MemberRecord } from '../records';

/** With whom a mark is shared. */
export interface Sharing {
  shared: boolean;
  /** Groups such as `user:…`, `role:…`, `unit:…`; nobody named: the whole meeting. */
  named: string[];
}

export const PRIVATE: Sharing = { shared: false, named: [] };

/** Of somebody else's marks that are not shared alike no more is said than that they are shared. */
export const SHARED: Sharing = { shared: true, named: [] };

/** Roles that a mark can be shared with as a whole. */
export const SHARING_ROLES = ['delegate', 'chair', 'secretary', 'guest'] as const;

export type SharingRole = (typeof SHARING_ROLES)[number];

export function sharingOf({ shared, named }: Sharing): Sharing {
  return { shared, named };
}

export function sameSharing(one: Sharing, other: Sharing): boolean {
  return (
    one.shared === other.shared && [...one.named].sort().join('\n') === [...other.named].sort().join('\n')
  );
}

/** How all these marks are shared; null where they differ. */
export function sharedAlike(marks: readonly Sharing[]): Sharing | null {
  const [first] = marks;
  return first && marks.every(mark => sameSharing(mark, first)) ? sharingOf(first) : null;
}

/** What the groups are called: a role, a unit, or a person of the meeting. */
export function groupNames(
  named: readonly string[],
  members: ReadonlyMap<string, MemberRecord>,
  roleWords: Record<SharingRole, string>,
  unknown: string,
): string[] {
  return named.map(group => {
    const [kind, name] = [group.slice(0, group.indexOf(':')), group.slice(group.indexOf(':') + 1)];
    if (kind === 'role') {
      return roleWords[name as SharingRole];
    }
    return kind === 'unit' ? name : (members.get(name)?.name ?? unknown);
  });
}

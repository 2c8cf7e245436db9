import { t } from '../../i18n';
import type { Stream } from '../../sync/stream';
import './person.css';

/** A person's name as the meeting knows it, with the title or unit beside it. */
export function Person({ stream, user, detail = false }: { stream: Stream; user: string; detail?: boolean }) {
  const member = stream.records.row('member', user) ?? stream.records.row('former_member', user);
  const where = [member?.title, member?.unit].filter(Boolean).join(', ');
  return (
    <span class="person">
      <span class="person-name">{nameOf(stream, user)}</span>
      {detail && where && <span class="person-where quiet small">{where}</span>}
    </span>
  );
}

/** Somebody taken off the list leaves comments and shared notes behind: a word stands where the name was. */
export function nameOf(stream: Stream, user: string): string {
  const { records } = stream;
  return (records.row('member', user) ?? records.row('former_member', user))?.name ?? t().common.formerMember;
}

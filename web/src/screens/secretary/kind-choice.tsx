import { language, t } from '../../i18n';
import { Choice } from '../../ui/field';
import { KINDS, type MeetingKind } from '../../wire';

const IDS = Object.keys(KINDS) as MeetingKind[];

export function kindName(kind: MeetingKind): string {
  return KINDS[kind][language.value];
}

/** The kind of a meeting brings the quorum and the rule that its votes begin with. */
export function KindChoice({ kind, onKind }: { kind: MeetingKind; onKind: (kind: MeetingKind) => void }) {
  return (
    <Choice
      label={t().desk.kind}
      hint={t().desk.kindHint}
      value={kind}
      choices={IDS.map(id => [id, kindName(id)] as const)}
      onValue={onKind}
    />
  );
}

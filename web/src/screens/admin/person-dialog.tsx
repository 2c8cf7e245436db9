import { t } from '../../i18n';
import type { UserRecord } from '../../records';
import type { Entry } from '../../rules/agenda';
import { act as perform } from '../../sync/cabinet';
import type { Stream } from '../../sync/stream';
import { Confirm } from '../../ui/dialog';
import { AddPerson } from './add-person';
import { EditPerson } from './edit-person';
import { Password } from './password';

export type PersonAct = { what: 'add' } | { what: 'edit' | 'password' | 'lock'; entry: Entry<UserRecord> };

interface PersonDialogProps {
  stream: Stream;
  act: PersonAct;
  onClose: () => void;
}

export function PersonDialog({ stream, act, onClose }: PersonDialogProps) {
  switch (act.what) {
    case 'add':
      return <AddPerson stream={stream} onClose={onClose} />;
    case 'edit':
      return <EditPerson stream={stream} entry={act.entry} onClose={onClose} />;
    case 'password':
      return <Password entry={act.entry} onClose={onClose} />;
    case 'lock':
      return <Lock stream={stream} entry={act.entry} onClose={onClose} />;
  }
}

interface LockProps {
  stream: Stream;
  entry: Entry<UserRecord>;
  onClose: () => void;
}

/** Locking asks once; unlocking takes nothing away, but repeats the name all the same. */
function Lock({ stream, entry: [id, { login: _, ...user }], onClose }: LockProps) {
  const words = t().people;
  const change = () => perform(stream.id, { type: 'user.update', user: id, ...user, active: !user.active });
  return (
    <Confirm
      question={user.active ? words.deactivateQuestion(user.name) : `${words.activate}: ${user.name}?`}
      detail={user.active ? words.deactivateDetail : ''}
      act={user.active ? words.deactivate : words.activate}
      kind={user.active ? 'stop' : 'primary'}
      onConfirm={change}
      onClose={onClose}
    />
  );
}

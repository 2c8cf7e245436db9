import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { PaperGroupRecord } from '../../records';
import { groupsOf } from '../../rules/packet';
import { act } from '../../sync/cabinet';
import { newId } from '../../sync/ids';
import type { Stream } from '../../sync/stream';
import { Button, IconButton } from '../../ui/button';
import { Confirm } from '../../ui/dialog';
import { Field } from '../../ui/field';
import { FormDialog, tell } from './form-dialog';
import type { PaperAct } from './paper-dialog';
import { PaperItem } from './paper-item';
import '../../styles/papers.css';

type Open = { what: 'add' } | { what: 'rename' | 'remove'; group: string; title: string } | null;

interface PaperGroupsProps {
  stream: Stream;
  chosen: ReadonlySet<string>;
  onChoose: (paper: string, wanted: boolean) => void;
  onOpen: (act: PaperAct) => void;
}

/** Papers that belong to no agenda item, in named groups beside the agenda. */
export function PaperGroups(props: PaperGroupsProps) {
  const { stream } = props;
  const [open, setOpen] = useState<Open>(null);
  const changeable = stream.records.row('meeting', stream.id)?.state !== 'ended';
  const groups = groupsOf(stream.records.of('paper_group').value);
  return (
    <>
      <div class="paper-group-head">
        <h2>{t().paperWork.groups}</h2>
        {changeable && (
          <Button icon="plus" onClick={() => setOpen({ what: 'add' })}>
            {t().paperWork.addGroup}
          </Button>
        )}
      </div>
      {groups.map(([id, group]) => (
        <PaperItem
          key={id}
          {...props}
          item={id}
          heading={group.title}
          acts={changeable ? <GroupActs id={id} group={group} stream={stream} onOpen={setOpen} /> : null}
        />
      ))}
      {open && <Opened stream={stream} open={open} onClose={() => setOpen(null)} />}
    </>
  );
}

interface GroupActsProps {
  stream: Stream;
  id: string;
  group: PaperGroupRecord;
  onOpen: (open: Open) => void;
}

function GroupActs({ stream, id, group: { title }, onOpen }: GroupActsProps) {
  const empty = ![...stream.records.of('paper').value.values()].some(paper => paper.item === id);
  return (
    <div class="line-acts">
      <IconButton
        icon="pencil"
        label={t().paperWork.renameGroup(title)}
        onClick={() => onOpen({ what: 'rename', group: id, title })}
      />
      <IconButton
        icon="trash2"
        label={t().paperWork.removeGroup(title)}
        disabled={!empty}
        onClick={() => onOpen({ what: 'remove', group: id, title })}
      />
    </div>
  );
}

function Opened({ stream, open, onClose }: { stream: Stream; open: NonNullable<Open>; onClose: () => void }) {
  if (open.what === 'remove') {
    return (
      <Confirm
        question={t().paperWork.removeGroupQuestion(open.title)}
        detail={t().paperWork.removeGroupDetail}
        act={t().common.remove}
        kind="stop"
        onConfirm={() => act(stream.id, { type: 'paper-group.remove', group: open.group })}
        onClose={onClose}
      />
    );
  }
  return <GroupForm stream={stream} open={open} onClose={onClose} />;
}

interface GroupFormProps {
  stream: Stream;
  open: NonNullable<Open>;
  onClose: () => void;
}

function GroupForm({ stream, open, onClose }: GroupFormProps) {
  const [fresh] = useState(newId);
  const [title, setTitle] = useState('title' in open ? open.title : '');
  const submit = () =>
    'group' in open
      ? tell(stream.id, { type: 'paper-group.rename', group: open.group, title: title.trim() })
      : tell(stream.id, { type: 'paper-group.add', group: fresh, title: title.trim() });
  return (
    <FormDialog heading={t().paperWork.addGroup} act={t().common.save} onSubmit={submit} onClose={onClose}>
      <Field label={t().paperWork.groupTitle} value={title} onValue={setTitle} maxLength={300} required />
    </FormDialog>
  );
}

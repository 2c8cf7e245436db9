import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { VoteRecord } from '../../records';
import { newId } from '../../sync/ids';
import { Keys } from '../../sync/keys';
import type { Stream } from '../../sync/stream';
import { TextArea } from '../../ui/field';
import type { RepeatVote, VoidVote } from '../../wire';
import { FormDialog, tell } from '../secretary/form-dialog';

export interface SettingAside {
  what: 'void' | 'repeat';
  vote: string;
}

interface SetAsideProps {
  stream: Stream;
  aside: SettingAside;
  onClose: () => void;
}

/** Asks once, says what happens, and takes the reason that everybody will read. */
export function SetAside({ stream, aside: { what, vote: id }, onClose }: SetAsideProps) {
  const vote = stream.records.row('vote', id);
  const [again] = useState(newId);
  const [keys] = useState(() => new Keys());
  const [reason, setReason] = useState(vote?.reason ?? '');
  if (!vote) {
    return null;
  }
  const words = t().voteDesk;
  const said = saidOf(stream, id, vote, what);
  const submit = async () => {
    if (!reason.trim()) {
      return words.reasonNeeded;
    }
    const command = commandOf(what, id, again, reason.trim());
    return tell(stream.id, command, keys.of(command));
  };
  return (
    <FormDialog heading={said.question} act={said.act} onSubmit={submit} onClose={onClose} kind="stop">
      <p class="dialog-text">{said.detail}</p>
      <TextArea
        label={words.reason}
        hint={words.reasonHint}
        value={reason}
        onValue={setReason}
        maxLength={300}
        required
      />
    </FormDialog>
  );
}

function commandOf(
  what: SettingAside['what'],
  vote: string,
  again: string,
  reason: string,
): VoidVote | RepeatVote {
  return what === 'void' ? { type: 'vote.void', vote, reason } : { type: 'vote.repeat', vote, again, reason };
}

function saidOf(stream: Stream, id: string, { state, question }: VoteRecord, what: SettingAside['what']) {
  const words = t().voteDesk;
  if (what === 'repeat') {
    const detail = state === 'void' ? words.repeatVoidDetail : words.repeatDetail;
    return { question: words.repeatQuestion(question), detail, act: words.repeat };
  }
  if (state === 'open') {
    const cast = stream.records.row('progress', id)?.cast ?? 0;
    return { question: words.stopQuestion(question), detail: words.stopDetail(cast), act: words.stop };
  }
  return { question: words.setAsideQuestion(question), detail: words.setAsideDetail, act: words.setAside };
}

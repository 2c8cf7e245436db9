import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { InvitationRecord } from '../../records';
import type { Entry } from '../../rules/agenda';
import { requests } from '../../rules/answers';
import { act } from '../../sync/cabinet';
import type { Stream } from '../../sync/stream';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { FormDialog, tell } from '../secretary/form-dialog';
import { nameOf } from './person';

export function requestsOf({ records }: Stream): Entry<InvitationRecord>[] {
  return requests(records.of('member').value, records.of('invitation').value);
}

/** Substitutes that wait for the chair's word; the secretary sees them without the buttons. */
export function SubstituteRequests({ stream, headed = true }: { stream: Stream; headed?: boolean }) {
  const [refusing, setRefusing] = useState('');
  const entries = requestsOf(stream);
  if (entries.length === 0) {
    return null;
  }
  return (
    <section class="stack" aria-label={t().invitations.requests(entries.length)}>
      {headed && <h3>{t().invitations.requests(entries.length)}</h3>}
      <ul class="lines boxed">
        {entries.map(([user, answer]) => (
          <Request
            key={user}
            stream={stream}
            user={user}
            answer={answer}
            onRefuse={() => setRefusing(user)}
          />
        ))}
      </ul>
      {refusing && <Refuse stream={stream} user={refusing} onClose={() => setRefusing('')} />}
    </section>
  );
}

interface RequestProps {
  stream: Stream;
  user: string;
  answer: InvitationRecord;
  onRefuse: () => void;
}

function Request({ stream, user, answer, onRefuse }: RequestProps) {
  const texts = t().invitations;
  return (
    <li class="line">
      <div class="line-words">
        <p class="line-title">{texts.request(answer.name, nameOf(stream, user))}</p>
        <p class="small quiet">
          {[answer.place, answer.authority ? texts.votesFor : texts.votesNot].filter(Boolean).join(' · ')}
        </p>
        {answer.reason && <p class="small">{texts.because(answer.reason)}</p>}
      </div>
      {stream.role.value === 'chair' && (
        <div class="row">
          <Button
            kind="primary"
            icon="check"
            label={texts.acceptOf(answer.name)}
            onClick={() => act(stream.id, { type: 'substitute.decide', user, accept: true })}
          >
            {texts.accept}
          </Button>
          <Button icon="x" label={texts.refuseOf(answer.name)} onClick={onRefuse}>
            {texts.refuse}
          </Button>
        </div>
      )}
    </li>
  );
}

function Refuse({ stream, user, onClose }: { stream: Stream; user: string; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const name = stream.records.row('invitation', user)?.name ?? '';
  const submit = () =>
    tell(stream.id, { type: 'substitute.decide', user, accept: false, reason: reason.trim() });
  const texts = t().invitations;
  return (
    <FormDialog heading={texts.refuseOf(name)} act={texts.refuse} onSubmit={submit} onClose={onClose}>
      <Field label={texts.refuseReason} value={reason} onValue={setReason} maxLength={300} />
    </FormDialog>
  );
}

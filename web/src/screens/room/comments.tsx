import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { CommentRecord } from '../../records';
import { commentsWith, type Shown } from '../../rules/notes';
import { time } from '../../rules/time';
import { outbox, say } from '../../sync/cabinet';
import { newId } from '../../sync/ids';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import { Confirm } from '../../ui/dialog';
import { TextArea } from '../../ui/field';
import { Empty } from '../../ui/waiting';
import { keepPaper } from '../documents/kept';
import { DeliveryState } from '../parts/delivery';
import { Person } from '../parts/person';
import { useDraft, useRaise, useRoom } from './state';
import './cards.css';

/** What people say about the open paper; a comment written without a network waits and says so. */
export function Comments() {
  const room = useRoom();
  const id = room.paper.value;
  const paper = room.stream.records.row('paper', id);
  if (!id || !paper) {
    return <Empty icon="messageSquare">{t().comments.choosePaper}</Empty>;
  }
  const waiting = outbox.waiting.value.filter(act => act.stream === room.stream.id);
  const shown = commentsWith(room.stream.records.of('comment').value, waiting, room.user.value, id);
  return (
    <>
      <h3 class="panel-heading">{t().comments.about(paper.title)}</h3>
      {paper.state === 'published' && <Keep key={`keep ${id}`} paper={id} />}
      {shown.length === 0 && <p class="quiet small">{t().comments.none}</p>}
      <ul class="stack">
        {shown.map(comment => (
          <Comment key={comment.id} comment={comment} />
        ))}
      </ul>
      <Write key={id} paper={id} />
    </>
  );
}

/** Puts the paper among one's own documents, from where it opens as long as the meeting shows it. */
function Keep({ paper }: { paper: string }) {
  const room = useRoom();
  const [document] = useState(newId);
  const keep = async () => {
    if (await keepPaper(document, room.stream.id, paper)) {
      say(t().documents.kept);
    }
  };
  return (
    <div>
      <Button size="small" kind="quiet" icon="plus" onClick={keep}>
        {t().documents.keep}
      </Button>
    </div>
  );
}

function Comment({ comment: { id, row, delivery } }: { comment: Shown<CommentRecord> }) {
  const room = useRoom();
  const raise = useRaise();
  const own = row.author === room.user.value;
  const remove = () => outbox.add(room.stream.id, { type: 'comment.remove', comment: id });
  const ask = () =>
    raise(close => (
      <Confirm
        question={t().comments.remove}
        detail={row.text}
        act={t().common.remove}
        kind="stop"
        onConfirm={remove}
        onClose={close}
      />
    ));
  return (
    <li class="said-card">
      <p class="row apart">
        <strong>
          <Person stream={room.stream} user={row.author} />
        </strong>
        <span class="quiet small figures">{time(row.at)}</span>
      </p>
      <p class="said-text">{row.text}</p>
      {row.recorded && <Badge icon="fileText">{t().comments.recorded}</Badge>}
      <DeliveryState delivery={delivery} />
      {own && delivery.state === 'sent' && (
        <Button kind="quiet" size="small" icon="trash2" onClick={ask}>
          {t().common.remove}
        </Button>
      )}
    </li>
  );
}

function Write({ paper }: { paper: string }) {
  const { stream } = useRoom();
  const [text, setText] = useDraft(`comment ${paper}`);
  const [recorded, setRecorded] = useState(false);
  const send = () => {
    const said = text.trim();
    if (said) {
      setText('');
      setRecorded(false);
      void outbox.add(stream.id, { type: 'comment.add', comment: newId(), paper, text: said, recorded });
    }
  };
  return (
    <div class="stack">
      <TextArea
        label={t().comments.write}
        hint={t().comments.hint}
        value={text}
        onValue={setText}
        maxLength={4000}
        rows={3}
      />
      <label class="check">
        <input
          type="checkbox"
          checked={recorded}
          onChange={event => setRecorded(event.currentTarget.checked)}
        />
        {t().comments.record}
      </label>
      <Button kind="primary" icon="send" disabled={!text.trim()} onClick={send}>
        {t().comments.send}
      </Button>
    </div>
  );
}

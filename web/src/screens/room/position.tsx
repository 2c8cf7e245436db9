import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { Stance } from '../../rules/positions';
import { act } from '../../sync/cabinet';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { TextArea } from '../../ui/field';
import type { IconName } from '../../ui/icon';
import { useRaise, useRoom } from './state';

const ICONS: Record<Stance, IconName> = { agree: 'check', remark: 'messageSquare', speak: 'hand' };
const STANCES = ['agree', 'remark', 'speak'] as const;

/** Before the meeting reaches an item, a delegate says how he stands on it. */
export function PositionButton({ item }: { item: string }) {
  const { stream, user } = useRoom();
  const raise = useRaise();
  const role = stream.role.value;
  const mine = stream.records.row('position', `${item}.${user.value}`);
  const state = stream.records.row('item', item)?.state;
  const ended = stream.records.row('meeting', stream.id)?.state === 'ended';
  if ((role !== 'delegate' && role !== 'chair') || state !== 'waiting' || ended) {
    return null;
  }
  const word = mine ? t().positions.mine(t().positions.stances[mine.stance]) : t().positions.give;
  return (
    <Button
      size="small"
      kind={mine ? 'plain' : 'quiet'}
      icon={mine ? ICONS[mine.stance] : 'circle'}
      onClick={() => raise(close => <PositionDialog item={item} onClose={close} />)}
    >
      {word}
    </Button>
  );
}

function PositionDialog({ item, onClose }: { item: string; onClose: () => void }) {
  const { stream, user } = useRoom();
  const mine = stream.records.row('position', `${item}.${user.value}`);
  const [stance, setStance] = useState<Stance>(mine?.stance ?? 'agree');
  const [text, setText] = useState(mine?.text ?? '');
  const [error, setError] = useState('');
  const send = async () => {
    if (stance === 'remark' && !text.trim()) {
      return setError(t().positions.needed);
    }
    const said = stance === 'agree' ? '' : text;
    if (await act(stream.id, { type: 'position.set', item, stance, text: said })) {
      onClose();
    }
  };
  const withdraw = async () => {
    if (await act(stream.id, { type: 'position.withdraw', item })) {
      onClose();
    }
  };
  return (
    <Dialog heading={t().positions.about(stream.records.row('item', item)?.title ?? '')} onClose={onClose}>
      <div class="position-stances">
        {STANCES.map(one => (
          <Button key={one} wide icon={ICONS[one]} pressed={stance === one} onClick={() => setStance(one)}>
            {t().positions.stances[one]}
          </Button>
        ))}
      </div>
      {stance !== 'agree' && (
        <TextArea
          label={stance === 'remark' ? t().positions.text : t().positions.subject}
          value={text}
          onValue={setText}
          error={error}
          maxLength={2000}
        />
      )}
      <p class="small quiet">{t().positions.hint}</p>
      <div class="dialog-foot">
        {mine && <Button onClick={withdraw}>{t().positions.withdraw}</Button>}
        <Button kind="primary" onClick={send}>
          {t().positions.save}
        </Button>
      </div>
    </Dialog>
  );
}

import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n';
import { places } from '../../rules/seats';
import { get, sentence } from '../../sync/api';
import type { Stream } from '../../sync/stream';
import { Icon } from '../../ui/icon';
import { Loading } from '../../ui/waiting';
import { Picture } from '../halls/picture';
import { FormDialog, tell } from './form-dialog';
import '../halls/halls.css';
import '../parts/answer.css';

interface HallLine {
  id: string;
  name: string;
  rows: string[];
}

/** The plan of one of the office's rooms, or none. */
export function ChooseHall({ stream, onClose }: { stream: Stream; onClose: () => void }) {
  const [halls, setHalls] = useState<HallLine[] | null>(null);
  const [error, setError] = useState('');
  const held = stream.records.row('seat_plan', stream.id)?.hall ?? null;
  const [chosen, setChosen] = useState<string | null>(held);
  const texts = t().seating;
  useEffect(() => {
    get<{ halls: HallLine[] }>(`/api/streams/${encodeURIComponent(stream.id)}/halls`).then(
      answer => setHalls(answer.halls),
      failure => setError(sentence(failure)),
    );
  }, [stream.id]);
  return (
    <FormDialog
      heading={texts.chooseHall}
      act={texts.take}
      onSubmit={() => tell(stream.id, { type: 'seating.choose', hall: chosen })}
      onClose={onClose}
    >
      <p class="small quiet">{texts.hallHint}</p>
      {error && <p class="form-error">{error}</p>}
      {!halls && !error && <Loading />}
      {halls?.length === 0 && <p>{texts.noHalls}</p>}
      <ul class="candidates">
        {halls?.map(hall => (
          <Option key={hall.id} hall={hall} chosen={chosen === hall.id} onChoose={() => setChosen(hall.id)} />
        ))}
        {held && <Option hall={null} chosen={chosen === null} onChoose={() => setChosen(null)} />}
      </ul>
    </FormDialog>
  );
}

interface OptionProps {
  hall: HallLine | null;
  chosen: boolean;
  onChoose: () => void;
}

function Option({ hall, chosen, onChoose }: OptionProps) {
  const texts = t().seating;
  return (
    <li>
      <button type="button" class="candidate" aria-pressed={chosen} onClick={onChoose}>
        <Icon name={chosen ? 'circleCheck' : 'circle'} />
        <span class="line-words">
          {hall ? texts.hallOf(hall.name, places(hall.rows).length) : texts.noHall}
        </span>
        {hall && <Picture rows={hall.rows} />}
      </button>
    </li>
  );
}

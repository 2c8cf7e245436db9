import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import { matches } from '../../rules/names';
import { act, present } from '../../sync/cabinet';
import type { Stream } from '../../sync/stream';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Field } from '../../ui/field';
import { Icon } from '../../ui/icon';
import { nameOf } from '../parts/person';
import { ReadingButton } from '../parts/reading-table';

/** What is presented now, with its end; nothing while nobody presents. */
export function Presented({ stream }: { stream: Stream }) {
  const led = stream.presented.value;
  const version = stream.records.row('version', led?.page?.version);
  const title = stream.records.row('paper', version?.paper)?.title;
  if (!led?.page || !title) {
    return null;
  }
  return (
    <p class="presented" role="status">
      <Icon name="monitor" />
      <span>{t().leading.presentedBy(nameOf(stream, led.by), title, led.page.page)}</span>
      <Button size="small" onClick={() => present(stream.id, null)}>
        {t().leading.stop}
      </Button>
    </p>
  );
}

/** Beside the screens: who else may present, and who has read what is presented. */
export function Presenting({ stream }: { stream: Stream }) {
  const [choosing, setChoosing] = useState(false);
  const named = stream.records.row('presenter', stream.id)?.user;
  const words = t().leading;
  return (
    <div class="presenting">
      <Button size="small" icon="user" onClick={() => setChoosing(true)}>
        {named ? words.named(nameOf(stream, named)) : words.name}
      </Button>
      <ReadingButton stream={stream} />
      {choosing && <ChoosePresenter stream={stream} named={named} onClose={() => setChoosing(false)} />}
    </div>
  );
}

interface ChooseProps {
  stream: Stream;
  named: string | undefined;
  onClose: () => void;
}

/** One person of the meeting, found by a few letters, or nobody. */
function ChoosePresenter({ stream, named, onClose }: ChooseProps) {
  const [letters, setLetters] = useState('');
  const words = t().leading;
  const name = async (user: string | null) => {
    if (await act(stream.id, { type: 'presenter.name', user })) {
      onClose();
    }
  };
  const people = [...stream.records.of('member').value].filter(
    ([, member]) =>
      ['secretary', 'delegate', 'guest'].includes(member.role) &&
      matches(`${member.name} ${member.unit}`, letters),
  );
  return (
    <Dialog heading={words.name} onClose={onClose}>
      <p class="dialog-text">{words.nameHint}</p>
      {named && (
        <Button icon="x" onClick={() => name(null)}>
          {words.unname(nameOf(stream, named))}
        </Button>
      )}
      <Field label={words.find} type="search" value={letters} onValue={setLetters} />
      <ul class="stack">
        {people.map(([user, member]) => (
          <li key={user}>
            <button
              type="button"
              class="presenter-choice"
              aria-pressed={named === user}
              onClick={() => void name(user)}
            >
              <Icon name={named === user ? 'circleCheck' : 'circle'} />
              <span>
                <span class="line-title">{member.name}</span>
                <span class="small quiet">{[member.title, member.unit].filter(Boolean).join(', ')}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

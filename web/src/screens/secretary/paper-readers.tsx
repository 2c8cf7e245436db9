import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import { matches } from '../../rules/names';
import { nameable, openedBy, READER_ROLES, unitsOf } from '../../rules/secrecy';
import { time } from '../../rules/time';
import type { Stream } from '../../sync/stream';
import { Field } from '../../ui/field';
import { nameOf } from '../parts/person';
import { FormDialog, tell } from './form-dialog';
import '../../styles/papers.css';

interface PaperReadersProps {
  stream: Stream;
  paper: string;
  onClose: () => void;
}

/** Makes a paper secret for some people, units or roles, and shows who has opened it. */
export function PaperReaders({ stream, paper, onClose }: PaperReadersProps) {
  const before = stream.records.row('paper_readers', paper)?.readers ?? [];
  const [secret, setSecret] = useState(before.length > 0);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(before));
  const texts = t().secrecy;
  const choose = (reader: string, wanted: boolean) => {
    const next = new Set(chosen);
    next[wanted ? 'add' : 'delete'](reader);
    setChosen(next);
  };
  const submit = async () => {
    if (secret && chosen.size === 0) {
      return texts.nobody;
    }
    return tell(stream.id, { type: 'paper.readers', paper, readers: secret ? [...chosen] : [] });
  };
  const title = stream.records.row('paper', paper)?.title ?? '';
  return (
    <FormDialog heading={texts.heading} act={texts.save} onSubmit={submit} onClose={onClose} shape="sheet">
      <p class="line-title">{title}</p>
      <p class="small quiet">{texts.explain}</p>
      <Tick checked={secret} onTick={setSecret}>
        {texts.on}
      </Tick>
      {secret && <Choices stream={stream} chosen={chosen} onChoose={choose} />}
      {before.length > 0 && <Openings stream={stream} paper={paper} />}
    </FormDialog>
  );
}

interface ChoicesProps {
  stream: Stream;
  chosen: ReadonlySet<string>;
  onChoose: (reader: string, wanted: boolean) => void;
}

function Choices({ stream, chosen, onChoose }: ChoicesProps) {
  const [words, setWords] = useState('');
  const members = stream.records.of('member').value;
  const texts = t().secrecy;
  const one = (reader: string, label: ComponentChildren) => (
    <Tick key={reader} checked={chosen.has(reader)} onTick={wanted => onChoose(reader, wanted)}>
      {label}
    </Tick>
  );
  return (
    <>
      <p class="small figures" role="status">
        {texts.chosen(chosen.size)}
      </p>
      <fieldset class="reader-choices">
        <legend>{texts.byRole}</legend>
        {READER_ROLES.map(role => one(`role:${role}`, texts.roles[role]))}
      </fieldset>
      <Field label={texts.find} type="search" value={words} onValue={setWords} />
      <fieldset class="reader-choices">
        <legend>{texts.byUnit}</legend>
        {unitsOf(members)
          .filter(([unit]) => matches(unit, words))
          .map(([unit, people]) => one(`unit:${unit}`, `${unit} (${people})`))}
      </fieldset>
      <fieldset class="reader-choices">
        <legend>{texts.byPerson}</legend>
        {nameable(members)
          .filter(([, { name, unit }]) => matches(`${name} ${unit}`, words))
          .map(([user, { name, unit }]) => one(`user:${user}`, [name, unit].filter(Boolean).join(', ')))}
      </fieldset>
    </>
  );
}

interface TickProps {
  checked: boolean;
  onTick: (wanted: boolean) => void;
  children: ComponentChildren;
}

function Tick({ checked, onTick, children }: TickProps) {
  return (
    <label class="tick">
      <input type="checkbox" checked={checked} onChange={event => onTick(event.currentTarget.checked)} />
      <span>{children}</span>
    </label>
  );
}

function Openings({ stream, paper }: { stream: Stream; paper: string }) {
  const name = (user: string) => nameOf(stream, user);
  const opened = openedBy(stream.records.of('opening').value, paper, name);
  const texts = t().secrecy;
  const times = opened.reduce((sum, reader) => sum + reader.times.length, 0);
  return (
    <section class="stack">
      <h3>{opened.length ? texts.opened(opened.length, times) : texts.neverOpened}</h3>
      <ul class="small figures">
        {opened.map(reader => (
          <li key={reader.user}>{texts.openedBy(name(reader.user), reader.times.map(time).join(', '))}</li>
        ))}
      </ul>
    </section>
  );
}

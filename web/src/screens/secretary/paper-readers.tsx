import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import { openedBy } from '../../rules/secrecy';
import { time } from '../../rules/time';
import type { Stream } from '../../sync/stream';
import { nameOf } from '../parts/person';
import { FormDialog, tell } from './form-dialog';
import { faultOfSecrecy, readersOf, SecretChoice, secretFor } from './secret-choice';
import '../../styles/papers.css';

interface PaperReadersProps {
  stream: Stream;
  paper: string;
  onClose: () => void;
}

/** Makes a paper secret for some people, units or roles, and shows who has opened it. */
export function PaperReaders({ stream, paper, onClose }: PaperReadersProps) {
  const before = stream.records.row('paper_readers', paper)?.readers ?? [];
  const [secrecy, setSecrecy] = useState(secretFor(before));
  const texts = t().secrecy;
  const submit = async () =>
    faultOfSecrecy(secrecy) || tell(stream.id, { type: 'paper.readers', paper, readers: readersOf(secrecy) });
  const title = stream.records.row('paper', paper)?.title ?? '';
  return (
    <FormDialog heading={texts.heading} act={texts.save} onSubmit={submit} onClose={onClose} shape="sheet">
      <p class="line-title">{title}</p>
      <p class="small quiet">{texts.explain}</p>
      <SecretChoice stream={stream} value={secrecy} onValue={setSecrecy} />
      {before.length > 0 && <Openings stream={stream} paper={paper} />}
    </FormDialog>
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

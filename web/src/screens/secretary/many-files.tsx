import { useRef, useState } from 'preact/hooks';
import { t } from '../../i18n';
import { placesOf } from '../../rules/packet';
import { guessPlace, type Why } from '../../rules/placing';
import { ACCEPTED, type UploadFault, uploadFault } from '../../rules/uploads';
import { newId } from '../../sync/ids';
import type { Stream } from '../../sync/stream';
import { Button, IconButton } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { FormDialog } from './form-dialog';
import { faultOfSecrecy, OPEN, readersOf, SecretChoice } from './secret-choice';
import { addPlaced } from './uploads';
import '../../styles/papers.css';

interface Row {
  id: string;
  file: File;
  item: string;
  title: string;
  why: Why;
  /** Why the server would not take it. */
  fault: UploadFault | undefined;
}

/** Many files in one act: each is put where its name says, and the secretary corrects what was guessed wrongly. */
export function ManyFiles({ stream }: { stream: Stream }) {
  const picker = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [rows, setRows] = useState<Row[]>([]);
  const take = (files: FileList | null | undefined) => {
    const places = placesOf(stream.records.of('item').value, stream.records.of('paper_group').value);
    const guessed = [...(files ?? [])].map(file => {
      const { place, why, title } = guessPlace(file.name.normalize('NFC'), places);
      return { id: newId(), file, item: place, title, why, fault: uploadFault(file.name, file.size) };
    });
    setRows(guessed);
  };
  const hover = (event: DragEvent, inside: boolean) => {
    event.preventDefault();
    setOver(inside);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra way; the button does the same
    <div
      class={`drop${over ? ' over' : ''}`}
      onDragOver={event => hover(event, true)}
      onDragLeave={() => setOver(false)}
      onDrop={event => {
        hover(event, false);
        take(event.dataTransfer?.files);
      }}
    >
      <Icon name="fileUp" size={24} />
      <span class="small">{t().placing.drop}</span>
      <Button size="small" onClick={() => picker.current?.click()}>
        {t().placing.choose}
      </Button>
      <input
        ref={picker}
        type="file"
        accept={ACCEPTED}
        aria-label={t().placing.heading}
        multiple
        hidden
        onChange={event => {
          take(event.currentTarget.files);
          event.currentTarget.value = '';
        }}
      />
      {rows.length > 0 && (
        <Preview stream={stream} rows={rows} onRows={setRows} onClose={() => setRows([])} />
      )}
    </div>
  );
}

interface PreviewProps {
  stream: Stream;
  rows: Row[];
  onRows: (rows: Row[]) => void;
  onClose: () => void;
}

function Preview({ stream, rows, onRows, onClose }: PreviewProps) {
  const texts = t().placing;
  const [secrecy, setSecrecy] = useState(OPEN);
  const submit = async () => {
    const refused = rows.filter(row => row.fault).length;
    if (refused) {
      return texts.refused(refused);
    }
    const missing = rows.filter(row => !row.item).length;
    if (missing) {
      return texts.missing(missing);
    }
    const fault = faultOfSecrecy(secrecy);
    if (!fault) {
      const files = rows.map(row => ({ ...row, title: row.title.trim() }));
      addPlaced(stream.id, files, readersOf(secrecy));
    }
    return fault;
  };
  const change = (id: string, part: Partial<Row>) =>
    onRows(rows.map(row => (row.id === id ? { ...row, ...part } : row)));
  return (
    <FormDialog
      heading={texts.heading}
      act={texts.send(rows.length)}
      onSubmit={submit}
      onClose={onClose}
      shape="page"
    >
      <p class="small quiet">{texts.explain}</p>
      <div class="placing-scroll">
        <table class="placing">
          <thead>
            <tr>
              <th scope="col">{texts.file}</th>
              <th scope="col">{texts.title}</th>
              <th scope="col">{texts.place}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <Line
                key={row.id}
                stream={stream}
                row={row}
                onChange={part => change(row.id, part)}
                onLeaveOut={() => onRows(rows.filter(({ id }) => id !== row.id))}
              />
            ))}
          </tbody>
        </table>
      </div>
      <SecretChoice stream={stream} value={secrecy} onValue={setSecrecy} />
      {secrecy.secret && <p class="small quiet">{t().secrecy.explain}</p>}
    </FormDialog>
  );
}

interface LineProps {
  stream: Stream;
  row: Row;
  onChange: (part: Partial<Row>) => void;
  onLeaveOut: () => void;
}

function Line({ stream, row, onChange, onLeaveOut }: LineProps) {
  const texts = t().placing;
  const { name } = row.file;
  const places = placesOf(stream.records.of('item').value, stream.records.of('paper_group').value);
  return (
    <tr>
      <td class="placing-file small">
        <span>{name}</span>
        <Guessed row={row} />
      </td>
      <td>
        <input
          aria-label={texts.titleOf(name)}
          value={row.title}
          maxLength={300}
          required
          onInput={event => onChange({ title: event.currentTarget.value })}
        />
      </td>
      <td>
        <select
          aria-label={texts.placeOf(name)}
          value={row.item}
          onChange={event => onChange({ item: event.currentTarget.value })}
        >
          <option value="">{texts.unknown}</option>
          {places.map(({ id, title, number }) => (
            <option key={id} value={id}>
              {number ? `${number}. ${title}` : t().paperWork.group(title)}
            </option>
          ))}
        </select>
      </td>
      <td>
        <IconButton icon="x" label={texts.leaveOut(name)} onClick={onLeaveOut} />
      </td>
    </tr>
  );
}

/** Where the file was put and why, or why it cannot be sent at all. */
function Guessed({ row: { fault, item, why } }: { row: Row }) {
  const texts = t().placing;
  if (fault) {
    return <span class="form-error">{t().papers.faults[fault]}</span>;
  }
  return <span class={item ? 'quiet' : 'form-error'}>{item ? texts.why[why] : texts.unknown}</span>;
}

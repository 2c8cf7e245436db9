import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import { type GridFault, readGrid } from '../../rules/grid';
import { Button } from '../../ui/button';
import { TextArea } from '../../ui/field';
import { Picture } from './picture';

const MOST_FAULTS = 4;

/** A plan that exists already as text or as a table: read at once, with a picture or with what is wrong. */
export function PasteGrid({ onUse }: { onUse: (rows: string[]) => void }) {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const { rows, faults } = readGrid(text);
  const texts = t().halls;
  const use = () => {
    onUse(rows);
    setOpen(false);
  };
  return (
    <details class="missing" open={open} onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{texts.paste}</summary>
      <div class="stack">
        <TextArea label={texts.pasteField} hint={texts.pasteHint} value={text} onValue={setText} rows={6} />
        {text.trim() && faults.length > 0 && <Faults faults={faults} />}
        {text.trim() && faults.length === 0 && (
          <figure class="paste-preview">
            <Picture rows={rows} />
            <figcaption class="small">{texts.preview}</figcaption>
          </figure>
        )}
        <div>
          <Button disabled={faults.length > 0} onClick={use}>
            {texts.pasteUse}
          </Button>
        </div>
      </div>
    </details>
  );
}

function Faults({ faults }: { faults: readonly GridFault[] }) {
  return (
    <ul class="form-error small" role="alert">
      {faults.slice(0, MOST_FAULTS).map(fault => (
        <li key={faultWords(fault)}>{faultWords(fault)}</li>
      ))}
      {faults.length > MOST_FAULTS && <li>{t().halls.moreFaults(faults.length - MOST_FAULTS)}</li>}
    </ul>
  );
}

function faultWords(fault: GridFault): string {
  return fault.what === 'cell'
    ? t().halls.cellFault(fault.line, fault.column, fault.said)
    : t().halls.faults[fault.what];
}

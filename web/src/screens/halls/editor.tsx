import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { HallRecord } from '../../records';
import { newGrid, withCell, withColumn, withLine, withoutColumn, withoutLine } from '../../rules/grid';
import { type Cell, lineLetters, places } from '../../rules/seats';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { FormDialog, tell } from '../secretary/form-dialog';
import { Canvas } from './canvas';
import { PasteGrid } from './paste';

export interface EditorProps {
  id: string;
  hall: HallRecord | undefined;
  onClose: () => void;
}

const TOOLS: readonly Cell[] = ['o', '.', '#'];

/** Name and plan of a room: a tool is chosen, cells are tapped; lines and columns grow at the end. */
export function HallEditor({ id, hall, onClose }: EditorProps) {
  const [name, setName] = useState(hall?.name ?? '');
  const [rows, setRows] = useState<readonly string[]>(hall?.rows ?? newGrid(5, 10));
  const [tool, setTool] = useState<Cell>('o');
  const texts = t().halls;
  const submit = async () =>
    name.trim()
      ? tell('office', { type: 'hall.set', hall: id, name: name.trim(), rows: [...rows] })
      : texts.nameNeeded;
  const lines = lineLetters(rows).filter(Boolean).length;
  return (
    <FormDialog
      heading={hall?.name ?? texts.newHeading}
      act={t().common.save}
      shape="page"
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label={texts.name} value={name} onValue={setName} maxLength={300} required />
      <PasteGrid onUse={setRows} />
      <div class="plan-tools">
        <Tools tool={tool} onTool={setTool} />
        <Sizes rows={rows} onRows={setRows} />
      </div>
      <Canvas rows={rows} onDraw={(line, column) => setRows(withCell(rows, line, column, tool))} />
      <p class="small quiet">{texts.keys}</p>
      <p class="small figures" role="status">
        {texts.seats(places(rows).length, lines)}
      </p>
    </FormDialog>
  );
}

function Tools({ tool, onTool }: { tool: Cell; onTool: (tool: Cell) => void }) {
  const texts = t().halls;
  return (
    <fieldset class="tools">
      <legend class="small">{texts.tool}</legend>
      {TOOLS.map(one => (
        <Button key={one} size="small" pressed={one === tool} onClick={() => onTool(one)}>
          <span class={`tool-swatch ${{ o: 'seat', '.': 'gap', '#': 'stage' }[one]}`} />
          {texts.tools[one]}
        </Button>
      ))}
    </fieldset>
  );
}

interface SizesProps {
  rows: readonly string[];
  onRows: (rows: string[]) => void;
}

function Sizes({ rows, onRows }: SizesProps) {
  const texts = t().halls;
  const acts = [
    [texts.addLine, withLine],
    [texts.removeLine, withoutLine],
    [texts.addColumn, withColumn],
    [texts.removeColumn, withoutColumn],
  ] as const;
  return (
    <div class="row">
      {acts.map(([words, change]) => (
        <Button key={words} size="small" onClick={() => onRows(change(rows))}>
          {words}
        </Button>
      ))}
    </div>
  );
}

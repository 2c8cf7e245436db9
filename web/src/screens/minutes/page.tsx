import { apart, inOrder } from '../../rules/attendance-table';
import type { Stream } from '../../sync/stream';
import { Still } from '../../ui/still';
import { BlockView } from './block';
import type { Block, Draft } from './draft';
import { FORM } from './form';

interface MinutesPageProps {
  stream: Stream;
  draft: Draft;
}

/** Mẫu 1.9, Phụ lục III, Nghị định 30/2020/NĐ-CP, in the order in which the Word file has it. */
export function MinutesPage({ stream, draft }: MinutesPageProps) {
  const { heading, blocks } = draft;
  const came = blocks.find(block => block.kind === 'attendance');
  const body = blocks.filter(block => block.kind !== 'attendance');
  return (
    <div class="sheet-place">
      <article class="sheet-paper" lang="vi">
        <Letterhead parent={heading.parent_agency} agency={heading.agency} number={draft.number} />
        <h2 class="sheet-name">{FORM.name}</h2>
        <p class="sheet-title">{heading.title}</p>
        <p class="sheet-line">{FORM.started + withStop(heading.started)}</p>
        <p class="sheet-line">{FORM.place + withStop(heading.place)}</p>
        <p class="sheet-line">{FORM.attendance + withStop(heading.attendance)}</p>
        <Still of={[stream, came]} draw={() => <Attendance stream={stream} block={came} />} />
        <Still of={[stream]} draw={() => <Desk stream={stream} />} />
        <p class="sheet-line">{FORM.body}</p>
        {body.map((block, index) => {
          const locked = draft.locked_at !== null;
          const { up, down } = block.own ? neighbours(body, index) : {};
          const beside = { ...(up ? { up } : {}), ...(down ? { down } : {}) };
          return (
            <Still
              key={block.id}
              of={[stream, block, locked, up, down]}
              draw={() => <BlockView stream={stream} block={block} locked={locked} {...beside} />}
            />
          );
        })}
        <p class="sheet-line">{FORM.ended(heading.ended || FORM.endedOpen)}</p>
        <Signatures secretary={heading.secretary} chair={heading.chair} recipients={draft.recipients} />
      </article>
    </div>
  );
}

/** The generated blocks behind which a paragraph stands after one step up or down. */
function neighbours(body: Block[], index: number): { up?: string | undefined; down?: string | undefined } {
  const up = body
    .slice(0, index)
    .filter(block => !block.own)
    .at(-2)?.id;
  const down = body.slice(index + 1).find(block => !block.own)?.id;
  return { up, down };
}

function Desk({ stream }: { stream: Stream }) {
  return (
    <>
      <p class="sheet-line">{FORM.chair + withStop(personOf(stream, 'chair'))}</p>
      <p class="sheet-line">{FORM.secretary + withStop(personOf(stream, 'secretary'))}</p>
    </>
  );
}

/** Name, title and unit of the first member in that role. */
function personOf(stream: Stream, role: 'chair' | 'secretary'): string {
  const member = inOrder(stream.records.of('member').value).find(([, row]) => row.role === role)?.[1];
  return member ? [member.name, member.title, member.unit].filter(Boolean).join(', ') : '';
}

function withStop(words: string): string {
  return !words || /[.:!?]$/.test(words) ? words : `${words}.`;
}

function Letterhead({ parent, agency, number }: Record<'parent' | 'agency' | 'number', string>) {
  return (
    <div class="sheet-letterhead">
      <div>
        {parent && <p class="sheet-parent">{parent.toLocaleUpperCase('vi')}</p>}
        <p class="sheet-agency">{agency.toLocaleUpperCase('vi')}</p>
        <p class="sheet-number">{number}</p>
      </div>
      <div>
        <p class="sheet-nation">{FORM.nation}</p>
        <p class="sheet-motto">{FORM.motto}</p>
      </div>
    </div>
  );
}

function Attendance({ stream, block }: { stream: Stream; block: Block | undefined }) {
  const { delegates, guests } = apart(block?.rows ?? [], stream.records.of('member').value);
  return (
    <>
      {delegates.length > 0 && <People rows={delegates} />}
      {guests.length > 0 && (
        <>
          <p class="sheet-line">{FORM.guests}</p>
          <People rows={guests} />
        </>
      )}
    </>
  );
}

function People({ rows }: { rows: string[][] }) {
  return (
    <table class="sheet-table people">
      <thead>
        <tr>
          {FORM.columns.map(name => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <Still key={index} of={[index, ...row]} draw={() => <PersonRow row={row} place={index + 1} />} />
        ))}
      </tbody>
    </table>
  );
}

function PersonRow({ row: [name, title, unit, state, time], place }: { row: string[]; place: number }) {
  return (
    <tr>
      <td class="centre">{place}</td>
      <td>{name}</td>
      <td>{[title, unit].filter(Boolean).join(', ')}</td>
      <td class="centre">{state}</td>
      <td class="centre">{time}</td>
    </tr>
  );
}

interface SignaturesProps {
  secretary: string;
  chair: string;
  recipients: string[];
}

function Signatures({ secretary, chair, recipients }: SignaturesProps) {
  return (
    <div class="sheet-signatures">
      <div>
        <p class="sheet-sign">{FORM.signSecretary}</p>
        <p class="sheet-signed">{secretary}</p>
        <div class="sheet-recipients">
          <p class="sheet-recipients-head">{FORM.recipients}</p>
          {recipients.map(line => (
            <p key={line}>- {line}</p>
          ))}
        </div>
      </div>
      <div>
        <p class="sheet-sign">{FORM.signChair}</p>
        <p class="sheet-signed">{chair}</p>
      </div>
    </div>
  );
}

import { t } from '../../i18n';
import { MARK_KINDS, type MarkEntry, type MarkFilter, matchingMarks, NO_FILTER } from '../../rules/my-marks';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { Empty } from '../../ui/waiting';
import { InkCard } from './ink-card';
import { InkReviewCall } from './ink-waits';
import { NoteCard } from './note-card';
import { ReviewCall } from './note-review';
import { OwnCopy } from './own-copy';
import { type Room, useRoom } from './state';
import './cards.css';
import './ink-card.css';

/** Own marks and those shared by others, paper by paper; searched, sifted, and a tap opens the page. */
export function Notes() {
  const room = useRoom();
  const entries = room.marks.value;
  if (entries.length === 0) {
    return <Empty icon="stickyNote">{t().notes.none}</Empty>;
  }
  const found = matchingMarks(entries, room.marking.filter.value, paper => titleOf(room, paper));
  return (
    <>
      <ReviewCall />
      <InkReviewCall />
      <Filter entries={entries} found={found.length} />
      {[...byPaper(found)].map(([paper, marks]) => (
        <section key={paper} class="stack">
          <h3 class="panel-heading">{titleOf(room, paper)}</h3>
          <CopyOf paper={paper} marks={marks} />
          <ul class="stack">
            {marks.map(entry =>
              entry.kind === 'ink' ? (
                <InkCard key={entry.id} entry={entry} />
              ) : (
                <NoteCard key={entry.id} note={entry.note} />
              ),
            )}
          </ul>
        </section>
      ))}
    </>
  );
}

/** Of the version in use, or of the one that has marks; a secret paper is not taken away. */
function CopyOf({ paper, marks }: { paper: string; marks: MarkEntry[] }) {
  const row = useRoom().stream.records.row('paper', paper);
  const version = marks.some(mark => mark.version === row?.version) ? row?.version : marks[0]?.version;
  return row && version && !row.secret ? <OwnCopy key={version} version={version} title={row.title} /> : null;
}

function titleOf(room: Room, paper: string): string {
  return room.stream.records.row('paper', paper)?.title ?? '';
}

function byPaper(entries: readonly MarkEntry[]): Map<string, MarkEntry[]> {
  const papers = new Map<string, MarkEntry[]>();
  for (const entry of entries) {
    papers.set(entry.paper, [...(papers.get(entry.paper) ?? []), entry]);
  }
  return papers;
}

function Filter({ entries, found }: { entries: readonly MarkEntry[]; found: number }) {
  const room = useRoom();
  const { filter } = room.marking;
  const words = t().myMarks;
  const change = (part: Partial<MarkFilter>) => {
    filter.value = { ...filter.value, ...part };
  };
  const papers = [...new Set(entries.map(({ paper }) => paper))];
  return (
    <search class="mark-filter">
      <Field
        label={words.search}
        placeholder={words.searchHint}
        type="search"
        value={filter.value.words}
        onValue={value => change({ words: value })}
      />
      <div class="mark-filter-choices">
        <select
          aria-label={words.kind}
          value={filter.value.kind}
          onChange={event => change({ kind: event.currentTarget.value as MarkFilter['kind'] })}
        >
          {(['all', ...MARK_KINDS] as const).map(kind => (
            <option key={kind} value={kind}>
              {words.kinds[kind]}
            </option>
          ))}
        </select>
        <select
          aria-label={words.paper}
          value={filter.value.paper}
          onChange={event => change({ paper: event.currentTarget.value })}
        >
          <option value="">{words.allPapers}</option>
          {papers.map(paper => (
            <option key={paper} value={paper}>
              {titleOf(room, paper)}
            </option>
          ))}
        </select>
      </div>
      <p class="small quiet figures" role="status">
        {words.found(found, entries.length)}
      </p>
      {found === 0 && (
        <Button
          size="small"
          onClick={() => {
            filter.value = NO_FILTER;
          }}
        >
          {words.clear}
        </Button>
      )}
    </search>
  );
}

import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { TallyEntryRecord, VoteRecord } from '../../records';
import type { Entry } from '../../rules/agenda';
import { time } from '../../rules/time';
import { CHOICES } from '../../rules/votes';
import { act } from '../../sync/cabinet';
import { me } from '../../sync/session';
import type { Stream } from '../../sync/stream';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import { Confirm } from '../../ui/dialog';
import { TallyForm } from './tally-form';
import './tallies.css';

interface TalliesProps {
  stream: Stream;
  vote: Entry<VoteRecord>;
}

/** What was counted by hand for a vote; entered and confirmed while it is open, shown afterwards. */
export function Tallies({ stream, vote }: TalliesProps) {
  const [entering, setEntering] = useState(false);
  const open = vote[1].state === 'open';
  const entries = [...stream.records.of('tally_entry').value]
    .filter(([, entry]) => entry.vote === vote[0])
    .sort(([, one], [, other]) => one.entered_at - other.entered_at);
  if (!open && entries.length === 0) {
    return null;
  }
  return (
    <section class="stack tallies" aria-label={t().tallies.heading}>
      {entries.length > 0 && <h4>{t().tallies.heading}</h4>}
      <ul class="lines">
        {entries.map(entry => (
          <Line key={entry[0]} stream={stream} vote={vote[1]} entry={entry} />
        ))}
      </ul>
      {open && (
        <div class="row apart">
          <p class="small quiet tally-hint">{t().tallies.hint}</p>
          <Button size="small" icon="pencil" onClick={() => setEntering(true)}>
            {t().tallies.enter}
          </Button>
        </div>
      )}
      {entering && <TallyForm stream={stream} vote={vote} onClose={() => setEntering(false)} />}
    </section>
  );
}

interface LineProps {
  stream: Stream;
  vote: VoteRecord;
  entry: Entry<TallyEntryRecord>;
}

function Line({ stream, vote, entry: [id, entry] }: LineProps) {
  const words = t().tallies;
  const name = (user: string) => stream.records.row('member', user)?.name ?? '';
  return (
    <li class="line">
      <div class="line-words">
        <p class="line-title">{words.counted(words.kinds[entry.kind], entry.ballots)}</p>
        <p class="small">{parts(vote, entry)}</p>
        <p class="small quiet">{words.enteredBy(name(entry.entered_by), time(entry.entered_at))}</p>
      </div>
      {entry.confirmed_by ? (
        <Badge icon="circleCheck" tone="good">
          {words.confirmedBy(name(entry.confirmed_by))}
        </Badge>
      ) : (
        <Badge icon="clock" tone="warn">
          {words.waiting}
        </Badge>
      )}
      {vote.state === 'open' && <Acts stream={stream} id={id} entry={entry} said={parts(vote, entry)} />}
    </li>
  );
}

/** "Đồng ý 12 · Không đồng ý 3", or all that was counted for each option, then blank and invalid ones. */
function parts(vote: VoteRecord, entry: TallyEntryRecord): string {
  const words = t().tallies;
  const rest = [
    [words.blank, entry.blank],
    [words.invalid, entry.invalid],
  ] as const;
  const said = rest.filter(([, number]) => number > 0).map(([label, number]) => words.part(label, number));
  return [...counted(vote, entry), ...said].join(' · ');
}

function counted({ rule, options }: VoteRecord, { tally, lines }: TallyEntryRecord): string[] {
  const { part, partOfEach } = t().tallies;
  switch (rule.method) {
    case 'standard':
      return CHOICES.map(choice => part(t().voting.choices[choice], tally[choice]));
    case 'list':
      return options.map(({ id, label }) => part(label, lines[id]?.for ?? 0));
    case 'candidates':
      return options.map(({ id, label }) => {
        const { for: yes = 0, against = 0, abstain = 0 } = lines[id] ?? {};
        return partOfEach(label, t().ballot.markCounts(yes, against, abstain));
      });
  }
}

interface ActsProps extends Pick<LineProps, 'stream'> {
  id: string;
  entry: TallyEntryRecord;
  /** What was counted, which the second person answers for. */
  said: string;
}

function Acts({ stream, id, entry, said }: ActsProps) {
  const [asking, setAsking] = useState<'confirm' | 'remove' | null>(null);
  const words = t().tallies;
  const own = entry.entered_by === me.value?.user.id;
  return (
    <div class="line-acts">
      {!entry.confirmed_by && !own && (
        <Button size="small" kind="primary" icon="check" onClick={() => setAsking('confirm')}>
          {words.confirm}
        </Button>
      )}
      {!entry.confirmed_by && own && <p class="small quiet">{words.own}</p>}
      <Button size="small" kind="quiet" icon="trash2" onClick={() => setAsking('remove')}>
        {words.remove}
      </Button>
      {asking === 'confirm' && (
        <Confirm
          question={words.confirmAsk(words.kinds[entry.kind].toLocaleLowerCase('vi'), entry.ballots)}
          detail={`${said}. ${words.confirmDetail}`}
          act={words.confirm}
          onConfirm={() => act(stream.id, { type: 'tally.confirm', entry: id })}
          onClose={() => setAsking(null)}
        />
      )}
      {asking === 'remove' && (
        <Confirm
          question={words.removeAsk}
          detail={`${said}. ${words.removeDetail}`}
          act={words.remove}
          kind="stop"
          onConfirm={() => act(stream.id, { type: 'tally.remove', entry: id })}
          onClose={() => setAsking(null)}
        />
      )}
    </div>
  );
}

import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { BoxBallot, VoteRecord } from '../../records';
import type { Entry } from '../../rules/agenda';
import { NO_MARKS } from '../../rules/ballots';
import { sameReceipt } from '../../sync/receipts';
import { sealedListOf } from '../../sync/sealed-list';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { Empty, Loading } from '../../ui/waiting';
import { ballotWords } from './own-ballot';
import { useRoom } from './state';
import './receipt.css';

/**
 * The published ballots of a secret vote, fetched at a tap: the own one by its code, and all of them. Nothing of it is
 * kept: whoever looks on later must not find the code and the choice standing there.
 */
export function FindBallot({ vote }: { vote: Entry<VoteRecord> }) {
  const [open, setOpen] = useState(false);
  const announced = useRoom().stream.records.row('sealed_list', vote[0]);
  if (!announced) {
    return null;
  }
  return (
    <section class="find-ballot" aria-label={`${t().sealed.find}: ${vote[1].question}`}>
      {open ? (
        <>
          <Fetched vote={vote} onAgain={() => setOpen(false)} />
          <Button icon="x" label={t().sealed.hide} onClick={() => setOpen(false)}>
            {t().common.close}
          </Button>
        </>
      ) : (
        <Button icon="search" onClick={() => setOpen(true)}>
          {t().sealed.find}
        </Button>
      )}
    </section>
  );
}

interface FetchedProps {
  vote: Entry<VoteRecord>;
  onAgain: () => void;
}

function Fetched({ vote, onAgain }: FetchedProps) {
  const found = sealedListOf(useRoom().stream.id, vote[0]).value;
  switch (found.state) {
    case 'loading':
      return <Loading word={t().sealed.loading} />;
    case 'failed':
      return (
        <Empty icon="wifiOff" onRetry={onAgain}>
          {found.reason}
        </Empty>
      );
    case 'ready':
      return <Ballots vote={vote} ballots={found.ballots} />;
  }
}

function Ballots({ vote: [id, vote], ballots }: { vote: Entry<VoteRecord>; ballots: readonly BoxBallot[] }) {
  const room = useRoom();
  const sealed = room.stream.records.row('my_sealed', `${id}.${room.user.value}`);
  const kept = sealed ? room.receipts.kept(id)?.receipt : undefined;
  return (
    <>
      <h4>{t().sealed.find}</h4>
      {kept && <Found vote={vote} ballots={ballots} receipt={kept} missing={t().sealed.keptNotFound} />}
      <ByCode vote={vote} ballots={ballots} />
      <details class="sealed-list">
        <summary>{t().sealed.all(ballots.length)}</summary>
        <ul>
          {ballots.map(ballot => (
            <li key={ballot.receipt}>
              <code>{ballot.receipt}</code>
              {boxWords(vote, ballot)}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

interface ListProps {
  vote: VoteRecord;
  ballots: readonly BoxBallot[];
}

function ByCode({ vote, ballots }: ListProps) {
  const [typed, setTyped] = useState('');
  return (
    <>
      <Field
        label={t().sealed.typed}
        hint={t().sealed.typedHint}
        value={typed}
        onValue={setTyped}
        maxLength={60}
      />
      <div role="status">
        {typed.trim() && (
          <Found vote={vote} ballots={ballots} receipt={typed} missing={t().sealed.notFound} />
        )}
      </div>
    </>
  );
}

function Found({ vote, ballots, receipt, missing }: ListProps & { receipt: string; missing: string }) {
  const ballot = ballots.find(one => sameReceipt(one.receipt, receipt));
  if (!ballot) {
    return <p class="small">{missing}</p>;
  }
  return (
    <p class="found-ballot">
      {t().sealed.found}: <code>{ballot.receipt}</code>
      <br />
      <strong>{boxWords(vote, ballot)}</strong>
    </p>
  );
}

/** All that a ballot says: who looks for the own one must see that nothing was changed. */
function boxWords(vote: VoteRecord, ballot: BoxBallot): string {
  const said = { ...NO_MARKS, ...ballot };
  if (vote.rule.method === 'candidates') {
    return vote.options
      .map(({ id, label }) => {
        const mark = said.marks[id];
        return t().sealed.mark(label, mark ? t().ballot.marks[mark] : t().ballot.blank);
      })
      .join('\n');
  }
  const words = ballotWords(vote, said) || t().ballot.blank;
  return said.opinion ? t().sealed.opinion(words, said.opinion) : words;
}

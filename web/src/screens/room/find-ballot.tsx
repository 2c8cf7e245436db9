import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { BoxBallot, VoteRecord } from '../../records';
import type { Entry } from '../../rules/agenda';
import { NO_MARKS } from '../../rules/ballots';
import { sameReceipt } from '../../sync/receipts';
import { Field } from '../../ui/field';
import { ballotWords } from './own-ballot';
import { useRoom } from './state';
import './receipt.css';

/** The published ballots of a secret vote: the own one by its code, and all of them. */
export function FindBallot({ vote: [id, vote] }: { vote: Entry<VoteRecord> }) {
  const room = useRoom();
  const list = room.stream.records.row('sealed_list', id);
  if (!list) {
    return null;
  }
  const { ballots } = list;
  const sealed = room.stream.records.row('my_sealed', `${id}.${room.user.value}`);
  const kept = sealed ? room.receipts.kept(id)?.receipt : undefined;
  return (
    <section class="find-ballot" aria-label={`${t().sealed.find}: ${vote.question}`}>
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
    </section>
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

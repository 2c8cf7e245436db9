import { t } from '../../i18n';
import { agenda } from '../../rules/agenda';
import { firstRule } from '../../rules/decision';
import { commonQuestion, type Positions, standingOn, undisputed } from '../../rules/positions';
import { act } from '../../sync/cabinet';
import { newId } from '../../sync/ids';
import type { Stream } from '../../sync/stream';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Person } from '../parts/person';

export function positionsIn({ records }: Stream): Positions {
  return {
    items: records.of('item').value,
    members: records.of('member').value,
    positions: records.of('position').value,
    votes: records.of('vote').value,
  };
}

/** What all agree on, offered as one vote; nothing while there is nothing of the kind. */
export function CommonVoteOffer({ stream }: { stream: Stream }) {
  const items = undisputed(positionsIn(stream));
  const ended = stream.records.row('meeting', stream.id)?.state === 'ended';
  if (items.length < 2 || ended) {
    return null;
  }
  const order = agenda(stream.records.of('item').value).map(([id]) => id);
  const prepare = () =>
    act(stream.id, {
      type: 'vote.prepare',
      vote: newId(),
      item: items[0]!,
      items,
      question: commonQuestion(items.map(item => order.indexOf(item) + 1)),
      rule: firstRule(stream.records.row('meeting', stream.id)),
    });
  return (
    <Card tone="primary" label={t().positions.common}>
      <p>
        <strong>{t().positions.offer(items.length)}</strong>
      </p>
      <ol class="common-items">
        {items.map(item => (
          <li key={item} value={order.indexOf(item) + 1}>
            {stream.records.row('item', item)?.title}
          </li>
        ))}
      </ol>
      <p class="small quiet">{t().positions.blockHint}</p>
      <Button icon="vote" onClick={prepare}>
        {t().positions.prepare(items.length)}
      </Button>
    </Card>
  );
}

/** How the members stand on one item, and what they want to say. */
export function StandingOn({ stream, item }: { stream: Stream; item: string }) {
  const { agree, remark, speak, silent } = standingOn(item, positionsIn(stream));
  if (agree + remark + speak === 0) {
    return null;
  }
  const said = [...stream.records.of('position').value.values()].filter(
    position => position.item === item && position.stance !== 'agree',
  );
  return (
    <div class="standing-on">
      <p class="small figures">{t().positions.standing(agree, remark, speak, silent)}</p>
      <ul>
        {said.map(({ user, stance, text }) => (
          <li key={user} class="small">
            <Person stream={stream} user={user} />
            {`: ${text || t().positions.stances[stance]}`}
          </li>
        ))}
      </ul>
    </div>
  );
}

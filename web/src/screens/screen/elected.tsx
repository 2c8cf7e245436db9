import { t } from '../../i18n';
import type { ResultLine, ResultRecord, VoteRecord } from '../../records';
import { ranked } from '../../rules/votes';
import { Icon } from '../../ui/icon';

/** So many lines can be read from the last row of the room. */
const ROOM = 14;

/** The options of an election by their votes; those that do not fit the wall are counted. */
export function Elected({ vote, result }: { vote: VoteRecord; result: ResultRecord }) {
  const lines = ranked(result.lines);
  const shown = lines.slice(0, ROOM);
  return (
    <>
      <ol class={`stage-elected${shown.length > 4 ? ' two-columns' : ''}`}>
        {shown.map(line => (
          <Line key={line.option} vote={vote} line={line} />
        ))}
      </ol>
      <p class="stage-of">
        {t().voteResult.ballots(result.cast, result.blank, result.invalid)}
        {result.paper > 0 && ` (${t().bigScreen.byHand(result.paper)})`}
        {lines.length > ROOM && ` · ${t().voteResult.more(lines.length - ROOM)}`}
      </p>
    </>
  );
}

function Line({ vote, line }: { vote: VoteRecord; line: ResultLine }) {
  const words = t().voteResult;
  return (
    <li class={line.elected ? 'good' : line.tied ? 'warn' : ''}>
      <span class="stage-elected-mark">
        {line.elected && <Icon name="circleCheck" size={48} />}
        {line.tied && <Icon name="triangleAlert" size={48} />}
      </span>
      <span class="stage-elected-name">
        {vote.options.find(option => option.id === line.option)?.label}
        {line.elected && <span class="visually-hidden">: {words.elected}</span>}
        {line.tied && <span class="visually-hidden">: {words.tiedSeat}</span>}
      </span>
      <strong class="figures">{line.for}</strong>
    </li>
  );
}

import { t } from '../../i18n';
import type { ResultLine, ResultRecord, VoteRecord } from '../../records';
import { percent } from '../../rules/figures';
import { ranked } from '../../rules/votes';
import { Badge } from '../../ui/badge';

interface TableProps {
  vote: VoteRecord;
  result: ResultRecord;
}

/** Every option by its votes, the most first, with what became of it in word and shape. */
export function ElectionTable({ vote, result }: TableProps) {
  const words = t().voteResult;
  return (
    <>
      <table class="election">
        <caption class="visually-hidden">{vote.question}</caption>
        <thead>
          <tr>
            <th scope="col">{words.option}</th>
            <th scope="col" class="election-votes">
              {words.votesHead}
            </th>
          </tr>
        </thead>
        <tbody>
          {ranked(result.lines).map(line => (
            <Row key={line.option} vote={vote} result={result} line={line} />
          ))}
        </tbody>
      </table>
      <p class="quiet small">{words.ballots(result.cast, result.blank, result.invalid)}</p>
    </>
  );
}

function Row({ vote, result, line }: TableProps & { line: ResultLine }) {
  const words = t().voteResult;
  const each = vote.rule.method === 'candidates';
  const share = percent(line.for, line.base || result.cast);
  return (
    <tr class={line.elected ? 'elected' : ''}>
      <th scope="row">
        <span>{vote.options.find(option => option.id === line.option)?.label}</span>
        <Standing line={line} />
        {each && <span class="small quiet">{words.forAgainst(line.for, line.against, line.abstain)}</span>}
      </th>
      <td class="election-votes figures">
        <strong>{line.for}</strong>
        <span class="small quiet">{share}</span>
      </td>
    </tr>
  );
}

function Standing({ line }: { line: ResultLine }) {
  if (line.elected) {
    return (
      <Badge icon="circleCheck" tone="good">
        {t().voteResult.elected}
      </Badge>
    );
  }
  return line.tied ? (
    <Badge icon="triangleAlert" tone="warn">
      {t().voteResult.tiedSeat}
    </Badge>
  ) : null;
}

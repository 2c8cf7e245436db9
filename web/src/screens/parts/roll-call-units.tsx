import { t } from '../../i18n';
import type { VoteRecord } from '../../records';
import type { UnitLine } from '../../rules/roll-call';

/** How the units voted: one row a unit, its answers in columns, and the sum below. */
export function UnitTable({ vote, lines }: { vote: VoteRecord; lines: readonly UnitLine[] }) {
  const texts = t().namedBallots;
  const standard = vote.rule.method === 'standard';
  const { for: yes, against, other, abstain } = t().voting.choices;
  const heads = standard ? [yes, against, other, abstain, texts.none] : [texts.none];
  const people = standard ? texts.people : texts.chosen;
  const sum = (place: number) => lines.reduce((all, line) => all + (line.counts[place] ?? 0), 0);
  return (
    <div class="unit-table-place">
      <table class="unit-table figures">
        <caption class="visually-hidden">{vote.question}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.unit}</th>
            <th scope="col">{people}</th>
            {heads.map(head => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ unit, all, counts }) => (
            <tr key={unit}>
              <th scope="row">{unit || texts.unitless}</th>
              <td data-head={people}>{all}</td>
              {counts.map((count, place) => (
                <td key={heads[place]} data-head={heads[place]}>
                  {count}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{texts.all}</th>
            <td data-head={people}>{lines.reduce((all, line) => all + line.all, 0)}</td>
            {heads.map((head, place) => (
              <td key={head} data-head={head}>
                {sum(place)}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

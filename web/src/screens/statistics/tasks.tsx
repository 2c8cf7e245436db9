import { t } from '../../i18n';
import { FiguresTable, type Line, Months, monthName, type Words } from './charts';
import { StatisticsFrame, Sums } from './frame';

/** `days`: median from giving to reporting done, in tenths of a day. */
interface Figures {
  given: number;
  in_time: number;
  late: number;
  open: number;
  overdue: number;
  days: number | null;
}

interface Counted {
  name: string;
  more: string;
  figures: Figures;
}

interface Told {
  total: Figures;
  units: Counted[];
  people: Counted[];
  months: Counted[];
}

/** How tasks were done in a period, by unit, person and month. */
export default function TaskStatistics() {
  const texts = t().statistics;
  const words = wordsOf();
  return (
    <StatisticsFrame<Told>
      subject="tasks"
      none={{ icon: 'circleCheck', words: texts.noTasks, when: told => told.total.given === 0 }}
      total={told => <Total total={told.total} />}
      draw={(told, csv) => {
        const months = told.months.map(line => lineOf({ ...line, name: monthName(line.name) }));
        return (
          <>
            <FiguresTable
              heading={texts.months}
              first={texts.month}
              csv={csv('nhiem-vu-theo-thang')}
              words={words}
              lines={months}
            >
              <Months months={months} words={words} />
            </FiguresTable>
            <FiguresTable
              heading={texts.units}
              first={texts.unit}
              csv={csv('nhiem-vu-theo-don-vi')}
              words={words}
              lines={told.units.map(lineOf)}
            />
            <FiguresTable
              heading={texts.people}
              first={texts.person}
              csv={csv('nhiem-vu-theo-nguoi')}
              words={words}
              lines={told.people.map(lineOf)}
            />
          </>
        );
      }}
    />
  );
}

function Total({ total }: { total: Figures }) {
  const texts = t().statistics;
  return (
    <Sums
      facts={[
        [texts.given, `${total.given}`],
        [texts.doneInTime, `${total.in_time}`],
        [texts.doneLate, `${total.late}`],
        [texts.underWay, `${total.open}`],
        [texts.overdue, `${total.overdue}`],
        [texts.days, daysWords(total.days)],
      ]}
    />
  );
}

function wordsOf(): Words {
  const texts = t().statistics;
  return {
    whole: texts.given,
    parts: [texts.doneInTime, texts.doneLate, texts.underWay],
    others: [texts.overdue, texts.days],
  };
}

function lineOf({ name, more, figures }: Counted): Line {
  const { given, in_time, late, open, overdue, days } = figures;
  return {
    id: `${name} ${more}`,
    name: name || t().statistics.noUnit,
    more,
    whole: given,
    parts: [in_time, late, open],
    others: [`${overdue}`, daysWords(days)],
  };
}

function daysWords(days: number | null): string {
  return days === null ? '–' : (days / 10).toLocaleString('vi', { maximumFractionDigits: 1 });
}

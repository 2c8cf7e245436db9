import { t } from '../../i18n';
import { date } from '../../rules/time';
import { FiguresTable, type Line, Months, monthName, share, type Words } from './charts';
import { StatisticsFrame, Sums } from './frame';

/** `hours`: median until the first answer, in tenths of an hour. */
interface Figures {
  asked: number;
  in_time: number;
  late: number;
  silent: number;
  hours: number | null;
}

interface Told {
  total: Figures;
  sheets: number;
  circulations: {
    id: string;
    question: string;
    sent_at: number;
    passed: boolean;
    sheets: number;
    figures: Figures;
  }[];
  people: { user: string; name: string; unit: string; figures: Figures }[];
  months: { month: string; circulations: number; figures: Figures }[];
}

/** How circulations were answered in a period. */
export default function CirculationStatistics() {
  const texts = t().statistics;
  const words = wordsOf();
  return (
    <StatisticsFrame<Told>
      subject="circulations"
      none={{ icon: 'penLine', words: texts.noCirculations, when: told => told.circulations.length === 0 }}
      total={told => <Total told={told} />}
      draw={(told, csv) => {
        const months = told.months.map(({ month, circulations, figures }) =>
          lineOf(month, monthName(month), texts.circulations(circulations), figures),
        );
        return (
          <>
            <FiguresTable
              heading={texts.months}
              first={texts.month}
              csv={csv('lay-y-kien-theo-thang')}
              words={words}
              lines={months}
            >
              <Months months={months} words={words} />
            </FiguresTable>
            <FiguresTable
              heading={texts.byCirculation}
              first={t().circulations.question}
              csv={csv('lay-y-kien-theo-phieu')}
              words={words}
              lines={told.circulations.map(({ id, question, sent_at, passed, figures }) =>
                lineOf(
                  id,
                  question,
                  `${date(sent_at)} · ${t().circulations[passed ? 'passed' : 'rejected']}`,
                  figures,
                ),
              )}
            />
            <FiguresTable
              heading={texts.people}
              first={texts.person}
              csv={csv('lay-y-kien-theo-nguoi')}
              words={words}
              lines={told.people.map(({ user, name, unit, figures }) => lineOf(user, name, unit, figures))}
            />
          </>
        );
      }}
    />
  );
}

function Total({ told }: { told: Told }) {
  const texts = t().statistics;
  const { asked, in_time, late, silent } = told.total;
  return (
    <>
      <p class="figures">{texts.circulated(told.circulations.length, asked)}</p>
      <Sums
        facts={[
          [texts.inTime, share(in_time, asked), `${in_time}`],
          [texts.lateAnswers, share(late, asked), `${late}`],
          [texts.silent, share(silent, asked), `${silent}`],
          [texts.sheets, told.sheets.toLocaleString('vi')],
        ]}
      />
      <p class="small quiet">{texts.sheetsHint}</p>
    </>
  );
}

function wordsOf(): Words {
  const texts = t().statistics;
  return {
    whole: texts.asked,
    parts: [texts.inTime, texts.lateAnswers, texts.silent],
    others: [texts.hours],
  };
}

function lineOf(id: string, name: string, more: string, figures: Figures): Line {
  const { asked, in_time, late, silent, hours } = figures;
  const waited = hours === null ? '–' : (hours / 10).toLocaleString('vi', { maximumFractionDigits: 1 });
  return { id, name, more, whole: asked, parts: [in_time, late, silent], others: [waited] };
}

import { t } from '../../i18n';
import { FiguresTable, type Line, Months, monthName, share, type Words } from './charts';
import { StatisticsFrame, Sums } from './frame';

interface Figures {
  invited: number;
  in_time: number;
  late: number;
  absent: number;
  speeches: number;
  spoken_ms: number;
  entitled: number;
  cast: number;
}

interface Counted {
  id: string;
  name: string;
  more: string;
  meetings: number;
  sums: Figures;
}

interface Told {
  meetings: number;
  total: Figures;
  people: Counted[];
  units: Counted[];
  months: Counted[];
}

/** Attendance, speaking and voting in the meetings of a period, by month, unit and person. */
export default function MeetingStatistics() {
  const texts = t().statistics;
  const words = wordsOf();
  return (
    <StatisticsFrame<Told>
      subject="meetings"
      none={{ icon: 'calendar', words: texts.noMeetings, when: told => told.meetings === 0 }}
      total={told => <Total told={told} />}
      draw={(told, csv) => {
        const months = told.months.map(line => lineOf({ ...line, name: monthName(line.id) }));
        return (
          <>
            <FiguresTable
              heading={texts.months}
              first={texts.month}
              csv={csv('cuoc-hop-theo-thang')}
              words={words}
              lines={months}
            >
              <Months months={months} words={words} />
            </FiguresTable>
            <FiguresTable
              heading={texts.units}
              first={texts.unit}
              csv={csv('cuoc-hop-theo-don-vi')}
              words={words}
              lines={told.units.map(lineOf)}
            />
            <FiguresTable
              heading={texts.people}
              first={texts.person}
              csv={csv('cuoc-hop-theo-nguoi')}
              words={words}
              lines={told.people.map(lineOf)}
            />
          </>
        );
      }}
    />
  );
}

function Total({ told: { meetings, total } }: { told: Told }) {
  const texts = t().statistics;
  const came = total.in_time + total.late;
  return (
    <>
      <p class="figures">{texts.held(meetings)}</p>
      <Sums
        facts={[
          [texts.came, share(came, total.invited), `${came}/${total.invited}`],
          [texts.lateOnes, share(total.late, total.invited), `${total.late}`],
          [texts.speeches, `${total.speeches}`, texts.minutes(minutesOf(total))],
          [texts.votes, share(total.cast, total.entitled), `${total.cast}/${total.entitled}`],
        ]}
      />
      <p class="small quiet">{texts.meetingsHint}</p>
    </>
  );
}

function wordsOf(): Words {
  const texts = t().statistics;
  return {
    whole: texts.invited,
    parts: [texts.onTime, texts.lateOnes, texts.absent],
    others: [texts.speeches, texts.spoken, texts.votes],
  };
}

function lineOf({ id, name, more, meetings, sums }: Counted): Line {
  const texts = t().statistics;
  return {
    id,
    name: name || texts.noUnit,
    more: [more, texts.meetings(meetings)].filter(Boolean).join(' · '),
    whole: sums.invited,
    parts: [sums.in_time, sums.late, sums.absent],
    others: [`${sums.speeches}`, `${minutesOf(sums)}`, sums.entitled ? `${sums.cast}/${sums.entitled}` : '–'],
  };
}

const minutesOf = ({ spoken_ms }: Figures) => Math.round(spoken_ms / 60_000);

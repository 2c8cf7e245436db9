import { t } from '../../i18n';
import type { VersionRecord } from '../../records';
import { size } from '../../rules/figures';
import { type PaperStanding, standingOf } from '../../rules/packet';
import { time } from '../../rules/time';
import { Badge, type Tone } from '../../ui/badge';
import type { IconName } from '../../ui/icon';
import { PaperMarks, RecallWords } from '../parts/paper-marks';
import { reasonWords, remarkWords } from '../parts/remarks';
import { PaperActs, type PaperActsProps } from './paper-acts';
import { PaperVersion } from './paper-version';
import { ReadingProgress } from './reading-progress';
import '../../styles/papers.css';

const LOOKS: Record<PaperStanding, readonly [IconName, Tone]> = {
  processing: ['clock', 'plain'],
  failed: ['circleX', 'stop'],
  ready: ['circleDot', 'primary'],
  submitted: ['fileUp', 'plain'],
  published: ['circleCheck', 'good'],
  recalled: ['rotateCcw', 'warn'],
};

interface PaperLineProps extends Omit<PaperActsProps, 'standing'> {
  chosen: boolean;
  changeable: boolean;
  onChoose: (wanted: boolean) => void;
}

/** One paper: what it is, how far it is, and what can be done with it. */
export function PaperLine({ chosen, changeable, onChoose, ...acts }: PaperLineProps) {
  const { line, stream } = acts;
  const { paper, version } = line;
  const standing = standingOf(line);
  const [icon, tone] = LOOKS[standing];
  const choosable = standing === 'ready' || (standing === 'recalled' && version?.state === 'ready');
  return (
    <li class="line paper-line">
      <input
        class="paper-tick"
        type="checkbox"
        aria-label={t().papers.choosePaper(paper.title)}
        checked={chosen}
        disabled={!choosable || !changeable}
        onChange={event => onChoose(event.currentTarget.checked)}
      />
      <div class="line-words">
        <p class="line-title">{paper.title}</p>
        <p class="small quiet">{version && factsOf(version)}</p>
        <p class="paper-badges">
          <Badge icon={icon} tone={tone}>
            {standing === 'published'
              ? t().papers.published(time(paper.published_at ?? 0))
              : t().papers[standing]}
          </Badge>
          <PaperMarks paper={paper} />
          {version?.state === 'ready' && paper.state !== 'recalled' && (
            <Indexed done={version.indexed && version.work === ''} />
          )}
        </p>
        {standing === 'recalled' && <RecallWords stream={stream} paper={line.id} />}
        {version && <ReadingProgress stream={stream} id={paper.version} version={version} />}
        {version?.message && (
          <p class="small form-error" role="status">
            {reasonWords(version)}
          </p>
        )}
        {version?.warnings.map(said => (
          <p key={said} class="small">
            {t().papers.warnings}: {remarkWords(said)}
          </p>
        ))}
        {changeable && <PaperVersion stream={stream} id={line.id} paper={paper} />}
      </div>
      {changeable && <PaperActs {...acts} standing={standing} />}
    </li>
  );
}

/** The last step of a paper on its way in: its words are found by the search and the assistant. */
function Indexed({ done }: { done: boolean }) {
  return done ? (
    <Badge icon="search">{t().indexing.done}</Badge>
  ) : (
    <Badge icon="clock">{t().indexing.waiting}</Badge>
  );
}

function factsOf(version: VersionRecord): string {
  const number = version.number > 1 ? t().versions.number(version.number) : '';
  const pages = version.pages ? t().papers.pages(version.pages) : '';
  return [number, version.name, pages, size(version.size)].filter(Boolean).join(' · ');
}

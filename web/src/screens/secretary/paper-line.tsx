import { t } from '../../i18n';
import type { VersionRecord } from '../../records';
import { size } from '../../rules/figures';
import { type PacketLine, type PaperStanding, standingOf } from '../../rules/packet';
import { time } from '../../rules/time';
import { Badge, type Tone } from '../../ui/badge';
import { Button } from '../../ui/button';
import type { IconName } from '../../ui/icon';
import type { PaperAct } from './paper-dialog';

const LOOKS: Record<PaperStanding, readonly [IconName, Tone]> = {
  processing: ['clock', 'plain'],
  failed: ['circleX', 'stop'],
  ready: ['circleDot', 'primary'],
  published: ['circleCheck', 'good'],
  recalled: ['rotateCcw', 'warn'],
};

interface PaperLineProps {
  line: PacketLine;
  chosen: boolean;
  changeable: boolean;
  onChoose: (wanted: boolean) => void;
  onOpen: (act: PaperAct) => void;
}

/** One paper: what it is, how far it is, and what can be done with it. */
export function PaperLine({ line, chosen, changeable, onChoose, onOpen }: PaperLineProps) {
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
        <Badge icon={icon} tone={tone}>
          {standing === 'published'
            ? t().papers.published(time(paper.published_at ?? 0))
            : t().papers[standing]}
        </Badge>
        {standing === 'processing' && <div class="waiting-bar" />}
        {standing === 'failed' && (
          <p class="small form-error" role="status">
            {version?.message}
          </p>
        )}
        {version?.warnings.map(warning => (
          <p key={warning} class="small">
            {t().papers.warnings}: {t().papers.warningWords[warning] ?? warning}
          </p>
        ))}
      </div>
      {changeable && <Acts line={line} standing={standing} onOpen={onOpen} />}
    </li>
  );
}

function factsOf(version: VersionRecord): string {
  const pages = version.pages ? t().papers.pages(version.pages) : '';
  return [version.name, pages, size(version.size)].filter(Boolean).join(' · ');
}

interface ActsProps {
  line: PacketLine;
  standing: PaperStanding;
  onOpen: (act: PaperAct) => void;
}

function Acts({ line: { id, paper }, standing, onOpen }: ActsProps) {
  const name = (act: string) => `${act}: ${paper.title}`;
  const words = t().papers;
  return (
    <div class="line-acts">
      <Button
        size="small"
        kind="quiet"
        icon="pencil"
        label={name(words.rename)}
        onClick={() => onOpen({ what: 'rename', paper: id, title: paper.title })}
      >
        {words.rename}
      </Button>
      {standing === 'published' && (
        <Button
          size="small"
          kind="quiet"
          icon="rotateCcw"
          label={name(words.recall)}
          onClick={() => onOpen({ what: 'recall', paper: id, title: paper.title })}
        >
          {words.recall}
        </Button>
      )}
      {paper.state === 'draft' && (
        <Button
          size="small"
          kind="quiet"
          icon="trash2"
          label={name(words.remove)}
          onClick={() => onOpen({ what: 'remove', paper: id, title: paper.title })}
        >
          {words.remove}
        </Button>
      )}
    </div>
  );
}

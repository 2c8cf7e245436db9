import { t } from '../../i18n';
import type { LetterRecord } from '../../records';
import { Badge, type Tone } from '../../ui/badge';
import type { IconName } from '../../ui/icon';

const LOOKS: Record<LetterRecord['state'], [IconName, Tone]> = {
  waiting: ['clock', 'primary'],
  sent: ['mail', 'good'],
  refused: ['circleX', 'stop'],
  expired: ['circleX', 'warn'],
  'no-address': ['triangleAlert', 'warn'],
  'taken-back': ['circleX', 'plain'],
};

/** What became of a letter. */
export function LetterState({ letter }: { letter: Pick<LetterRecord, 'state'> }) {
  const [icon, tone] = LOOKS[letter.state];
  return (
    <Badge icon={icon} tone={tone}>
      {t().letters.states[letter.state]}
    </Badge>
  );
}

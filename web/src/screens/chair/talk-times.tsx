import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import { totals } from '../../rules/talk-time';
import { elapsed } from '../../rules/time';
import { tickingNow } from '../../sync/clock';
import type { Stream } from '../../sync/stream';
import { Button } from '../../ui/button';

/** Former members have spoken, too. */
const everybody = ({ records }: Stream) =>
  new Map([...records.of('former_member').value, ...records.of('member').value]);

/** How long everybody has spoken in the whole meeting, by person or by unit. */
export function TalkTimes({ stream }: { stream: Stream }) {
  const [by, setBy] = useState<'person' | 'unit'>('person');
  const speeches = stream.records.of('speech').value;
  const found = totals(speeches, everybody(stream), by, tickingNow());
  if (found.length === 0) {
    return null;
  }
  const all = found.reduce((sum, { ms }) => sum + ms, 0);
  return (
    <details class="missing">
      <summary class="figures">{t().voices.totals(elapsed(all))}</summary>
      <div class="gate">
        <Button size="small" pressed={by === 'person'} onClick={() => setBy('person')}>
          {t().voices.byPerson}
        </Button>
        <Button size="small" pressed={by === 'unit'} onClick={() => setBy('unit')}>
          {t().voices.byUnit}
        </Button>
      </div>
      <ul class="talk-times">
        {found.map(({ name, turns, ms }) => (
          <li key={name}>
            <span>{name || t().voices.alone}</span>
            <span class="quiet small figures">{t().voices.turns(turns, elapsed(ms))}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

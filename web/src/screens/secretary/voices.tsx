import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { QueueName } from '../../records';
import type { Stream } from '../../sync/stream';
import { Tabs } from '../../ui/tabs';
import { Queue } from '../chair/queue';
import '../../styles/chair.css';
import { ordersOf } from '../../sync/queue-orders';

/** Both queues as the chair has them; the secretary opens, pauses and closes them and writes down their rules. */
export function Voices({ stream }: { stream: Stream }) {
  const [queue, setQueue] = useState<QueueName>('speakers');
  const waiting = (name: QueueName) => ordersOf(stream.records).value.get(name)?.places.length ?? 0;
  const words = t().voices.queues;
  return (
    <div class="desk-narrow">
      <h2>{t().floor.heading}</h2>
      <Tabs
        label={t().floor.heading}
        tabs={[
          { name: 'speakers', word: words.speakers, icon: 'mic', count: waiting('speakers') },
          { name: 'questions', word: words.questions, icon: 'messageSquare', count: waiting('questions') },
        ]}
        chosen={queue}
        onChoose={setQueue}
      >
        <Queue key={queue} stream={stream} queue={queue} />
      </Tabs>
    </div>
  );
}

import { useRef } from 'preact/hooks';
import { t } from '../../i18n';
import { Tabs } from '../../ui/tabs';
import { AssistantPanel } from './assistant';
import { BlockCards } from './block-card';
import { CheckIn } from './check-in';
import { Comments } from './comments';
import { Notes } from './notes';
import { Speakers } from './speakers';
import { useRoom } from './state';
import { useHidden, useStillness } from './stillness';
import { OpenVoteStrip, VoteNow } from './votes';

/** What goes on (check-in, vote, speakers) above what the person does with the papers (tabs). */
export function NowPanel() {
  const panel = useRef<HTMLDivElement>(null);
  const live = useRef<HTMLDivElement>(null);
  useStillness(panel, live);
  const hidden = useHidden(panel, live);
  return (
    <>
      <div class="now-panel" ref={panel}>
        <div class="now-live" ref={live}>
          <VoteNow />
          <BlockCards />
          <CheckIn />
          <Speakers />
        </div>
        <PaperTabs onChosen={() => panel.current?.scrollTo({ top: below(live.current) })} />
      </div>
      {hidden && <OpenVoteStrip onLead={() => panel.current?.scrollTo({ top: 0 })} />}
    </>
  );
}

/** Where the tabs begin; pixels from the top of the panel. */
function below(live: HTMLElement | null): number {
  return live ? live.offsetTop + live.offsetHeight : 0;
}

export function PaperTabs({ onChosen }: { onChosen?: () => void }) {
  const room = useRoom();
  const chosen = room.panel.value;
  const paper = room.paper.value;
  const comments = [...room.stream.records.of('comment').value.values()].filter(
    comment => comment.paper === paper,
  );
  const tabs = [
    { name: 'comments', word: t().comments.heading, icon: 'messageSquare', count: comments.length },
    { name: 'notes', word: t().notes.heading, icon: 'stickyNote', count: room.marks.value.length },
    { name: 'assistant', word: t().assistant.heading, icon: 'sparkles' },
  ] as const;
  return (
    <Tabs
      label={t().room.papers}
      tabs={tabs}
      chosen={chosen}
      onChoose={name => {
        room.panel.value = name;
        onChosen?.();
      }}
    >
      {chosen === 'comments' && <Comments />}
      {chosen === 'notes' && <Notes />}
      {chosen === 'assistant' && <AssistantPanel />}
    </Tabs>
  );
}

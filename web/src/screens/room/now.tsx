import { t } from '../../i18n';
import { Tabs } from '../../ui/tabs';
import { AssistantPanel } from './assistant';
import { CheckIn } from './check-in';
import { Comments } from './comments';
import { Notes } from './notes';
import { Speakers } from './speakers';
import { useRoom } from './state';
import { VoteNow } from './votes';

/** What goes on (check-in, vote, speakers) above what the person does with the papers (tabs). */
export function NowPanel() {
  return (
    <>
      <div class="now-live">
        <VoteNow />
        <CheckIn />
        <Speakers />
      </div>
      <PaperTabs />
    </>
  );
}

export function PaperTabs() {
  const room = useRoom();
  const chosen = room.panel.value;
  const paper = room.paper.value;
  const comments = [...room.stream.records.of('comment').value.values()].filter(
    comment => comment.paper === paper,
  );
  const tabs = [
    { name: 'comments', word: t().comments.heading, icon: 'messageSquare', count: comments.length },
    { name: 'notes', word: t().notes.heading, icon: 'stickyNote', count: room.notes.value.length },
    { name: 'assistant', word: t().assistant.heading, icon: 'sparkles' },
  ] as const;
  return (
    <Tabs
      label={t().room.papers}
      tabs={tabs}
      chosen={chosen}
      onChoose={name => {
        room.panel.value = name;
      }}
    >
      {chosen === 'comments' && <Comments />}
      {chosen === 'notes' && <Notes />}
      {chosen === 'assistant' && <AssistantPanel />}
    </Tabs>
  );
}

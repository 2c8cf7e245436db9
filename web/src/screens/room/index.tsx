import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useMemo } from 'preact/hooks';
import { t } from '../../i18n';
import { Dialog } from '../../ui/dialog';
import { layout } from '../../ui/layout';
import { TopBar } from '../parts/top-bar';
import type { ViewProps } from '../table';
import { asked } from './asked';
import { AssistantPanel } from './assistant';
import { Beside, ChooseBeside, FirstHead } from './beside';
import { BlockCards } from './block-card';
import { CheckIn } from './check-in';
import { Finder } from './finder';
import { InkReview } from './ink-review';
import { FollowBar, Lead, useLeading } from './lead';
import { MarkBar } from './mark-bar';
import { useFetchingAhead, useForgetting } from './memory';
import { NoteDialogs } from './note-dialogs';
import { NoteReview } from './note-review';
import { NowPanel, PaperTabs } from './now';
import { PaperPane } from './paper-pane';
import { PhoneBar, placeWords } from './phone-bar';
import { Rail } from './rail';
import { Raised } from './raised';
import { Speakers } from './speakers';
import { type PhonePlace, Room, RoomProvider, type Sheet, useRoom } from './state';
import { Toolbar } from './toolbar';
import { TurnStrip } from './turn-strip';
import { OpenVoteSaid, OpenVoteStrip, VoteList } from './votes';
import '../../styles/positions.css';
import './lead.css';
import './room.css';

/** The delegate's meeting: agenda, paper and what goes on, side by side, as sheets, or one at a time. */
export default function RoomView({ stream, paper }: ViewProps) {
  const room = useMemo(() => new Room(stream), [stream]);
  useEffect(() => () => room.dispose(), [room]);
  useEffect(() => {
    if (paper) {
      room.open(paper);
    }
  }, [room, paper]);
  useEffect(() => {
    const wish = asked.value;
    if (wish) {
      asked.value = null;
      room.open(wish.paper, wish.page, wish.lit, wish.version);
    }
  }, [room, asked.value]);
  useForgetting(stream);
  useFetchingAhead(stream);
  return (
    <RoomProvider value={room}>
      <div class="room">
        <Led byAddress={paper !== undefined} />
        <TopBar stream={stream} view="room">
          <Lead />
        </TopBar>
        <TurnStrip />
        <OpenVoteSaid />
        <Body />
        <NoteDialogs />
        <NoteReview />
        <InkReview />
        <Raised />
        <ChooseBeside />
      </div>
    </RoomProvider>
  );
}

function Led({ byAddress }: { byAddress: boolean }) {
  useLeading(byAddress);
  return null;
}

function Body() {
  const room = useRoom();
  const shown = layout.value;
  // A sheet that came back with the turn of the tablet would lie over the dialog that was opened from it.
  useLayoutEffect(() => {
    if (room.raised.peek().length > 0) {
      room.sheet.value = null;
    }
  }, [shown]);
  switch (shown) {
    case 'wide':
      return <Wide />;
    case 'tall':
      return <Tall />;
    case 'phone':
      return <Phone />;
  }
}

function Wide() {
  const room = useRoom();
  return (
    <div class="room-wide">
      {room.railShown.value && (
        <nav class="room-rail" aria-label={t().room.agenda}>
          <h2 class="visually-hidden">{t().room.agenda}</h2>
          <Rail />
        </nav>
      )}
      <Paper />
      {room.nowShown.value && (
        <aside class="room-now" aria-label={t().room.now}>
          <h2 class="visually-hidden">{t().room.now}</h2>
          <NowPanel />
        </aside>
      )}
    </div>
  );
}

function Paper({ strip }: { strip?: ComponentChildren }) {
  const room = useRoom();
  /** Two papers lie over this one meanwhile, and tablets hold few pages at once. */
  const reviewing = room.reviewingInk.value !== null;
  return (
    <main class="room-paper">
      <FollowBar />
      <div class={`paper-row${room.finder.value ? ' finding' : ''}`}>
        <Finder />
        <div class="paper-column">
          <FirstHead />
          {!reviewing && <PaperPane />}
        </div>
        {!reviewing && <Beside />}
      </div>
      {strip}
      <MarkBar />
      <Toolbar />
    </main>
  );
}

function showSheet(room: Room, sheet: Sheet): void {
  room.sheet.value = sheet;
}

function showPlace(room: Room, place: PhonePlace): void {
  room.phone.value = place;
}

function Tall() {
  const room = useRoom();
  const close = () => {
    room.sheet.value = null;
  };
  return (
    <div class="room-tall">
      <Paper strip={<OpenVoteStrip onLead={() => showSheet(room, 'now')} />} />
      {room.sheet.value === 'agenda' && (
        <Dialog heading={t().room.agenda} shape="sheet-left" keeps onClose={close}>
          <Rail />
        </Dialog>
      )}
      {room.sheet.value === 'now' && (
        <Dialog heading={t().room.now} shape="sheet" keeps onClose={close}>
          <NowPanel />
        </Dialog>
      )}
    </div>
  );
}

/** The paper stays mounted behind the other places, so that coming back finds it as it was. */
function Phone() {
  const room = useRoom();
  const place = room.phone.value;
  const words = placeWords();
  return (
    <div class="room-phone">
      <div class="room-phone-paper" hidden={place !== 'paper'}>
        <Paper />
      </div>
      {place !== 'paper' && (
        <main class="room-phone-place">
          <h2 class="visually-hidden">{words[place]}</h2>
          {place === 'agenda' && (
            <>
              <CheckIn />
              <Rail />
            </>
          )}
          {place === 'speak' && (
            <>
              <CheckIn />
              <Speakers />
            </>
          )}
          {place === 'vote' && (
            <>
              <BlockCards />
              <VoteList />
            </>
          )}
          {place === 'assistant' && <AssistantPanel />}
        </main>
      )}
      <PhoneSheet />
      {place !== 'vote' && <OpenVoteStrip onLead={() => showPlace(room, 'vote')} />}
      <PhoneBar />
    </div>
  );
}

/** Comments and notes of the open paper. */
function PhoneSheet() {
  const room = useRoom();
  if (room.phone.value !== 'paper' || room.sheet.value !== 'now') {
    return null;
  }
  return (
    <Dialog heading={t().room.papers} shape="sheet-bottom" keeps onClose={() => showSheet(room, null)}>
      <PaperTabs />
    </Dialog>
  );
}

import type { ComponentChildren } from 'preact';
import { t } from '../../i18n';
import type { Stream } from '../../sync/stream';
import { CodePicture, lettersOf, type ShownCode, useRoomCode } from '../parts/room-code';

/** A code to scan from the last row: it checks in where the meeting asks for a code, and elsewhere it opens the meeting. */
export function CodeScene({ stream }: { stream: Stream }) {
  const shown = useRoomCode(stream.id);
  if (!shown) {
    return null;
  }
  const { records } = stream;
  const ended = records.row('meeting', stream.id)?.state === 'ended';
  const checksIn = !ended && records.row('room_rules', stream.id)?.code_needed;
  return checksIn ? (
    <Scene words={t().checkIn.scan} other={t().checkIn.orType} shown={shown} letters>
      <CodePicture stream={stream.id} shown={shown} />
    </Scene>
  ) : (
    <Scene words={t().checkIn.scanMeeting} other={t().checkIn.orOpen} shown={shown}>
      <MeetingPicture meeting={stream.id} />
    </Scene>
  );
}

interface SceneProps {
  words: string;
  other: string;
  shown: ShownCode;
  letters?: boolean;
  children: ComponentChildren;
}

function Scene({ words, other, shown, letters = false, children }: SceneProps) {
  return (
    <div class="stage-code">
      <div class="stage-code-words">
        <p class="stage-code-act">{words}</p>
        <p class="stage-label">{other}</p>
        <p class="stage-code-address">{shown.address.replace(/^https?:\/\//, '')}</p>
        {letters && <p class="stage-code-letters figures">{lettersOf(shown)}</p>}
      </div>
      {children}
    </div>
  );
}

function MeetingPicture({ meeting }: { meeting: string }) {
  const path = encodeURIComponent(`/#/meeting/${meeting}`);
  return <img src={`/api/qr.svg?path=${path}`} alt={t().checkIn.meetingPicture} />;
}

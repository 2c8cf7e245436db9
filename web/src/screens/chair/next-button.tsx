import { t } from '../../i18n';
import { type NextAct, nextAct } from '../../rules/chair';
import { act } from '../../sync/cabinet';
import type { Stream } from '../../sync/stream';
import { Button } from '../../ui/button';
import type { IconName } from '../../ui/icon';
import { nameOf } from '../parts/person';
import type { Asking } from './asking';
import { callForAnswer, floorOf } from './floor';

export interface NextButtonProps {
  stream: Stream;
  onAsk: (asking: Asking) => void;
}

/** The big button: the one thing that a chair does next. Acts that cannot be taken back ask first. */
export function NextButton({ stream, onAsk }: NextButtonProps) {
  const next = nextOf(stream);
  if (next.act === 'none') {
    return null;
  }
  return (
    <Button kind="primary" size="big" wide icon={ICONS[next.act]} onClick={() => carryOut(stream, onAsk)}>
      {wordOf(stream, next)}
    </Button>
  );
}

function nextOf(stream: Stream): NextAct {
  const floor = floorOf(stream);
  return floor ? nextAct(floor) : { act: 'none' };
}

const ICONS: Record<Exclude<NextAct['act'], 'none'>, IconName> = {
  start: 'play',
  resume: 'play',
  'close-vote': 'square',
  'publish-vote': 'share2',
  call: 'mic',
  answer: 'mic',
  'resume-speech': 'play',
  'end-speech': 'check',
  'open-vote': 'vote',
  go: 'chevronRight',
  end: 'square',
};

function callWords(stream: Stream, speech: string): string {
  const row = stream.records.row('speech', speech);
  return row ? t().voices.callNext[row.kind](nameOf(stream, row.user)) : '';
}

function wordOf(stream: Stream, next: NextAct): string {
  const words = t().chair.acts;
  switch (next.act) {
    case 'start':
      return words.start;
    case 'resume':
      return words.resume;
    case 'close-vote':
      return words.closeVote;
    case 'publish-vote':
      return words.publishVote;
    case 'call':
      return callWords(stream, next.speech);
    case 'answer':
      return t().voices.answerName(
        nameOf(stream, stream.records.row('speech', next.question)?.to_user ?? ''),
      );
    case 'resume-speech':
      return t().voices.resumeName(nameOf(stream, stream.records.row('speech', next.speech)?.user ?? ''));
    case 'end-speech':
      return words.endSpeech;
    case 'open-vote':
      return words.openVote;
    case 'go':
      return words.go(next.place);
    case 'end':
      return words.end;
    case 'none':
      return '';
  }
}

/** Does what the big button says at this moment. */
export function carryOut(stream: Stream, onAsk: (asking: Asking) => void): unknown {
  const next = nextOf(stream);
  switch (next.act) {
    case 'start':
    case 'end':
      return onAsk({ what: next.act });
    case 'open-vote':
      return onAsk({ what: 'open', vote: next.vote });
    case 'close-vote':
      return onAsk({ what: 'close', vote: next.vote });
    case 'publish-vote':
      return onAsk({ what: 'publish', vote: next.vote });
    case 'resume':
      return act(stream.id, { type: 'meeting.resume' });
    case 'call':
      return act(stream.id, { type: 'speech.call', speech: next.speech });
    case 'answer':
      return callForAnswer(stream, next.question);
    case 'resume-speech':
      return act(stream.id, { type: 'speech.resume', speech: next.speech });
    case 'end-speech':
      return act(stream.id, { type: 'speech.end', speech: next.speech });
    case 'go':
      return act(stream.id, { type: 'agenda.go', item: next.item });
    case 'none':
      return undefined;
  }
}

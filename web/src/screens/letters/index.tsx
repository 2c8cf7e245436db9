import { t } from '../../i18n';
import { answerOf } from '../../rules/answers';
import { type Invited, invited, isStuck } from '../../rules/letters';
import { moment } from '../../rules/time';
import { act, say } from '../../sync/cabinet';
import { me } from '../../sync/session';
import type { Stream } from '../../sync/stream';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Icon } from '../../ui/icon';
import { LetterState } from './letter-state';
import { Reminders } from './reminders';
import './letters.css';

/** Who was invited by letter, what became of it, who answered; and what reminds by itself. */
export function Letters({ stream }: { stream: Stream }) {
  const { records } = stream;
  const meeting = records.row('meeting', stream.id);
  if (!meeting) {
    return null;
  }
  const lines = invited(records.of('member').value, records.of('letter').value, meeting);
  return (
    <div class="desk-narrow stack">
      <Card label={t().letters.heading}>
        <h2>{t().letters.heading}</h2>
        <p class="quiet">{t().letters.hint}</p>
        {!me.value?.office.mail && (
          <p class="letters-off">
            <Icon name="circleAlert" /> {t().letters.off}
          </p>
        )}
        {meeting.state !== 'ended' && stream.role.value === 'secretary' && (
          <SendThem stream={stream} lines={lines} />
        )}
        <Stuck stream={stream} lines={lines} />
      </Card>
      <Card label={t().letters.people}>
        <h2>{t().letters.people}</h2>
        <ul class="lines">
          {lines.map(line => (
            <Line key={line.user} stream={stream} line={line} ended={meeting.state === 'ended'} />
          ))}
        </ul>
      </Card>
      <Reminders stream={stream} />
    </div>
  );
}

function SendThem({ stream, lines }: { stream: Stream; lines: Invited[] }) {
  const fresh = lines.filter(line => line.wanting === 'invitation').length;
  const changed = lines.filter(line => line.wanting === 'changed').length;
  if (fresh + changed === 0) {
    return <p role="status">{t().letters.allSent}</p>;
  }
  const send = async () => {
    if (await act(stream.id, { type: 'invitations.send' })) {
      say(t().letters.queued);
    }
  };
  return (
    <div class="row apart">
      <p role="status">{t().letters.toSend(fresh, changed)}</p>
      <Button kind="primary" icon="send" onClick={send}>
        {t().letters.send(fresh + changed)}
      </Button>
    </div>
  );
}

function Stuck({ stream, lines }: { stream: Stream; lines: Invited[] }) {
  const stuck = lines.flatMap(({ letter }) => (letter && isStuck(letter[1]) ? [letter] : []));
  if (stuck.length === 0) {
    return null;
  }
  return (
    <section class="stack" aria-label={t().letters.stuck(stuck.length)}>
      <h3>{t().letters.stuck(stuck.length)}</h3>
      <ul class="lines">
        {stuck.map(([id, letter]) => (
          <li key={id} class="line">
            <div class="line-words">
              <p class="line-title">{letter.name}</p>
              <p class="small quiet">
                {[letter.address, t().letters.faults[letter.fault]].filter(Boolean).join(' · ')}
              </p>
              {letter.reply && <p class="small quiet">{t().letters.mailServerSaid(letter.reply)}</p>}
            </div>
            <div class="line-marks">
              <LetterState letter={letter} />
            </div>
            <div class="line-acts">
              <Button
                icon="refreshCw"
                size="small"
                label={t().letters.againOf(letter.name)}
                onClick={() => act(stream.id, { type: 'letters.again', letters: [id] })}
              >
                {t().letters.again}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Line({ stream, line, ended }: { stream: Stream; line: Invited; ended: boolean }) {
  const { member, letter, wanting } = line;
  const answer = answerOf(stream.records.row('invitation', line.user));
  const about = letter && [t().letters.kinds[letter[1].kind], moment(letter[1].sent_at ?? letter[1].at)];
  return (
    <li class="line">
      <div class="line-words">
        <p class="line-title">{member.name}</p>
        <p class="small quiet">{about ? about.join(' · ') : t().letters.notYet}</p>
        {wanting === 'changed' && !ended && <p class="small">{t().letters.outdated}</p>}
      </div>
      <div class="line-marks">
        {letter && <LetterState letter={letter[1]} />}
        <Badge
          icon={answer === 'silent' ? 'circle' : 'circleCheck'}
          tone={answer === 'attend' ? 'good' : 'plain'}
        >
          {answer === 'silent' ? t().invitations.silent : t().invitations[answer]}
        </Badge>
      </div>
    </li>
  );
}

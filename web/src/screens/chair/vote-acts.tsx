import { t } from '../../i18n';
import type { VoteRecord } from '../../records';
import type { Entry } from '../../rules/agenda';
import { act } from '../../sync/cabinet';
import type { Stream } from '../../sync/stream';
import { Button } from '../../ui/button';
import type { Leads } from './ballots';

interface ActsProps {
  stream: Stream;
  vote: Entry<VoteRecord>;
  leads: Leads;
}

/** What can be done with a vote as it stands: the desk writes it, the chair leads it. */
export function VoteActs({ stream, vote, leads }: ActsProps) {
  const meeting = stream.records.row('meeting', stream.id)?.state;
  const ended = meeting === 'ended';
  const chairs = stream.role.value === 'chair';
  return (
    <>
      {chairs && vote[1].state === 'open' && vote[1].deadline !== null && (
        <Extend stream={stream} vote={vote[0]} />
      )}
      <div class="row">
        {chairs && <Onward vote={vote} leads={leads} running={meeting === 'running'} />}
        {chairs && !ended && <Aside vote={vote} leads={leads} />}
        {vote[1].state === 'prepared' && !ended && <Announce stream={stream} vote={vote} />}
        {vote[1].state === 'prepared' && <Written vote={vote[0]} leads={leads} ended={ended} />}
      </div>
    </>
  );
}

/** The next step of the vote. */
function Onward({ vote: [id, { state }], leads, running }: Omit<ActsProps, 'stream'> & { running: boolean }) {
  switch (state) {
    case 'prepared':
      return running ? (
        <Button icon="vote" onClick={() => leads.ask({ what: 'open', vote: id })}>
          {t().ballots.open}
        </Button>
      ) : null;
    case 'open':
      return (
        <Button icon="square" onClick={() => leads.ask({ what: 'close', vote: id })}>
          {t().ballots.close}
        </Button>
      );
    case 'closed':
      return (
        <Button icon="share2" onClick={() => leads.ask({ what: 'publish', vote: id })}>
          {t().ballots.publish}
        </Button>
      );
    default:
      return null;
  }
}

/** Set aside or repeated: what was opened stays on record with the reason. */
function Aside({ vote: [id, { state }], leads }: Omit<ActsProps, 'stream'>) {
  if (state === 'prepared') {
    return null;
  }
  return (
    <>
      <Button
        kind="quiet"
        size="small"
        icon="rotateCcw"
        onClick={() => leads.setAside({ what: 'repeat', vote: id })}
      >
        {t().voteDesk.repeat}
      </Button>
      {state !== 'void' && (
        <Button
          kind="quiet"
          size="small"
          icon="circleX"
          onClick={() => leads.setAside({ what: 'void', vote: id })}
        >
          {state === 'open' ? t().voteDesk.stop : t().voteDesk.setAside}
        </Button>
      )}
    </>
  );
}

/** Before it opens everybody may read the question with its rule, once the desk says so. */
function Announce({ stream, vote: [id, { announced, question }] }: Omit<ActsProps, 'leads'>) {
  const words = t().announced;
  return (
    <Button
      kind="quiet"
      size="small"
      icon={announced ? 'x' : 'bell'}
      label={announced ? words.takeBackLabel(question) : words.announceLabel(question)}
      onClick={() => act(stream.id, { type: 'vote.announce', vote: id, announced: !announced })}
    >
      {announced ? words.takeBack : words.announce}
    </Button>
  );
}

function Written({ vote, leads, ended }: { vote: string; leads: Leads; ended: boolean }) {
  return (
    <>
      {!ended && (
        <Button kind="quiet" size="small" icon="pencil" onClick={() => leads.edit(vote)}>
          {t().voteDesk.edit}
        </Button>
      )}
      <Button kind="quiet" size="small" icon="trash2" onClick={() => leads.ask({ what: 'remove', vote })}>
        {t().ballots.remove}
      </Button>
    </>
  );
}

const STEPS = { s30: 30, m1: 60, m5: 300 } as const;

function Extend({ stream, vote }: { stream: Stream; vote: string }) {
  const words = t().voteDesk;
  return (
    <fieldset class="extend">
      <legend>{words.extend}</legend>
      {(Object.keys(STEPS) as (keyof typeof STEPS)[]).map(step => (
        <Button
          key={step}
          size="small"
          label={words.extendLabel(words.extendBy[step])}
          onClick={() => act(stream.id, { type: 'vote.extend', vote, seconds: STEPS[step] })}
        >
          {words.extendBy[step]}
        </Button>
      ))}
    </fieldset>
  );
}

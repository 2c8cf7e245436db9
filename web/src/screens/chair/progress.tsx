import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { VoteRecord } from '../../records';
import { byPlaces } from '../../rules/blocks';
import { placesByName } from '../../rules/names';
import { type Named, notYetVoted } from '../../rules/roll';
import type { Stream } from '../../sync/stream';
import { Bar } from '../../ui/bar';
import { LongList } from '../../ui/long-list';

/** How many have voted; never how. */
export function Progress({ stream, vote }: { stream: Stream; vote: string }) {
  const progress = stream.records.row('progress', vote) ?? { cast: 0, of: 0 };
  return (
    <div role="status">
      <Bar
        label={t().ballots.voted}
        said={t().ballots.votedOf(progress.cast, progress.of)}
        value={progress.cast}
        of={progress.of}
      />
    </div>
  );
}

interface MissingProps {
  stream: Stream;
  vote: string;
  rule: VoteRecord['rule'];
}

/** Who has not voted yet: by name in an open vote, only how many in a secret one. */
export function Missing({ stream, vote, rule }: MissingProps) {
  if (rule.secrecy === 'secret') {
    const { cast, of } = stream.records.row('progress', vote) ?? { cast: 0, of: 0 };
    return <p class="small quiet">{t().voteDesk.missingSecret(of - cast)}</p>;
  }
  return <MissingNames stream={stream} vote={vote} />;
}

function MissingNames({ stream, vote: id }: { stream: Stream; vote: string }) {
  const { records } = stream;
  const names = notYetVoted(id, {
    members: records.of('member').value,
    voters: records.of('voter').value,
    voted: records.of('voted').value,
  });
  if (names.length === 0) {
    return <p class="small quiet">{t().ballots.everyone}</p>;
  }
  return <Names stream={stream} word={t().ballots.missing(names.length)} names={names} open />;
}

/** More names than this are one tap away: a thousand lines help nobody to see who is missing. */
const MANY = 40;

interface NamesProps {
  stream: Stream;
  word: string;
  names: readonly Named[];
  open?: boolean;
}

export function Names({ stream, word, names, open = false }: NamesProps) {
  const [shown, setShown] = useState(open && names.length <= MANY);
  return (
    <details class="missing" open={shown} onToggle={event => setShown(event.currentTarget.open)}>
      <summary>{word}</summary>
      {shown && (
        <LongList
          class="missing-names"
          blocks={byPlaces(names, placesByName(stream.records.of('member').value), NAMES_IN_A_BLOCK)}
          same={sameName}
          draw={drawName}
          nameOf={nameIn}
          height={24}
        />
      )}
    </details>
  );
}

const NAMES_IN_A_BLOCK = 40;
const sameName = (one: Named, other: Named) => one[0] === other[0] && one[1] === other[1];
const drawName = ([user, name]: Named) => <li key={user}>{name}</li>;
const nameIn = ([, name]: Named) => name;

import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import { groupNames, SHARING_ROLES, type Sharing, sameSharing } from '../../rules/sharing';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { ChooseGroups } from '../parts/choose-groups';
import { nameOf } from '../parts/person';
import { type Room, useRoom } from './state';
import '../../styles/papers.css';

export interface ShareDialogProps {
  heading: string;
  /** A mark on a secret paper is shared with all its readers or with nobody. */
  paper: string;
  /** Null for marks that are not shared alike; whatever is chosen holds for all of them then. */
  now: Sharing | null;
  onShare: (sharing: Sharing) => void;
  onClose: () => void;
}

type Way = 'private' | 'everybody' | 'some';

/** Private, for everybody, or for the people and groups that are ticked. */
export function ShareDialog({ heading, paper, now, onShare, onClose }: ShareDialogProps) {
  const room = useRoom();
  const secret = room.stream.records.row('paper', paper)?.secret ?? false;
  const [way, setWay] = useState<Way>(now?.shared ? (now.named.length ? 'some' : 'everybody') : 'private');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(now?.named));
  const words = t().sharing;
  const ways: Way[] = secret ? ['private', 'everybody'] : ['private', 'everybody', 'some'];
  const wanted = { shared: way !== 'private', named: way === 'some' ? [...chosen].sort() : [] };
  const missing = way === 'some' && chosen.size === 0;
  const save = () => {
    if (!now || !sameSharing(now, wanted)) {
      onShare(wanted);
    }
    onClose();
  };
  return (
    <Dialog heading={heading} onClose={onClose}>
      {!now && <p class="small">{words.mixedExplain}</p>}
      <fieldset class="share-ways">
        <legend class="visually-hidden">{words.who}</legend>
        {ways.map(one => (
          <label key={one} class="tick">
            <input type="radio" name="share-way" checked={way === one} onChange={() => setWay(one)} />
            <span>{secret && one === 'everybody' ? words.readers : words.ways[one]}</span>
          </label>
        ))}
      </fieldset>
      {way === 'some' && (
        <ChooseGroups
          stream={room.stream}
          roles={SHARING_ROLES}
          except={room.user.value}
          chosen={chosen}
          onChoose={setChosen}
        />
      )}
      <p class="small quiet">{words.explain}</p>
      <footer class="dialog-foot">
        <Button onClick={onClose}>{t().common.cancel}</Button>
        <Button kind="primary" disabled={missing} onClick={save}>
          {words.save}
        </Button>
      </footer>
    </Dialog>
  );
}

/** Who sees a mark, said on it. */
export function MarkAudience({ author, sharing }: { author: string; sharing: Sharing }) {
  const room = useRoom();
  const words = audienceWords(room, author, sharing);
  if (author !== room.user.value) {
    return <Badge icon="users">{words}</Badge>;
  }
  return sharing.shared ? (
    <Badge icon="share2" tone="primary">
      {words}
    </Badge>
  ) : (
    <Badge icon="lock">{words}</Badge>
  );
}

export function audienceWords(room: Room, author: string, { shared, named }: Sharing): string {
  const members = room.stream.records.of('member').value;
  const { sharing, notes, common } = t();
  const with_ = groupNames(named, members, sharing.roles, common.formerMember).join('; ');
  if (author !== room.user.value) {
    const who = nameOf(room.stream, author);
    return with_ ? sharing.sharedByWith(who, with_) : notes.sharedBy(who);
  }
  if (!shared) {
    return notes.own;
  }
  return with_ ? sharing.sharedWith(with_) : notes.sharedByYou;
}

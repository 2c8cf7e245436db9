import { t } from '../../i18n';
import type { UserRecord } from '../../records';
import type { Entry } from '../../rules/agenda';
import { me } from '../../sync/session';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import type { PersonAct } from './person-dialog';

interface PersonLineProps {
  entry: Entry<UserRecord>;
  onOpen: (act: PersonAct) => void;
}

/** One person of the office, and what an administrator can do. */
export function PersonLine({ entry, onOpen }: PersonLineProps) {
  const [id, user] = entry;
  const words = t().people;
  const own = id === me.value?.user.id;
  const label = (act: string) => `${act}: ${user.name}`;
  return (
    <li class="line person-line">
      <div class="line-words">
        <p class="line-title">{user.name}</p>
        <p class="small quiet">{[user.title, user.unit].filter(Boolean).join(', ')}</p>
        <p class="small quiet">
          {words.login}: <span class="address">{user.login}</span>
          {own && ` · ${words.you}`}
        </p>
      </div>
      <div class="line-marks">
        <Badge icon={user.role === 'member' ? 'user' : 'keyRound'}>{words.roles[user.role]}</Badge>
        <Badge icon={user.active ? 'circleCheck' : 'lock'} tone={user.active ? 'good' : 'stop'}>
          {user.active ? words.active : words.inactive}
        </Badge>
      </div>
      <div class="line-acts">
        <Button
          size="small"
          kind="quiet"
          icon="pencil"
          label={label(words.edit)}
          onClick={() => onOpen({ what: 'edit', entry })}
        >
          {words.edit}
        </Button>
        <Button
          size="small"
          kind="quiet"
          icon="keyRound"
          label={label(words.setPassword)}
          onClick={() => onOpen({ what: 'password', entry })}
        >
          {words.setPassword}
        </Button>
        {!own && (
          <Button
            size="small"
            kind="quiet"
            icon="lock"
            label={label(user.active ? words.deactivate : words.activate)}
            onClick={() => onOpen({ what: 'lock', entry })}
          >
            {user.active ? words.deactivate : words.activate}
          </Button>
        )}
      </div>
    </li>
  );
}

import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { Known } from '../../rules/people-paste';
import { get, sentence } from '../../sync/api';
import { say } from '../../sync/cabinet';
import type { Stream } from '../../sync/stream';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Choice } from '../../ui/field';
import { Tabs } from '../../ui/tabs';
import { Loading } from '../../ui/waiting';
import type { PlannedMember, Role } from '../../wire';
import { tell } from '../secretary/form-dialog';
import { FromGroup } from './from-group';
import { FromLast } from './from-last';
import { FromList } from './from-list';
import { FromUnit } from './from-unit';
import { SaveGroup } from './save-group';
import './plans.css';

const WAYS = ['unit', 'group', 'list', 'last'] as const;
const ROLES = ['delegate', 'guest'] as const satisfies readonly Role[];

export interface WayProps {
  people: readonly Known[];
  /** Who takes part already. */
  members: ReadonlySet<string>;
  role: Role;
  votes: boolean;
  onChosen: (chosen: PlannedMember[]) => void;
}

/** Several people at once: of a unit, of a list from elsewhere, or those of an earlier meeting. */
export function AddMany({ stream, onClose }: { stream: Stream; onClose: () => void }) {
  const [people, setPeople] = useState<Known[] | null>(null);
  const [way, setWay] = useState<(typeof WAYS)[number]>('unit');
  const [role, setRole] = useState<Role>('delegate');
  const [votes, setVotes] = useState(true);
  const [chosen, setChosen] = useState<PlannedMember[]>([]);
  const [error, setError] = useState('');
  useEffect(() => {
    get<{ users: (Known & { active: boolean })[] }>('/api/users').then(
      answer => setPeople(answer.users.filter(person => person.active)),
      failure => setError(sentence(failure)),
    );
  }, []);
  const choose = (name: (typeof WAYS)[number]) => {
    setWay(name);
    setChosen([]);
  };
  const add = async () => {
    const fault = chosen.length
      ? await tell(stream.id, { type: 'members.add', members: chosen })
      : t().plans.nobodyChosen;
    setError(fault);
    if (!fault) {
      say(t().plans.added(chosen.length));
      onClose();
    }
  };
  const members = new Set(stream.records.of('member').value.keys());
  const common = {
    people: people ?? [],
    members,
    role,
    votes: role === 'delegate' && votes,
    onChosen: setChosen,
  };
  return (
    <Dialog heading={t().plans.many} onClose={onClose} shape="page">
      <div class="stack">
        <Tabs
          label={t().plans.way}
          tabs={WAYS.map(name => ({ name, word: t().plans.ways[name] }))}
          chosen={way}
          onChoose={choose}
        >
          <div class="stack">
            {way !== 'last' && <As role={role} votes={votes} onRole={setRole} onVotes={setVotes} />}
            {!people && !error && <Loading />}
            {people && way === 'unit' && <FromUnit {...common} />}
            {people && way === 'group' && <FromGroup {...common} />}
            {people && way === 'list' && <FromList {...common} />}
            {people && way === 'last' && <FromLast {...common} meeting={stream.id} />}
          </div>
        </Tabs>
        {error && (
          <p class="form-error" role="alert">
            {error}
          </p>
        )}
        <footer class="dialog-foot">
          <SaveGroup people={chosen.map(({ user }) => user)} />
          <Button onClick={onClose}>{t().common.cancel}</Button>
          <Button kind="primary" onClick={add}>
            {t().plans.addAct(chosen.length)}
          </Button>
        </footer>
      </div>
    </Dialog>
  );
}

interface AsProps {
  role: Role;
  votes: boolean;
  onRole: (role: Role) => void;
  onVotes: (votes: boolean) => void;
}

function As({ role, votes, onRole, onVotes }: AsProps) {
  return (
    <>
      <Choice
        label={t().desk.role}
        value={role}
        choices={ROLES.map(name => [name, t().meetings.as[name]] as const)}
        onValue={onRole}
      />
      {role === 'delegate' && (
        <label class="tick">
          <input type="checkbox" checked={votes} onChange={event => onVotes(event.currentTarget.checked)} />
          <span>{t().desk.votes}</span>
        </label>
      )}
    </>
  );
}

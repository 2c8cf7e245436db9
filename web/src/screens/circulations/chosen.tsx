import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import { Button, IconButton } from '../../ui/button';
import { Card } from '../../ui/card';
import { ChoosePeople } from './choose-people';
import { people, peopleFault } from './people';
import type { Plan } from './plan';

interface Props {
  plan: Plan;
  set: (part: Partial<Plan>) => void;
}

/** Whom it goes to, and the way to choose them. */
export function Chosen({ plan, set }: Props) {
  const [open, setOpen] = useState(false);
  const words = t().circulationDesk;
  const known = new Map((people.value ?? []).map(person => [person.id, person]));
  const remove = (user: string) => set({ asked: plan.asked.filter(one => one !== user) });
  return (
    <Card label={words.askedHeading}>
      <div class="row apart">
        <h2>{words.askedHeading}</h2>
        <Button icon="users" onClick={() => setOpen(true)} disabled={people.value === null}>
          {words.choosePeople}
        </Button>
      </div>
      {peopleFault.value && <p class="form-error">{words.onlyOffice}</p>}
      <p class="small figures" role="status">
        {words.askedCount(plan.asked.length)}
      </p>
      <ul class="circulation-chips">
        {plan.asked.map(user => (
          <li key={user}>
            <span>{known.get(user)?.name ?? user}</span>
            <IconButton
              icon="x"
              label={`${t().common.remove}: ${known.get(user)?.name ?? user}`}
              onClick={() => remove(user)}
            />
          </li>
        ))}
      </ul>
      {open && (
        <ChoosePeople
          asked={plan.asked}
          but={plan.tracker}
          onAsked={asked => set({ asked })}
          onClose={() => setOpen(false)}
        />
      )}
    </Card>
  );
}

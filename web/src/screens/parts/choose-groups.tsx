import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import { matches } from '../../rules/names';
import { nameable, unitsOf } from '../../rules/secrecy';
import type { SharingRole } from '../../rules/sharing';
import type { Stream } from '../../sync/stream';
import { Field } from '../../ui/field';
import '../../styles/papers.css';

export interface ChooseGroupsProps {
  stream: Stream;
  /** Roles that can be chosen as a whole. */
  roles: readonly SharingRole[];
  /** A person who is not offered. */
  except?: string;
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
}

/** Roles, units and people of a meeting with a tick each: `role:…`, `unit:…`, `user:…`. */
export function ChooseGroups({ stream, roles, except, chosen, onChoose }: ChooseGroupsProps) {
  const [words, setWords] = useState('');
  const members = stream.records.of('member').value;
  const texts = t().sharing;
  const put = (group: string, wanted: boolean) => {
    const next = new Set(chosen);
    next[wanted ? 'add' : 'delete'](group);
    onChoose(next);
  };
  const one = (group: string, label: string) => (
    <Tick key={group} checked={chosen.has(group)} onTick={wanted => put(group, wanted)}>
      {label}
    </Tick>
  );
  return (
    <>
      <p class="small figures" role="status">
        {texts.chosen(chosen.size)}
      </p>
      <Ticks legend={texts.byRole}>{roles.map(role => one(`role:${role}`, texts.roles[role]))}</Ticks>
      <Field label={texts.find} type="search" value={words} onValue={setWords} />
      <Ticks legend={texts.byUnit}>
        {unitsOf(members)
          .filter(([unit]) => matches(unit, words))
          .map(([unit, people]) => one(`unit:${unit}`, `${unit} (${people})`))}
      </Ticks>
      <Ticks legend={texts.byPerson}>
        {nameable(members)
          .filter(([user, { name, unit }]) => user !== except && matches(`${name} ${unit}`, words))
          .map(([user, { name, unit }]) => one(`user:${user}`, [name, unit].filter(Boolean).join(', ')))}
      </Ticks>
    </>
  );
}

function Ticks({ legend, children }: { legend: string; children: ComponentChildren[] }) {
  if (children.length === 0) {
    return null;
  }
  return (
    <fieldset class="reader-choices">
      <legend>{legend}</legend>
      {children}
    </fieldset>
  );
}

interface TickProps {
  checked: boolean;
  onTick: (wanted: boolean) => void;
  children: ComponentChildren;
}

export function Tick({ checked, onTick, children }: TickProps) {
  return (
    <label class="tick">
      <input type="checkbox" checked={checked} onChange={event => onTick(event.currentTarget.checked)} />
      <span>{children}</span>
    </label>
  );
}

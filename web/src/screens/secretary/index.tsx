import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { t } from '../../i18n';
import type { Stream } from '../../sync/stream';
import { Icon, type IconName } from '../../ui/icon';
import { Ballots } from '../chair/ballots';
import { QuorumMeter } from '../chair/quorum-meter';
import { MinutesDesk } from '../minutes';
import { TopBar } from '../parts/top-bar';
import type { ViewProps } from '../table';
import { Papers } from './papers';
import { Prepare } from './prepare';
import { RollCall } from './roll-call';
import { ScreenLinks } from './screen-links';
import '../../styles/desk.css';

type Section = 'prepare' | 'papers' | 'attendance' | 'votes' | 'minutes' | 'screen';

interface Shown {
  icon: IconName;
  body: ComponentType<{ stream: Stream }>;
}

const SECTIONS: Record<Section, Shown> = {
  prepare: { icon: 'listOrdered', body: Prepare },
  papers: { icon: 'fileUp', body: Papers },
  attendance: { icon: 'users', body: RollCall },
  votes: { icon: 'vote', body: Votes },
  minutes: { icon: 'fileText', body: MinutesDesk },
  screen: { icon: 'monitor', body: ScreenLinks },
};

/** Stays when the secretary looks into the meeting room and comes back. */
const section = signal<Section>('prepare');

/** The secretary's desk: what is prepared, handed out, counted and written down. */
export default function Desk({ stream }: ViewProps) {
  const Body = SECTIONS[section.value].body;
  return (
    <div class="desk">
      <TopBar stream={stream} view="desk" />
      <div class="desk-columns">
        <nav class="desk-sections" aria-label={t().desk.sections}>
          {(Object.keys(SECTIONS) as Section[]).map(name => (
            <SectionButton key={name} name={name} />
          ))}
        </nav>
        <main class="desk-body" key={section.value}>
          <Body stream={stream} />
        </main>
      </div>
      <footer class="console-foot">
        <QuorumMeter stream={stream} />
      </footer>
    </div>
  );
}

function SectionButton({ name }: { name: Section }) {
  const choose = () => {
    section.value = name;
  };
  return (
    <button
      type="button"
      class="desk-section"
      aria-current={section.value === name ? 'page' : undefined}
      onClick={choose}
    >
      <Icon name={SECTIONS[name].icon} />
      <span>{t().desk.section[name]}</span>
    </button>
  );
}

function Votes({ stream }: { stream: Stream }) {
  return (
    <div class="desk-narrow">
      <h2>{t().ballots.heading}</h2>
      <Ballots stream={stream} />
    </div>
  );
}

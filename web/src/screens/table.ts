import type { ComponentType } from 'preact';
import type { Blanks } from '../route';
import type { Stream } from '../sync/stream';
import type { IconName } from '../ui/icon';
import type { Role } from '../wire';

export interface Screen {
  path: string;
  load: () => Promise<{ default: ComponentType<Blanks> }>;
}

/** Every screen of a signed-in person. The first that fits the address is shown. */
export const SCREENS: readonly Screen[] = [
  { path: '/', load: () => import('./meetings') },
  { path: '/letters', load: () => import('./letters/stuck') },
  { path: '/calendar', load: () => import('./calendar') },
  { path: '/documents', load: () => import('./documents') },
  { path: '/documents/:document', load: () => import('./documents/read') },
  { path: '/archive', load: () => import('./archive') },
  { path: '/tasks', load: () => import('./tasks') },
  { path: '/tasks/:task', load: () => import('./tasks/task') },
  { path: '/password', load: () => import('./password') },
  { path: '/people', load: () => import('./admin') },
  { path: '/halls', load: () => import('./halls') },
  { path: '/check-in/:meeting/:code', load: () => import('./check-in') },
  { path: '/changes/:meeting/:fresh/:old', load: () => import('./changes') },
  { path: '/statistics/meetings', load: () => import('./statistics') },
  { path: '/statistics/circulations', load: () => import('./statistics/circulations') },
  { path: '/statistics/tasks', load: () => import('./statistics/tasks') },
  { path: '/circulations', load: () => import('./circulations') },
  { path: '/circulation/:circulation', load: circulation },
  { path: '/circulation/:circulation/:paper', load: circulation },
  { path: '/meeting/:meeting', load: meeting },
  { path: '/meeting/:meeting/:view', load: meeting },
  { path: '/meeting/:meeting/:view/:paper', load: meeting },
];

/** One function for all addresses of a meeting: moving between its views keeps it open. */
function meeting() {
  return import('./meeting');
}

/** The same for a circulation: an answer that is being written stays while its papers are read. */
function circulation() {
  return import('./circulations/circulation');
}

export type ViewName = 'chair' | 'desk' | 'room';

export interface View {
  icon: IconName;
  roles: readonly Role[];
  load: () => Promise<{ default: ComponentType<ViewProps> }>;
}

export interface ViewProps {
  stream: Stream;
  /** A paper that the address asks for. */
  paper?: string;
}

/** The ways to look at one meeting, and for whom; the words are in i18n `views`. */
export const VIEWS: Record<ViewName, View> = {
  chair: { icon: 'gavel', roles: ['chair'], load: () => import('./chair') },
  desk: { icon: 'pencil', roles: ['secretary'], load: () => import('./secretary') },
  room: {
    icon: 'bookOpenText',
    roles: ['chair', 'secretary', 'delegate', 'guest', 'screen'],
    load: () => import('./room'),
  },
};

/** What opens first for each role. */
export const FIRST_VIEW: Record<Role, ViewName> = {
  chair: 'chair',
  secretary: 'desk',
  delegate: 'room',
  guest: 'room',
  screen: 'room',
};

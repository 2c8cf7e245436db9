import type { Dictionary } from '..';
import { assistant, comments, notes, speaking, voting } from './acts';
import { common, link } from './common';
import { attendance, room, tools, views } from './room';
import { meetings, sign } from './sign';

export const en: Dictionary = {
  common,
  link,
  sign,
  meetings,
  views,
  room,
  tools,
  attendance,
  voting,
  speaking,
  comments,
  notes,
  assistant,
};

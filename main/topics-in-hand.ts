import type { Db } from '../data/sql.ts';
import {
  findTopic,
  readState,
  topicByNumber,
  writeState,
  type StoredState,
  type TopicRow,
} from '../data/topics.ts';
import type { TopicState } from '../shared/model/topic.ts';
import { AppError } from '../shared/reply.ts';

/** Topics in hand are looked up once, not at every step of a command and not again at the next tick. */
export type TopicsInHand = {
  /** By id; throws `not_found` for a topic that does not exist. */
  readonly topic: (id: string) => TopicRow;
  readonly topicByNumber: (number: number) => TopicRow;
  /** The state of a topic, by its number, and the event that set it. */
  readonly stored: (topic: number) => StoredState;
  readonly putState: (topic: number, state: TopicState, event: number) => void;
  /** Topics changed themselves: all are read again when next asked for. */
  readonly drop: () => void;
};

/** More than anybody ticks in the weeks that a forecast looks back on. */
const MOST = 8_000;

export const openTopicsInHand = (db: Db): TopicsInHand => {
  const byNumber = new Map<number, TopicRow>();
  const byId = new Map<string, TopicRow>();
  const states = new Map<number, StoredState>();
  const drop = (): void => {
    byNumber.clear();
    byId.clear();
    states.clear();
  };
  const inHand = (row: TopicRow | undefined): TopicRow => {
    if (!row) throw new AppError('not_found', 'This topic does not exist any more.');
    if (byNumber.size >= MOST) drop();
    byNumber.set(row.number, row);
    byId.set(row.id, row);
    return row;
  };
  const stored = (topic: number): StoredState => {
    let known = states.get(topic);
    if (!known) {
      known = readState(db, topic);
      if (byNumber.has(topic)) states.set(topic, known);
    }
    return known;
  };
  return {
    topic: (id) => byId.get(id) ?? inHand(findTopic(db, id)),
    topicByNumber: (number) => byNumber.get(number) ?? inHand(topicByNumber(db, number)),
    stored,
    putState: (topic, state, event) => {
      writeState(db, topic, state, event, stored(topic).event === null);
      if (byNumber.has(topic)) states.set(topic, { state, event });
    },
    drop,
  };
};

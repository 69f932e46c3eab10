import {
  Award,
  BookOpen,
  ChartLine,
  Database,
  Hammer,
  ListTree,
  Route,
  Settings2,
  Signpost,
  Sun,
  type LucideIcon,
} from 'lucide-react';

export type Room = {
  readonly id:
    | 'today'
    | 'roles'
    | 'skills'
    | 'projects'
    | 'certifications'
    | 'journey'
    | 'insights'
    | 'reading'
    | 'data'
    | 'settings';
  readonly icon: LucideIcon;
  readonly group: 'main' | 'system';
};

/** The rooms of the sidebar, in order; only those that exist. */
export const rooms: readonly Room[] = [
  { id: 'today', icon: Sun, group: 'main' },
  { id: 'roles', icon: Signpost, group: 'main' },
  { id: 'skills', icon: ListTree, group: 'main' },
  { id: 'projects', icon: Hammer, group: 'main' },
  { id: 'certifications', icon: Award, group: 'main' },
  { id: 'journey', icon: Route, group: 'main' },
  { id: 'insights', icon: ChartLine, group: 'main' },
  { id: 'reading', icon: BookOpen, group: 'main' },
  { id: 'data', icon: Database, group: 'system' },
  { id: 'settings', icon: Settings2, group: 'system' },
];

export const iconOf = (id: Room['id']): LucideIcon => rooms.find((room) => room.id === id)!.icon;

/** The room that an address belongs to: `/skills/git` to skills. */
export const roomOf = (path: string): string => {
  const first = path.split('/')[1]!;
  // What was done besides stands with the projects.
  if (first === 'experience' || first === 'portfolio') return 'projects';
  return first === '' ? 'today' : first;
};

import { z } from 'zod';
import { id, localDate } from '../model/common.ts';
import { categoryProgress, past, roleProgress, weeksBack, workDays } from '../model/insights.ts';
import { nothing, query } from './shape.ts';

/** What the log says about the past. */
export const insightsProcedures = {
  /** The three bars of a role over time. */
  'insights.role': query(z.strictObject({ role: id, weeks: weeksBack }), roleProgress),
  'insights.categories': query(z.strictObject({ weeks: weeksBack }), categoryProgress),
  'insights.days': query(nothing, workDays),
  /** Today and the roles as they were at the end of a day that is not to come. */
  'past.read': query(z.strictObject({ date: localDate }), past),
};

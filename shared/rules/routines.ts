/** A habit that keeps knowledge current, as far as the calendar is concerned. Days are day numbers. */
export type Routine = {
  readonly everyDays: number;
  readonly doneOn: number | null;
  readonly restsUntil: number | null;
  readonly off: boolean;
};

/**
 * The day on which it comes up: so many days after it was done last, or after the person began; null while it is off. A
 * rest moves it on, and the day on which it was done counts even where a clock ran ahead.
 */
export const routineDue = (routine: Routine, began: number): number | null => {
  if (routine.off) return null;
  return Math.max((routine.doneOn ?? began) + routine.everyDays, routine.restsUntil ?? 0);
};

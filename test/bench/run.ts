import { measureBackup } from './backup.ts';
import { measureBring } from './bring.ts';
import { measureMemory } from './memory.ts';
import { measureClicks } from './page-clicks.ts';
import { measureFiguresPaint } from './page-figures.ts';
import { measureFigures } from './figures.ts';
import { measureFirstScreen } from './first-screen.ts';
import type { Figure } from './measure.ts';
import { measureLook } from './look.ts';
import { measureNavigation } from './page-nav.ts';
import { measureScroll } from './page-scroll.ts';
import { measureTyping } from './page-typing.ts';
import { measureInsights } from './insights.ts';
import { measureInsightsPage } from './page-insights.ts';
import { measureSearch } from './search.ts';
import { measureSteps } from './steps.ts';
import { measureSecondStart } from './second-start.ts';
import { prepare, type Setting } from './setting.ts';
import { measureShellJs } from './shell-js.ts';
import { measureTick } from './tick.ts';

/** What is measured, by the name that picks it on the command line. Each prints one line of JSON per figure. */
const groups: Readonly<Record<string, (setting: Setting) => Figure[] | Promise<Figure[]>>> = {
  /** One tick through the router beside one raw committed UPDATE. */
  tick: measureTick,
  /** The three figures of all roles after a tick. */
  figures: measureFigures,
  /** What Today asks first, cold and warm. */
  'first-screen': measureFirstScreen,
  /** Today's own question, every next step, and the warnings: first, again, and after a tick. */
  steps: measureSteps,
  /** Bringing a list of 10,000 and of 100,000 items. */
  bring: measureBring,
  /** A verified copy of 100,000 topics, and the ticks meanwhile. */
  backup: measureBackup,
  /** Search in the core, as somebody types, and with typing errors; making the index. */
  search: measureSearch,
  /** Five years of events: the charts of Insights in a core that was just opened, and a past day. */
  insights: measureInsights,
  /** A look at a folder of 200,000 files, with the memory that it takes. */
  look: () => measureLook(),
  /** From process start to the printed address. */
  'second-start': measureSecondStart,
  /** In Chromium: a click on a status control, until laid out and until painted. */
  clicks: measureClicks,
  /** In Chromium: a click on Today until the committed figures are painted. */
  'figures-paint': measureFiguresPaint,
  /** In Chromium: a letter in the palette until what was found is painted. */
  typing: measureTyping,
  /** In Chromium: scrolling a list of 20,000. */
  scroll: measureScroll,
  /** In Chromium: navigation to a usable Today. */
  nav: measureNavigation,
  /** In Chromium: a click on Insights, five years of events, until every chart is painted. */
  'insights-page': measureInsightsPage,
  /** Memory of the host and of the page at 100,000 topics. */
  memory: measureMemory,
  /** Size of the JavaScript of the first screen. */
  'shell-js': measureShellJs,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(groups, name));
if (unknown.length > 0) {
  console.error(`There is no group ${unknown.join(', ')}. There are: ${Object.keys(groups).join(', ')}.`);
  process.exit(2);
}
// Only figures go to stdout, whatever a helper has to say.
console.log = console.error;

const start = performance.now();
const setting = prepare();
const all: Figure[] = [];
try {
  for (const [name, measure] of Object.entries(groups)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    const figures = await measure(setting);
    for (const figure of figures) process.stdout.write(`${JSON.stringify(figure)}\n`);
    all.push(...figures);
  }
} finally {
  setting.remove();
}
const misses = all.filter(({ ok }) => !ok).map(({ name, n }) => (n === null ? name : `${name} at ${n}`));
const seconds = Math.round((performance.now() - start) / 1_000);
console.error(
  `${all.length} figures in ${seconds} s, ${misses.length} missed${misses.length > 0 ? `: ${misses.join(', ')}` : ''}.`,
);

import { lazy, Suspense, useEffect } from 'react';
import { Route, Router, Switch } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { Overlays } from './overlays.tsx';
import { ErrorBoundary } from './shell/error-boundary.tsx';
import { Shell } from './shell/shell.tsx';
import { Today } from './today/today.tsx';
import { Page, PageHead } from './ui/page.tsx';
import { ButtonLink } from './ui/button.tsx';
import { Skeleton } from './ui/skeleton.tsx';
import { t } from './words.ts';

// One chunk per room; Today comes with the shell, since it is where people arrive.
const load = {
  roles: () => import('./roles/roles.tsx'),
  role: () => import('./roles/role.tsx'),
  editRole: () => import('./roles/role-editor.tsx'),
  skills: () => import('./skills/skills.tsx'),
  skill: () => import('./skills/skill.tsx'),
  certifications: () => import('./certifications/certifications.tsx'),
  certification: () => import('./certifications/certification.tsx'),
  certificationFacts: () => import('./certifications/facts.tsx'),
  badge: () => import('./certifications/badge.tsx'),
  reviews: () => import('./reviews/reviews.tsx'),
  bring: () => import('./lists/bring.tsx'),
  insights: () => import('./insights/insights.tsx'),
  past: () => import('./insights/past.tsx'),
  projects: () => import('./projects/projects.tsx'),
  project: () => import('./projects/project.tsx'),
  templates: () => import('./projects/templates.tsx'),
  experience: () => import('./experience/experience.tsx'),
  portfolio: () => import('./portfolio/portfolio.tsx'),
  journey: () => import('./journey/journey.tsx'),
  reading: () => import('./reading/reading.tsx'),
  data: () => import('./data/data.tsx'),
  settings: () => import('./settings/settings.tsx'),
  questions: () => import('./chooser/questions.tsx'),
  result: () => import('./chooser/result.tsx'),
  compare: () => import('./compare/compare.tsx'),
  steps: () => import('./steps/steps.tsx'),
  welcome: () => import('./welcome/welcome.tsx'),
  pickRoles: () => import('./welcome/pick-roles.tsx'),
  known: () => import('./welcome/known.tsx'),
};
const Roles = lazy(async () => ({ default: (await load.roles()).Roles }));
const Role = lazy(async () => ({ default: (await load.role()).Role }));
const NewRole = lazy(async () => ({ default: (await load.editRole()).NewRole }));
const EditRole = lazy(async () => ({ default: (await load.editRole()).EditRole }));
const Questions = lazy(async () => ({ default: (await load.questions()).Questions }));
const Result = lazy(async () => ({ default: (await load.result()).Result }));
const Compare = lazy(async () => ({ default: (await load.compare()).Compare }));
const Steps = lazy(async () => ({ default: (await load.steps()).Steps }));
const Skills = lazy(async () => ({ default: (await load.skills()).Skills }));
const Skill = lazy(async () => ({ default: (await load.skill()).Skill }));
const Settings = lazy(async () => ({ default: (await load.settings()).Settings }));
const Welcome = lazy(async () => ({ default: (await load.welcome()).Welcome }));
const PickRoles = lazy(async () => ({ default: (await load.pickRoles()).PickRoles }));
const Known = lazy(async () => ({ default: (await load.known()).Known }));
const Certifications = lazy(async () => ({ default: (await load.certifications()).Certifications }));
const Certification = lazy(async () => ({ default: (await load.certification()).Certification }));
const NewCertification = lazy(async () => ({
  default: (await load.certificationFacts()).NewCertification,
}));
const EditCertification = lazy(async () => ({
  default: (await load.certificationFacts()).EditCertification,
}));
const BringBadge = lazy(async () => ({ default: (await load.badge()).BringBadge }));
const Reviews = lazy(async () => ({ default: (await load.reviews()).Reviews }));
const Bring = lazy(async () => ({ default: (await load.bring()).Bring }));
const Insights = lazy(async () => ({ default: (await load.insights()).Insights }));
const Past = lazy(async () => ({ default: (await load.past()).Past }));
const Projects = lazy(async () => ({ default: (await load.projects()).Projects }));
const Project = lazy(async () => ({ default: (await load.project()).Project }));
const Templates = lazy(async () => ({ default: (await load.templates()).Templates }));
const Experience = lazy(async () => ({ default: (await load.experience()).Experience }));
const Portfolio = lazy(async () => ({ default: (await load.portfolio()).Portfolio }));
const Journey = lazy(async () => ({ default: (await load.journey()).Journey }));
const Reading = lazy(async () => ({ default: (await load.reading()).Reading }));
const Data = lazy(async () => ({ default: (await load.data()).Data }));

/** Fetches the other rooms once the first screen stands, so that going there is instant. */
const usePrefetch = (): void => {
  useEffect(() => {
    const timer = setTimeout(() => void Promise.all(Object.values(load).map((room) => room())), 1_000);
    return () => clearTimeout(timer);
  }, []);
};

const NotFound = () => (
  <Page>
    <PageHead
      title={t('error.lost')}
      actions={
        <ButtonLink variant="primary" href="#/today">
          {t('error.back')}
        </ButtonLink>
      }
    />
  </Page>
);

const Screens = ({ onOpenTab }: AppProps) => {
  const [path] = useHashLocation();
  usePrefetch();
  return (
    <Shell path={path} onOpenTab={onOpenTab}>
      <ErrorBoundary key={path}>
        <Suspense fallback={<Skeleton label={t('app.loading')} />}>
          <Switch>
            <Route path="/" component={Today} />
            <Route path="/today" component={Today} />
            <Route path="/roles" component={Roles} />
            <Route path="/roles/new" component={NewRole} />
            <Route path="/roles/find" component={Questions} />
            <Route path="/roles/find/result" component={Result} />
            <Route path="/roles/compare/:first?/:second?/:third?">
              {(roles) => (
                <Compare asked={Object.values(roles).flatMap((id) => (id ? [decodeURIComponent(id)] : []))} />
              )}
            </Route>
            <Route path="/next" component={Steps} />
            <Route path="/roles/:id/edit">{({ id }) => <EditRole id={decodeURIComponent(id)} />}</Route>
            <Route path="/roles/:id">{({ id }) => <Role id={decodeURIComponent(id)} />}</Route>
            <Route path="/skills">
              <Skills />
            </Route>
            <Route path="/skills/in/:category">{({ category }) => <Skills category={category} />}</Route>
            <Route path="/skills/:id/:topic?">
              {({ id, topic }) => (
                <Skill
                  key={id}
                  id={decodeURIComponent(id)}
                  topic={topic === undefined ? null : decodeURIComponent(topic)}
                />
              )}
            </Route>
            <Route path="/certifications" component={Certifications} />
            <Route path="/certifications/new" component={NewCertification} />
            <Route path="/certifications/badge" component={BringBadge} />
            <Route path="/certifications/:id/facts">
              {({ id }) => <EditCertification id={decodeURIComponent(id)} />}
            </Route>
            <Route path="/certifications/:id">
              {({ id }) => <Certification key={id} id={decodeURIComponent(id)} />}
            </Route>
            <Route path="/settings" component={Settings} />
            <Route path="/start" component={Welcome} />
            <Route path="/start/roles" component={PickRoles} />
            <Route path="/start/known" component={Known} />
            <Route path="/reviews" component={Reviews} />
            <Route path="/bring">
              <Bring />
            </Route>
            <Route path="/bring/:category">
              {({ category }) => <Bring category={decodeURIComponent(category)} />}
            </Route>
            <Route path="/insights" component={Insights} />
            <Route path="/insights/past" component={Past} />
            <Route path="/projects">
              <Projects view="list" />
            </Route>
            <Route path="/projects/board">
              <Projects view="board" />
            </Route>
            <Route path="/projects/templates" component={Templates} />
            <Route path="/projects/:id">{({ id }) => <Project key={id} id={decodeURIComponent(id)} />}</Route>
            <Route path="/experience/:id?">
              {({ id }) => <Experience {...(id !== undefined && { place: decodeURIComponent(id) })} />}
            </Route>
            <Route path="/portfolio" component={Portfolio} />
            <Route path="/journey" component={Journey} />
            <Route path="/reading">
              <Reading />
            </Route>
            <Route path="/reading/:section">{({ section }) => <Reading section={section} />}</Route>
            <Route path="/data" component={Data} />
            <Route component={NotFound} />
          </Switch>
        </Suspense>
      </ErrorBoundary>
    </Shell>
  );
};

type AppProps = Readonly<{
  /** Opens the product in another tab; null where the host has none. */
  onOpenTab: (() => void) | null;
}>;

export const App = ({ onOpenTab }: AppProps) => (
  <Router hook={useHashLocation}>
    <Screens onOpenTab={onOpenTab} />
    <Overlays />
  </Router>
);

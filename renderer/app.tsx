import { Suspense, useEffect } from 'react';
import { Route, Router, Switch } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { Overlays } from './overlays.tsx';
import { fetched } from './fetched.tsx';
import { ErrorBoundary } from './shell/error-boundary.tsx';
import { Shell } from './shell/shell.tsx';
import { Today } from './today/today.tsx';
import { Page, PageHead } from './ui/page.tsx';
import { ButtonLink } from './ui/button.tsx';
import { Skeleton } from './ui/skeleton.tsx';
import { t } from './words.ts';

// One chunk per room; Today comes with the shell, since it is where people arrive.
const Roles = fetched(async () => (await import('./roles/roles.tsx')).Roles);
const Role = fetched(async () => (await import('./roles/role.tsx')).Role);
const NewRole = fetched(async () => (await import('./roles/role-editor.tsx')).NewRole);
const EditRole = fetched(async () => (await import('./roles/role-editor.tsx')).EditRole);
const ForkRole = fetched(async () => (await import('./roles/role-editor.tsx')).ForkRole);
const Questions = fetched(async () => (await import('./chooser/questions.tsx')).Questions);
const Result = fetched(async () => (await import('./chooser/result.tsx')).Result);
const Compare = fetched(async () => (await import('./compare/compare.tsx')).Compare);
const Steps = fetched(async () => (await import('./steps/steps.tsx')).Steps);
const Skills = fetched(async () => (await import('./skills/skills.tsx')).Skills);
const Skill = fetched(async () => (await import('./skills/skill.tsx')).Skill);
const Settings = fetched(async () => (await import('./settings/settings.tsx')).Settings);
const Welcome = fetched(async () => (await import('./welcome/welcome.tsx')).Welcome);
const PickRoles = fetched(async () => (await import('./welcome/pick-roles.tsx')).PickRoles);
const Known = fetched(async () => (await import('./welcome/known.tsx')).Known);
const Certifications = fetched(
  async () => (await import('./certifications/certifications.tsx')).Certifications,
);
const Certification = fetched(async () => (await import('./certifications/certification.tsx')).Certification);
const NewCertification = fetched(async () => (await import('./certifications/facts.tsx')).NewCertification);
const EditCertification = fetched(async () => (await import('./certifications/facts.tsx')).EditCertification);
const BringBadge = fetched(async () => (await import('./certifications/badge.tsx')).BringBadge);
const Reviews = fetched(async () => (await import('./reviews/reviews.tsx')).Reviews);
const Bring = fetched(async () => (await import('./lists/bring.tsx')).Bring);
const Insights = fetched(async () => (await import('./insights/insights.tsx')).Insights);
const Past = fetched(async () => (await import('./insights/past.tsx')).Past);
const Projects = fetched(async () => (await import('./projects/projects.tsx')).Projects);
const Project = fetched(async () => (await import('./projects/project.tsx')).Project);
const Templates = fetched(async () => (await import('./projects/templates.tsx')).Templates);
const Experience = fetched(async () => (await import('./experience/experience.tsx')).Experience);
const Portfolio = fetched(async () => (await import('./portfolio/portfolio.tsx')).Portfolio);
const Journey = fetched(async () => (await import('./journey/journey.tsx')).Journey);
const Reading = fetched(async () => (await import('./reading/reading.tsx')).Reading);
const Data = fetched(async () => (await import('./data/data.tsx')).Data);

const rooms = [
  Roles,
  Role,
  NewRole,
  EditRole,
  ForkRole,
  Questions,
  Result,
  Compare,
  Steps,
  Skills,
  Skill,
  Settings,
  Welcome,
  PickRoles,
  Known,
  Certifications,
  Certification,
  NewCertification,
  EditCertification,
  BringBadge,
  Reviews,
  Bring,
  Insights,
  Past,
  Projects,
  Project,
  Templates,
  Experience,
  Portfolio,
  Journey,
  Reading,
  Data,
];

/** Fetches the other rooms once the first screen stands, so that going there is instant. */
const usePrefetch = (): void => {
  useEffect(() => {
    const timer = setTimeout(() => void Promise.all(rooms.map((room) => room.fetch())), 1_000);
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
            <Route path="/roles/:id/fork">{({ id }) => <ForkRole id={decodeURIComponent(id)} />}</Route>
            <Route path="/roles/:id/line/:group">
              {({ id, group }) => (
                <Role key={group} id={decodeURIComponent(id)} line={decodeURIComponent(group)} />
              )}
            </Route>
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
            <Route path="/reading/:section/:item?">
              {({ section, item }) => (
                <Reading section={section} {...(item !== undefined && { item: decodeURIComponent(item) })} />
              )}
            </Route>
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

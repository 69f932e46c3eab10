/** In the order in which they are proposed. */
export const TECHNOLOGY_KINDS = ['language', 'framework', 'tool'] as const;
type TechnologyKind = (typeof TECHNOLOGY_KINDS)[number];

/** A language, framework or tool by the name that people know it by, which is looked up among names and aliases of skills. */
export type Technology = { readonly name: string; readonly kind: TechnologyKind };

export const language = (name: string): Technology => ({ name, kind: 'language' });
export const framework = (name: string): Technology => ({ name, kind: 'framework' });
export const tool = (name: string): Technology => ({ name, kind: 'tool' });

const html = language('HTML and CSS');
const sql = language('SQL');
export const nodejs = tool('Node.js');
const compose = tool('Docker Compose');
const docker = tool('Docker');
const openApi = tool('OpenAPI');

/** By the end of a file's name, in lower case, without the dot. */
export const byEnding: ReadonlyMap<string, Technology> = new Map([
  ...['py', 'pyi', 'ipynb'].map((end) => [end, language('Python')] as const),
  ...['js', 'mjs', 'cjs', 'jsx'].map((end) => [end, language('JavaScript')] as const),
  ...['ts', 'mts', 'cts', 'tsx'].map((end) => [end, language('TypeScript')] as const),
  ...['html', 'htm', 'css', 'scss', 'sass', 'less'].map((end) => [end, html] as const),
  ...['c', 'h'].map((end) => [end, language('C')] as const),
  ...['cpp', 'cc', 'cxx', 'hpp', 'hh'].map((end) => [end, language('C++')] as const),
  ...['kt', 'kts'].map((end) => [end, language('Kotlin')] as const),
  ...['ex', 'exs'].map((end) => [end, language('Elixir')] as const),
  ...['sh', 'bash', 'zsh'].map((end) => [end, language('shell scripting')] as const),
  ...['graphql', 'gql', 'graphqls'].map((end) => [end, tool('GraphQL')] as const),
  ...['tf', 'tfvars'].map((end) => [end, tool('Terraform')] as const),
  ['java', language('Java')],
  ['rb', language('Ruby')],
  ['php', language('PHP')],
  ['cs', language('C#')],
  ['fs', language('F#')],
  ['go', language('Go')],
  ['rs', language('Rust')],
  ['swift', language('Swift')],
  ['scala', language('Scala')],
  ['clj', language('Clojure')],
  ['hs', language('Haskell')],
  ['erl', language('Erlang')],
  ['dart', language('Dart')],
  ['lua', language('Lua')],
  ['zig', language('Zig')],
  ['r', language('R')],
  ['pl', language('Perl')],
  ['ps1', language('PowerShell')],
  ['sql', sql],
  ['plsql', tool('PL/SQL')],
  ['proto', tool('gRPC')],
  ['vue', framework('Vue.js')],
  ['svelte', framework('Svelte')],
  ['bicep', tool('Bicep')],
]);

/** By the whole name of a file, in lower case. */
export const byFileName: ReadonlyMap<string, Technology> = new Map([
  ...['dockerfile', 'containerfile', '.dockerignore'].map((name) => [name, docker] as const),
  ...['docker-compose.yml', 'docker-compose.yaml', 'compose.yml', 'compose.yaml'].map(
    (name) => [name, compose] as const,
  ),
  ...['openapi.yaml', 'openapi.yml', 'openapi.json', 'swagger.yaml', 'swagger.yml', 'swagger.json'].map(
    (name) => [name, openApi] as const,
  ),
  ...['.nvmrc', '.node-version'].map((name) => [name, nodejs] as const),
  ...['serverless.yml', 'serverless.yaml'].map((name) => [name, tool('Serverless')] as const),
  ...['kustomization.yaml', 'kustomization.yml'].map((name) => [name, tool('Kustomize')] as const),
  ...['prometheus.yml', 'prometheus.yaml'].map((name) => [name, tool('Prometheus')] as const),
  ...['renovate.json', '.renovaterc', '.renovaterc.json'].map((name) => [name, tool('Renovate')] as const),
  ['manage.py', framework('Django')],
  ['artisan', framework('Laravel')],
  ['angular.json', framework('Angular')],
  ['alembic.ini', tool('Alembic')],
  ['schema.prisma', tool('Prisma')],
  ['chart.yaml', tool('Helm')],
  ['pulumi.yaml', tool('Pulumi')],
  ['ansible.cfg', tool('Ansible')],
  ['nginx.conf', tool('Nginx')],
  ['caddyfile', tool('Caddy')],
  ['haproxy.cfg', tool('HAProxy')],
  ['dbt_project.yml', tool('dbt')],
  ['dependabot.yml', tool('Dependabot')],
  ['bruno.json', tool('Bruno')],
  ['pom.xml', tool('Maven')],
  ['build.gradle', tool('Gradle')],
  ['build.gradle.kts', tool('Gradle')],
]);

/** By the name of a file or a folder that runs the checks of a project. */
export const byPipeline: readonly (readonly [pattern: RegExp, technology: Technology])[] = [
  [/^\.github\/workflows\/[^/]+\.ya?ml$/i, tool('GitHub Actions')],
  [/^\.(?:gitea|forgejo)\/workflows\/[^/]+\.ya?ml$/i, tool('Forgejo Actions')],
  [/^\.gitlab-ci\.ya?ml$/i, tool('GitLab CI')],
  [/^(?:[^/]+\/)?jenkinsfile$/i, tool('Jenkins')],
  [/^\.circleci\/config\.ya?ml$/i, tool('CircleCI')],
  [/^\.travis\.ya?ml$/i, tool('Travis CI')],
  [/^azure-pipelines\.ya?ml$/i, tool('Azure Pipelines')],
  [/^bitbucket-pipelines\.ya?ml$/i, tool('Bitbucket Pipelines')],
  [/^\.(?:drone|woodpecker)\.ya?ml$/i, tool('Woodpecker CI')],
];

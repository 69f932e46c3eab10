/** What names of files and packages say of skills. The words on the right are looked up among names and aliases of skills. */

/** By the end of a file's name, in lower case. */
export const endings: Readonly<Record<string, string>> = {
  py: 'Python',
  js: 'JavaScript',
  mjs: 'JavaScript',
  cjs: 'JavaScript',
  jsx: 'React',
  ts: 'TypeScript',
  tsx: 'React',
  java: 'Java',
  go: 'Go',
  rb: 'Ruby',
  php: 'PHP',
  cs: 'C#',
  sql: 'SQL',
  graphql: 'GraphQL',
  gql: 'GraphQL',
  proto: 'gRPC',
  tf: 'Terraform',
  sh: 'bash',
  vue: 'Vue.js',
  css: 'CSS',
};

/** By the whole name, in lower case. */
export const fileNames: Readonly<Record<string, string>> = {
  dockerfile: 'Docker',
  containerfile: 'Docker',
  'docker-compose.yml': 'Docker Compose',
  'docker-compose.yaml': 'Docker Compose',
  'compose.yml': 'Docker Compose',
  'compose.yaml': 'Docker Compose',
  jenkinsfile: 'Jenkins',
  '.gitlab-ci.yml': 'GitLab CI/CD',
  '.travis.yml': 'Travis CI',
  'azure-pipelines.yml': 'Azure Pipelines',
  'chart.yaml': 'Helm',
  'kustomization.yaml': 'Kustomize',
  'openapi.yaml': 'OpenAPI',
  'openapi.yml': 'OpenAPI',
  'openapi.json': 'OpenAPI',
  'swagger.json': 'OpenAPI',
  'swagger.yaml': 'OpenAPI',
  'serverless.yml': 'serverless',
  'nginx.conf': 'Nginx',
  'prometheus.yml': 'Prometheus',
  'alembic.ini': 'Alembic',
  'schema.prisma': 'Prisma',
  'manage.py': 'Django',
};

/** By the name of a package in a manifest; a name that ends in `*` stands for all that begin so. */
export const packages: Readonly<Record<string, string>> = {
  express: 'Express.js',
  '@nestjs/*': 'NestJS',
  react: 'React',
  vue: 'Vue.js',
  '@angular/*': 'Angular',
  django: 'Django',
  djangorestframework: 'Django',
  flask: 'Flask',
  fastapi: 'FastAPI',
  rails: 'Rails',
  'laravel/framework': 'Laravel',
  'spring-boot*': 'Spring Boot',
  'microsoft.aspnetcore*': 'ASP.NET Core',
  pg: 'PostgreSQL',
  'psycopg*': 'PostgreSQL',
  asyncpg: 'PostgreSQL',
  postgresql: 'PostgreSQL',
  npgsql: 'PostgreSQL',
  'github.com/jackc/pgx*': 'PostgreSQL',
  'github.com/lib/pq': 'PostgreSQL',
  mysql: 'MySQL',
  mysql2: 'MySQL',
  'mysql-connector*': 'MySQL',
  mongodb: 'MongoDB',
  mongoose: 'MongoDB',
  pymongo: 'MongoDB',
  redis: 'Redis',
  ioredis: 'Redis',
  'github.com/redis/*': 'Redis',
  sqlalchemy: 'SQLAlchemy',
  sequelize: 'Sequelize',
  typeorm: 'TypeORM',
  'drizzle-orm': 'Drizzle',
  prisma: 'Prisma',
  'hibernate*': 'Hibernate',
  flyway: 'Flyway',
  'flyway-core': 'Flyway',
  alembic: 'Alembic',
  graphql: 'GraphQL',
  '@apollo/*': 'GraphQL',
  '@grpc/*': 'gRPC',
  grpcio: 'gRPC',
  'google.golang.org/grpc': 'gRPC',
  ws: 'WebSocket',
  'socket.io': 'Socket.IO',
  kafkajs: 'Kafka',
  'kafka-python': 'Kafka',
  'confluent-kafka': 'Kafka',
  amqplib: 'RabbitMQ',
  pika: 'RabbitMQ',
  celery: 'Celery',
  bullmq: 'BullMQ',
  sidekiq: 'Sidekiq',
  jest: 'unit testing',
  vitest: 'unit testing',
  mocha: 'unit testing',
  pytest: 'unit testing',
  rspec: 'unit testing',
  'junit*': 'unit testing',
  'org.junit.*': 'unit testing',
  'phpunit/phpunit': 'unit testing',
  xunit: 'unit testing',
  testcontainers: 'Testcontainers',
  supertest: 'Supertest',
  '@playwright/*': 'Playwright',
  playwright: 'Playwright',
  cypress: 'Cypress',
  selenium: 'Selenium',
  jsonwebtoken: 'JWT',
  pyjwt: 'JWT',
  '@opentelemetry/*': 'OpenTelemetry',
  'opentelemetry-*': 'OpenTelemetry',
  'prom-client': 'Prometheus',
  prometheus_client: 'Prometheus',
  pino: 'logging',
  winston: 'logging',
  structlog: 'logging',
  boto3: 'AWS',
  '@aws-sdk/*': 'AWS',
  '@google-cloud/*': 'Google Cloud',
  '@azure/*': 'Azure',
  '@elastic/*': 'Elasticsearch',
  elasticsearch: 'Elasticsearch',
  openai: 'LLM',
};

/** The word that a package stands for; undefined for one that says nothing. */
export const wordOfPackage = (name: string): string | undefined => {
  const low = name.toLowerCase();
  if (Object.hasOwn(packages, low)) return packages[low];
  return Object.entries(packages).find(([key]) => key.endsWith('*') && low.startsWith(key.slice(0, -1)))?.[1];
};

/** Folders that hold what others wrote or what a build made; nothing in them is looked at. */
export const foreignFolders: ReadonlySet<string> = new Set([
  '.git',
  'node_modules',
  'bower_components',
  'vendor',
  'third_party',
  'target',
  'dist',
  'build',
  'out',
  '.next',
  '.nuxt',
  '.gradle',
  '.tox',
  '.venv',
  'venv',
  '__pycache__',
  'site-packages',
  'coverage',
]);

/** Manifests that list packages, and that alone are read besides the README. */
export const manifests: ReadonlySet<string> = new Set([
  'package.json',
  'requirements.txt',
  'pyproject.toml',
  'pipfile',
  'go.mod',
  'gemfile',
  'composer.json',
  'pom.xml',
  'build.gradle',
  'build.gradle.kts',
]);

/** Whether a file holds tests, by its path below the folder, with slashes, in lower case. */
export const isTest = (path: string): boolean =>
  /(^|\/)(tests?|specs?|__tests__)\//.test(path) ||
  /(^|\/)test_[^/]+\.py$/.test(path) ||
  /[._-](test|tests|spec)\.[a-z]+$/.test(path) ||
  /(test|tests|spec)\.(java|kt|cs|php|scala)$/.test(path);

/** Whether a file describes what runs on every change. */
export const isPipeline = (path: string): boolean =>
  /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path) ||
  /^(\.gitlab-ci\.yml|\.travis\.yml|jenkinsfile|azure-pipelines\.yml|\.circleci\/config\.yml|bitbucket-pipelines\.yml)$/.test(
    path,
  );

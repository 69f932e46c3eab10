import { framework, language, nodejs, tool, type Technology } from './technologies.ts';

/** Names of packages, in lower case, and what they are or belong to. One that ends in `*` stands for all that begin so. */
const javascript: readonly (readonly [string, ...Technology[]])[] = [
  ['express', framework('Express.js'), nodejs],
  ['fastify', framework('Fastify'), nodejs],
  ['koa', framework('Koa'), nodejs],
  ['hono', framework('Hono'), nodejs],
  ['@nestjs/*', framework('NestJS'), nodejs],
  ['@types/node', nodejs],
  ['react', framework('React')],
  ['next', framework('Next.js')],
  ['vue', framework('Vue.js')],
  ['nuxt', framework('Nuxt')],
  ['@angular/core', framework('Angular')],
  ['svelte', framework('Svelte')],
  ['vite', tool('Vite')],
  ['webpack', tool('webpack')],
  ['typescript', language('TypeScript')],
  ['mongoose', tool('MongoDB')],
  ['mongodb', tool('MongoDB')],
  ['pg', tool('PostgreSQL')],
  ['mysql2', tool('MySQL')],
  ['mssql', tool('SQL Server')],
  ['oracledb', tool('Oracle DB')],
  ['better-sqlite3', tool('SQLite')],
  ['sqlite3', tool('SQLite')],
  ['redis', tool('Redis')],
  ['ioredis', tool('Redis')],
  ['@elastic/*', tool('Elasticsearch')],
  ['prisma', tool('Prisma')],
  ['@prisma/client', tool('Prisma')],
  ['sequelize', tool('Sequelize')],
  ['typeorm', tool('TypeORM')],
  ['drizzle-orm', tool('Drizzle')],
  ['graphql', tool('GraphQL')],
  ['@apollo/*', tool('Apollo')],
  ['@grpc/*', tool('gRPC')],
  ['socket.io', tool('Socket.IO')],
  ['ws', tool('WebSocket')],
  ['amqplib', tool('RabbitMQ')],
  ['kafkajs', tool('Kafka')],
  ['bullmq', tool('BullMQ')],
  ['jsonwebtoken', tool('JWT')],
  ['jose', tool('JWT')],
  ['openid-client', tool('OpenID Connect')],
  ['jest', tool('Jest')],
  ['vitest', tool('Vitest')],
  ['supertest', tool('Supertest')],
  ['playwright', tool('Playwright')],
  ['@playwright/test', tool('Playwright')],
  ['cypress', tool('Cypress')],
  ['@pact-foundation/*', tool('Pact')],
  ['testcontainers', tool('Testcontainers')],
  ['prom-client', tool('Prometheus')],
  ['@opentelemetry/*', tool('OpenTelemetry')],
  ['pino', tool('logging')],
  ['winston', tool('logging')],
  ['aws-sdk', tool('AWS')],
  ['@aws-sdk/*', tool('AWS')],
  ['aws-cdk-lib', tool('AWS CDK')],
  ['@azure/*', tool('Azure')],
  ['@google-cloud/*', tool('Google Cloud')],
  ['openai', tool('LLM')],
  ['@anthropic-ai/sdk', tool('LLM')],
  ['@modelcontextprotocol/sdk', tool('Model Context Protocol')],
];

const python: typeof javascript = [
  ['django', framework('Django')],
  ['djangorestframework', framework('Django REST Framework')],
  ['flask', framework('Flask')],
  ['fastapi', framework('FastAPI')],
  ['starlette', framework('Starlette')],
  ['pydantic', tool('Pydantic')],
  ['sqlalchemy', tool('SQLAlchemy')],
  ['alembic', tool('Alembic')],
  ['psycopg', tool('PostgreSQL')],
  ['psycopg2', tool('PostgreSQL')],
  ['psycopg2-binary', tool('PostgreSQL')],
  ['asyncpg', tool('PostgreSQL')],
  ['mysqlclient', tool('MySQL')],
  ['pymysql', tool('MySQL')],
  ['pymongo', tool('MongoDB')],
  ['redis', tool('Redis')],
  ['elasticsearch', tool('Elasticsearch')],
  ['celery', tool('Celery')],
  ['pika', tool('RabbitMQ')],
  ['kafka-python', tool('Kafka')],
  ['confluent-kafka', tool('Kafka')],
  ['strawberry-graphql', tool('GraphQL')],
  ['graphene', tool('GraphQL')],
  ['grpcio', tool('gRPC')],
  ['pyjwt', tool('JWT')],
  ['authlib', tool('OAuth 2.0')],
  ['pytest', tool('pytest')],
  ['locust', tool('Locust')],
  ['selenium', tool('Selenium')],
  ['playwright', tool('Playwright')],
  ['testcontainers', tool('Testcontainers')],
  ['prometheus-client', tool('Prometheus')],
  ['opentelemetry-*', tool('OpenTelemetry')],
  ['structlog', tool('logging')],
  ['boto3', tool('AWS')],
  ['azure-*', tool('Azure')],
  ['google-cloud-*', tool('Google Cloud')],
  ['apache-airflow', tool('Airflow')],
  ['openai', tool('LLM')],
  ['anthropic', tool('LLM')],
  ['mcp', tool('Model Context Protocol')],
  ['pgvector', tool('pgvector')],
];

const java: typeof javascript = [
  ['spring-boot*', framework('Spring Boot')],
  ['org.springframework.boot', framework('Spring Boot')],
  ['quarkus-*', framework('Quarkus')],
  ['micronaut-*', framework('Micronaut')],
  ['hibernate-core', tool('Hibernate')],
  ['spring-boot-starter-data-jpa', tool('JPA')],
  ['spring-boot-starter-oauth2-*', tool('OAuth 2.0')],
  ['flyway-*', tool('Flyway')],
  ['liquibase-core', tool('Liquibase')],
  ['postgresql', tool('PostgreSQL')],
  ['mysql-connector-j', tool('MySQL')],
  ['mssql-jdbc', tool('SQL Server')],
  ['ojdbc*', tool('Oracle DB')],
  ['mongodb-driver-sync', tool('MongoDB')],
  ['jedis', tool('Redis')],
  ['lettuce-core', tool('Redis')],
  ['kafka-clients', tool('Kafka')],
  ['spring-kafka', tool('Kafka')],
  ['spring-rabbit', tool('RabbitMQ')],
  ['grpc-*', tool('gRPC')],
  ['resilience4j-*', tool('Resilience4j')],
  ['quartz', tool('Quartz')],
  ['junit-jupiter*', tool('JUnit')],
  ['junit', tool('JUnit')],
  ['rest-assured', tool('REST Assured')],
  ['testcontainers', tool('Testcontainers')],
  ['micrometer-registry-prometheus', tool('Prometheus')],
];

const ruby: typeof javascript = [
  ['rails', framework('Ruby on Rails')],
  ['sinatra', framework('Sinatra')],
  ['pg', tool('PostgreSQL')],
  ['mysql2', tool('MySQL')],
  ['redis', tool('Redis')],
  ['sidekiq', tool('Sidekiq')],
  ['rspec', tool('RSpec')],
  ['rspec-rails', tool('RSpec')],
  ['graphql', tool('GraphQL')],
  ['jwt', tool('JWT')],
];

const php: typeof javascript = [
  ['laravel/framework', framework('Laravel')],
  ['symfony/*', framework('Symfony')],
  ['doctrine/orm', tool('ORM')],
  ['predis/predis', tool('Redis')],
  ['phpunit/phpunit', tool('PHPUnit')],
];

const go: typeof javascript = [
  ['github.com/gin-gonic/gin', framework('Gin')],
  ['github.com/labstack/echo*', framework('Echo')],
  ['github.com/gofiber/fiber*', framework('Fiber')],
  ['github.com/go-chi/chi*', framework('chi')],
  ['github.com/jackc/pgx*', tool('PostgreSQL')],
  ['github.com/lib/pq', tool('PostgreSQL')],
  ['github.com/go-sql-driver/mysql', tool('MySQL')],
  ['go.mongodb.org/mongo-driver*', tool('MongoDB')],
  ['github.com/redis/go-redis*', tool('Redis')],
  ['gorm.io/gorm', tool('ORM')],
  ['google.golang.org/grpc', tool('gRPC')],
  ['github.com/segmentio/kafka-go', tool('Kafka')],
  ['github.com/rabbitmq/amqp091-go', tool('RabbitMQ')],
  ['github.com/golang-jwt/jwt*', tool('JWT')],
  ['github.com/prometheus/client_golang', tool('Prometheus')],
  ['go.opentelemetry.io/*', tool('OpenTelemetry')],
  ['github.com/aws/aws-sdk-go*', tool('AWS')],
];

const dotnet: typeof javascript = [
  ['microsoft.net.sdk.web', framework('ASP.NET Core')],
  ['microsoft.aspnetcore.*', framework('ASP.NET Core')],
  ['microsoft.entityframeworkcore*', tool('Entity Framework')],
  ['npgsql*', tool('PostgreSQL')],
  ['stackexchange.redis', tool('Redis')],
  ['xunit', tool('xUnit')],
  ['polly', tool('Polly')],
  ['serilog*', tool('logging')],
  ['masstransit*', tool('message broker')],
];

/** Where a package comes from; the same name means different things in different ones. */
export const ECOSYSTEMS = { javascript, python, java, ruby, php, go, dotnet } as const;
export type Ecosystem = keyof typeof ECOSYSTEMS;

type Packages = {
  readonly exact: ReadonlyMap<string, readonly Technology[]>;
  readonly beginnings: readonly (readonly [string, readonly Technology[]])[];
};
const packages = new Map<Ecosystem, Packages>(
  Object.entries(ECOSYSTEMS).map(([name, rows]) => [
    name as Ecosystem,
    {
      exact: new Map(
        rows.filter(([key]) => !key.endsWith('*')).map(([key, ...technologies]) => [key, technologies]),
      ),
      beginnings: rows
        .filter(([key]) => key.endsWith('*'))
        .map(([key, ...technologies]) => [key.slice(0, -1), technologies]),
    },
  ]),
);

/** What a package is or belongs to. Names are compared in lower case, with `_` as `-` where Python takes them as one. */
export const technologiesOf = (ecosystem: Ecosystem, name: string): readonly Technology[] => {
  const folded = ecosystem === 'python' ? name.toLowerCase().replaceAll(/[._]/g, '-') : name.toLowerCase();
  const { exact, beginnings } = packages.get(ecosystem)!;
  return [
    ...(exact.get(folded) ?? []),
    ...beginnings.filter(([begins]) => folded.startsWith(begins)).flatMap(([, technologies]) => technologies),
  ];
};

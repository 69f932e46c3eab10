import { serveJob } from '../../../main/jobs/job-thread.ts';
import { testKinds } from './kinds.ts';

serveJob(testKinds);

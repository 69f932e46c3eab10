import { serveJob } from './job-thread.ts';
import { jobKinds } from './kinds.ts';

serveJob(jobKinds);

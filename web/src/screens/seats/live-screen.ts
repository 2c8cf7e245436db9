/** Fetched when somebody opens the plan. */
export { LivePlan as default } from './live';

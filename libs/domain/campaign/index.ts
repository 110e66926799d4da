export * from './campaign.ts';
export { decideCampaign, evolveCampaign, NO_CAMPAIGN, type Offices } from './decider.ts';
export * from './reminders.ts';

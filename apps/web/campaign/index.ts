export { CampaignSwitch } from './campaign-switch.tsx';
export { chooseCampaign, useCampaignOfPage } from './choice.ts';
export { currentOf } from './current.ts';
export { campaignTerm } from './campaign-term.ts';

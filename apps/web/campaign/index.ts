export { CampaignSwitch } from './campaign-switch.tsx';
export { chooseCampaign, useCampaignOfPage, useChoosing } from './choice.ts';
export { currentOf } from './current.ts';
export { campaignTerm } from './campaign-term.ts';

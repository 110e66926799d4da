export { chinaMinute, dayOf, daysBetween, minuteOf, shortDay, urgencyOf, type Urgency } from './days.ts';
export { grouped, ungrouped } from './money.ts';
export { DECISION_TERMS, FORM_TITLES, KIND_TERMS, SEVERITY_TERMS, STATE_COLOURS } from './terms.ts';
export { spreadText } from './spread.ts';
export { stepsText } from './steps.ts';
export { targetText } from './target-text.ts';

import { type Form } from '#form';
import { type Office } from './commands.ts';
import { type Stated } from './events.ts';

export interface Register {
  unit: Office;
  department: Office;
  fiscalYear: number;
}

/**
 * Unit, department and year come from the register and the campaign; what the document said instead is kept beside
 * the form, where screening warns of it.
 */
export function adopt(form: Form, register: Register): { form: Form; stated: Stated } {
  const stated: Stated = {};
  if (differs(form.unitName, register.unit.name)) stated.unitName = form.unitName;
  if (differs(form.department, register.department.name)) stated.department = form.department;
  if (form.fiscalYear !== undefined && form.fiscalYear !== register.fiscalYear)
    stated.fiscalYear = String(form.fiscalYear);
  return {
    form: {
      ...form,
      unitName: register.unit.name,
      department: register.department.name,
      fiscalYear: register.fiscalYear,
    },
    stated,
  };
}

const differs = (stated: string | undefined, registered: string): stated is string =>
  stated !== undefined && stated !== registered;

import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { NotFound } from '#application';
import { writeTables, type SheetColumn } from '#documents';
import { type BudgetGate, type CampaignProgress } from '#contracts';
import { budgetGate, campaignProgress } from '#read-models';
import { AfterQuery, GateQuery } from '../bodies/queries.ts';
import { AtDoor, type Door } from '../commands/index.ts';
import { Reader } from '../lists/reader.ts';
import { allPages } from './all-pages.ts';
import { sendFile } from './send-file.ts';

const MOST = 10_000;

/** 进度、预算安排条件文件: the figures of 进度 as workbooks. */
@ApiTags('申报表文件')
@Controller('api')
export class OverviewFilesController {
  constructor(private readonly reader: Reader) {}

  @Get('campaigns/:id/progress.xlsx')
  async progress(
    @AtDoor() door: Door,
    @Param('id') campaign: string,
    @Query() { after }: AfterQuery,
  ): Promise<void> {
    const scope = this.reader.scopeOf(door);
    await this.reader.fresh(door, 'campaign-progress', after);
    const day = this.reader.today();
    const found = await campaignProgress(this.reader.readModels.db, { campaign, day }, scope);
    if (!found) throw new NotFound('campaign');
    const name = `${found.campaign.name}进度${day}`;
    const title = `${found.campaign.name}进度（${day}）`;
    const rows = found.departments.map((one) => DEPARTMENT_COLUMNS.map(([, textOf]) => textOf(one, day)));
    const columns = DEPARTMENT_COLUMNS.map(([column]) => column);
    const states = found.states.map(({ label, count, amount }) => [label, String(count), amount]);
    const bytes = writeTables([
      { name: '各部门', title, columns, rows },
      { name: '各状态', title, columns: STATE_COLUMNS, rows: states },
    ]);
    await sendFile(door, { name, format: 'xlsx', bytes });
  }

  @Get('budget-gate/list.xlsx')
  async gate(@AtDoor() door: Door, @Query() query: GateQuery): Promise<void> {
    const { campaign, department, after } = query;
    const scope = this.reader.scopeOf(door);
    await this.reader.fresh(door, 'budget-gate', after);
    const { db } = this.reader.readModels;
    const items = await allPages((page) => budgetGate(db, { campaign, department }, scope, page), MOST);
    const day = this.reader.today();
    const title = `未具备预算安排条件的绩效目标（${day}，共 ${items.length} 个）`;
    const columns = GATE_COLUMNS.map(([column]) => column);
    const rows = items.map((item) => GATE_COLUMNS.map(([, textOf]) => textOf(item)));
    const bytes = writeTables([{ name: '预算安排条件', title, columns, rows }]);
    await sendFile(door, { name: `预算安排条件${day}`, format: 'xlsx', bytes });
  }
}

type Department = CampaignProgress['departments'][number];
type Blocked = BudgetGate['items'][number];
const DAY_MS = 86_400_000;

/** Whole days from one calendar day to another. */
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;

const DEPARTMENT_COLUMNS: readonly (readonly [SheetColumn, (one: Department, day: string) => string])[] = [
  [{ title: '部门编码', width: 12 }, ({ department }) => department.code],
  [{ title: '部门', width: 28 }, ({ department }) => department.name],
  [{ title: '目标（个）', width: 10, kind: 'figure' }, ({ targets }) => String(targets)],
  [{ title: '金额（万元）', width: 16, kind: 'figure' }, ({ amount }) => amount],
  [{ title: '按时送审', width: 10, kind: 'figure' }, ({ onTime }) => String(onTime)],
  [{ title: '逾期', width: 8, kind: 'figure' }, ({ late }) => String(late)],
  [
    { title: '未到期或不再送审', width: 18, kind: 'figure' },
    ({ targets, onTime, late }) => String(Math.max(0, targets - onTime - late)),
  ],
  [
    { title: '按时率（%）', width: 12, kind: 'figure' },
    ({ rate }) => (rate === undefined ? '' : String(Math.round(Number(rate) * 100))),
  ],
  [{ title: '待修改', width: 10, kind: 'figure' }, ({ returned }) => String(returned)],
  [{ title: '退回次数', width: 10, kind: 'figure' }, ({ returns }) => String(returns)],
  [{ title: '待审核', width: 10, kind: 'figure' }, ({ waiting }) => String(waiting.count)],
  [
    { title: '最久（天）', width: 12, kind: 'figure' },
    ({ waiting: { since } }, day) =>
      since === undefined ? '' : String(daysBetween(since.slice(0, 10), day)),
  ],
];

const STATE_COLUMNS: readonly SheetColumn[] = [
  { title: '状态', width: 16 },
  { title: '目标（个）', width: 12, kind: 'figure' },
  { title: '金额（万元）', width: 16, kind: 'figure' },
];

const GATE_COLUMNS: readonly (readonly [SheetColumn, (item: Blocked) => string])[] = [
  [{ title: '年度', width: 8 }, ({ target }) => String(target.fiscalYear)],
  [{ title: '主管部门', width: 24 }, ({ target }) => target.department.name],
  [{ title: '预算单位', width: 24 }, ({ target }) => target.unit.name],
  [{ title: '单位编码', width: 12 }, ({ target }) => target.unit.code],
  [{ title: '绩效目标', width: 36 }, ({ target }) => target.name ?? ''],
  [{ title: '申请金额（万元）', width: 16, kind: 'figure' }, ({ target }) => target.amount ?? ''],
  [{ title: '为什么不能安排', width: 40 }, ({ reason }) => reason],
];

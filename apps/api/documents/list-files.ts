import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { writeTables, type SheetColumn } from '#documents';
import { STATE_TERMS } from '#domain';
import { type TargetItem } from '#contracts';
import { ListFileQuery } from '../bodies/documents.ts';
import { AtDoor, type Door } from '../commands/index.ts';
import { Reader } from '../lists/reader.ts';
import { allTargets } from './all-pages.ts';
import { sendFile } from './send-file.ts';

const MOST = 10_000;

/** 绩效目标清单文件: the list with its filters as a workbook. */
@ApiTags('申报表文件')
@Controller('api/targets')
export class ListFilesController {
  constructor(private readonly reader: Reader) {}

  @Get('list.xlsx')
  async list(@AtDoor() door: Door, @Query() query: ListFileQuery): Promise<void> {
    const { after, limit: _limit, cursor: _cursor, ...filter } = query;
    const scope = this.reader.scopeOf(door);
    await this.reader.fresh(door, 'target-list', after);
    const items = await allTargets(this.reader.readModels.db, filter, scope, MOST);
    const day = this.reader.today();
    const title = `绩效目标清单（${day}，共 ${items.length} 个）`;
    const columns = COLUMNS.map(([column]) => column);
    const rows = items.map((item, at) => COLUMNS.map(([, textOf]) => textOf(item, at)));
    const bytes = writeTables([{ name: '绩效目标清单', title, columns, rows }]);
    await sendFile(door, { name: `绩效目标清单${day}`, format: 'xlsx', bytes });
  }
}

const KINDS = { project: '项目支出', overall: '部门整体支出', direction: '专项资金支出方向' } as const;

const COLUMNS: readonly (readonly [SheetColumn, (item: TargetItem, at: number) => string])[] = [
  [{ title: '序号', width: 6, kind: 'figure' }, (_, at) => String(at + 1)],
  [{ title: '年度', width: 8 }, ({ fiscalYear }) => String(fiscalYear)],
  [{ title: '主管部门', width: 22 }, ({ department }) => department.name],
  [{ title: '预算单位', width: 22 }, ({ unit }) => unit.name],
  [{ title: '单位编码', width: 12 }, ({ unit }) => unit.code],
  [{ title: '表种', width: 16 }, ({ kind }) => KINDS[kind]],
  [{ title: '绩效目标', width: 32 }, ({ name = '' }) => name],
  [{ title: '申请金额（万元）', width: 16, kind: 'figure' }, ({ amount = '' }) => amount],
  [{ title: '状态', width: 12 }, ({ state }) => STATE_TERMS[state]],
  [{ title: '审核环节', width: 14 }, ({ stage }) => stage?.name ?? ''],
  [{ title: '审核轮次', width: 10, kind: 'figure' }, ({ round }) => String(round)],
  [{ title: '退回次数', width: 10, kind: 'figure' }, ({ returns }) => String(returns)],
  [{ title: '审核等级', width: 10 }, ({ reviewGrade = '' }) => reviewGrade],
  [{ title: '批复文号', width: 22 }, ({ grant }) => grant?.documentNumber ?? ''],
  [{ title: '批复金额（万元）', width: 16, kind: 'figure' }, ({ grant }) => grant?.amount ?? ''],
  [{ title: '评价得分', width: 10, kind: 'figure' }, ({ evaluation }) => evaluation?.total ?? ''],
  [{ title: '评价等级', width: 10 }, ({ evaluation }) => evaluation?.grade ?? ''],
  [{ title: '最近更新', width: 18 }, ({ updatedAt }) => updatedAt.slice(0, 16).replace('T', ' ')],
];

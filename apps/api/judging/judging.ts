import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Application, hashOf, type TrialPlace } from '#application';
import { type Finding } from '#domain/target';
import { withRowIds } from '#form';
import { screen } from '#screening';
import { scoreRow, type Scoring } from '#scoring';
import { ScoringBody, ScreeningBody } from '../bodies/judging.ts';
import { AtDoor, type Door } from '../commands/index.ts';
import { Reader } from '../lists/reader.ts';
import { HttpProblem } from '../edge/http-problem.ts';
import { rowNames } from './row-names.ts';

/** 预审与试算: what would be said of a form or a figure; nothing is kept. */
@ApiTags('预审与评分')
@Controller('api')
export class JudgingController {
  constructor(
    private readonly reader: Reader,
    private readonly application: Application,
  ) {}

  /** Rows without an id get one from the form's content, so that asking twice names the same places. */
  @Post('screenings')
  @HttpCode(200)
  async screen(@AtDoor() door: Door, @Body() body: ScreeningBody): Promise<{ findings: readonly Finding[] }> {
    this.reader.scopeOf(door);
    const form = withRowIds(body.form, rowNames(hashOf(body.form)));
    const where = placeIn(body);
    if (where === null) return { findings: screen(form) };
    return { findings: await this.application.screen(form, where, door.request.user) };
  }

  @Post('scorings')
  @HttpCode(200)
  score(@AtDoor() door: Door, @Body() { row, actual, partStep = 'ask' }: ScoringBody): Scoring {
    this.reader.scopeOf(door);
    const filled = Object.entries(row).filter(([, value]) => value !== null);
    const texts = Object.fromEntries(filled.map(([field, value]) => [field, String(value)]));
    return scoreRow({ row: texts, actual, partStep });
  }
}

/** @throws HttpProblem 422 for a campaign without a unit, or the reverse */
function placeIn({ targetId, campaignId, unitCode }: ScreeningBody): TrialPlace | null {
  if (targetId !== undefined) return { targetId };
  if (campaignId !== undefined && unitCode !== undefined) return { campaignId, unitCode };
  if (campaignId === undefined && unitCode === undefined) return null;
  const path = campaignId === undefined ? '/campaignId' : '/unitCode';
  throw new HttpProblem('InvalidFields', [{ path, message: '申报批次和预算单位须一起填写' }]);
}

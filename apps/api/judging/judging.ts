import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { hashOf } from '#application';
import { withRowIds } from '#form';
import { screen, type Finding } from '#screening';
import { scoreRow, type Scoring } from '#scoring';
import { ScoringBody, ScreeningBody } from '../bodies/judging.ts';
import { AtDoor, type Door } from '../commands/index.ts';
import { Reader } from '../lists/reader.ts';
import { rowNames } from './row-names.ts';

/** 预审与试算: what would be said of a form or a figure; nothing is kept. */
@ApiTags('预审与评分')
@Controller('api')
export class JudgingController {
  constructor(private readonly reader: Reader) {}

  /** Rows without an id get one from the form's content, so that asking twice names the same places. */
  @Post('screenings')
  @HttpCode(200)
  screen(@AtDoor() door: Door, @Body() { form }: ScreeningBody): { findings: Finding[] } {
    this.reader.scopeOf(door);
    return { findings: screen(withRowIds(form, rowNames(hashOf(form)))) };
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

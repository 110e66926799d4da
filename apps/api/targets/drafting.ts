import { Body, Controller, HttpCode, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type CommandResult } from '#application';
import {
  ClassifiedBody,
  CommentBody,
  DraftBody,
  EmptyBody,
  FormBody,
  ReasonBody,
  SubmissionBody,
} from '../bodies/drafting.ts';
import { AtDoor, Commands, TargetId, type Door } from '../commands/index.ts';

/** 申报: what the unit does with its own form, up to 送审. */
@ApiTags('绩效目标')
@Controller('api/targets')
export class DraftingController {
  constructor(private readonly commands: Commands) {}

  @Post()
  draft(@AtDoor() door: Door, @Body() body: DraftBody): Promise<CommandResult> {
    return this.commands.draft(door, body);
  }

  /** 涉密登记: the form itself is filed offline. */
  @Post('classified')
  classify(@AtDoor() door: Door, @Body() body: ClassifiedBody): Promise<CommandResult> {
    return this.commands.classify(door, body);
  }

  @Put(':id/form')
  revise(@AtDoor() door: Door, @TargetId() id: string, @Body() { form }: FormBody): Promise<CommandResult> {
    return this.commands.toTarget(door, id, { type: 'ReviseForm', form });
  }

  @Post(':id/presentation')
  @HttpCode(200)
  present(@AtDoor() door: Door, @TargetId() id: string, @Body() _: EmptyBody): Promise<CommandResult> {
    return this.commands.toTarget(door, id, { type: 'PresentTarget' });
  }

  @Post(':id/hand-back')
  @HttpCode(200)
  handBack(@AtDoor() door: Door, @TargetId() id: string, @Body() body: CommentBody): Promise<CommandResult> {
    return this.commands.toTarget(door, id, { type: 'HandBackTarget', comment: body.comment });
  }

  @Post(':id/submission')
  @HttpCode(200)
  submit(@AtDoor() door: Door, @TargetId() id: string, @Body() body: SubmissionBody): Promise<CommandResult> {
    return this.commands.toTarget(door, id, { type: 'SubmitTarget', answers: body.answers ?? [] });
  }

  @Post(':id/withdrawal')
  @HttpCode(200)
  withdraw(@AtDoor() door: Door, @TargetId() id: string, @Body() body: ReasonBody): Promise<CommandResult> {
    return this.commands.toTarget(door, id, { type: 'WithdrawTarget', reason: body.reason });
  }

  @Post(':id/abandonment')
  @HttpCode(200)
  abandon(@AtDoor() door: Door, @TargetId() id: string, @Body() body: ReasonBody): Promise<CommandResult> {
    return this.commands.toTarget(door, id, { type: 'AbandonTarget', reason: body.reason });
  }
}

import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type CommandResult } from '#application';
import { constraintSentence } from '#contracts';
import { disclosureIn, DisclosureBody, GrantBody, ReopeningBody } from '../bodies/budget.ts';
import { ReasonBody } from '../bodies/drafting.ts';
import { EvaluationBody, SelfEvaluationBody } from '../bodies/evaluation.ts';
import { AtDoor, Commands, TargetId, type Door } from '../commands/index.ts';
import { HttpProblem } from '../edge/http-problem.ts';

/** 批复、公开、自评、复核: from approval to the end of the year. */
@ApiTags('批复与评价')
@Controller('api/targets/:id')
export class BudgetController {
  constructor(private readonly commands: Commands) {}

  @Post('reopening')
  @HttpCode(200)
  reopen(
    @AtDoor() door: Door,
    @TargetId() id: string,
    @Body() { reason, ceiling }: ReopeningBody,
  ): Promise<CommandResult> {
    return this.commands.toTarget(door, id, { type: 'ReopenTarget', reason, ceiling });
  }

  @Post('non-funding')
  @HttpCode(200)
  refuseFunding(
    @AtDoor() door: Door,
    @TargetId() id: string,
    @Body() body: ReasonBody,
  ): Promise<CommandResult> {
    return this.commands.toTarget(door, id, { type: 'RefuseFunding', reason: body.reason });
  }

  @Post('grant')
  @HttpCode(200)
  grant(@AtDoor() door: Door, @TargetId() id: string, @Body() body: GrantBody): Promise<CommandResult> {
    const { documentNumber, date, amount } = body;
    return this.commands.toTarget(door, id, { type: 'GrantTarget', documentNumber, date, amount });
  }

  @Post('disclosure')
  @HttpCode(200)
  disclose(
    @AtDoor() door: Door,
    @TargetId() id: string,
    @Body() body: DisclosureBody,
  ): Promise<CommandResult> {
    const disclosure = disclosureIn(body);
    if (!disclosure) {
      const message = constraintSentence('isDisclosure');
      throw new HttpProblem('InvalidFields', [{ path: body.date === undefined ? '/date' : '/url', message }]);
    }
    return 'reason' in disclosure
      ? this.commands.toTarget(door, id, { type: 'WithholdDisclosure', ...disclosure })
      : this.commands.toTarget(door, id, { type: 'DiscloseTarget', ...disclosure });
  }

  @Post('self-evaluation')
  @HttpCode(200)
  selfEvaluate(
    @AtDoor() door: Door,
    @TargetId() id: string,
    @Body() body: SelfEvaluationBody,
  ): Promise<CommandResult> {
    const { paid, budget, actuals } = body;
    return this.commands.toTarget(door, id, { type: 'SubmitSelfEvaluation', paid, budget, actuals });
  }

  @Post('evaluation')
  @HttpCode(200)
  evaluate(
    @AtDoor() door: Door,
    @TargetId() id: string,
    @Body() body: EvaluationBody,
  ): Promise<CommandResult> {
    const { decision, comment, points = [] } = body;
    if (decision === 'return' && points.length > 0) {
      const message = '退回自评时不更正得分，请去掉';
      throw new HttpProblem('InvalidFields', [{ path: '/points', message }]);
    }
    return decision === 'confirm'
      ? this.commands.toTarget(door, id, { type: 'ConfirmEvaluation', comment, points })
      : this.commands.toTarget(door, id, { type: 'ReturnSelfEvaluation', comment });
  }
}

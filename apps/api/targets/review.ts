import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Application, type CommandResult } from '#application';
import { Refusal } from '#domain';
import { type NamedPerson } from '#domain/target';
import {
  CopiesBody,
  DelegationBody,
  OpinionBody,
  SignerBody,
  TransferBody,
  UrgeBody,
  WordingAnswerBody,
  WordingBody,
} from '../bodies/review.ts';
import { AtDoor, Commands, TargetId, type Door } from '../commands/index.ts';

/** 审核: opinions, proposed wording, and who takes part. People are named by their user id. */
@ApiTags('审核')
@Controller('api/targets/:id')
export class ReviewController {
  constructor(
    private readonly commands: Commands,
    private readonly application: Application,
  ) {}

  @Post('opinions')
  @HttpCode(200)
  opine(@AtDoor() door: Door, @TargetId() id: string, @Body() body: OpinionBody): Promise<CommandResult> {
    const { annotations = [], ...opinion } = body;
    return this.commands.toTarget(door, id, { type: 'GiveOpinion', ...opinion, annotations });
  }

  @Post('wording')
  @HttpCode(200)
  propose(@AtDoor() door: Door, @TargetId() id: string, @Body() body: WordingBody): Promise<CommandResult> {
    const { path, to, reason } = body;
    return this.commands.toTarget(door, id, { type: 'ProposeWording', path, to, reason });
  }

  @Post('wording/:wordingId')
  @HttpCode(200)
  answer(
    @AtDoor() door: Door,
    @TargetId() id: string,
    @Param('wordingId') wordingId: string,
    @Body() { decision, reason }: WordingAnswerBody,
  ): Promise<CommandResult> {
    if (decision === 'accept') return this.commands.toTarget(door, id, { type: 'AcceptWording', wordingId });
    if (reason === undefined) throw new Refusal('ReasonMissing', {}, [{ path: '/reason' }]);
    return this.commands.toTarget(door, id, { type: 'DeclineWording', wordingId, reason });
  }

  @Post('transfer')
  @HttpCode(200)
  transfer(@AtDoor() door: Door, @TargetId() id: string, @Body() body: TransferBody): Promise<CommandResult> {
    const from = body.from === undefined ? {} : { from: this.named(body.from, '/from') };
    const to = this.named(body.to, '/to');
    return this.commands.toTarget(door, id, { type: 'TransferReview', to, ...from, reason: body.reason });
  }

  @Post('signers')
  @HttpCode(200)
  addSigner(@AtDoor() door: Door, @TargetId() id: string, @Body() body: SignerBody): Promise<CommandResult> {
    const signer = this.named(body.signer, '/signer');
    return this.commands.toTarget(door, id, { type: 'AddSigner', signer, reason: body.reason });
  }

  @Post('delegation')
  @HttpCode(200)
  delegate(
    @AtDoor() door: Door,
    @TargetId() id: string,
    @Body() body: DelegationBody,
  ): Promise<CommandResult> {
    const { since, until, reason } = body;
    const to = this.named(body.to, '/to');
    return this.commands.toTarget(door, id, { type: 'DelegateReview', to, since, until, reason });
  }

  @Post('copies')
  @HttpCode(200)
  copy(@AtDoor() door: Door, @TargetId() id: string, @Body() body: CopiesBody): Promise<CommandResult> {
    const to = body.to.map((user, index) => this.named(user, `/to/${String(index)}`));
    return this.commands.toTarget(door, id, { type: 'CopyTarget', to, note: body.note ?? '' });
  }

  @Post('urge')
  @HttpCode(200)
  urge(@AtDoor() door: Door, @TargetId() id: string, @Body() body: UrgeBody): Promise<CommandResult> {
    return this.commands.toTarget(door, id, { type: 'UrgeReview', note: body.note ?? '' });
  }

  /** @throws Refusal for somebody whom the register does not know, or who has left */
  private named(user: string, path: string): NamedPerson {
    const person = this.application.directory().people.get(user);
    if (!person || person.left) throw new Refusal('UnknownPerson', {}, [{ path }]);
    return { user, name: person.name };
  }
}

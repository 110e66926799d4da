import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AccessDenied, Application, NotFound } from '#application';
import { type Phrase } from '#contracts';
import { Phrases } from '#platform/phrases';
import { PhraseBody } from '../bodies/phrases.ts';
import { AtDoor, TargetId as AnId, type Door } from '../commands/index.ts';
import { HttpProblem } from '../edge/http-problem.ts';

/** 常用语: what is often said in opinions, of the office and one's own. */
@ApiTags('常用语')
@Controller('api/phrases')
export class PhrasesController {
  constructor(
    private readonly phrases: Phrases,
    private readonly application: Application,
  ) {}

  @Get()
  async list(@AtDoor() { request }: Door): Promise<{ items: readonly Phrase[] }> {
    return { items: await this.phrases.listFor(request.user) };
  }

  /** The same again is the same phrase. @throws AccessDenied for the office's to all but 绩效股 */
  @Post()
  async add(@AtDoor() door: Door, @Body() { decision, text, office }: PhraseBody): Promise<Phrase> {
    const isOffice = office === true;
    if (isOffice) this.refuseOthers(door);
    const owner = isOffice ? 'office' : { user: door.request.user };
    const phrase = await this.phrases.add(owner, { decision, text: text.trim() });
    if (phrase) return phrase;
    const message = '常用语最多保存 50 条，请先删除不用的';
    throw new HttpProblem('InvalidFields', [{ path: '/text', message }]);
  }

  /** @throws NotFound for one that there is not, or is somebody else's */
  @Delete(':id')
  @HttpCode(204)
  async delete(@AtDoor() door: Door, @AnId() id: string): Promise<void> {
    const owner = await this.phrases.ownerOf(id, door.request.user);
    if (owner === null) throw new NotFound('phrase');
    if (owner === 'office') this.refuseOthers(door);
    await this.phrases.delete(id);
  }

  private refuseOthers({ request }: Door): void {
    const person = this.application.directory().people.get(request.user);
    if (!person?.roles.includes('performance')) throw new AccessDenied('phrases');
  }
}

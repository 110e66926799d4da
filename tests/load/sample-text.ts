const WORDS =
  '河道 保洁 里程 水面 漂浮物 岸坡 垃圾 清运 合同 约定 年度 完成 不低于 群众 满意度 资金 支付 进度 项目 验收 合格率 巡查 频次 专项 经费 设备 维护 更新 培训 人次 补助 标准 发放 及时率 覆盖 乡镇 村组 学校 修缮 面积 采购 公开 招标 预算 控制 成本 节约 质量 达标 时效 按期 社会 效益 生态 改善 持续 影响 机制 健全 资料 归档 佐证 台账 抽查 复核 整改 意见 说明 依据 文件 测算 单价 数量 平方米 公里 万元 百分之'.split(
    ' ',
  );

/** Endless words in an order that is the same in every run and never repeats within it (a linear congruence). */
export class SampleText {
  private state = 20_270_305;

  /** Sentences of so many characters. */
  characters(count: number): string {
    let text = '';
    while (text.length < count) {
      text += this.word();
      if (this.below(9) === 0) text += this.below(2) === 0 ? '，' : `${this.below(1_000)}。`;
    }
    return text.slice(0, count);
  }

  word(): string {
    return WORDS[this.below(WORDS.length)] ?? '';
  }

  /** An integer from 0 below `limit`. */
  below(limit: number): number {
    this.state = (this.state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((this.state / 2_147_483_648) * limit);
  }
}

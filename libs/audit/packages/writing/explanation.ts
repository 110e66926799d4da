/** What somebody reads who finds the package on a USB stick years later. */
export const EXPLANATION = `本包是绩效目标的审计档案，可脱离系统核验：

    npx mubiao verify 本文件.zip
    npx mubiao verify 本文件.zip --roots roots.jsonl    （与平时保存在外部的签名根核对）

<流>/events.jsonl    事件原文，每行一个；该行（不含换行）的 SHA-256 即封存值，previous 为前一事件的封存值
<流>/proofs.jsonl    每个事件的封存值，以及它在签名日志中的位置和证明路径（RFC 6962，base64）
<流>/forms.jsonl     各版本的申报表和预审发现，个人信息为密文
<流>/scores.jsonl    自评和复核的得分及计分步骤
<流>/reminders.jsonl  发出的提醒和催办（发送方的记录，不在封存的事件之中）
<流>/history.docx    可阅读的办理记录
reminders.jsonl      向还没有起草绩效目标的单位发出的提醒（同上）
roots.jsonl          历次签名根和签名公钥的原文（Ed25519）
consistency.jsonl    历次签名根与本包所用签名根的一致性证明
manifest.json        清单和各文件的 SHA-256
压缩包注释           对其前全部字节的签名

日志的叶为：封存值（32 字节）、版本号（4 字节，大端）、流的名称（UTF-8）。
没有外部保存的签名根，只能证明本包前后一致、由所列公钥签名；请以外部副本核对签名根或公钥。
`;

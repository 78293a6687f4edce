retro-command-review = 复盘：填写或查看进度

retro-cue-open = 复盘开始
retro-cue-remind = 复盘提醒
retro-cue-due = 复盘截止
retro-cue-all = 复盘已填齐

retro-button-start = 开始填写
retro-button-go-on = 继续填写
retro-button-later = 稍后
retro-button-change = 修改我的回答
retro-button-answer = 还是填一下
retro-button-mine = 📝 我的复盘
retro-button-review = 复盘进度
retro-button-nudge = 催一下没填的
retro-button-publish = 发布复盘
retro-button-anyway = 现在就发布
retro-button-after-all = 还是发布
retro-button-extend = 延长 { $hours } 小时
retro-button-close = 不发布，直接结束
retro-button-hide = 🕶 匿名回答
retro-button-drop = 撤回

## Asking

retro-invite = 📝 <b>{ $title }</b> 下播了，辛苦！趁印象还新，填一下复盘：{ $count } 个小问题，约 { $minutes } 分钟，不想答的可以跳过。请在 { $due } 前填完。
retro-moments = 本场记录里和你有关的：
retro-moment = • { $at } { $what }
retro-waiting = 📝 <b>{ $title }</b> 复盘：你还有 { $count } 个问题没填，约 { $minutes } 分钟，请在 { $due } 前填完。
retro-begun = 📝 <b>{ $title }</b> 复盘：你已经填了一部分，还剩 { $count } 个问题，约 { $minutes } 分钟，请在 { $due } 前填完。
retro-waiting-due = 📝 <b>{ $title }</b> 复盘：你还有 { $count } 个问题没填，约 { $minutes } 分钟。原定 { $due } 截止，发布前补填仍然算数。
retro-last-call = 再不填，复盘报告里会写明你没有填写。
retro-later = 好的。{ $due } 截止，方便时点「开始填写」或发 /review。
retro-not-asked = 你不在 { $title } 的班底里，复盘报告会发到群里。

retro-ask = <i>{ $place }/{ $count }</i> <b>{ $ask }</b>
retro-ask-idea = 下一场有什么新点子想试试？
retro-ask-others = 最近看到别家有什么值得借鉴的做法？
retro-ask-outcome = { $at } 你拍板：{ $what }。效果如何？
retro-ask-score = 1 分最差，5 分最好。
retro-score-please = 请按 1～5 的按钮打分。
retro-ask-again = 目前的回答：{ $answer }
    重新回答会覆盖，「跳过」则保留。
retro-ask-hidden = 🕶 <b>匿名回答</b>：下一条回答不记姓名、岗位和时间，提交后不能修改或撤回；至少 { $people } 人填了复盘才会公开。
retro-kept-hidden = 🕶 已匿名记下。你可以把聊天里的这条消息删掉。
retro-dropped = 已撤回
retro-below = 📝 <b>{ $title }</b> 复盘：你填到哪里
retro-thanks = ✅ <b>{ $title }</b> 的复盘已填好，谢谢！发布前都可以修改。
retro-thanks-empty = ✅ 收到：<b>{ $title }</b> 这场你没有要补充的。发布前都可以再填。
retro-stopped-empty = 你还没填，{ $due } 前都可以填。
retro-stopped = 已填的都保留了，其余的 { $due } 前可以接着填。
retro-stopped-changing = 已改的都保留了，其余的不变。

## The leads

retro-opened = 📝 <b>{ $title }</b> 开始复盘：问题已私聊发给班底 { $people } 人，{ $due } 截止。
retro-card = 📋 <b>{ $title }</b> 复盘：已填 { $answered }/{ $asked }{ $empty ->
    [0] {""}
   *[other] ，{ $empty } 人没有要补充的
}
retro-card-answered = ✅ 填完：{ $who }
retro-card-begun = ✏️ 填了一部分：{ $who }
retro-card-silent = ▫️ 没填：{ $who }
retro-card-away = 🌴 请假：{ $who }
retro-card-due = { $due } 截止。点「发布复盘」即停止填写，报告发到群里。
retro-card-overdue = 原定 { $due } 截止。请发布、延长，或不发布直接结束。
retro-card-all = 都填完了。点「发布复盘」把报告发到群里。
retro-whether = ⏳ 还有 { $missing } 人没填或没填完：{ $who }，{ $due } 才截止。现在发布就不能再填了，报告里会写明谁没填。
retro-whether-you = { $missing ->
    [1] 就是你自己
   *[other] 你自己也还没填好
}：发 /review 填写。
retro-due-anyone = 📋 <b>{ $title }</b> 的复盘到截止时间了，请负责人发布、延长或结束。
retro-leads-only = 只有负责人可以操作：{ $who }。
retro-nudged = 已再提醒 { $people } 人{ $begun ->
    [0] {""}
   *[other] ，其中 { $begun } 人填了一半
}。
retro-nudge-only-you = 只剩你自己没填。发 /review 填写。
retro-nudge-away = 没填的都在请假：{ $who }。截止前回来的，回来后会提醒。
retro-nudged-later = 现在是免打扰时段，{ $at } 再提醒 { $people } 人。
retro-nudged-already = { $at } 刚提醒过，{ $again } 之后可以再催。
retro-nothing-to-nudge = 都填完了，不用催。
retro-extended = 延长到 { $due }，截止前会再提醒一次没填的人。
retro-published = 已发布到群里。
retro-closed = <b>{ $title }</b> 的复盘由 { $who } 结束，不发布报告。
retro-closed-toast = 已结束，不发布报告。想发布的话，原卡片上还可以点。
retro-settled-published = { $who } 已于 { $at } 发布。
retro-settled-closed = { $who } 已于 { $at } 结束，没有发布报告。
retro-over = { $title } 复盘：{ $how }

retro-opens-at = <b>{ $title }</b> 的复盘 { $at } 自动开始，我会私聊班底每个人。
retro-opens-after = <b>{ $title }</b> 的复盘下播后自动开始，大约 { $at }。
retro-none = 还没有复盘，每场下播后会自动开始。近期场次：/streams

## The report

retro-report-head = 📋 <b>复盘报告：{ $title }</b>
retro-report-count = 已填 { $answered }/{ $asked }{ $empty ->
    [0] {""}
   *[other] ，{ $empty } 人没有要补充的
} · 负责人：{ $who }
retro-report-silent = ▫️ 没有填写：{ $who }
retro-report-file = 报告文件，方便存档。
retro-report-nothing = 这次没有人写内容。
retro-report-hidden = 🕶 匿名回答未公开：至少 { $people } 人填写才会显示。
retro-decisions = 🎯 <b>本场决定和效果</b>
retro-decision = { $at } · { $who }：{ $what }
retro-decision-outcome = { $at } · { $who }：{ $what }<blockquote>{ $outcome }</blockquote>
retro-question = <b>{ $ask }</b>
retro-voice = { $who } · { $role }<blockquote>{ $text }</blockquote>
retro-voice-alone = { $who }<blockquote>{ $text }</blockquote>
retro-voice-hidden = 🕶 匿名<blockquote>{ $text }</blockquote>
retro-scores = ⭐ 平均 { $average } 分（{ $count } 人）
retro-picks = { $picks }
retro-picked = { $label } × { $count }

## Board, help, log

retro-panel-opens = 📝 { $at } 开始复盘
retro-panel-open = 📝 复盘已填 { $answered }/{ $asked }{ $empty ->
    [0] {""}
   *[other] ，{ $empty } 人没有要补充的
}，{ $due } 截止
retro-help-answer = /review 填写 { $title } 的复盘（{ $count } 题），{ $due } 截止
retro-help-change = /review 修改 { $title } 的复盘回答，发布前都可以
retro-help-lead = /review { $title } 的复盘进度，催填、发布
retro-log-opened = 复盘开始：已问 { $people } 人
retro-log-nudged = { $who } 催填复盘：{ $people } 人
retro-log-extended = { $who } 把复盘延长到 { $due }
retro-log-published = { $who } 发布了复盘
retro-log-closed = { $who } 结束了复盘，没有发布

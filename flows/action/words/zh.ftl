## Command and buttons

action-command-actions = 未完成的改进项：谁负责、什么时候到期
action-make = 定为改进项
action-not-now = 这次先不
action-done = 完成
action-cannot = 做不了
action-give = 换人负责
action-drop = 不做了
action-measure = 怎么算有效？
action-next-show = 下一场前
action-in-a-week = 7 天内
action-other-owner = 换个人
action-other-due = 换个时间
action-says-me = 我来, 我做, 我负责, 由我
action-open = { $number } · { $what }
action-it-helped = { $number } · 有效
action-it-did-not = { $number } · 没效果
action-lane-content = 内容
action-lane-interaction = 互动
action-lane-technology = 技术
action-lane-people = 人员

## Cards

action-proposed = 💡 来自 <b>{ $stream }</b> 的复盘
action-said-by = { $who } 提到：
action-said = 有人提到：
action-quote = <blockquote>{ $what }</blockquote>
action-title = 🔧 <b>{ $what }</b> · { $lane }
action-owner = { $who } 负责 · 来自 { $stream } 的复盘
action-due = 截止 { $due }
action-due-show = 下一场开播前，{ $due }
action-due-next = 下一场开播前
action-due-over = ⏰ 应在 { $due } 前完成
action-measure-line = 有效的标准：{ $measure }
action-cannot-line = 目前做不了：<i>{ $why }</i>
action-is-done = ✅ { $who } 说已完成，{ $at }
action-is-dropped = ➖ { $who } 决定不做了，{ $at }
action-is-passed = { $who }：这次先不做。
action-yours = { $who } 交给你一条改进项：
action-stop = 做完点「完成」；点「做不了」会退回给负责人。到期那天我来提醒。
action-stop-show = 做完点「完成」；点「做不了」会退回给负责人。它排在下一场清单的最前面，到时照清单提醒。
action-today = 这条今天到期：
action-again = 这条还没完成：
action-still-open = 催了 { $who } 好几次，这条还没完成。我不再催了，请你定：
action-left = { $who } 已不在团队，名下还有 { $count } 条改进项。谁接手？
action-away = { $who } 请假到 { $last }，这期间有 { $count } 条改进项到期。可以换人，也可以等回来：请假期间不催 { $who }。
action-left-line = { $number }. { $what } · { $due }
action-left-give = { $number } · 换人负责
action-away-yours = 这期间你有 { $count } 条改进项到期，已告诉 { $who }。
action-made = 已定为改进项，由 { $who } 负责。
action-cannot-told = { $who } 做不了这条。换人，还是不做了？
action-cannot-thanks = 收到，怎么处理由 { $who } 定。
action-measured = 已记在这条改进项上。

## What is asked

action-known = { $who } 负责，{ $due }
action-ask-lane = 这条改进的是哪方面？
action-ask-owner = <b>{ $what }</b>
    谁负责？
action-ask-due = 什么时候前完成？点按钮，或直接打时间，比如「周五18:00」。
action-ask-why = <b>{ $what }</b>
    为什么做不了？一句话，负责人会看到。
action-ask-measure = <b>{ $what }</b>
    做到什么程度算有效？一个数字，或一个看得见的变化。
action-due-unclear = 没看懂这个时间。可以写「周五18:00」或「12月1日18:00」。
action-due-past = { $at } 不合适，请写一年以内、还没到的时间。

## Answers to a press

action-done-toast = 已完成，并从下一场的清单上划掉。
action-passed-toast = 这次先不做，复盘里仍保留。
action-dropped-toast = 不做了，已记录。
action-noted = 已记入复盘。
action-closed = 这条已经结束了。
action-made-already = 已经定为改进项了，{ $who } 负责。
action-already-proposed = 负责人还没定。
action-already-passed = { $who } 定了：这次先不做。
action-already-done = { $who } 已经完成了。
action-already-dropped = { $who } 已决定不做。
action-not-yours = 这条只有 { $who } 或负责人能处理。

## Lists, the board, the review, /help

action-none = 没有未完成的改进项。复盘里大家提的，负责人一点就定为改进项：/review
action-list = 🔧 <b>未完成的改进项：{ $count } 条</b>
action-list-line = { $number }. { $what } · { $lane } · { $who } · { $due }
action-panel = 🔁 上次的改进项还有 { $count } 条没完成
action-helped = <b>{ $stream }</b>：上次的改进项有没有效果？
action-helped-open = { $number }. { $what }
action-helped-yes = { $number }. { $what } · 👍
action-helped-no = { $number }. { $what } · 👎
action-tried = 复盘想法落地
action-tried-sign = 💡
action-report-last = <b>🔁 上次的改进项</b>
action-report-made = <b>🔧 这次定下的改进项</b>
action-report-line = • { $what } · { $lane } · { $who } · { $due }
action-became-open = ▫️ { $what } · { $who } · 还没完成
action-became-done = ✅ { $what } · { $who }
action-became-helped = ✅ { $what } · { $who } · 有效 👍
action-became-no-help = ✅ { $what } · { $who } · 没效果 👎
action-became-dropped = ➖ { $what } · 不做了
action-help = /actions 未完成的改进项 { $count } 条{ $mine ->
    [0] {""}
   *[other] ，其中你负责 { $mine } 条
}

## The show log

action-log-made = { $who } 定了一条改进项，{ $owner } 负责：{ $what }
action-log-made-own = { $who } 定了一条改进项，自己负责：{ $what }
action-log-taken = { $who } 接手改进项：{ $what }
action-log-given = { $who } 改由 { $owner } 负责：{ $what }
action-log-done = { $who } 完成改进项：{ $what }
action-log-dropped = { $who } 决定不做：{ $what }

## Pings, as they are named when they were missed

action-cue-due = 到期的改进项
action-cue-said = 复盘里提到的事

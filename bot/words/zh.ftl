comma = 、
dot = {" · "}
arrow = {" → "}
semicolon = ；
span-days = { $hours ->
    [0] { $days } 天
   *[other] { $days } 天 { $hours } 小时
}
span-hours = { $minutes ->
    [0] { $hours } 小时
   *[other] { $hours } 小时 { $minutes } 分
}
span-minutes = { $minutes ->
    [0] 不到 1 分钟
   *[other] { $minutes } 分钟
}
zone-china = 北京时间
zone-read = 时间按 { $zone } 算，和显示给你的一样。
zone-at = { $at }（{ $zone }）
more-lines = ……还有 { $count } 行

## Phases

phase-planned = 已排期
phase-prep = 筹备中
phase-standby = 候场
phase-live = 直播中
phase-wrap = 已下播
phase-review = 复盘中
phase-closed = 已结束
phase-cancelled = 已取消
phase-log-moved = 开播时间由 { $before } 改到 { $after }
phase-log-length = 直播时长由 { $before } 改为 { $after }

## The board

board-title = <b>{ $title }</b>
board-when = { $at } · { $length }
board-lead = 负责人：{ $who } · 副手：{ $deputy }
board-lead-alone = 负责人：{ $who }
board-phase = <b>{ $phase }</b>
board-ahead = <b>{ $phase }</b> · 距开播 { $left }
board-now = <b>{ $phase }</b> · 到点了，该开播
board-behind = <b>{ $phase }</b> · 已过开播时间 { $left }
board-just-on = 🔴 <b>{ $phase }</b> · 刚开播
board-on-air = 🔴 <b>{ $phase }</b> · 已播 { $on_air }
board-over = 🔴 <b>{ $phase }</b> · 已播 { $on_air }，超时 { $over }

## Questions

talk-back = ‹ 上一步
talk-skip = 跳过
talk-cancel = 取消
talk-says-back = 返回, 上一步, 后退
talk-says-skip = 跳过, 略过
talk-says-cancel = 取消, 算了
talk-kept = ✓ { $value }
talk-so-far = <i>之前的回答：{ $value }</i>
talk-keep = 不改，就用之前的
talk-cancelled = 好的，没有任何改动。
talk-none = 这里没有要你回答的问题。/help 看现在能做什么。
talk-ended = 好的。
talk-needed = 这一题必须答。可以点「上一步」，或「取消」。
talk-text-please = 请用文字回复。
talk-press-please = 请直接点按钮。
talk-too-long = 共 { $length } 字，最多 { $limit } 字，请精简一下。
talk-more = ……还有 { $count } 个没列出按钮，直接打名字即可。
talk-stale = 这一题你已经答过了。
talk-queued = 先答完私聊里还开着的那一题，接着就问这件事。
talk-barred = 这件事现在不归你定了，就不再问你了，没有任何改动。
talk-not-yours = 这是给 { $who } 的。

## Cues

cue-late = <i>晚了 { $late }：这条当时没能发出。</i>
cue-next = <i>已经问过 { $asked }，还没着落，现在轮到你。</i>
cue-then = <i>到 { $at } 还没人应，我就去问 { $who }。</i>
cue-then-all = <i>到 { $at } 还没人应，我就问全群。</i>
cue-was-asked = • { $at } · { $who }
cue-was-asked-all = • { $at } · 全群
cue-was-asked-before = • ……此前还有 { $count } 次
cue-was-asked-nobody = • 还没催过任何人
cue-asked-next = 没人应就再问：{ $at } · { $who }
cue-asked-next-all = 没人应就再问：{ $at } · 全群
cue-button-asked = 催过谁
cue-anyone = <i>已经问过 { $asked }，还没着落，谁能接一下？</i>
cue-log-next = { $before } 没有回应，改找 { $asked }：{ $what }
cue-log-anyone = { $before } 没有回应，已问全群：{ $what }
cue-log-missed = 未能按时提醒（{ $what }，晚 { $minutes } 分钟）

board-next = 📣 接下来 { $at }：{ $what }
board-next-for = 📣 接下来 { $at }：{ $what } · { $who }
board-next-live = 开播
board-next-end = 计划下播
board-cue-tick = 倒计时
rehearsal-said = { $title }：{ $said }
rehearsal-whole-team = 全群
rehearsal-go-live = 开播

## Private chat

card-below = ↓ { $head }<i>（见下方）</i>
reach-mention = { $who }，有消息要发给你。打开一次和我的私聊，马上就能收到。
reach-open = 打开私聊
reach-opened = ✓ { $who } 的私聊已打开。
door-in-private = 已私聊发你。
door-welcome = { $who }，你好！这里是你和我的私聊，团队：<b>{ $team }</b>。{ $waiting ->
    [0] 有事我在这里叫你；发送 /help 看看现在能做什么。
   *[other] 有 { $waiting } 条消息在等你，这就发来。
}
door-stranger = 你好！我是直播团队的场务机器人。团队群里已经有我的，到群里发送 /join 加入；还没有的，把我拉进群，在群里点「开始设置」。

## What was not understood

inbox-unknown-command = 没有 /{ $command } 这个命令。发送 /help 看看现在能做什么。
inbox-leads-only = 只有负责人可以操作：{ $who }。
inbox-no-team-yet = 你还不在任何团队里。请到团队群里发送 /join。
inbox-which-team = 哪个团队？
inbox-not-set-up = 这个群还没设置。请群管理员发送 /setup，半分钟就好。
inbox-not-a-member = 你还没加入这个团队。请在群里发送 /join。
inbox-anonymous = 你现在以群的身份发言，我看不到是谁。点一下按钮，我就照办。
inbox-anonymous-press = 是我
inbox-gone = 这一项已经不在了。
inbox-failed = 我这边出错了，没有改动任何内容，已记录。请再试一次。
inbox-reply-lost = 你回复的那条消息我已经查不到了，什么都没改。
inbox-nothing-asked = 我现在没有要你回答的问题。发送 /help 看看现在能做什么。

## 没送到的

undelivered-log = 给 { $whom } 的一条消息没送到：Telegram 一直不收
undelivered-told = ⚠️ 我发给 { $whom } 的 { $count } 条消息没送到：Telegram 一直不收，我不再重试了。请你直接联系对方；其他消息照常发送。

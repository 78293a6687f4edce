## Commands

duty-command-now = 现在谁当班、下一班是谁
duty-command-handoff = 发起交接
duty-command-take = 紧急接管岗位

## Buttons

duty-button-accept = 接班
duty-button-ask = 问一句
duty-button-decline = 接不了
duty-button-fill = 填交接卡
duty-button-same = 同上次
duty-button-send = 就这样，发出
duty-button-hand-off = 交接
duty-button-hand-off-role = 交接：{ $role }
duty-button-to = 交给 { $who }
duty-button-now = 谁当班
duty-button-seen = 我来处理
duty-button-instead = 换人接
duty-button-done = 已兑现
duty-button-take-role = 接管：{ $role }（{ $who }）
duty-button-take-now = 马上接管
duty-button-leave = 不用了

## Who is on

duty-now = <b>{ $title }</b> · 现在当班
duty-now-nobody = 现在没有直播。近期场次：/streams
duty-now-toast = 当班：{ $on }
duty-brief = { $role } { $who }
duty-unheard = { $role }：{ $who }（一直没应）
duty-line = { $role }：{ $who }，{ $since } 上岗，到 { $until }
duty-line-over = { $role }：{ $who }，{ $since } 上岗
duty-line-next = { $role }：{ $who }，{ $since } 上岗，{ $at } 换 { $next }
duty-line-overdue = { $role }：{ $who }，{ $since } 上岗 · ⚠️ { $next } 应在 { $at } 接班，还没接
duty-plan = <b>{ $title }</b> · { $at } · 排班
duty-plan-line = { $role }：{ $turns }
duty-panel-plan = { $role }：{ $turns }
duty-turn = { $who } { $at }
duty-next-card = { $role } 交接卡
duty-next = { $role } 交接
duty-next-who = { $outgoing } → { $incoming }

## Before a hand-off

duty-out-soon = { $due } 你把 { $role } 这一班交给 { $incoming }，交接卡由 { $answerer } 替你填。{ $incoming } 接班之前，你继续播。
duty-in-soon = { $due } 你接 { $outgoing } 的班：{ $role }。交接卡由 { $answerer } 填，填好发到这里。
duty-walk = <b>{ $role } 交接 · { $title }</b>
    { $due } 由 { $incoming } 接班。请填交接卡，没有的就跳过。
duty-walk-for = <b>替 { $outgoing } 填 { $role } 交接卡 · { $title }</b>
    { $outgoing } 正在播，请你来填。{ $due } 由 { $incoming } 接班，没有的就跳过。
duty-field = <b>{ $place }/{ $total }</b> { $ask }
duty-field-example = <i>例如：{ $example }</i>
duty-field-before = <i>上次：{ $answer }</i>
duty-nothing = 无
duty-walk-done = 交接卡已发给 { $incoming }。对方接班之前，{ $outgoing } 继续当班。
duty-walk-left = 交接卡还没填完。临近 { $due } 时，会按现有内容发给 { $incoming }。

## The card

duty-card-head = <b>交接卡：{ $role } · { $title }</b>
    { $outgoing } → { $incoming }，{ $due }
duty-card-for = { $outgoing } 在播，由 { $answerer } 代填。
duty-card-offered = 点「接班」，从那一刻起由你当班。
duty-card-drafting = 还没填完。点「接班」，从那一刻起由你当班。
duty-card-overdue = ⚠️ 到 { $due } 还没接班，{ $outgoing } 继续当班。现在仍可接班。
duty-card-accepted = ✓ { $incoming } 已于 { $at } 接班。
duty-card-declined = 没人能接，{ $outgoing } 继续当班。
duty-card-lapsed = 已过，这次没有交接。
duty-card-taken = { $incoming } 已于 { $at } 紧急接管，没有交接卡。
duty-card-field = <i>{ $ask }</i>
    { $answer }
duty-card-open = <i>还有 { $count } 项没填</i>
duty-card-known = <b>系统已知</b>
duty-card-on = <i>当班：{ $on }</i>
duty-card-question = ❓ { $who }：{ $question }
duty-card-reply = ↳ { $who }：{ $answer }

## Asking

duty-ask = { $role } 交接，你想问什么？问题会发给 { $answerer }。
duty-ask-sent = 已问，{ $answerer } 的回答会发到这里，也会写进交接卡。
duty-answer = <b>{ $due } 的 { $role } 交接，{ $who } 想问：</b>
    { $question }
duty-answer-sent = 谢谢，已转给 { $who }。
duty-question-answered = <b>{ $answerer }</b> 答「{ $question }」：
    { $answer }

## It moves

duty-accepted-toast = 现在由你当班。
duty-accepted-for = 现在由 { $who } 当班。
duty-told-lead = 🔁 <b>{ $title }</b>：{ $role }已交接，{ $at } 起由 { $incoming } 当班（接 { $outgoing }）。
duty-you-are-on = <b>现在由你当班：{ $role }</b>，到 { $until }。{ $outgoing } 已知道。
duty-you-are-off = { $incoming } 已于 { $at } 接班，{ $role } 这一班你可以下了，辛苦了。
duty-declined-next = { $due } 的 { $role } 班，{ $incoming } 接不了，正在问 { $next }。有人接班之前，{ $outgoing } 继续当班。
duty-declined-nobody = { $due } 的 { $role } 班，{ $incoming } 接不了，也没有别人可问。{ $outgoing } 继续当班，已在叫负责人。
duty-replaced = { $due } 的 { $role } 班改由 { $incoming } 接，不用你了。
duty-declined-toast = 已记下，正在问 { $incoming }。
duty-declined-toast-nobody = 已记下。{ $role } 没有别人可问，已在叫负责人。

## Late

duty-nag-incoming = ⏰ { $due } 由你接 { $role }，你还没点接班。
duty-nag-outgoing = ⏰ { $incoming } 还没接班（{ $role }，{ $due }）。对方接班前请继续当班。
duty-nag-answerer = ⏰ { $role } 的交接卡还没填完，已按现有内容发给 { $incoming }，能补的请补上。
duty-nag-caller = ⏰ { $due } 的 { $role } 交接（接 { $outgoing }），{ $incoming } 还没接班，请找一下 { $incoming }。
duty-you-stay = 已到 { $due }，{ $incoming } 没有接班：<b>{ $role } 仍由你当班</b>，直到有人接。已在叫负责人。
duty-page = ⚠️ <b>{ $due } 的 { $role } 交接，{ $incoming } 没有接班。</b>{ $outgoing } 继续当班。请找到 { $incoming }，或换人接。
duty-page-declined = ⚠️ <b>{ $due } 的 { $role } 班没有人能接。</b>{ $outgoing } 继续当班。紧急时请用 /take
duty-page-seen = { $who } 在处理。
duty-asked = <b>{ $due } 的 { $role } 交接 · { $title }</b>：催过谁、什么时候
duty-asked-offered = • { $at } · 请 { $incoming } 接班
duty-asked-declined = • 接不了：{ $who }
duty-asked-leads = 为此找过的负责人：
duty-promise-asked = <b>{ $promise }</b>（{ $title }）：催过谁、什么时候
duty-crew-asks = 只有本场班底可以看催过谁。
duty-seen-toast = 好的，不再叫别人。

## Starting one, and stale presses

duty-which = 要交接哪个岗位？
duty-to-whom = { $role } 后面没有排人，交给谁？
duty-opened = { $role } 开始交接给 { $incoming }，由 { $answerer } 填交接卡。对方接班之前，{ $outgoing } 继续当班。
duty-open-already = { $role } 已经在交接给 { $incoming } 了。
duty-nobody-else = 没有别人能做 { $role }。负责人可以用 /team 加人。
duty-no-such-duty = 现在没有人在 { $role } 这个岗位上当班。
duty-not-on = 你现在不当班。发送 /now 看谁当班。
duty-not-yours = 这要由 { $who } 来定。
duty-crew-only = 只有本场班底可以勾掉。
duty-over = { $who } 已经不在这个岗位上了。
duty-settled-already = 这件事已经定了。
duty-already-drafting = 现在问的是 { $incoming }，不是你。
duty-already-offered = 现在问的是 { $incoming }，不是你。
duty-already-accepted = { $incoming } 已经接班了。
duty-already-declined = 没人能接，{ $outgoing } 继续当班。
duty-already-lapsed = 这次交接已经过了。
duty-already-taken = { $incoming } 已经接管了。

## The emergency door

duty-take-which = 要接管哪个岗位？所有人都会收到通知。
duty-take-nothing = 没有你能接管的岗位。
duty-take-sure = <b>现在</b>就从 { $who } 手里接管 { $role }，不走交接卡？所有人都会收到通知。
duty-take-yours = 这个岗位本来就是你在当班。
duty-take-not-you = 只有 { $role } 本人、替补或负责人可以接管。
duty-take-done = { $incoming } 已从 { $outgoing } 手里接管 { $role }。
duty-take-left = 没有变动，{ $who } 继续当班。
duty-take-toast = 现在由你当班：{ $role }（原来是 { $who }）。
duty-taken = ⚠️ <b>{ $incoming } 接管了 { $role }</b>（原来是 { $outgoing }），{ $at }，没有走交接卡。
duty-taken-from-you = { $incoming } 已于 { $at } 接管 { $role }，你可以下了。还有什么没完的，请告诉 { $incoming }。
duty-taken-by-you = { $at } 起由你当班：{ $role }。{ $outgoing } 和群里都已通知。

## Promises

duty-promise = 要兑现：{ $promise }
duty-promise-at = { $promise }（{ $at }）
duty-promise-noted = { $promise } · { $times } 会叫当班的人
duty-promise-noted-air = { $promise } · { $times } 会叫 { $who }，不打扰在播的人
duty-everyone = 全群
duty-promise-due = 📣 到时间兑现了：<b>{ $promise }</b>
    现在的 { $role }：{ $who }。请盯着做完，再点「已兑现」。
duty-promise-kept = ✓ { $promise }（{ $who }，{ $at }）
duty-promise-already = { $who } 已经勾掉了。
duty-promise-thanks = 已勾掉。

## Hours

duty-hours-warn = { $role } { $who } 已连续播 { $span }，计划到 { $until }。请安排休息，或交接：/handoff
duty-hours-hard = ⚠️ { $role } { $who } 已连续播 { $span }，到上限了，必须马上换人。/handoff
duty-may-hours = { $who } 当天要播 { $span }，上限是 { $most }。
duty-may-rest = { $who } 两天的直播之间只休息 { $span }，至少要 { $least }。

## For the others

duty-in-time = 按时接班
duty-in-time-sign = 🔁
duty-report = 按时接班：{ $in_time }/{ $planned }
duty-report-late = 晚接 { $late } 次 · 没接 { $never } 次
duty-report-taken = 不走交接卡直接接管：{ $taken } 次
duty-report-promises = 口头承诺兑现：{ $kept }/{ $made }
duty-point-handoff = { $role } 还没交接：{ $outgoing } → { $incoming }，{ $due }
duty-point-promise = 承诺还没兑现：{ $promise }
duty-help-now = /now 谁当班、下一班是谁
duty-help-handoff = /handoff 填卡交接
duty-help-take = /take 紧急时直接接管

## The record

duty-log-on = { $person } 上岗：{ $role }
duty-log-opened = { $role } 开始交接：{ $outgoing } → { $incoming }，{ $due }
duty-log-offered = { $role } 的交接卡已发给 { $incoming }
duty-log-accepted = { $role } 已交接：{ $outgoing } → { $incoming }
duty-log-accepted-by = { $role } 已交接：{ $outgoing } → { $incoming }（{ $who } 代点）
duty-log-late = { $role } 交接晚了：{ $outgoing } → { $incoming }，应在 { $due }
duty-log-late-by = { $role } 交接晚了：{ $outgoing } → { $incoming }，应在 { $due }（{ $who } 代点）
duty-log-declined = { $incoming } 接不了 { $role } 的班
duty-log-declined-by = { $who } 不等 { $incoming } 接 { $role } 的班，改找别人
duty-log-overdue = { $incoming } 没有接 { $role } 的班，{ $outgoing } 继续当班
duty-log-lapsed = { $role } 交给 { $incoming } 的交接作罢
duty-log-taken = { $incoming } 从 { $outgoing } 手里接管 { $role }，没有交接卡
duty-log-seen = { $who } 在处理 { $role } 的交接
duty-log-asked = { $who } 问交接：{ $question }
duty-log-answered = { $who } 答：{ $answer }
duty-log-promised = 口头承诺：{ $promise }
duty-log-kept = 承诺已兑现：{ $promise }（{ $who }）
duty-log-hours = { $person } 已连续播 { $span }

## What a cue is called

duty-cue-card = 交接卡
duty-cue-nag = 临近交接还没接班
duty-cue-page = 到点没接班
duty-cue-promise = 口头承诺到点
duty-cue-hours = 连续直播时长

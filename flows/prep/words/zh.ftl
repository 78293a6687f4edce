## Commands

prep-command-todo = 我的待办，逾期的排前面
prep-command-chain = 岗位上没人应，接着找谁
prep-command-item = 加一项待办（也可以回复某条消息）
prep-command-prep = 本场筹备清单

## Buttons

prep-done = 完成
prep-blocked = 卡住了
prep-later = 稍后
prep-second = 我也核过了
prep-skip = 跳过这项
prep-in-the-way = ⛔ 有一项卡住了
prep-unblock = 不卡了
prep-mine-now = 我来解决
prep-ask-everybody = 问问全群
prep-who-asked = 催过谁
prep-mute = 🔕 这项别再催
prep-unmute = 🔔 恢复提醒
prep-chain = 调整找人顺序
prep-give = 👤 交给别人
prep-give-numbered = { $number } · 交给别人
prep-proof = 看凭证
prep-undo = 撤回
prep-take-back = 撤回
prep-change = 改一下
prep-back = ‹ 返回
prep-add = 加一项
prep-see-left = 看看哪些没勾
prep-minutes = { $minutes } 分钟后
prep-all = ✓ 以上都已完成
prep-tick = ✓ { $number } · { $title }
prep-tick-proof = 📎 { $number } · { $title }
prep-settle = ✓ { $title }
prep-settle-at = ✓ { $at } · { $title }
prep-settle-proof = 📎 { $title }
prep-page = 第 { $page }/{ $pages } 页 ›
prep-page-back = ‹
prep-other = { $stream }
prep-board-mine = 我的待办
prep-board-all = 筹备清单
prep-open-overdue = ⏰ { $title }
prep-open-listed = ⬜ { $title }
prep-open-checked = 👀 { $title }
prep-open-blocked = ⛔ { $title }
prep-open-open = ▫️ { $title }
prep-open-skipped = ➖ { $title }
prep-open-done = ✅ { $title }

## An item's card

prep-title = ▫️ <b>{ $title }</b> · { $stream }
prep-title-critical = ❗ <b>{ $title }</b> · { $stream }
prep-title-first = ↩️ <b>{ $title }</b> · 上一场的改进项 · { $stream }
prep-is-due = 截止 { $due }，还有 { $span }{ $whose }
prep-is-overdue = ⏰ 应在 { $due } 前完成，现已逾期{ $whose }
prep-is-listed = ⬜ 临时排的场，做完请勾掉{ $was }{ $whose }
prep-is-left = 没有勾掉{ $was }{ $whose }
prep-was-due = （应在 { $due } 前）
prep-whose = {" "}· { $who }
prep-is-done = ✅ { $who } 已完成，{ $at }
prep-is-done-by-two = ✅ { $first } 和 { $second } 都核过了，{ $at }
prep-is-skipped = ➖ { $who } 决定跳过：<i>{ $why }</i>
prep-is-blocked = ⛔ { $who } 说卡住了：<i>{ $why }</i>
prep-is-gone = 这项不用做了。
prep-is-begun = 已经开播，这项不再催了。
prep-is-passed = 🔴 { $by }破例放行，这项还要补上。
prep-passed-by = { $who }
prep-passed-done = ✅ 你破例放行的一项，{ $who } 补上了：<b>{ $title }</b>
prep-is-off = 这场取消了，这项不用做了。
prep-is-checked = 👀 { $who } 已核一遍，等第二个人。
prep-is-yours-checked = 👀 你已核一遍，等 { $who } 或班底里其他人再核一遍。
prep-vacant-post = 🪑 { $role }空缺，这项由你来管。
prep-silent-post = ⏳ { $who } 还没确认担任{ $role }，这项先由你来管。
prep-held-by = 这项归 { $who } 负责。
prep-shared = 👥 你和 { $who } 同岗，这项先问的 { $who }。
prep-personal = 这项只能本人做：请盯一下，或者决定跳过。
prep-proof-text = 点「完成」后写一句话作凭证。
prep-proof-photo = 点「完成」后发一张照片或截图。
prep-proof-file = 点「完成」后发文件。
prep-proof-second = 这项要两个人核。
prep-stop = 做完点「完成」；做不下去点「卡住了」，{ $lead } 会知道；现在没空点「稍后」，我再提醒。
prep-stop-alone = 做完点「完成」；做不下去点「卡住了」，解决之前不再催；现在没空点「稍后」，我再提醒。
prep-second-please = 请你再核一遍，核完点「我也核过了」。
prep-stuck-please = 能帮忙解决吗？还是这项跳过？
prep-stuck-anyone = 谁能帮忙解决？都不行的话，由负责人决定跳过。
prep-sorted-by = { $who } 正在解决。
prep-unblocked-by = { $who } 说不卡了，这项可以继续：
prep-when-again = 多久以后再提醒？
prep-again-at = 💤 { $at } 再提醒 { $who }。
prep-asked = <b>{ $title }</b>：催过谁、什么时候
prep-asked-nobody = <b>{ $title }</b>：还没催过任何人。
prep-asked-order = 找人顺序：{ $people }，最后是全群。
prep-asked-order-alone = 找人顺序：{ $people }；别人替不了，不再往下找。
prep-asked-everybody = 全群都问过了，不再往下找人。
prep-asked-next = 没完成就再问：{ $at }
prep-is-muted = 🔕 { $who } 让这项别再催；没完成的话，开播决策时照样列出来。
prep-proof-shown = <b>{ $title }</b> · { $who }，{ $at }

## What is asked

prep-ask-text = <b>{ $title }</b>
    写一句话作凭证：链接、数字或名字都行。
prep-ask-photo = <b>{ $title }</b>
    发一张能看清结果的照片或截图。
prep-ask-file = <b>{ $title }</b>
    把文件发到这里。
prep-ask-again = <b>{ $title }</b>
    给不了凭证？点「卡住了」写明原因，{ $lead } 会知道，也能决定跳过。
prep-ask-again-alone = <b>{ $title }</b>
    给不了凭证？点「卡住了」写明原因，然后可以跳过。
prep-need-text = 收到的是图片或文件，这里要一句话：链接、数字或名字都行。
prep-need-photo = 这不是图。这里要一张照片或截图，点 📎 发。
prep-need-photo-said = 「{ $text }」记下了，会和图放在一起。还差一张图：照片或截图，点 📎 发。
prep-need-file = 这不是文件。这里要文件本身：点 📎，再选「文件」。
prep-need-file-said = 「{ $text }」记下了，会和文件放在一起。还差文件：点 📎，再选「文件」。
prep-whose-proof = { $count ->
    [1] 「{ $text }」是这一项的凭证吗？不是就点「取消」。
   *[other] 「{ $text }」是哪一项的凭证？都不是就点「取消」。
}
prep-whose-proof-sent = { $count ->
    [1] 刚发的是这一项的凭证吗？不是就点「取消」。
   *[other] 刚发的是哪一项的凭证？都不是就点「取消」。
}
prep-ask-blocked = <b>{ $title }</b>
    卡在哪里？一句话就行。
prep-which-stuck = 哪一项卡住了？
prep-ask-skip = <b>{ $title }</b>
    为什么跳过？理由记进本场记录。
prep-add-what = 要做什么？写一句话。
prep-add-show = 加到哪一场？
prep-add-for = { $stream } · { $at }
prep-add-who = <b>{ $what }</b>
    谁负责？
prep-add-whether = <b>{ $what }</b>
    你自己来做，还是提给负责人？
prep-add-mine = 我来做
prep-add-suggest = 提给 { $who }
prep-add-suggested = 💡 { $who } 建议加一项：<b>{ $what }</b>
    谁负责？不用加就点「取消」。
prep-give-who = <b>{ $title }</b>
    以后归谁？
prep-given = <b>{ $title }</b> 现在归 { $who }。
prep-who-away = 🌴 { $who }
prep-who-is-away = 🌴 { $who } { $first } 到 { $last } 请假。
prep-who-is-away-on = 🌴 { $who } { $day } 请假。
prep-who-unknown = 团队里没有叫「{ $text }」的人。点一个名字，或照 /team 里的名字写。
prep-asked-instead = 🌴 { $who } 那天请假，到时先问 { $lead }。
prep-left = { $who } 已不在团队，名下还有 { $count } 项待办。你没交给别人之前，先问你。
prep-away = { $who } 请假到 { $last }，这期间有 { $count } 项待办要做。到时先问你；也可以交给别人。
prep-left-line = { $number }. { $title } · { $stream } · 截止 { $due }
prep-away-yours = 这期间你有 { $count } 项待办要做，已告诉 { $who }。
prep-add-due = 什么时候前完成？点按钮，或直接打时间，比如「{ $at }」。
prep-add-before = 开播前 { $span }
prep-add-due-unclear = 没看懂这个时间。可以写「明天下午6点」或「12月1日18:00」。
prep-add-due-hour = { $day }，几点前？
prep-add-due-after = { $at } 已经在下播（{ $ends }）之后了，请写一个更早的时间。
prep-add-due-past = { $at } 已经过了，请写一个之后的时间。
prep-add-of = <b>{ $what }</b> · { $who }
prep-add-sure = <b>{ $what }</b> · { $who } 负责，截止 { $due }。
    是这个意思吗？不对就点「上一步」。
prep-add-right = 加入清单
prep-says-by = by, due, due by, no later than, deadline, 截止, 截止到, 截止时间, 截至, 最晚, 最迟, 赶在
prep-says-around = before, until, till, 在
prep-says-before = 之前, 以前, 前, 截止
prep-says-part = 的, 档, 场
prep-says-never = 截止日, 前台, 前后, 前期, 前面, 前景, 前置, 前场, 前排, 前天, 前一
prep-says-and = and, &, +, 和, 与, 跟, 及
prep-says-whose = owner, 负责人, 负责, 来负责, 来做, 由
prep-add-due-shown = 截止 { $at }
prep-suggested = 已提给 { $who }，有结果会告诉你。
prep-suggestion-taken = 💡 { $who } 已加入清单：<b>{ $title }</b> · { $owner } 负责，截止 { $due }。
prep-suggestion-left = { $who } 看过了，这次不加：<i>{ $title }</i>。谢谢提醒。
prep-chain-role = 哪个岗位？
prep-chain-first = <b>{ $role }</b>：这个岗上的人没应，先找谁？
prep-chain-next = <b>{ $role }</b>：{ $people }。再往下找谁？
prep-chain-done = 就这些
prep-chain-playbook = 按方案来
prep-chain-which = 方案里没有「{ $text }」这个岗位。单发 /chain 会列出全部岗位。
prep-chain-strange = 团队里没有叫「{ $text }」的人，或者不止一个。请点名字，也可以不排。
prep-chain-nobody = 团队里没有叫「{ $text }」的人，或者不止一个。
prep-chain-meant = <b>{ $role }</b>：{ $people }。「{ $text }」指的是谁？
prep-chain-unknown = { $text }？
prep-chain-out = 不排
prep-chain-kept = <b>{ $role }</b>：这个岗上的人没应，先找 { $people }，再找本场负责人，最后是全群。以后每一场都照此办理。
prep-chain-left = 最多依次找 { $most } 个人，没排进去：{ $people }。
prep-chain-reset = <b>{ $role }</b>：找人顺序恢复为按方案来。
prep-added = 已加入清单：<b>{ $title }</b> · { $who } 负责，截止 { $due }，开播时间变了会跟着变。
prep-taken-back = 已从清单里拿掉：<s>{ $title }</s>

## Answers to a press

prep-done-toast = 已完成：{ $title }
prep-all-toast = { $left ->
    [0] 已勾掉 { $count } 项，辛苦了！
   *[other] 已勾掉 { $count } 项。还有 { $left } 项要凭证或双人核对，请逐项点。
}
prep-all-none = 这几项都要凭证或双人核对，请逐项点。
prep-checked-toast = 收到，已请另一个人再核一遍。
prep-second-not-you = 第一遍是你核的，第二遍要换个人。
prep-blocked-told = 已告诉 { $who }。解决之前不再催你。
prep-blocked-unheard = 已记下，但 { $who } 还没和我开过私聊，没通知到，请你自己说一声。解决之前不再催你。
prep-blocked-alone = 你点「不卡了」之前不再催。
prep-blocked-already = { $who } 已经报过了，负责人知道。
prep-open-already = 这项本来就没完成，也没卡住。
prep-called-toast = 已经问全群了。
prep-unblocked-own = 可以继续了，到点照常提醒。
prep-unblocked-unheard = 可以继续了。{ $who } 还没和我开过私聊，没通知到。
prep-unblocked-toast = 可以继续了，已告诉 { $who }。
prep-undone-toast = 已撤回，这项变回待完成。
prep-skipped-toast = 已跳过：{ $title }
prep-sorted-toast = 这事归你了，解决后点「不卡了」。
prep-again-toast = { $span }后再提醒你。
prep-muted-toast = 这项不再催任何人。没完成的话，开播决策时照样列出来。要恢复：点「催过谁」，再点「恢复提醒」。
prep-unmuted-toast = 已恢复提醒。
prep-taken-back-toast = 已撤回，不会再问任何人。
prep-no-proof = 这里没有可看的凭证。
prep-no-later = 没有时间再等了：完成，还是卡住了？
prep-over = 这项已经不用处理了。
prep-already-done = { $who } 已经完成了，{ $at }。
prep-already-skipped = { $who } 已经跳过了，{ $at }。
prep-not-yours = 这项只有 { $who } 或负责人能处理。
prep-crew-only = 只有本场班底能核。

## Lists

prep-why-short = ⚡ 临时排的场：来不及逐项来问了，下面这些一并列给你。
prep-why-moved = ⚡ 开播时间变了，下面这些已经到点或马上到点。
prep-why-added = ➕ 你的清单有新增：
prep-why-yours = 🔁 班底有调整，{ $marked ->
    [0] 下面这些
   *[other] 标 🔁 的
}现在归你。原来归：{ $who }
prep-why-unsure = 🔁 { $who } 还没确认，{ $marked ->
    [0] 下面这些
   *[other] 标 🔁 的
}先归你。
prep-why-still = 📋 本场归你的事项：
prep-list-came = 🔁 { $title }
prep-list-critical = ❗ { $title }
prep-why-given = 🔁 负责人把{ $marked ->
    [0] 下面这些
   *[other] 标 🔁 的
}交给你。原来归：{ $who }
prep-why-from = { $who }（{ $roles }）
prep-list = <b>{ $stream }</b> · { $at } · 共 { $count } 项
prep-list-off = <b>{ $stream }</b> · { $at }
    这场取消了，这张清单都不用做了。
prep-list-begun = ▶️ 已经开播，播前要做的不再催了。
prep-list-anew = ↓ 这张清单已重发，以下面新的一张为准。
prep-list-nothing = <b>{ $stream }</b> · { $at }
    这张清单里没有你要做的了。你的待办：/todo
prep-list-open = { $number }. { $title } · 截止 { $due }
prep-list-overdue = { $number }. { $title } · 应在 { $due } 前
prep-list-listed = { $number }. { $title }{ $was }
prep-list-checked = { $number }. 👀 { $title } · 已核一遍，等第二个人
prep-list-passed = { $number }. 🔴 { $title } · { $by }破例放行，还要补上
prep-list-left = { $number }. { $title } · 没有勾掉
prep-list-blocked = { $number }. ⛔ { $title }
prep-list-skipped = { $number }. ➖ <s>{ $title }</s>
prep-list-done = { $number }. ✅ <s>{ $title }</s>
prep-list-stop-air = 做完哪项点哪项，这些不逐条催。
prep-list-stop = 做完哪项点哪项。这些不逐条催，没完成的在开播决策时列出来。
prep-ticks-more = 按钮一次最多 { $count } 个，点掉前面的，后面的会补上来。
prep-list-timed = 做完哪项点哪项。写了截止的，到点再来问。
prep-list-followed = 做完哪项点哪项。
prep-todo-none = { $who }，你手上没有待办。👌 近期场次：/streams
prep-todo = <b>{ $who }</b> · 待办 { $count } 项
prep-todo-anew = <b>{ $who }</b> 的待办已重新列出，以新的一张为准。
prep-todo-overdue = { $number }. ⏰ { $title } · 应在 { $due } 前 · <i>{ $stream }</i>
prep-todo-listed = { $number }. ⬜ { $title } · 做完请勾掉 · <i>{ $stream }</i>
prep-todo-passed = { $number }. 🔴 { $title } · { $by }破例放行，还要补上 · <i>{ $stream }</i>
prep-todo-blocked = { $number }. ⛔ { $title } · 卡住了 · <i>{ $stream }</i>
prep-todo-checked = { $number }. 👀 { $title } · 已核一遍，等第二个人 · <i>{ $stream }</i>
prep-todo-open = { $number }. { $title } · { $due } · <i>{ $stream }</i>
prep-todo-shared = { $number }. 👥 { $title } · { $due } · 你和 { $who } 同岗，{ $who } 在跟 · <i>{ $stream }</i>
prep-morning = ☀️ 早，<b>{ $who }</b>！{ $count ->
    [0] 今天没有新的要完成
   *[other] 今天要完成 { $count } 项
}{ $before ->
    [0] {""}
   *[other] ，之前还剩 { $before } 项
}
prep-morning-open = { $number }. { $title } · { $at } · <i>{ $stream }</i>
prep-morning-overdue = { $number }. ⏰ { $title } · 应在 { $at } 前 · <i>{ $stream }</i>
prep-morning-checked = { $number }. 👀 { $title } · 已核一遍，等第二个人 · <i>{ $stream }</i>
prep-morning-blocked = { $number }. ⛔ { $title } · { $at } · <i>{ $stream }</i>
prep-morning-done = { $number }. ✅ <s>{ $title }</s>
prep-morning-stop-late = 标 ⏰ 的已经逾期，其余的到点我会逐项来问；已经做完的，直接点。
prep-morning-nothing = ☀️ <b>{ $who }</b>，今天原来要你做的都不用你做了。你的待办：/todo
prep-morning-stop = 到点我会逐项来问；已经做完的，直接点。
prep-nothing-planned = 现在没有在筹备的场次。负责人用 /new 排一场。
prep-sheet = <b>{ $stream }</b> · { $at }
    已完成 { $done }/{ $total }
prep-sheet-ahead = <b>{ $stream }</b> · { $at }
    开播前要做的：已完成 { $done }/{ $total }
prep-sheet-first = 🔧 <b>上一场的改进项</b>（{ $count }）
prep-sheet-overdue = <b>⏰ 逾期（{ $count }）</b>
prep-sheet-listed = <b>⬜ 做完请勾掉（{ $count }）</b> · 临时排的场
prep-sheet-blocked = <b>⛔ 卡住（{ $count }）</b>
prep-sheet-open = <b>▫️ 待完成（{ $count }）</b>
prep-sheet-skipped = <b>➖ 跳过（{ $count }）</b>
prep-sheet-done = <b>✅ 已完成</b>：{ $titles }{ $more ->
    [0] {""}
   *[other] {" "}等，另有 { $more } 项
}
prep-sheet-left = 开播前有 { $count } 项一直没勾。
prep-left-before = <b>{ $stream }</b> · { $at }
    开播前该做、一直没勾的：{ $count } 项
prep-sheet-anew = <b>{ $stream }</b> · { $at }
    这张筹备清单已重新列出，请看下面新的一张。
prep-line = • { $title } · { $who }{ $due }
prep-line-checked = • 👀 { $title } · 已核一遍，等第二个人{ $due }
prep-line-critical = • ❗ { $title } · { $who }{ $due }
prep-line-due = {" "}· { $due }
prep-line-more = ……还有 { $count } 项
prep-legend = <i>{ $marks }</i>
prep-mark-open = ▫️ 待完成
prep-mark-critical = ❗ 关键项，没完成会列在开播决策卡上
prep-mark-proof = 📎 要凭证，或要另一个人核

## For the board, the gate, the review, /help

prep-panel-line = 📋 { $parts }
prep-panel = 筹备 { $done }/{ $total }
prep-panel-blocked = 卡住 { $count }
prep-panel-overdue = 逾期 { $count }
prep-panel-skipped = 跳过 { $count }
prep-point-second = { $title } · 等第二个人核
prep-point = { $title } · { $who }
prep-stands-blocked = ⛔ { $why }
prep-stands-sorted = ⛔ { $why } · { $who } 正在解决
prep-stands-checked = 👀 已核一遍，等第二个人
prep-points-more = 另有 { $count } 项未完成
prep-points-all = 清单还有 { $count } 项未完成
prep-stays = 📌 发布后继续跟进：{ $count } 项，由 { $people } 做完 · { $titles }
prep-in-time = 筹备按时完成
prep-in-time-sign = ✅
prep-report = 📋 清单共 { $total } 项：{ $parts }
prep-count-in-time = 按时完成 { $count }
prep-count-late = 晚完成 { $count }
prep-count-open = 继续跟进 { $count }
prep-count-skipped = 跳过 { $count }
prep-count-blocked = 卡住 { $count }
prep-count-left = 没勾 { $count }
prep-report-late = 晚完成（{ $count }）：{ $titles }
prep-report-open = 继续跟进（{ $count }）：{ $titles }
prep-report-whose = { $title }（{ $who }）
prep-report-left = 没勾（{ $count }）：{ $titles }
prep-report-skipped = 跳过：{ $title } · <i>{ $why }</i>
prep-report-blocked = 一直卡住：{ $title } · <i>{ $why }</i>
prep-and-more = 另 { $count } 项
prep-help-mine = /todo 你有 { $count } 项待办{ $overdue ->
    [0] {""}
   *[other] ，其中逾期 { $overdue } 项
}
prep-help-all = /prep 下一场的全部筹备清单

## The show log

prep-log-done = { $who } 完成：{ $item }
prep-log-done-for = { $who } 替 { $owner } 勾掉：{ $item }
prep-log-checked-again = { $who } 核了第二遍：{ $item }
prep-log-checked = { $who } 核了第一遍：{ $item }
prep-log-blocked = { $who } 卡在：{ $item }（{ $why }）
prep-log-called = { $who } 请全群帮忙：{ $item }
prep-log-unblocked = { $who } 说不卡了：{ $item }
prep-log-undone = { $who } 撤回，变回待完成：{ $item }
prep-log-skipped = { $who } 跳过：{ $item }（{ $why }）
prep-log-suggested = { $who } 建议加一项：{ $item }
prep-log-muted = { $who } 让这项别再催：{ $item }
prep-log-unmuted = { $who } 恢复提醒：{ $item }
prep-log-chain = { $who } 调整找人顺序：{ $role } → { $people }
prep-log-chain-reset = { $who } 把找人顺序恢复为按方案来：{ $role }
prep-log-given = { $who } 交给 { $owner }：{ $item }
prep-log-taken = { $who } 接手：{ $item }
prep-log-added = { $who } 给 { $owner } 加了一项：{ $item }
prep-log-added-own = { $who } 给自己加了一项：{ $item }
prep-log-taken-back = { $who } 从清单里拿掉：{ $item }

## Pings, as they are named when they were missed

prep-cue-morning = 今日待办
prep-cue-ping = 清单待办
prep-cue-again = 稍后再提醒的待办
prep-cue-overdue = 逾期待办
prep-cue-waiting = 还没回复的，清单先给别人
prep-cue-end = 不再跟进的待办
prep-cue-second = 第二个人核对
prep-cue-stuck = 卡住的待办

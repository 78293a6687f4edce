## A show

plan-title = <b>{ $title }</b>
plan-when = { $begins }–{ $ends } · { $length }
plan-when-zone = { $when }（{ $zone }）
plan-aim = { $purpose } · 目标：{ $goal }
plan-purpose = { $purpose }
plan-goal = 目标：{ $goal }
plan-goal-unit = { $goal } { $unit }
plan-where = 📺 { $platforms }
plan-products = 🛍 { $products } 个品
plan-where-products = 📺 { $platforms } · { $products } 个品
plan-lead = 负责人：{ $who } · 副手：{ $deputy }
plan-lead-alone = 负责人：{ $who }
plan-phase = <i>{ $phase }</i>
plan-bullet = • { $text }
plan-at = { $at }
plan-name = { $who }

## The crew

plan-seat-number = { $role }{ $number }
plan-turn = { $begins }–{ $ends }
plan-seat-turns = { $role }（暂定 { $turns } 当班）
plan-seat-open = ○ { $role }：空缺
plan-seat-asked = … { $role }：{ $who }，待确认
plan-seat-away = 🌴 { $role }：{ $who }，请假
plan-seat-accepted = ✓ { $role }：{ $who }
plan-seat-declined = ✗ { $role }：{ $who } 来不了，还空着
plan-seat-after = { $seat }（{ $said }）
plan-said-no = { $who } 来不了
plan-said-this-one = { $who } 推荐
plan-said-other = { $who } 推荐过 { $other }
plan-legend = <i>✓ 已确认能来</i>
plan-crew-open = ○ { $role }：空缺
plan-crew-asked = … { $role }：{ $who }
plan-crew-away = 🌴 { $role }：{ $who }
plan-crew-accepted = ✓ { $role }：{ $who }
plan-crew-declined = ✗ { $role }：{ $who }
plan-tally = 已确认 { $accepted }/{ $seats }

## /new

plan-command-new = 排一场直播
plan-command-streams = 近期场次
plan-command-board = 重发看板
plan-command-next = 我接下来要做什么
plan-command-move = 某一场改期
plan-new-button = + 排一场
plan-start-button = 排一场直播
plan-line-unclear = 没看懂几点开播。可以这样写：/new 明晚8点 3小时 双11专场。也可以只发 /new，我一步步问。
plan-ask-title = <b>排一场直播。</b>叫什么名字？也可以一行说完：<code>明晚8点 3小时 双11专场</code>
plan-ask-purpose = 这场主要为了什么？点一个，或者直接打字。
plan-ask-goal = 目标定多少？请给个数字，例如：3000 单
plan-ask-goal-unit = 目标定多少{ $unit }？例如：20000
plan-goal-number = 目标要有数字，复盘时才知道达没达成。例如：3000 单
plan-goal-number-skip = 目标要有数字，复盘时才知道达没达成。例如：3000 单。也可以点「跳过」。
plan-ask-start = 几点开播？点一个，或者直接打字：<code>明晚8点</code>、<code>周六20:00</code>、<code>12月1日20:00</code>。按 { $zone } 算。
plan-start-kept = { $at }（{ $zone }）
plan-start-unclear = 没看懂这个时间。可以这样写：明晚8点 · 周六20:00 · 12月1日20:00 · 2小时后
plan-start-hour = { $day }，几点？例如：{ $day } 20:00
plan-start-past = { $at } 已经过了，现在是 { $now }。请写之后的时间，例如：明晚8点
plan-start-far = { $at } 在一年以后了。请写近一点的日期，例如：周六20:00
plan-ask-length = 播多久？点一个，或者直接打字：2个半小时、90分钟、到23点
plan-length-kept = { $length }，播到 { $ends }
plan-hours = { $length }
plan-length-unclear = 没看懂时长。可以这样写：3小时 · 90分钟 · 2个半小时 · 到23点
plan-end-first = 下播比开播还早。例如：明晚8点到11点，或 明晚8点 3小时
plan-length-unfit = 一场直播最短 15 分钟，最长 24 小时。例如：3小时

## /new: the crew

plan-ask-crew = <b>建议班底：</b>
plan-draft-seat-why = { $role }：<b>{ $who }</b> · { $why }
plan-draft-none-free = { $role }：都没空
plan-draft-tied = { $role }：空缺；{ $who }，不能兼
plan-draft-tied-one = { $who } 在做 { $role }
plan-draft-stand-in-leaves = { $who }（会空出 { $role }）
plan-draft-stand-ins = { $role }：团队里还没有人担任；{ $who } 可顶岗，点这个岗位来选
plan-draft-none = { $role }：团队里还没有人担任
plan-draft-seat = { $role }：<b>{ $who }</b>
plan-draft-open = { $role }：空缺
plan-crew-alike = <i>{ $whom ->
    [all] 所有人
   *[others] 其他人
}：{ $why }。</i>
plan-small-hours = <i>现在是 { $now }，「明天」按下一个日期算了。其实是今天？</i>
plan-today = 今天 { $at }？
plan-crew-how = 合适就用这套班底；要换人，点对应岗位。名字、时间、时长不对，重新发一遍就行。
plan-type-again = 没看懂这个时间。可以发 <code>20:30</code>、<code>2小时</code>，或整行重发：<code>明晚8点 3小时 双11专场</code>
plan-crew-keep = 就用这套班底
plan-crew-add = + 加一个位置
plan-draft-button = { $role }：{ $who }
plan-ask-who = <b>{ $role }</b> 由谁来？
plan-ask-who-none = <b>{ $role }</b> 没有别人可选。成员可以用 /join 认领这个岗位。
plan-who-barred = { $who }：{ $why }
plan-who-more = <i>……还有 { $count } 人也行；这里先列有空、最久没上的。</i>
plan-option = { $who } · { $reason }
plan-also = 本场兼任 { $role }
plan-leaves = 会空出 { $role }
plan-backup-also = 替补，本场兼任 { $role }
plan-backup-leaves = 替补，会空出 { $role }
plan-stands-in = 可顶岗，有空
plan-stands-in-also = 可顶岗，本场兼任 { $role }
plan-stands-in-leaves = 可顶岗，会空出 { $role }
plan-said-no-once = 说过来不了
plan-said-somebody = 推荐过 { $other }
plan-leave-open = 先空着
plan-ask-role = 加一个位置：哪个岗位？
plan-free = 有空
plan-free-last = 有空，{ $last }
plan-free-backup = 替补，有空
plan-free-backup-last = 替补，有空，{ $last }
plan-last-never = 首次排班
plan-last-day = 上次排班 { $day }
plan-last-ahead = { $at } 也有班
plan-may-busy = { $begins }–{ $ends } 有别的班

## /new: the review, and the whole

plan-ask-review = <b>下播后的复盘安排</b>，这样可以吗？
plan-review-who = { $opens } 起，我私聊每个人：{ $questions } 个通用小问题，加几个岗位问题。
plan-review-nudges = 没填的，{ $after }后各提醒一次。
plan-review-signs = <b>{ $by }</b> 前填完，由 { $lead } 发布复盘。
plan-review-keep = 就这样
plan-review-by = 复盘：{ $by } 前填完
plan-ask-sure = <b>完整计划。</b>确认后，我逐个去问班底。时间均为 { $zone }。
plan-warn-busy = ⚠️ { $who }：{ $why }
plan-warn-long = ⚠️ 要连播 { $length }，开播和下播时间没写反吧？
plan-warn-all-open = ⚠️ { $seats } 个位置都空着，我会在群里问谁能来。
plan-warn-open = ⚠️ 空缺 { $seats } 个位置：{ $roles }。我会在群里问谁能来。
plan-confirm = 确认
plan-changed-meanwhile = 刚才情况有变，请再看一遍。
plan-kept = ✅ <b>{ $title }</b> 已排好。{ $people ->
    [0] 不需要再问谁。
   *[other] 正在请 { $people } 人确认；谁来不了、谁没回，我都会告诉你。
}
plan-new-show = <b>新场次：{ $title }</b>
plan-new-crew = 班底：{ $who }（各自看私聊里的卡片）
plan-new-open = ○ 空缺：{ $roles }。能来的点下面。
plan-new-unknown = ○ 团队里还没有人能做：{ $roles }。能做的先用 /join 添加岗位，再点下面。
plan-new-where = 进展见看板，完整班底见 /streams。

## Being asked

plan-you-asked = 请你担任：<b>{ $roles }</b>
plan-you-accepted = ✅ 已确认：<b>{ $roles }</b>
plan-you-declined = ✗ 你来不了：{ $roles }
plan-not-needed = 这一场不用你上了。
plan-still-yours = 你还是本场的 { $roles }。
plan-still-asked = { $roles } 还在等你确认。
plan-still-deputy = 副手仍是你：{ $lead } 没应的会来问你。这也不行，就跟 { $lead } 说一声。
plan-taken-over = 已另请别人。又能来了？跟 { $lead } 说一声。
plan-suggestion-taken = 按你的推荐，已请 { $who } 来做 { $role }。
plan-answer-begun = 本场已开播，没等到你的回复。
plan-answer-by = 请在 { $by } 前回复。
plan-asked-alone = 来不了请尽早点「来不了」，由 { $who } 另找人。
plan-accept = 接受
plan-accept-all = 全部接受
plan-accept-one = 接受：{ $role }
plan-decline = 来不了
plan-decline-all = 都来不了
plan-suggest = 推荐别人
plan-cannot-after-all = 临时来不了
plan-can-after-all = 又可以来了
plan-ask-below = <b>{ $title }</b>：你的卡片
plan-chase = <b>还在等你确认。</b>
plan-accepted = 已确认：{ $roles }，{ $at }。
plan-accepted-away = 已确认：{ $roles }。不过你请假到 { $last }，还不算你到。那天能来的话，用 /away 取消请假。
plan-accepted-already = 你已经确认过了。
plan-declined = 收到，已告诉 { $who }。
plan-declined-already = 你已经回复过来不了。
plan-not-yours = 这个只能由 { $who } 回复。
plan-seat-moved-on = 班底刚调整过，这个位置已不是你的了。
plan-seat-taken = { $role } 已经是 { $who } 了。
plan-too-late = 来不及了：这一场现在是「{ $phase }」。
plan-too-late-yours = 这一场已经是「{ $phase }」。顶不住了就发 /handoff 交接，或直接找 { $who }。
plan-suggest-which = 哪个位置要推荐别人？
plan-suggest-who = { $role } 可以换谁来？
plan-suggest-left = 好的，不推荐了。
plan-suggest-nobody = 没有其他有空的 { $role }。来不了的话，请点「来不了」。
plan-suggested = 谢谢，由 { $who } 决定；在那之前位置还是你的。
plan-suggested-lead = { $who } 推荐 <b>{ $other }</b> 担任 <b>{ $title }</b>（{ $at }）的 { $role }。
plan-suggested-mine = 你推荐 <b>{ $other }</b> 担任 <b>{ $title }</b>（{ $at }）的 { $role }。
plan-suggested-you = { $who } 推荐 <b>你</b> 来做 <b>{ $title }</b>（{ $at }）的 { $role }。
plan-do-it = 我来
plan-kept-yours-plain = { $by } 还是希望由你来做 { $role }。能来吗？
plan-ask-other = 问问 { $who }
plan-keep = 还是 { $who }
plan-kept-yours = { $by } 还是希望由你来做 { $role }，不换 { $other }。能来吗？

## A no, a silence, an open seat

plan-declined-deputy = 副手仍是 { $who }，你没应的会去问他；要换点「负责人」。
plan-declined-next = <b>{ $title }</b>（{ $at }）的 { $role }，{ $who } 来不了，我已经去问 { $other }。
plan-declined-open = <b>{ $title }</b>（{ $at }）的 { $role }，{ $who } 来不了，还没去问别人。换谁？群里也会看到空缺，有这个岗位的人可以认领。
plan-declined-stand-ins = <b>{ $title }</b>（{ $at }）的 { $role }，{ $who } 来不了，团队里没有别人担任这个岗位。谁来顶岗？
plan-declined-nobody = <b>{ $title }</b>（{ $at }）的 { $role }，{ $who } 来不了，团队里也没有别人担任这个岗位。群里会看到空缺，有这个岗位的人点「我来」就能接；岗位用 /join 添加。
plan-show = <b>{ $title }</b>（{ $at }）
plan-back = <b>{ $title }</b>（{ $at }）的 { $role }，{ $who } 又能来了，不用再找人。
plan-someone-else = 换别人
plan-silent = <b>{ $title }</b>（{ $at }），以下还没回复：
plan-silent-seat-again = • { $role }：{ $who }（{ $asked } 问的，{ $again } 又催过）
plan-silent-seat = • { $role }：{ $who }（{ $asked } 问的）
plan-silent-none = ✅ <b>{ $title }</b>（{ $at }）：没有要等的回复了，要紧的位置都有人。
plan-silent-over = <b>{ $title }</b>（{ $at }）已开播，不再等回复。
plan-silent-below = <b>{ $title }</b>（{ $at }）：还没回复的名单
plan-again = 再催一次：{ $who }
plan-again-asked = 已再催 { $who }。
plan-again-not = 这边已经不用等回复了。
plan-silent-open = <b>{ $title }</b>（{ $at }），这些位置还空着：
plan-silent-open-too = 这些位置还空着：
plan-silent-nobody = ○ { $role }
plan-vacant = <b>{ $title }</b>（{ $at }）还有空缺：
plan-vacant-seat = ○ { $role }：{ $who }，能来吗？
plan-vacant-anyone = ○ { $role }：谁能来？
plan-vacant-stand-ins = ○ { $role }：{ $who } 可以顶岗，谁能来？
plan-vacant-offered = ○ { $role }：{ $who } 愿意接，等负责人定。
plan-vacant-unknown = ○ { $role }：团队里还没有人能做。能做的先用 /join 添加岗位，再点下面。
plan-vacant-below = <b>{ $title }</b>（{ $at }）的空缺
plan-vacant-none = ✅ <b>{ $title }</b>（{ $at }）：空缺都解决了。
plan-vacant-waits = <b>{ $title }</b>（{ $at }）：空缺已有人选，等本人确认。
plan-change-seat = 换人：{ $role }
plan-claim = 我来：{ $role }
plan-claims = 我来：{ $seats } 个空缺
plan-claims-which = <b>{ $title }</b>（{ $at }），你接哪个位置？
plan-claims-none = 现在没有空缺了。
plan-claims-unqualified = 空缺：{ $roles }。只有这些岗位的人可以认领。用 /join 添加岗位。
plan-claimed = { $at }，{ $role } 由你来。
plan-claimed-lead = { $who } 认领了 <b>{ $title }</b> 的 { $role }。
plan-claim-unqualified = 只有 { $role } 岗位的人可以认领。用 /join 添加岗位。
plan-claim-unqualified-held = 只有 { $role } 岗位的人可以认领。可以用 /join 添加，但你在这一场是 { $held }，不能兼：添加后再点，由 { $who } 决定换不换。
plan-claim-no-pair = 你在这一场已经是 { $role } 了。
plan-volunteer = 🙋 { $who } 愿意接 <b>{ $title }</b>（{ $at }）的 <b>{ $role }</b>。
plan-volunteer-as = { $who } 是 { $roles }，可以顶岗。
plan-volunteer-leaves = 同意后会空出：{ $roles }。
plan-volunteer-agree = 同意
plan-volunteer-not = 不用
plan-volunteer-asked = 已经去问 { $who }：由 { $who } 决定你接不接 { $role }，有结果马上告诉你。
plan-volunteer-agreed = { $role } 由 { $who } 来。
plan-volunteer-declined = 已回绝：{ $role } 不用 { $who } 来接。
plan-volunteer-yes = { $by } 同意了：{ $role } 由你来。
plan-volunteer-no = <b>{ $title }</b>（{ $at }）的 { $role }，{ $by } 说不用你来接。谢谢你愿意顶，你的安排不变。
plan-seat-gone = <b>{ $title }</b>（{ $at }）：这个位置已经去掉了。
plan-claim-not-free = 你接不了：{ $why }。

## Changing the crew

plan-button-crew = 班底
plan-button-move = 改期
plan-button-cancel = 取消本场
plan-button-rehearse = 🎭 彩排一遍（20 分钟）
plan-rehearsal-title = 🎭 彩排 · { $title }
plan-rehearsal-new = { $who } 召集彩排：约 20 分钟走完整场，{ $at }「开播」。照真播那样点、那样答；结果不计入任何数据。
plan-rehearsal-toast = 已问 { $people } 人，{ $at }「开播」。
plan-rehearsal-runs = { $title } 还没结束。等它走完，或先取消。
plan-crew-of = <b>{ $title }</b> 的班底
plan-crew-below = <b>{ $title }</b> 的班底
plan-crew-press = 点一个位置来换人。
plan-seat-now = 现在：{ $who }
plan-seat-now-asked = 现在：{ $who }，待确认
plan-seat-since = { $role } 现在是 { $who }：刚被别的负责人改过，或本人刚回复。请再看一遍。
plan-seat-since-open = { $role } 现在空着。请再看一遍。
plan-said-yes = ✓ { $who } 已口头答应
plan-noted-yes = { $by } 替你记了「能来」：<b>{ $title }</b>（{ $at }）的 { $role }。不对的话，在之前那张卡里改。
plan-who-before = ‹ 上一页
plan-who-after = 更多人 ›
plan-take-out = 去掉这个位置
plan-picked = { $whose ->
    [own] { $role } 由你来。
   *[other] 已请 { $who } 担任 { $role }。
}
plan-picked-from = { $whose ->
    [own] { $role } 由你来，
   *[other] 已请 { $who } 担任 { $role }，
}原来的 { $left } 现在空着。
plan-picked-open = { $role } 先空着，群里会看到。
plan-picked-gone = { $who } 已不在团队。
plan-replaced = { $by } 调整了 <b>{ $title }</b>（{ $at }）的班底：{ $role } 换成 { $other }。
plan-moved-seat = { $by } 调整了班底：请你从 { $left } 换到 { $role }。
plan-relieved = { $by } 调整了 <b>{ $title }</b>（{ $at }）的班底：{ $role } 不用你上了。

## What it is

plan-button-details = 详情
plan-button-title = 名称
plan-button-goal = 目标
plan-button-length = 时长
plan-button-platforms = 平台
plan-button-products = 品数
plan-detail-title = <b>{ $value }</b>
plan-detail-goal = 目标：{ $value }
plan-detail-length = 时间：{ $value }
plan-detail-platforms = 平台：{ $value }
plan-detail-products = 品数：{ $value }
plan-detail-none = 还没填
plan-detail-none-goal = 还没定数字
plan-details-unknown = <i>有的清单项只在某些平台、或带货的场次才做；没填之前，先都列着。</i>
plan-detail-ask-title = <b>{ $title }</b> 改叫什么？
plan-detail-ask-goal = <b>{ $title }</b> 的目标是多少？请给个数字。现在：{ $value }
plan-detail-ask-goal-unit = <b>{ $title }</b> 的目标定多少{ $unit }？现在：{ $value }
plan-detail-ask-length = <b>{ $title }</b> 播多久？现在：{ $value }。点一个，或者直接打字：2个半小时、到23点。清单、提醒、班次都跟着走。
plan-detail-ask-platforms = <b>{ $title }</b> 在哪播？现在：{ $value }。点一个，多个平台就打字：抖音、视频号
plan-detail-ask-products = <b>{ $title }</b> 上多少个品？现在：{ $value }。直接打数字，例如 40；不带品就打 0。
plan-detail-number = 请打一个整数，例如 40。
plan-detail-forget = 先不填
plan-details-below = <b>{ $title }</b> 的详情
plan-detail-yes = 仍然这样改
plan-renamed = ✏️ <b>{ $title }</b>（{ $at }）改名为 <b>{ $name }</b>。

## Somebody is away, or has left

plan-away-lead = { $who } 当天请假，原定在 <b>{ $title }</b>（{ $at }）担任 { $roles }。换谁？你定之前，位置仍是 { $who } 的。
plan-away-yours = 你在 <b>{ $title }</b>（{ $at }）担任 { $roles }：已请 { $who } 换人顶上。
plan-away-alone = 你在 <b>{ $title }</b>（{ $at }）担任 { $roles }：请自己换人顶上，/streams →「班底」。
plan-away-leads = <b>{ $title }</b>（{ $at }）由 { $who } 负责，那天请假：到时由你拍板。要正式换人，点「负责人」。
plan-away-your-lead = <b>{ $title }</b>（{ $at }）由你负责：那天由 { $who } 拍板，已经告诉 { $who } 了。
plan-away-no-lead = <b>{ $title }</b>（{ $at }）由你负责，那天没有别的负责人在：请先设一位，/team →「管理成员」。
plan-gave-up = { $who } 不再做 { $roles }，但在 <b>{ $title }</b>（{ $at }）还排着这个岗。换谁？你定之前，位置仍是 { $who } 的。
plan-gave-up-yours = <b>{ $title }</b>（{ $at }）的 { $roles } 已请 { $who } 换人，换好之前还是你。
plan-left-lead = { $who } 已不在团队，原定在 <b>{ $title }</b>（{ $at }）担任 { $roles }。换谁？

## Who leads

plan-button-lead = 负责人
plan-lead-of = <b>{ $title } 由谁负责？</b>
plan-lead-how = 没人应的、要拍板的都找负责人；负责人没应，再问副手。
plan-lead-how-alone = 没人应的、要拍板的都找负责人；没设副手，负责人没应就问团队里联系得上的其他负责人，最后问群里。
plan-lead-unreached = ⚠️ { $who } 还没打开和我的私聊，打开后才能选。
plan-make-lead = 负责人：{ $who }
plan-make-deputy = 副手：{ $who }
plan-make-deputy-none = 不设副手
plan-cannot-lead = { $who } 不是本团队的负责人。可在 /team →「管理成员」里设。
plan-leads-already = 已经是 { $who } 了。
plan-you-lead = { $by } 把 <b>{ $title }</b>（{ $at }）交给你负责。之后没人应的、空缺的、要拍板的都找你。
plan-you-lead-no-more = { $by } 把 <b>{ $title }</b>（{ $at }）改由 { $who } 负责，你不用再管了。
plan-you-lead-now = { $who } 已不在团队，<b>{ $title }</b>（{ $at }）现在由你负责；要换人：/streams →「负责人」。
plan-you-lead-instead = { $who } 不再是负责人，下面 { $count } 场现在由你负责：
plan-show-line = • <b>{ $title }</b>，{ $at }
plan-lead-changes = 之后没人应的、空缺的、要拍板的都找你。要换人：/streams →「负责人」。
plan-you-led = <b>{ $title }</b>（{ $at }）现在由 { $who } 负责。
plan-you-deputy = 你是 <b>{ $title }</b>（{ $at }）的副手，负责人是 { $who }：负责人没应的，会来问你。

## Shows that come again

plan-says-daily = every day, each day, daily, 每天, 每日, 天天
plan-says-weekly = every week, each week, weekly, 每周, 每星期, 每个星期
plan-says-each = every, each, 每
plan-says-goal = goal, target, 目标
plan-says-tomorrow = tomorrow, tomorow, tommorow, tommorrow, 2morrow, 2moro, tmr, tmrw, tmw, 明天, 明晚, 明早, 明日, 明儿
plan-confirm-once = 确认，只排这一场
plan-confirm-day = 确认，每天一场
plan-confirm-week = 确认，每周一场
plan-repeats-day = 🔁 每天一场
plan-repeats-week = 🔁 每周一场
plan-repeat-day = 🔁 每天一场
plan-repeat-week = 🔁 每周一场
plan-button-stop = 不再重复
plan-repeats-from = 下一场是 { $at }。我会在 { $ahead } 排好并告诉你：原班人马，没空的换人。
plan-repeats-ended = 不再重复了，已排好的场次保留。
plan-again-day = 🔁 下一场 <b>{ $title }</b> 已排好：{ $at }，正在请 { $people } 人确认。
plan-again-week = 🔁 下一期 <b>{ $title }</b> 已排好：{ $at }，正在请 { $people } 人确认。
plan-again-not-free = ⚠️ 这次没空：{ $who }
plan-ask-scope = 这一场是重复的。只改这一场吗？
plan-scope-one = 只这一场
plan-scope-on = 这一场和之后的
plan-scope-also = 之后的场次一起{ $shows ->
    [0] 。
   *[other] （已排好 { $shows } 场）：
}
plan-scope-show = • { $at }
plan-move-onward = 之后的场次也挪同样的时间，以后都按这个时间开播。
plan-ask-onward = 之后的场次也这样吗？
plan-onward = 之后都是：{ $role }：{ $who }
plan-onward-open = 之后都加：{ $role }（先空着）
plan-onward-without = 之后都不设：{ $role }
plan-onward-lead = 之后都由 { $who } 负责
plan-onward-deputy = 之后副手都是 { $who }
plan-you-lead-onward = { $by } 把 <b>{ $title }</b> 以后每一场都交给你负责。
plan-you-deputy-onward = { $by } 请你以后每一场都做 <b>{ $title }</b> 的副手。
plan-onward-done = ✅ { $shows ->
    [0] 已记下，之后新排的场次都这样。
   *[other] 已改 { $shows } 场，之后新排的也这样。
}
plan-onward-left = ⚠️ { $at } 那场没改：{ $who }，{ $why }。要换人：/streams → 选那场 →「班底」。

## /streams

plan-coming = <b>近期 { $streams } 场</b>
plan-none = 现在没有排好的场次。负责人用 /new 排一场。
plan-coming-line = • { $at } · <b>{ $title }</b> · { $phase } · { $crew }
plan-coming-button = { $at } · { $title }
plan-earlier = ‹ 前面的
plan-later-ones = 后面的 ›
plan-page = <i>第 { $page } 页，共 { $pages } 页</i>
plan-no-board = 现在没有在筹备的场次，所以没有看板。近期场次看 /streams。
plan-board-moved = ↓ <b>{ $title }</b> 的看板已重新发在下面。
plan-next = <b>{ $who }，接下来：</b>
plan-next-none = { $who }，目前没有安排给你的事。/streams 看之后的场次。
plan-next-asked = ❗ { $at } · <b>{ $title }</b>：{ $roles }，能来吗？等你回复。
plan-next-seat = 🎬 { $at } · <b>{ $title }</b>：{ $roles }，{ $roll } 到岗确认
plan-next-asked-for = 📋 { $at } · { $what } · { $title }
plan-next-legend = <i>📋 是我来问你的时间</i>
plan-which-move = 哪一场改期？

## Moving

plan-ask-to = <b>{ $title }</b> 改到什么时候？原定 { $at }（{ $zone }）。点一个，或者直接打：<code>明晚8点</code>、<code>21:00</code>、<code>推迟1小时</code>、<code>21:00 4小时</code>
plan-later = +{ $by }
plan-move-same = 本来就是这个时间。要改到什么时候？
plan-ask-move = <b>{ $title }</b>
    原定 { $before }
    改到 <b>{ $after }</b>（{ $zone }）
plan-move-anew = 班底每个人都要重新确认能不能来；清单和提醒都跟着走。
plan-move-told = 班底每个人都会收到通知，不用重新确认；清单和提醒都跟着走。
plan-move-yes = 确认改期
plan-length-told = 班底每个人都会收到通知，不用重新确认；按下播时间算的清单和提醒都跟着走。
plan-length-onward = 之后的场次也都播这么久。
plan-length-yes = 确认改时长
plan-length-done = ✅ <b>{ $title }</b> 改为 { $at }–{ $ends }，正在通知大家。
plan-moved = 🕗 <b>{ $title }</b> 改期：{ $before } → <b>{ $after }</b>。
plan-same-start = 🕗 <b>{ $title }</b>（{ $at }）
plan-lasts = ⏱ 时长由 { $before }改为 <b>{ $after }</b>，播到 { $ends }。
plan-since = { $who } 刚才改过：{ $what }。请再看一遍。
plan-moved-anew = 新的时间你能来吗？
plan-moved-fine = 其他安排都跟着走，不用回复。
plan-moved-owed = 其他安排都跟着走。你还没说能不能来，请在前面那张卡上回复。
plan-moved-done = ✅ <b>{ $title }</b> 已改到 { $after } 开播，正在通知大家。

## Calling off

plan-ask-reason = <b>{ $title }</b>（{ $at }）不播了？写一句原因，班底会看到；也可以跳过。点「取消」则照播。
plan-ask-cancel = <b>{ $title }</b>（{ $at }）确定不播了？会通知 { $people } 人，相关的提醒和清单全部停止。点「取消」则照播。
plan-cancel-yes = 确认取消本场
plan-cancelled = ❌ { $who } 取消了 <b>{ $title }</b>（{ $at }）。
plan-cancelled-why = 原因：{ $reason }
plan-cancelled-free = 这一场你不用再做什么了。
plan-cancelled-done = <b>{ $title }</b> 已取消，正在通知大家。
plan-cancelled-card = ❌ <b>{ $title }</b>（{ $at }）：已取消

## For the other flows

plan-panel = 班底：{ $crew }
plan-panel-waiting = … 待确认：{ $who }
plan-panel-away = 🌴 请假：{ $who }（{ $roles }）
plan-panel-declined = ✗ { $who } 来不了（{ $roles }）
plan-panel-open = ○ 空缺：{ $roles }
plan-panel-more = 还有 { $count } 个
plan-panel-more-people = 另有 { $count } 人
plan-point-open = { $role }：空缺
plan-point-asked = { $role }：{ $who } 还没确认
plan-point-away = { $role }：{ $who } 请假，还没有人顶
plan-point-declined = { $role }：{ $who } 来不了，没人顶上
plan-report-on-time = 实播 { $begins }–{ $ends } · { $length }，准点
plan-report-late = 实播 { $begins }–{ $ends } · { $length }，晚 { $span }
plan-report-early = 实播 { $begins }–{ $ends } · { $length }，早 { $span }
plan-report-crew = 班底：{ $crew }
plan-report-seat = { $role } { $who }
plan-report-after = { $who }（{ $at } 起）
plan-help-asked = ❗ <b>{ $title }</b>（{ $at }）在等你到私聊里回复
plan-help-lead = /new 排一场 · /streams 近期场次：换人、改期、取消 · /next 接下来我做什么 · /board 重发看板
plan-help = /streams 近期场次 · /next 接下来我做什么 · /board 重发看板

## The log

plan-log-planned = { $who } 排了 { $title }，{ $at }
plan-log-accepted = { $who } 已确认
plan-log-said-yes = { $who } 代记 { $whom } 能来：{ $role }
plan-log-declined = { $who } 来不了
plan-log-asked-again = { $who } 又催了 { $whom }
plan-log-claimed = { $who } 认领了 { $role }
plan-log-seat = { $who } 调整班底：{ $role } → { $whom }
plan-log-seat-added = { $who } 加了一个位置：{ $role }
plan-log-seat-out = { $who } 去掉了一个位置：{ $role }
plan-log-left = { $whom } 已不在团队，空缺：{ $role }
plan-log-lead = { $who } 改由 { $whom } 负责本场
plan-log-lead-own = { $whom } 接手负责本场
plan-log-lead-on = 改由 { $whom } 负责本场
plan-log-deputy = { $who } 把 { $whom } 设为副手
plan-log-deputy-own = { $whom } 担任副手
plan-log-deputy-none = { $who } 不设副手
plan-log-repeats-day = { $who } 设为每天重复
plan-log-repeats-week = { $who } 设为每周重复
plan-log-repeats-no-more = { $who } 取消了重复
plan-log-title = { $who } 改了名称：{ $value }
plan-log-goal = { $who } 改了目标：{ $value }
plan-log-platforms = { $who } 改了平台：{ $value }
plan-log-products = { $who } 改了品数：{ $value }
plan-log-cancelled = { $who } 取消了本场（{ $reason }）

## What is to come

plan-cue-chase = 再问还没回复的人
plan-cue-vacant = 告诉群里有空缺
plan-cue-repeat = 排好下一场重复的直播
plan-cue-silent = 告诉负责人谁还没回复

## Setting up

team-hello = 大家好！我是 <b>Callboard</b>，直播团队的场务：从筹备、到岗确认、直播中的交接到复盘，每一步我会在该叫人的时候叫对人，不用谁来催。
    请群管理员点<b>「开始设置」</b>：三个选择，半分钟。
team-set-up = 开始设置
team-setup-language = <b>1/3</b> · 本群使用哪种语言？
    Which language does this group speak?
team-english = English
team-chinese = 中文
team-says-en = en, english, 英文, 英语
team-says-zh = zh, cn, chinese, 中文, 汉语
team-setup-zone = <b>2/3</b> · 团队在哪个时区？这里没有的，之后用 /timezone 改。
team-setup-playbook = <b>3/3</b> · 用哪套方案？岗位、清单、提醒和复盘问题都在里面，之后可以换。
team-setup-playbook-line = <b>{ $title }</b>：{ $who }
team-setup-done = ✅ 设置完成：<b>{ $playbook }</b>。当前时间 { $now }（{ $zone }）。
team-setup-next = <b>所有人</b>：点「加入」，选自己的岗位。
    <b>负责人</b>：大家加入后排第一场，点下面的按钮，或发 /new。
team-join = 加入
team-setup-in-group = /setup 要在团队群里用。请先把我拉进群。
team-setup-unclear = 没看懂。一行写全：语言、时区、方案，例如 /setup zh Asia/Shanghai live-commerce。可选方案：{ $playbooks }。也可以只发 /setup，一步步点。
team-setup-admins-only = 只有群管理员可以设置。
team-setup-admins-unknown = 没能从 Telegram 查到谁是管理员，请再试一次。
team-log-set-up = { $who } 完成了团队设置

## Joining

team-welcome = 欢迎 { $who }！点「加入」选自己的岗位。
team-join-open = { $who }，打开和我的私聊，在里面选岗位。
team-says-backup = 替补, 备份
team-role-unknown = 没有「{ $said }」这个岗位。现有岗位：{ $roles }。
team-join-open-only = 还差一步：打开一次和我的私聊，我才能给你发消息。
team-roles-question = 你在 <b>{ $team }</b> 担任哪些岗位？
    点一下：✓ 我负责；点两下：◐ 我替补；点三下：不选。
team-roles-of = <b>{ $who }</b> 在 <b>{ $team }</b> 担任哪些岗位？
    点一下：✓ 负责；点两下：◐ 替补；点三下：不选。
team-roles-yours = { $roles }
team-role-none = { $role }
team-role-held = ✓ { $role }
team-role-backup = ◐ { $role }
team-roles-more = 更多岗位
team-roles-done = 选好了
team-join-nothing = 现在没有选岗位，排班不会找你。随时可以再选。
team-sits = 这几场排了你做 { $role }：
team-sits-other = 这几场排了 { $who } 做 { $role }：
team-sits-line = • <b>{ $title }</b>，{ $at }
team-sits-more = ……还有 { $count } 场
team-give-up-then = 不做这个岗位的话，会请负责人换人；换好之前，位置还是你的。
team-give-up-then-other = 去掉这个岗位的话，会请这些场次的负责人换人；换好之前，位置还是 { $who } 的。
team-give-up = 不做 { $role } 了
team-hold = 继续做
team-role-taken = { $by } 取消了你在 <b>{ $team }</b> 的 { $role } 岗位。
team-join-done = ✅ { $who }，记下了。随时可以用 /join 修改。
team-join-done-for = ✅ { $who } 的岗位已改好。
team-joined = { $who } 已加入。{ $roles }
team-join-changed = ✅ { $who }，记下了：{ $roles }。全部岗位：/join
team-join-same = { $who }，这些你已经有了。{ $roles }
team-roles-set = { $by } 调整了 { $who } 的岗位。
team-roles = 岗位：{ $roles }
team-role-as-backup = { $role }（替补）

## The team

team-title = <b>{ $team }</b> · { $people } 人
team-leads = 负责人：{ $who }
team-role-line = <b>{ $role }</b>：{ $who }
team-role-line-backup = <b>{ $role }</b>：{ $who } · 替补 { $backups }
team-empty = ⚠️ 这些岗位还没有人：{ $roles }。谁来做，就发 /join 认领。
team-unreachable = 🔕 私聊发不到：{ $who }。请他们打开和我的私聊，点一次「开始」（Start）。
team-manage-button = 管理成员
team-manage = <b>{ $team }</b>：要管理谁？
team-gone = ↩ { $who }
team-earlier = ‹ 上一页
team-later = 下一页 ›
team-page = <i>第 { $page }/{ $pages } 页</i>
team-invite = 请大家加入
team-invitation = { $who } 请大家加入 <b>{ $team }</b>：点「加入」选岗位。已经加入的不用管。
team-invited = 已发到群里。
team-reach-button = 在群里叫他们
team-reach-them = { $who }：我还不能给你发私聊。点下面的按钮，再点「开始」（Start），两秒钟。
team-reaching = 已在群里叫了。
team-reached = 现在都能私聊到了。
team-away-now = 🌴 请假中：{ $who }
team-who-away = { $who }（至 { $last }）
team-more = 还有 { $count } 人
team-member = <b>{ $who }</b>{ $lead ->
    [yes] {" "}· 负责人
   *[no] {""}
}
team-member-unreachable = 🔕 私聊还没打开：打开和我的私聊，点一次「开始」（Start）。
team-make-lead = 设为负责人
team-unmake-lead = 取消负责人
team-remove = 移出团队
team-remove-sure = 把 { $who } 移出团队？已排场次里的位置会空出来，我会问你换谁。
team-remove-yes = 确认移出 { $who }
team-removed = { $who } 已不在团队。
team-take-in = 重新拉回团队
team-change-roles = 岗位
team-back = { $who } 回到团队了。
team-come-asked = 你之前被移出了团队。已经问了 { $who }，同意了你就能回来。
team-come-asks = { $who } 之前被移出了 <b>{ $team }</b>，现在想回来。不用的话不管就行。
team-you-removed = { $by } 把你移出了 <b>{ $team }</b>，之后不再叫你。
team-put-out = { $by } 把 { $who } 移出了 Telegram 群，{ $who } 也就不在 <b>{ $team }</b> 了。想让 { $who } 回来：先由群管理员拉回群里，你再点下面的按钮。
team-some-admin = 群管理员
team-you-back = 你回到了 <b>{ $team }</b>，岗位照旧，可用 /join 修改。
team-no-lead = ⚠️ { $who } 是唯一的负责人，已不在团队。请群管理员点下面的按钮接任。
team-last-lead = 这是唯一的负责人。请先把别人设为负责人。
team-you-lead = { $by } 把你设为 <b>{ $team }</b> 的负责人。发送 /help 看看能做什么。
team-you-no-lead = { $by } 取消了你在 <b>{ $team }</b> 的负责人身份，岗位和排班不变。
team-gave-lead-up = 你已不再是 <b>{ $team }</b> 的负责人，岗位和排班不变。
team-you-lead-as-admin = 你成了群管理员，也就是 <b>{ $team }</b> 的负责人了。发送 /help 看看能做什么。
team-you-no-lead-no-admin = 你不再是群管理员，也就不再是 <b>{ $team }</b> 的负责人。岗位和排班不变；需要的话，请负责人再把你设为负责人。
team-you-stay-lead = 你不再是群管理员，但 <b>{ $team }</b> 没有别的负责人，所以仍由你负责。要换人：/team →「管理成员」。
team-asked-no-more = 之前以负责人身份问你的事已经关闭，没有任何改动。
team-log-back = { $who } 把 { $whom } 拉回团队
team-log-lead = { $who } 把 { $whom } 设为负责人
team-log-no-lead = { $who } 取消了 { $whom } 的负责人
team-log-admin = { $who } 成为群管理员，同时成为负责人
team-log-no-admin = { $who } 不再是群管理员，也不再是负责人
team-log-removed = { $who } 把 { $whom } 移出团队
team-log-put-out = { $by } 把 { $who } 移出了群
team-log-joined = { $who } 加入了团队
team-log-left = { $who } 退群了

## Role cards

team-role-which = 哪个岗位？例如 /role 主播。现有岗位：{ $roles }。
team-role-title = <b>{ $role }</b> · { $short }
team-role-duties = <b>职责</b>
team-role-requirements = <b>要求</b>
team-role-skills = <b>技能</b>
team-role-training = <b>培训</b>
team-role-stand-in = 能来顶岗的：{ $roles }
team-role-reports = 汇报给：{ $role }
team-role-reports-who = 汇报给：{ $role }（{ $who }）
team-role-show-button = 一场直播做什么
team-role-work-button = 岗位卡
team-role-gone = 团队的方案里已经没有这个岗位了，现有岗位看 /role。
team-role-show = <b>{ $role }</b>：一场直播做什么
team-role-before = <b>开播前</b>
team-role-during = <b>在播时</b>
team-role-after = <b>下播后</b>
team-role-asked = <b>我会来问什么，最晚什么时候要</b>
team-role-start-before = • 开播前 { $span }：{ $what }
team-role-start-sharp = • 开播时：{ $what }
team-role-start-after = • 开播 { $span }后：{ $what }
team-role-end-before = • 下播前 { $span }：{ $what }
team-role-end-sharp = • 下播时：{ $what }
team-role-end-after = • 下播 { $span }后：{ $what }
team-role-reviewed = • 复盘时：{ $what }
team-bullet = • { $text }

## About oneself

team-me-reads = 语言：{ $language } · 时区：{ $zone }
team-me-reachable = 私聊：已打开
team-language-me = 我用哪种语言给你发消息？
team-language-team = 我在本群用哪种语言？
team-language-own = 你的 Telegram 是中文，我就用中文给你发消息。要改用 /language。
team-language-kept = 好的，以后用中文。
team-zone = { $zone }（{ $key }）
team-zone-now = { $zone }，现在是 { $now }。要改就发 /timezone 加城市英文名，例如 /timezone Tokyo
team-zone-kept = 已改：{ $zone }，现在是 { $now }。
team-zone-kept-team = 团队时区已改：{ $zone }，现在是 { $now }。群里的时间都按它算。
team-zone-follow = 跟团队时区走
team-zone-unknown = 没有这个时区。可以写 /timezone 北京时间，或城市英文名，例如 /timezone Berlin、/timezone Asia/Tokyo。

## Quiet hours

team-quiet-button = 免打扰时段…
team-quiet-button-never = 不设免打扰
team-quiet-button-default = 按机器人的设置
team-quiet-now = 🌙 免打扰：{ $hours }
team-quiet-none = 🌙 没有免打扰时段
team-quiet-how = 免打扰时段里，能等到早上的都不催。快开播和正在播的场次照常。
team-quiet-change = 点一个，或直接写：/quiet 23:00-08:00 · /quiet 不要
team-quiet-unclear = 几点到几点免打扰？最长 14 小时，例如：/quiet 23:00-08:00。不要的话：/quiet 不要
team-quiet-kept = { $now }（{ $who } 设置）
team-says-never = never, off, none, no, 从不, 不要, 关, 关闭, 取消
team-log-quiet = { $who } 改了免打扰时段。{ $now }

## Absences

team-away-unclear = 哪几天？例如：/away 12月1日到5日，或 /away 明天。
team-away-past = 这些日子已经过了。之后哪几天请假？
team-days = { $first } 至 { $last }
team-day-year = { $year }年{ $day }
team-away-end-first = 我读到的是 { $days }，结束早于开始。哪几天请假？例如：/away 12月1日到5日
team-away-sure = <b>{ $days }</b>请假，共 { $count } 天，对吗？
    不对就重新发一次日期。
team-away-yes = 对，请假
team-away-kept = 已记：{ $days } 请假，期间不排班、不打扰。
team-away-long = 超过一年了。请给一年以内的日子，例如：/away 12月1日到5日
team-away-in = 你所在的团队都算：{ $teams }
team-away-undo = 提前回来？发 /away，点按钮取消。
team-away-after-all = 能到岗：{ $days }
team-away-back = 已取消请假：{ $days } 你在。
team-away-line = { $days } 请假
team-away-none = 没有请假记录。
team-away-how = 添加：/away 12月1日到5日
team-may-away = { $days } 请假
team-may-gone = 已不在团队

## Moving a team to another chat

team-move-button = 搬到别的群…
team-move-how = 要把 <b>{ $team }</b> 连同全部数据搬走：先把我拉进新群，然后在新群（或其中一个话题）里发
    <code>/setup { $code }</code>
    一小时内有效，只能用一次，只有你能用。普通群升级成超级群不用这样做。
team-move-unknown = 没有这个代码。负责人在 /team →「管理成员」→「搬到别的群」里拿，一小时内有效，只能用一次。要新建团队，只发 /setup 就行。
team-move-taken = 这里已经是 { $team } 了。请在还没有团队的群或话题里发。
team-move-gone = ↗ <b>{ $team }</b> 搬到别的群或话题了，这里不再有它的消息。
team-move-done = ✅ <b>{ $team }</b> 搬到这里了（{ $who } 操作）：成员、场次、本场记录都在，不用重新加入。
team-log-moved = { $who } 把团队搬到了别的群

## Taking a team down

team-down-button = 解散团队…
team-down-file = 这是我存着的 <b>{ $team }</b> 的全部数据：成员和岗位、场次、清单、本场记录、复盘，一行一条（JSON）。请先收好：再点两次，这里就没有了。
team-down-go-on = 文件收好了，继续
team-down-not-sent = 文件还在发，稍等再点。
team-down-sure = <b>彻底删除 { $team }？</b>{ $people } 位成员、{ $shows } 场直播和相关的一切都会删掉，谁也找不回来。我还在群里，可以用 /setup 重新开始。
team-down-yes = 确认删除 { $team }
team-down-told = { $who } 解散了团队 <b>{ $team }</b>，之后不再有任何提醒。群管理员可以用 /setup 重新开始。
team-down-done = 已删除：<b>{ $team }</b>。
team-down-under-way = { $title } 正在进行，结束后再解散。

## Help

team-help = <b>{ $who }</b>，你现在在 { $team } 可以做这些：
team-help-always = /team 谁负责什么 · /role 岗位卡 · /join 我的岗位 · /away 请假 · /language 语言 · /timezone 时区
team-command-help = 现在能做什么
team-command-setup = 设置本群
team-command-join = 加入并选岗位
team-command-team = 谁负责什么
team-command-role = 岗位卡
team-command-whoami = 我的信息
team-command-away = 请假
team-command-language = 语言
team-command-timezone = 时区
team-command-quiet = 免打扰时段

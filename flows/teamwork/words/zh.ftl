## Commands

teamwork-command-teamwork = 团队配合得怎么样，还有你自己的数据
teamwork-command-kudos = 点赞队友

## The report

teamwork-report = 🤝 问到的事有 { $answered } 件得到回应，一半在 { $half }内，平均问 { $each } 次
teamwork-parts = 分阶段看，一半在多久内有回应：{ $parts }
teamwork-in-report = { $part } { $half }
teamwork-part-prep = 筹备
teamwork-part-standby = 到岗至开播
teamwork-part-live = 直播中
teamwork-part-review = 下播后
teamwork-before = 前几场：{ $answered } 件，一半在 { $half }内有回应，平均问 { $each } 次

## The team's figures, and a person's

teamwork-head = 🤝 <b>团队配合</b>
teamwork-person = 🤝 <b>{ $who }</b>
teamwork-window = 最近 { $count } 场
teamwork-window-before = 最近 { $count } 场，括号里是再往前 { $before } 场
teamwork-share = { $sign } { $what }：{ $well }/{ $total }，{ $percent }%
teamwork-share-before = { $sign } { $what }：{ $well }/{ $total }，{ $percent }%（{ $before }%）
teamwork-first = 先问到本人、本人就应了
teamwork-first-sign = 📣
teamwork-calls = ⏱ 一半提醒多久内有人应 · 🔔 平均发几次才有人应
teamwork-part = • { $part }：{ $half } · { $each } 次
teamwork-part-before = • { $part }：{ $half } · { $each } 次（{ $half_before } · { $each_before } 次）
teamwork-thanked-all = 👏 点赞：{ $count } 次
teamwork-thanked-before = 👏 点赞：{ $count } 次（{ $before } 次）
teamwork-thanked-own = 👏 收到点赞 { $got } 次，点赞别人 { $gave } 次
teamwork-shows = <b>逐场看</b>
teamwork-show = • { $at } · { $title }：{ $parts }
teamwork-show-share = { $sign } { $percent }%
teamwork-show-calls = ⏱ { $half } · 🔔 { $each } 次
teamwork-meaning = 都来自现有记录，不用任何人填。是为了改进，不是追责。你自己的数据私聊发你。
teamwork-nothing = 还没有数据，播完第一场就有了。
teamwork-none = 这几场里还没有记录。
teamwork-own-seen = 只有你和团队负责人看得到，群里不发。
teamwork-theirs-seen = { $who } 发 /teamwork，看到的是同一份。是为了改进，不是追责。
teamwork-whose = 看某个人的
teamwork-ask-whose = 看谁的？
teamwork-leads-only = 别人的数据只有负责人能看。/teamwork 可以看团队的和你自己的。
teamwork-nobody = 团队里没有叫 { $name } 的人，请按 /team 里的名字写。

## Thanks

teamwork-said = 👏 { $who } 为 { $whom } 点赞：{ $why }
teamwork-thanks = 👏 点赞（{ $count }）
teamwork-thanked = • { $at } { $who } → { $whom }：<i>{ $why }</i>
teamwork-ask-whom = 给谁点赞？
teamwork-ask-why = 因为什么？一句话，群里会看到。
teamwork-passed-on = 已经发到群里，{ $whom } 会看到。
teamwork-not-yourself = 点赞是给队友的。你想夸谁？

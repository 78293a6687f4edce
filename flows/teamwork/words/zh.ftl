## Commands

teamwork-command-teamwork = 提醒响应得快不快
teamwork-command-kudos = 点赞队友

## The figures

teamwork-report = 🤝 有人应的提醒 { $answered } 条，平均每条发 { $each } 次，一半在 { $half }内回应
teamwork-parts = 一半回应用时：{ $parts }
teamwork-part-prep = 筹备 { $half }
teamwork-part-standby = 到岗至开播 { $half }
teamwork-part-live = 直播中 { $half }
teamwork-part-review = 下播后 { $half }
teamwork-before = 前几场：{ $answered } 条，平均每条发 { $each } 次，一半在 { $half }内回应
teamwork-head = 🤝 <b>提醒的响应情况</b>
teamwork-show = • { $at } { $title }：一半在 { $half }内回应，平均每条发 { $each } 次
teamwork-meaning = 都来自现有记录，不用任何人填。你个人的数据私聊发你。
teamwork-nothing = 还没有数据，播完第一场就有了。
teamwork-own = 先找你的提醒 { $asked } 条，你应了 { $answered } 条，一半在 { $half }内回应。只有你能看到。
teamwork-own-nothing = 先找你的提醒，你还没有应过。

## Thanks

teamwork-said = 👏 { $who } 为 { $whom } 点赞：{ $why }
teamwork-thanks = 👏 点赞（{ $count }）
teamwork-thanked = • { $at } { $who } → { $whom }：<i>{ $why }</i>
teamwork-ask-whom = 给谁点赞？
teamwork-ask-why = 因为什么？一句话，群里会看到。
teamwork-passed-on = 已经发到群里，{ $whom } 会看到。
teamwork-not-yourself = 点赞是给队友的。你想夸谁？

## Commands

teamwork-command-teamwork = How well calls are answered
teamwork-command-kudos = Thank somebody

## The figures

teamwork-report = 🤝 { $answered ->
    [one] One call was answered
   *[other] { $answered } calls were answered
}, { $each } pings each, half of them within { $half }
teamwork-parts = Half within: { $parts }
teamwork-part-prep = preparation { $half }
teamwork-part-standby = roll call to start { $half }
teamwork-part-live = on air { $half }
teamwork-part-review = afterwards { $half }
teamwork-before = The shows before: { $answered } answered, { $each } pings each, half within { $half }
teamwork-head = 🤝 <b>How calls are answered</b>
teamwork-show = • { $at } { $title }: half within { $half }, { $each } pings each
teamwork-meaning = From what is on record; nobody is asked for it. Your own figures come in private.
teamwork-nothing = There are no figures yet. They come with the first show that calls somebody.
teamwork-own = You answered { $answered } of { $asked } calls that came to you first, half of them within { $half }. Only you see this.
teamwork-own-nothing = No call has come to you first yet that you answered.

## Thanks

teamwork-said = 👏 { $who } thanks { $whom }: { $why }
teamwork-thanks = 👏 Thanks ({ $count })
teamwork-thanked = • { $at } { $who } → { $whom }: <i>{ $why }</i>
teamwork-ask-whom = Whom do you thank?
teamwork-ask-why = What for? One line; the group reads it.
teamwork-passed-on = Said in the group; { $whom } will be glad.
teamwork-not-yourself = Thanks are for others. Whom do you mean?

## Commands

teamwork-command-teamwork = How well we work together, and your own figures
teamwork-command-kudos = Thank somebody

## The report

teamwork-report = 🤝 { $answered ->
    [one] One thing was asked and answered, within { $half }
   *[other] { $answered } things were asked and answered, half of them within { $half }
}; on average it took { $each } pings
teamwork-parts = Half were answered within: { $parts }
teamwork-in-report = { $part } { $half }
teamwork-part-prep = preparation
teamwork-part-standby = roll call to start
teamwork-part-live = on air
teamwork-part-review = afterwards
teamwork-before = The shows before: { $answered } answered, half within { $half }, { $each } pings on average

## The team's figures, and a person's

teamwork-head = 🤝 <b>How we work together</b>
teamwork-person = 🤝 <b>{ $who }</b>
teamwork-window = { $count ->
    [one] The last show
   *[other] The last { $count } shows
}
teamwork-window-before = The last { $count } shows; in brackets the { $before ->
    [one] one
   *[other] { $before }
} before
teamwork-share = { $sign } { $what }: { $well } of { $total }, { $percent }%
teamwork-share-before = { $sign } { $what }: { $well } of { $total }, { $percent }% ({ $before }%)
teamwork-first = Asked first, and answered
teamwork-first-sign = 📣
teamwork-calls = ⏱ Half of the calls were answered within · 🔔 pings it took
teamwork-part = • { $part }: { $half } · { $each }
teamwork-part-before = • { $part }: { $half } · { $each } ({ $half_before } · { $each_before })
teamwork-thanked-all = 👏 Thanks: { $count }
teamwork-thanked-before = 👏 Thanks: { $count } ({ $before })
teamwork-thanked-own = 👏 Thanks: got { $got }, gave { $gave }
teamwork-shows = <b>Show by show</b>
teamwork-show = • { $at } · { $title }: { $parts }
teamwork-show-share = { $sign } { $percent }%
teamwork-show-calls = ⏱ { $half } · 🔔 { $each }
teamwork-meaning = From what is on record; nobody fills anything in. To learn from, not to blame. Your own figures come in private.
teamwork-nothing = There are no figures yet. They come with the first show that is over.
teamwork-none = Nothing on record in these shows yet.
teamwork-own-seen = You and the team's leads can see this; the group can't.
teamwork-theirs-seen = { $who } reads the same with /teamwork. To learn from, not to blame.
teamwork-whose = Somebody's figures
teamwork-ask-whose = Whose figures?
teamwork-leads-only = Only leads see somebody else's figures. /teamwork shows the team's, and yours.
teamwork-nobody = Nobody in the team is called { $name }. Write the name as /team shows it.

## Thanks

teamwork-said = 👏 { $who } thanks { $whom }: { $why }
teamwork-thanks = 👏 Thanks ({ $count })
teamwork-thanked = • { $at } { $who } → { $whom }: <i>{ $why }</i>
teamwork-ask-whom = Whom do you thank?
teamwork-ask-why = What for? One line; the group reads it.
teamwork-passed-on = Said in the group; { $whom } will be glad.
teamwork-not-yourself = Thanks are for others. Whom do you mean?

comma = {", "}
dot = {" · "}
arrow = {" → "}
semicolon = {"; "}
span-days = { $hours ->
    [0] { $days }d
   *[other] { $days }d{ $hours }h
}
span-hours = { $minutes ->
    [0] { $hours }h
   *[other] { $hours }h{ $minutes }m
}
span-minutes = { $minutes ->
    [0] under a minute
   *[other] { $minutes }m
}
zone-china = China Time
zone-read = I read times in { $zone }, as I show them to you.
zone-at = { $at } ({ $zone })
more-lines = … and { $count ->
    [one] one more line
   *[other] { $count } more lines
}

## Phases

phase-planned = planned
phase-prep = preparing
phase-standby = standing by
phase-live = ON AIR
phase-wrap = wrapped
phase-review = in review
phase-closed = closed
phase-cancelled = cancelled
phase-log-moved = moved from { $before } to { $after }
phase-log-length = on air for { $after } instead of { $before }

## The board

board-title = <b>{ $title }</b>
board-when = { $at } · { $length }
board-lead = Lead { $who } · deputy { $deputy }
board-lead-alone = Lead { $who }
board-phase = <b>{ $phase }</b>
board-ahead = <b>{ $phase }</b> · starts in { $left }
board-now = <b>{ $phase }</b> · starts now
board-behind = <b>{ $phase }</b> · { $left } past the planned start
board-just-on = 🔴 <b>{ $phase }</b> · just started
board-on-air = 🔴 <b>{ $phase }</b> · { $on_air }
board-over = 🔴 <b>{ $phase }</b> · { $on_air }, { $over } over

## Questions

talk-back = ‹ Back
talk-skip = Skip
talk-cancel = Cancel
talk-says-back = back
talk-says-skip = skip
talk-says-cancel = cancel
talk-kept = ✓ { $value }
talk-so-far = <i>So far: { $value }</i>
talk-keep = Keep what I said
talk-cancelled = All right, nothing was changed.
talk-none = I am asking you nothing here. /help shows what you can do now.
talk-ended = All right.
talk-needed = This one is needed. You can go back, or cancel.
talk-text-please = Please answer with a message in words.
talk-press-please = Please use the buttons.
talk-too-long = That is { $length } characters; at most { $limit } fit. Please say it shorter.
talk-more = … and { $count ->
    [one] one more that has no button: write the name.
   *[other] { $count } more that have no button: write the name.
}
talk-stale = You have already answered this.
talk-queued = Please answer what is open in our private chat first; this comes right after.
talk-barred = This is no longer yours to decide, so I ask you nothing further about it. Nothing was changed.
talk-not-yours = This one is for { $who }.

## Cues

cue-late = <i>{ $late } late: I could not say this in time.</i>
cue-next = <i>I asked { $asked } already, and it is still open. You are next.</i>
cue-then = <i>If I hear nothing by { $at }, I ask { $who }.</i>
cue-then-all = <i>If I hear nothing by { $at }, I ask the whole team.</i>
cue-was-asked = • { $at } · { $who }
cue-was-asked-all = • { $at } · the whole team
cue-was-asked-before = • … and { $count } before that
cue-was-asked-nobody = • nobody yet
cue-asked-next = If nobody answers: { $at } · { $who }
cue-asked-next-all = If nobody answers: { $at } · the whole team
cue-button-asked = Who was asked
cue-anyone = <i>I asked { $asked } already, and it is still open. Can anyone take this?</i>
cue-log-next = { $before } did not answer; { $asked } asked: { $what }
cue-log-anyone = { $before } did not answer; the whole team asked: { $what }
cue-log-missed = not said in time ({ $what }, { $minutes } min late)

board-next = 📣 Next at { $at }: { $what }
board-next-for = 📣 Next at { $at }: { $what } · { $who }
board-next-live = Going live
board-next-end = Planned end
board-cue-tick = Countdown
rehearsal-said = { $title }: { $said }
rehearsal-whole-team = the whole team
rehearsal-go-live = Go live

## Private chat

card-below = ↓ { $head } <i>(further down)</i>
reach-mention = { $who }, I have a message for you. Open our private chat once and I can send it.
reach-open = Open private chat
reach-opened = ✓ I can write to { $who } in private now.
door-in-private = I have sent it to you in private.
door-welcome = Hello { $who }! This is your private chat with me for <b>{ $team }</b>.{ $waiting ->
    [0] {" "}What is yours to do comes here; /help shows what you can do now.
    [one] {" "}One message was waiting; it follows.
   *[other] {" "}{ $waiting } messages were waiting; they follow.
}
door-stranger = Hello! I coordinate live-stream teams. If your team's group has me already, send /join there, in the group. If not, add me to it and press Set up there.

## What was not understood

inbox-unknown-command = I don't know /{ $command }. /help shows what you can do now.
inbox-leads-only = Only leads can do that: { $who }.
inbox-no-team-yet = You are not in a team yet. Send /join in your team's group.
inbox-which-team = For which team?
inbox-not-set-up = This group is not set up yet. A group admin sends /setup; it takes half a minute.
inbox-not-a-member = You are not in this team yet. Send /join in the group.
inbox-anonymous = You write as the group, so I can't see who you are. Press the button and I will do it for you.
inbox-anonymous-press = It was me
inbox-gone = This is no longer there.
inbox-failed = Something went wrong on my side. Nothing was changed, and it is noted. Please try once more.
inbox-reply-lost = I no longer know the message that you replied to; nothing was changed.
inbox-nothing-asked = I have no open question for you. /help shows what you can do now.

## What did not arrive

undelivered-log = a message for { $whom } did not arrive: Telegram does not take it
undelivered-told = ⚠️ { $count ->
    [one] A message of mine for { $whom } did not arrive
   *[other] { $count } messages of mine for { $whom } did not arrive
}: Telegram does not take { $count ->
    [one] it
   *[other] them
}, and I have stopped trying. Please talk to them yourself; everything else goes on.

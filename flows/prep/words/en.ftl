## Commands

prep-command-todo = My items, overdue first
prep-command-chain = Who is asked after a role's holder
prep-command-item = Add an item (also in reply to a message)
prep-command-prep = The show's checklist

## Buttons

prep-done = Done
prep-blocked = Blocked
prep-later = Later
prep-second = I checked too
prep-skip = Skip it
prep-in-the-way = ⛔ Something is in the way
prep-unblock = Unblock
prep-mine-now = I'll sort it out
prep-ask-everybody = Ask the group
prep-who-asked = Who was asked
prep-mute = 🔕 No more pings about this
prep-unmute = 🔔 Ask for it again
prep-chain = Change who stands in
prep-give = 👤 Give it to somebody else
prep-give-numbered = { $number } · Give it to someone
prep-proof = Show the proof
prep-undo = Undo
prep-take-back = Take it back
prep-change = Change
prep-back = ‹ Back
prep-add = Add an item
prep-see-left = See what was not ticked off
prep-minutes = { $minutes } min
prep-all = ✓ All of these
prep-tick = ✓ { $number } · { $title }
prep-tick-proof = 📎 { $number } · { $title }
prep-settle = ✓ { $title }
prep-settle-at = ✓ { $at } · { $title }
prep-settle-proof = 📎 { $title }
prep-page = Page { $page }/{ $pages } ›
prep-page-back = ‹
prep-other = { $stream }
prep-board-mine = My items
prep-board-all = Checklist
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
prep-title-first = ↩️ <b>{ $title }</b> · from last time · { $stream }
prep-is-due = Due { $due }, in { $span }{ $whose }
prep-is-overdue = ⏰ Was due { $due } and is not done{ $whose }
prep-is-listed = ⬜ Short notice: please tick it off once it is done{ $was }{ $whose }
prep-is-left = Was not ticked off{ $was }{ $whose }
prep-was-due = {" "}(due { $due })
prep-whose = {" "}· { $who }
prep-is-done = ✅ Done by { $who }, { $at }
prep-is-done-by-two = ✅ Checked by { $first } and { $second }, { $at }
prep-is-skipped = ➖ Skipped by { $who }: <i>{ $why }</i>
prep-is-blocked = ⛔ Blocked, says { $who }: <i>{ $why }</i>
prep-is-gone = No longer needed.
prep-is-begun = The show has begun: nobody is asked for this any more.
prep-is-passed = 🔴 Let pass at the gate{ $by }: still to do.
prep-passed-by = {" "}by { $who }
prep-passed-done = ✅ Done on air: <b>{ $title }</b> · { $who }. You had let it pass at the gate.
prep-is-off = The show was called off: this need not be done any more.
prep-is-checked = 👀 { $who } has checked it; the second look is still to come.
prep-is-yours-checked = 👀 You have checked it; { $who } or another of the crew looks too.
prep-vacant-post = 🪑 Nobody sits as { $role }: this comes to you.
prep-silent-post = ⏳ No answer yet from { $who } ({ $role }): until it comes, this is yours.
prep-held-by = This one is { $who }'s.
prep-shared = 👥 You share this with { $who }, who was asked first.
prep-personal = Only its owner can do this: please see that it gets done, or skip it.
prep-proof-text = Proof: a line of text.
prep-proof-photo = Proof: a photo or screenshot.
prep-proof-file = Proof: a file.
prep-proof-second = Two people must check this.
prep-stop = <b>Done</b> settles it. <b>Blocked</b> tells { $lead }. <b>Later</b> asks you again.
prep-stop-alone = <b>Done</b> settles it. <b>Later</b> asks you again. <b>Blocked</b> stops the asking until the way is clear.
prep-second-please = Please look for yourself, then press <b>I checked too</b>.
prep-stuck-please = Can you clear the way, or shall it be skipped?
prep-stuck-anyone = Who can clear the way? If nobody can, a lead skips it.
prep-sorted-by = { $who } is sorting it out.
prep-unblocked-by = { $who } has cleared the way. It is open again:
prep-when-again = When shall I ask again?
prep-again-at = 💤 { $who } is asked again at { $at }.
prep-asked = <b>{ $title }</b>: who was asked, and when
prep-asked-nobody = <b>{ $title }</b>: nobody was asked yet.
prep-asked-order = The order: { $people }, at last the whole team.
prep-asked-order-alone = The order: { $people }; nobody else can do it.
prep-asked-everybody = The whole team has been asked: nobody is next.
prep-asked-next = If it stays open, next: { $at }
prep-is-muted = 🔕 { $who } wants no more pings about this. It still counts at the gate.
prep-proof-shown = <b>{ $title }</b> · { $who }, { $at }

## What is asked

prep-ask-text = <b>{ $title }</b>
    What shows that it is done? Write a line: a link, a number, a name.
prep-ask-photo = <b>{ $title }</b>
    Send a photo or a screenshot that shows it.
prep-ask-file = <b>{ $title }</b>
    Send the file here.
prep-ask-again = <b>{ $title }</b>
    Not possible? Press <b>Blocked</b> and say why: { $lead } hears of it, and may skip the item.
prep-ask-again-alone = <b>{ $title }</b>
    Not possible? Press <b>Blocked</b> and say why; then you can skip it.
prep-need-text = That is a picture or a file. Here I need a line in words: a link, a number, a name.
prep-need-photo = That is no picture. I need a photo or a screenshot: press 📎.
prep-need-photo-said = “{ $text }” is noted and goes with the picture. Still missing: a photo or a screenshot; press 📎.
prep-need-file = That is no file. I need the file itself: press 📎, then File.
prep-need-file-said = “{ $text }” is noted and goes with the file. Still missing: the file; press 📎, then File.
prep-whose-proof = { $count ->
    [one] Is “{ $text }” the proof for this? If not, press <b>Cancel</b>.
   *[other] Is “{ $text }” the proof for one of these? If not, press <b>Cancel</b>.
}
prep-whose-proof-sent = { $count ->
    [one] Is what you sent the proof for this? If not, press <b>Cancel</b>.
   *[other] Is what you sent the proof for one of these? If not, press <b>Cancel</b>.
}
prep-ask-blocked = <b>{ $title }</b>
    What is in the way? One line is enough.
prep-which-stuck = Which one is stuck?
prep-ask-skip = <b>{ $title }</b>
    Why shall it be skipped? The reason goes into the log.
prep-add-what = What must be done? One line.
prep-add-show = For which show?
prep-add-for = { $stream } · { $at }
prep-add-who = <b>{ $what }</b>
    Whose is it?
prep-add-whether = <b>{ $what }</b>
    Will you do it, or shall I suggest it?
prep-add-mine = It's mine
prep-add-suggest = Suggest it to { $who }
prep-add-suggested = 💡 { $who } suggests an item: <b>{ $what }</b>
    Whose is it? <b>Cancel</b> leaves it off the list.
prep-give-who = <b>{ $title }</b>
    Whose is it from now on?
prep-given = <b>{ $title }</b> is { $who }'s now.
prep-who-away = 🌴 { $who }
prep-who-is-away = 🌴 { $who } is away { $first } to { $last }.
prep-who-is-away-on = 🌴 { $who } is away { $day }.
prep-who-unknown = Nobody in the team is called { $text }. Press a name, or type one as it stands under /team.
prep-asked-instead = 🌴 { $who } is away that day: I ask { $lead } instead.
prep-left = { $who } is no longer in the team and had { $count ->
    [one] an item
   *[other] { $count } items
}. I ask you for { $count ->
    [one] it, unless you give it
   *[other] them, unless you give them
} to somebody.
prep-away = { $who } is away until { $last }, and { $count ->
    [one] an item is
   *[other] { $count } items are
} to be done by then. Meanwhile I ask you; or give { $count ->
    [one] it
   *[other] them
} to somebody.
prep-left-line = { $number }. { $title } · { $stream } · due { $due }
prep-away-yours = { $count ->
    [one] An item of yours is
   *[other] { $count } items of yours are
} to be done by then: { $who } knows.
prep-add-due = By when? Press, or type a time such as "{ $at }".
prep-add-before = { $span } before
prep-add-due-unclear = I could not read a time. Write it like "tomorrow 6pm" or "1 Dec 18:00".
prep-add-due-hour = { $day }: at what time?
prep-add-due-after = { $at } is after the show, which ends { $ends }. Please give a time before that.
prep-add-due-past = { $at } has passed. Please give a time ahead.
prep-add-of = <b>{ $what }</b> · { $who }
prep-add-sure = <b>{ $what }</b> · { $who }, due { $due }.
    Is that what you mean? Else press <b>Back</b>.
prep-add-right = Put it on the list
prep-says-by = by, due, due by, no later than, deadline, 截止, 截止到, 截止时间, 截至, 最晚, 最迟, 赶在
prep-says-around = before, until, till, 在
prep-says-before = 之前, 以前, 前, 截止
prep-says-part = 的, 档, 场
prep-says-never = 截止日, 前台, 前后, 前期, 前面, 前景, 前置, 前场, 前排, 前天, 前一
prep-says-and = and, &, +, 和, 与, 跟, 及
prep-says-whose = owner, 负责人, 负责, 来负责, 来做, 由
prep-add-due-shown = due { $at }
prep-suggested = { $who } is asked. You'll hear what becomes of it.
prep-suggestion-taken = 💡 { $who } put it on the list: <b>{ $title }</b> · { $owner }, due { $due }.
prep-suggestion-left = { $who } left it off the list: <i>{ $title }</i>. Thank you all the same.
prep-chain-role = Which role?
prep-chain-first = <b>{ $role }</b>: who is asked first when the holder does not answer?
prep-chain-next = <b>{ $role }</b>: { $people }. Who comes after?
prep-chain-done = That's all
prep-chain-playbook = As the playbook says
prep-chain-which = The playbook knows no role "{ $text }". /chain alone lists them.
prep-chain-strange = Nobody in the team is called { $text }, or more than one is. Please press who is meant, or leave it out.
prep-chain-nobody = Nobody in the team is called { $text }, or more than one is.
prep-chain-meant = <b>{ $role }</b>: { $people }. Who is meant by { $text }?
prep-chain-unknown = { $text }?
prep-chain-out = Leave it out
prep-chain-kept = <b>{ $role }</b>: after the holder I ask { $people }, then the show's lead, at last the whole team. This holds for all your shows.
prep-chain-left = More than { $most } are never asked in turn, so left out: { $people }.
prep-chain-reset = <b>{ $role }</b>: who stands in is up to the playbook again.
prep-added = On the list: <b>{ $title }</b> · { $who }, due { $due }; it moves with the start.
prep-taken-back = Off the list again: <s>{ $title }</s>

## Answers to a press

prep-done-toast = Done: { $title }
prep-all-toast = Ticked off { $count ->
    [one] one item
   *[other] { $count } items
}. { $left ->
    [0] Thank you!
    [one] One item asks for more (a proof, or a second look): press it by itself.
   *[other] { $left } items ask for more (a proof, or a second look): press them one by one.
}
prep-all-none = Each of these asks for more (a proof, or a second look): press them one by one.
prep-checked-toast = Thank you. Somebody else is asked to check it too.
prep-second-not-you = You checked it first; the second look must be somebody else's.
prep-blocked-told = { $who } knows now. You are not asked again until it is cleared.
prep-blocked-unheard = Noted, but { $who } has no chat open with me and does not know yet: tell them yourself. You are not asked again until it is cleared.
prep-blocked-alone = It is not asked for again until you unblock it.
prep-blocked-already = { $who } has said so already; the lead knows.
prep-open-already = It is open.
prep-called-toast = The group is asked.
prep-unblocked-own = Open again, and asked for at its time.
prep-unblocked-unheard = Open again. { $who } has no chat open with me and does not know yet.
prep-unblocked-toast = Open again; { $who } knows.
prep-undone-toast = Taken back: it is open again.
prep-skipped-toast = Skipped: { $title }
prep-sorted-toast = It is yours. Unblock it when the way is clear.
prep-again-toast = I'll ask again in { $span }.
prep-muted-toast = Nobody is pinged about this any more. It stays open, and counts at the gate. "Ask for it again" stands under "Who was asked".
prep-unmuted-toast = It is asked for again.
prep-taken-back-toast = Taken back: nobody is asked for it.
prep-no-proof = There is nothing to show here.
prep-no-later = There is no time left for later: Done, or Blocked?
prep-over = This is no longer open.
prep-already-done = { $who } did it already, { $at }.
prep-already-skipped = { $who } skipped it, { $at }.
prep-not-yours = Only { $who } or a lead can settle this.
prep-crew-only = Only the crew of this show can check it.

## Lists

prep-why-short = ⚡ Short notice: no time is left to ask for each in turn.
prep-why-moved = ⚡ The show has moved, and these are due already or very soon.
prep-why-added = ➕ There is something new on your list:
prep-why-yours = 🔁 The crew has changed: { $marked ->
    [0] these are
   *[other] those marked 🔁 are
} yours now. Until now I asked { $who }.
prep-why-unsure = 🔁 No answer yet from { $who }: until it comes, { $marked ->
    [0] these are
   *[other] those marked 🔁 are
} yours.
prep-why-still = 📋 What is with you of this show:
prep-list-came = 🔁 { $title }
prep-list-critical = ❗ { $title }
prep-why-given = 🔁 A lead has given you { $marked ->
    [0] these
   *[other] those marked 🔁
}, in place of { $who }:
prep-why-from = { $who } (for { $roles })
prep-list = <b>{ $stream }</b> · { $at } · { $count ->
    [one] one item
   *[other] { $count } items
}
prep-list-off = <b>{ $stream }</b> · { $at }
    The show was called off: nothing of this list need be done any more.
prep-list-begun = ▶️ The show has begun: what was to be done before it is not asked for any more.
prep-list-anew = ↓ This list has come anew: the newer one, further down, is the one that counts.
prep-list-nothing = <b>{ $stream }</b> · { $at }
    Nothing of this list is left with you. What is yours: /todo
prep-list-open = { $number }. { $title } · due { $due }
prep-list-overdue = { $number }. { $title } · was due { $due }
prep-list-listed = { $number }. { $title }{ $was }
prep-list-checked = { $number }. 👀 { $title } · checked once, waits for the second
prep-list-passed = { $number }. 🔴 { $title } · let pass at the gate{ $by }, still to do
prep-list-left = { $number }. { $title } · not ticked off
prep-list-blocked = { $number }. ⛔ { $title }
prep-list-skipped = { $number }. ➖ <s>{ $title }</s>
prep-list-done = { $number }. ✅ <s>{ $title }</s>
prep-list-stop-air = Press what is done. I do not chase these.
prep-list-stop = Press what is done. I do not chase these; open ones are named at the gate.
prep-ticks-more = There are buttons for { $count } at a time: the others get theirs as these are done.
prep-list-timed = Press what is done. What has a time I ask for when it is due.
prep-list-followed = Press what is done.
prep-todo-none = { $who }, nothing is open for you. 👌 Coming shows: /streams
prep-todo = <b>{ $who }</b> · { $count ->
    [one] one open item
   *[other] { $count } open items
}
prep-todo-anew = <b>{ $who }</b>: these items were listed anew; the newer list is the one that counts.
prep-todo-overdue = { $number }. ⏰ { $title } · was due { $due } · <i>{ $stream }</i>
prep-todo-listed = { $number }. ⬜ { $title } · to tick off · <i>{ $stream }</i>
prep-todo-passed = { $number }. 🔴 { $title } · let pass at the gate{ $by }, still to do · <i>{ $stream }</i>
prep-todo-blocked = { $number }. ⛔ { $title } · blocked · <i>{ $stream }</i>
prep-todo-checked = { $number }. 👀 { $title } · checked once, waits for the second · <i>{ $stream }</i>
prep-todo-open = { $number }. { $title } · { $due } · <i>{ $stream }</i>
prep-todo-shared = { $number }. 👥 { $title } · { $due } · shared with { $who }, who has it · <i>{ $stream }</i>
prep-morning = ☀️ <b>{ $who }</b>, { $count ->
    [0] nothing new is due today
    [one] due today: one item
   *[other] due today: { $count } items
}{ $before ->
    [0] {""}
   *[other] ; left from before: { $before }
}
prep-morning-open = { $number }. { $title } · { $at } · <i>{ $stream }</i>
prep-morning-overdue = { $number }. ⏰ { $title } · was due { $at } · <i>{ $stream }</i>
prep-morning-checked = { $number }. 👀 { $title } · checked once, waits for the second · <i>{ $stream }</i>
prep-morning-blocked = { $number }. ⛔ { $title } · { $at } · <i>{ $stream }</i>
prep-morning-done = { $number }. ✅ <s>{ $title }</s>
prep-morning-stop-late = What is marked ⏰ is overdue; I ask for each of the others at its time. Done already? Press it.
prep-morning-nothing = ☀️ <b>{ $who }</b>: nothing of what was due today is left with you. What is yours: /todo
prep-morning-stop = I ask for each at its time. Done already? Press it.
prep-nothing-planned = No show is being prepared. A lead plans one with /new.
prep-sheet = <b>{ $stream }</b> · { $at }
    { $done } of { $total } done
prep-sheet-ahead = <b>{ $stream }</b> · { $at }
    Before the show: { $done } of { $total } done
prep-sheet-first = 🔧 <b>From last time</b> ({ $count })
prep-sheet-overdue = <b>⏰ Overdue ({ $count })</b>
prep-sheet-listed = <b>⬜ To tick off ({ $count })</b> · short notice
prep-sheet-blocked = <b>⛔ Blocked ({ $count })</b>
prep-sheet-open = <b>▫️ Open ({ $count })</b>
prep-sheet-skipped = <b>➖ Skipped ({ $count })</b>
prep-sheet-done = <b>✅ Done</b>: { $titles }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}
prep-sheet-left = { $count ->
    [one] One item
   *[other] { $count } items
} from before the show { $count ->
    [one] was
   *[other] were
} never ticked off.
prep-left-before = <b>{ $stream }</b> · { $at }
    To be done before the show, and never ticked off: { $count }
prep-sheet-anew = <b>{ $stream }</b> · { $at }
    This checklist was shown anew: the newer one, further down, is the one to use.
prep-line = • { $title } · { $who }{ $due }
prep-line-checked = • 👀 { $title } · checked once, waits for the second{ $due }
prep-line-critical = • ❗ { $title } · { $who }{ $due }
prep-line-due = {" "}· { $due }
prep-line-more = … and { $count } more
prep-legend = <i>{ $marks }</i>
prep-mark-open = ▫️ open
prep-mark-critical = ❗ critical: named at the gate while it is open
prep-mark-proof = 📎 asks for a proof or a second look

## For the board, the gate, the review, /help

prep-panel-line = 📋 { $parts }
prep-panel = Prep { $done }/{ $total }
prep-panel-blocked = { $count } blocked
prep-panel-overdue = { $count } overdue
prep-panel-skipped = { $count } skipped
prep-point-second = { $title } · second look
prep-point = { $title } · { $who }
prep-stands-blocked = ⛔ { $why }
prep-stands-sorted = ⛔ { $why } · { $who } is sorting it out
prep-stands-checked = 👀 checked once, waits for the second
prep-points-more = { $count ->
    [one] one other item is open
   *[other] { $count } other items are open
}
prep-points-all = { $count ->
    [one] one item is open
   *[other] { $count } items are open
}
prep-stays = 📌 Still to be done after the report: { $count ->
    [one] one item stays
   *[other] { $count } items stay
} with { $people } · { $titles }
prep-in-time = Items done in time
prep-in-time-sign = ✅
prep-report = 📋 Checklist, { $total ->
    [one] one item
   *[other] { $total } items
}: { $parts }
prep-count-in-time = { $count } done in time
prep-count-late = { $count } done late
prep-count-open = { $count } still open
prep-count-skipped = { $count } skipped
prep-count-blocked = { $count } blocked
prep-count-left = { $count } not ticked off
prep-report-late = Done late ({ $count }): { $titles }
prep-report-open = Still open ({ $count }): { $titles }
prep-report-whose = { $title } ({ $who })
prep-report-left = Not ticked off ({ $count }): { $titles }
prep-report-skipped = Skipped: { $title } · <i>{ $why }</i>
prep-report-blocked = Blocked to the end: { $title } · <i>{ $why }</i>
prep-and-more = { $count } more
prep-help-mine = /todo { $count ->
    [one] one item is open for you
   *[other] { $count } items are open for you
}{ $overdue ->
    [0] {""}
   *[other] , { $overdue } overdue
}
prep-help-all = /prep everybody's checklist for the next show

## The show log

prep-log-done = { $who } did: { $item }
prep-log-done-for = { $who } ticked off for { $owner }: { $item }
prep-log-checked-again = { $who } checked second: { $item }
prep-log-checked = { $who } checked first: { $item }
prep-log-blocked = { $who } is blocked at: { $item } ({ $why })
prep-log-called = { $who } asked the whole team: { $item }
prep-log-unblocked = { $who } unblocked: { $item }
prep-log-undone = { $who } reopened: { $item }
prep-log-skipped = { $who } skipped: { $item } ({ $why })
prep-log-suggested = { $who } suggested: { $item }
prep-log-muted = { $who } wants no more pings: { $item }
prep-log-unmuted = { $who } has it asked for again: { $item }
prep-log-chain = { $who } changed who stands in: { $role } → { $people }
prep-log-chain-reset = { $who } left who stands in to the playbook: { $role }
prep-log-given = { $who } gave { $owner }: { $item }
prep-log-taken = { $who } took over: { $item }
prep-log-added = { $who } added for { $owner }: { $item }
prep-log-added-own = { $who } added for themselves: { $item }
prep-log-taken-back = { $who } took off the list again: { $item }

## Pings, as they are named when they were missed

prep-cue-morning = Due today
prep-cue-ping = Checklist item
prep-cue-again = Checklist item put off
prep-cue-overdue = Overdue item
prep-cue-waiting = No answer yet: others get the list
prep-cue-end = Item that is given up
prep-cue-second = Second check
prep-cue-stuck = Blocked item

## A show

plan-title = <b>{ $title }</b>
plan-when = { $begins }–{ $ends } · { $length }
plan-when-zone = { $when } ({ $zone })
plan-aim = { $purpose } · goal: { $goal }
plan-purpose = { $purpose }
plan-goal = Goal: { $goal }
plan-goal-unit = { $goal } { $unit }
plan-where = 📺 { $platforms }
plan-products = 🛍 { $products ->
    [one] One product
   *[other] { $products } products
}
plan-where-products = 📺 { $platforms } · { $products ->
    [one] one product
   *[other] { $products } products
}
plan-lead = Lead { $who } · deputy { $deputy }
plan-lead-alone = Lead { $who }
plan-phase = <i>{ $phase }</i>
plan-bullet = • { $text }
plan-at = { $at }
plan-name = { $who }

## The crew

plan-seat-number = { $role } { $number }
plan-turn = { $begins }–{ $ends }
plan-seat-turns = { $role } (on { $turns } for now)
plan-seat-open = ○ { $role }: nobody yet
plan-seat-asked = … { $role }: { $who }, asked
plan-seat-away = 🌴 { $role }: { $who }, away
plan-seat-accepted = ✓ { $role }: { $who }
plan-seat-declined = ✗ { $role }: { $who } can't, still open
plan-seat-after = { $seat } ({ $said })
plan-said-no = { $who } can't
plan-said-this-one = suggested by { $who }
plan-said-other = { $who } suggested { $other }
plan-legend = <i>✓ has said yes</i>
plan-crew-open = ○ { $role }: nobody yet
plan-crew-asked = … { $role }: { $who }
plan-crew-away = 🌴 { $role }: { $who }
plan-crew-accepted = ✓ { $role }: { $who }
plan-crew-declined = ✗ { $role }: { $who }
plan-tally = { $accepted } of { $seats } accepted

## /new

plan-command-new = Plan a show
plan-command-streams = Coming shows
plan-command-board = Post the board anew
plan-command-next = What is next for you
plan-command-move = Move a show
plan-new-button = + New show
plan-start-button = Plan a show
plan-line-unclear = I can't read when that is. A good example: /new tomorrow 8pm 3h Black Friday Special. Or just /new, and I ask step by step.
plan-ask-title = <b>A new show.</b> What is it called? Or all of it in one line: <code>tomorrow 8pm 3h Black Friday Special</code>
plan-ask-purpose = What is it for? Press one, or type your own.
plan-ask-goal = What is the goal, as a number? For example: 3,000 orders
plan-ask-goal-unit = What is the goal, in { $unit }? For example: 20,000
plan-goal-number = A goal needs a number, so that afterwards we know whether we reached it. For example: 3,000 orders
plan-goal-number-skip = A goal needs a number, so that afterwards we know whether we reached it. For example: 3,000 orders. Or Skip.
plan-ask-start = When does it go live? Press one, or type it: <code>tomorrow 8pm</code>, <code>Sat 20:00</code>, <code>1 Dec 20:00</code>. I read times in { $zone }.
plan-start-kept = { $at } ({ $zone })
plan-start-unclear = I can't read that as a time. Good ones: tomorrow 8pm · Sat 20:00 · 1 Dec 20:00 · in 2 hours
plan-start-hour = { $day }: at what time? For example: { $day } 20:00
plan-start-past = { $at } has passed; it is { $now } now. Please give a time that lies ahead, such as: tomorrow 8pm
plan-start-far = { $at } is more than a year away. Please give a nearer date, such as: Sat 20:00
plan-ask-length = How long is it on air? Press one, or type it: 2h30, 90m, until 23:00
plan-length-kept = { $length }, until { $ends }
plan-hours = { $length }
plan-length-unclear = I can't read that as a length. Good ones: 3h · 90m · 2h30 · until 23:00
plan-end-first = That would end before it begins. For example: tomorrow 8pm to 11pm, or tomorrow 8pm 3h
plan-length-unfit = A show lasts between 15 minutes and 24 hours. A good one: 3h

## /new: the crew

plan-ask-crew = <b>The crew I suggest:</b>
plan-draft-seat-why = { $role }: <b>{ $who }</b> · { $why }
plan-draft-none-free = { $role }: nobody is free
plan-draft-tied = { $role }: open. Taken elsewhere: { $who }
plan-draft-tied-one = { $who } ({ $role })
plan-draft-stand-in-leaves = { $who } (would leave { $role })
plan-draft-stand-ins = { $role }: nobody in the team has this role; { $who } may stand in, press the role
plan-draft-none = { $role }: nobody in the team has this role
plan-draft-seat = { $role }: <b>{ $who }</b>
plan-draft-open = { $role }: open
plan-crew-alike = <i>{ $whom ->
    [all] Everyone
   *[others] Everyone else
}: { $why }.</i>
plan-small-hours = <i>It is { $now }: I took “tomorrow” as the day after this one. Did you mean today?</i>
plan-today = Today, { $at }?
plan-crew-how = Keep it, or press a role to change who does it. Name, time or length wrong? Type it again.
plan-type-again = I can't read that time. Type it like <code>8.30pm</code>, <code>2h</code>, or all in one line: <code>tomorrow 8pm 3h Black Friday Special</code>
plan-crew-keep = Keep this crew
plan-crew-add = + Another seat
plan-draft-button = { $role }: { $who }
plan-ask-who = Who as <b>{ $role }</b>?
plan-ask-who-none = There is nobody else to choose as <b>{ $role }</b>. People take the role on with /join.
plan-who-barred = { $who }: { $why }
plan-who-more = <i>… and { $count } more could; these are free and have waited longest.</i>
plan-option = { $who } · { $reason }
plan-also = also { $role } in this show
plan-leaves = would leave { $role }
plan-backup-also = backup, also { $role } in this show
plan-backup-leaves = backup, would leave { $role }
plan-stands-in = stand-in, free
plan-stands-in-also = stand-in, also { $role } in this show
plan-stands-in-leaves = stand-in, would leave { $role }
plan-said-no-once = could not come
plan-said-somebody = suggested { $other }
plan-leave-open = Leave it open
plan-ask-role = One more seat: of which role?
plan-free = free
plan-free-last = free, { $last }
plan-free-backup = backup, free
plan-free-backup-last = backup, free, { $last }
plan-last-never = first show here
plan-last-day = last show { $day }
plan-last-ahead = also on { $at }
plan-may-busy = busy, { $begins }–{ $ends }

## /new: the review, and the whole

plan-ask-review = <b>After the show</b>, this is the review. Good as it is?
plan-review-who = From { $opens } I ask everyone in private: { $questions } quick questions, and a few of their role.
plan-review-nudges = Whoever stays silent is asked again after { $after }.
plan-review-signs = Answers by <b>{ $by }</b>; then { $lead } publishes the report.
plan-review-keep = Keep it
plan-review-by = Review: answers by { $by }
plan-ask-sure = <b>The whole plan.</b> Confirm, and everyone is asked. Times are in { $zone }.
plan-warn-busy = ⚠️ { $who }: { $why }
plan-warn-long = ⚠️ That is { $length } on air. Are start and end the right way round?
plan-warn-all-open = ⚠️ All { $seats } seats are open. I offer them to the group.
plan-warn-open = ⚠️ { $seats ->
    [one] Open seat
   *[other] Open seats
}: { $roles }. I offer { $seats ->
    [one] it
   *[other] them
} to the group.
plan-confirm = Confirm
plan-changed-meanwhile = Something has changed meanwhile. Please look once more.
plan-kept = ✅ <b>{ $title }</b> is planned. { $people ->
    [0] Nobody needs to be asked.
    [one] One person is asked now
   *[other] { $people } people are asked now
}{ $people ->
    [0] {""}
   *[other] ; you hear from me if someone can't or stays silent.
}
plan-new-show = <b>A new show: { $title }</b>
plan-new-crew = Crew: { $who }. Each has a card in private.
plan-new-open = ○ Nobody yet: { $roles }. Can you? Press below.
plan-new-unknown = ○ Nobody in the team has taken on yet: { $roles }. Who can do it takes the role with /join first, then presses below.
plan-new-where = The board keeps count; /streams shows the whole crew.

## Being asked

plan-you-asked = You are asked to be: <b>{ $roles }</b>
plan-you-accepted = ✅ You are in: <b>{ $roles }</b>
plan-you-declined = ✗ You can't: { $roles }
plan-not-needed = You are not needed for this one any more.
plan-still-yours = You are still { $roles } in this one.
plan-still-asked = You are still asked to be: { $roles }.
plan-still-deputy = You are still deputy: what { $lead } leaves unanswered comes to you. Not that either? Tell { $lead }.
plan-taken-over = Somebody else has been asked. Can you come after all? Tell { $lead }.
plan-suggestion-taken = { $who } has been asked to be { $role }, as you suggested.
plan-answer-begun = The show has begun without your answer.
plan-answer-by = Please answer by { $by }.
plan-asked-alone = If you can't, decline soon: { $who } then looks for somebody.
plan-accept = Accept
plan-accept-all = Accept all
plan-accept-one = Accept: { $role }
plan-decline = Decline
plan-decline-all = Decline all
plan-suggest = Suggest someone
plan-cannot-after-all = I can't after all
plan-can-after-all = I can after all
plan-ask-below = <b>{ $title }</b>: your card
plan-chase = <b>Still waiting for your answer.</b>
plan-accepted = You are in: { $roles }, { $at }.
plan-accepted-away = Noted: { $roles }. But I have you down as away until { $last }, and do not count on you. You are there? /away takes it back.
plan-accepted-already = You have accepted already.
plan-declined = Noted. { $who } knows.
plan-declined-already = You have declined already.
plan-not-yours = Only { $who } can answer this.
plan-seat-moved-on = The crew has changed meanwhile: this seat is not yours any more.
plan-seat-taken = { $who } is { $role } already.
plan-too-late = Too late for that: this show is { $phase }.
plan-too-late-yours = This show is { $phase } already. Can't go on? /handoff, or tell { $who }.
plan-suggest-which = For which seat do you suggest someone?
plan-suggest-who = Who could be { $role } instead?
plan-suggest-left = Nobody is suggested.
plan-suggest-nobody = Nobody else who is free has the role { $role }. Please decline if you can't.
plan-suggested = Thank you. { $who } decides; until then your seat is yours.
plan-suggested-lead = { $who } suggests <b>{ $other }</b> as { $role } for <b>{ $title }</b>, { $at }.
plan-suggested-mine = You suggest <b>{ $other }</b> as { $role } for <b>{ $title }</b>, { $at }.
plan-suggested-you = { $who } suggests <b>you</b> as { $role } for <b>{ $title }</b>, { $at }.
plan-do-it = I'll do it
plan-kept-yours-plain = { $by } would rather keep you as { $role }. Can you?
plan-ask-other = Ask { $who }
plan-keep = Keep { $who }
plan-kept-yours = { $by } would rather keep you as { $role } than ask { $other }. Can you?

## A no, a silence, an open seat

plan-declined-deputy = { $who } is still deputy: what you leave unanswered goes there. <b>Lead</b> changes that.
plan-declined-next = { $who } can't be { $role } in <b>{ $title }</b>, { $at }. I have asked { $other }.
plan-declined-open = { $who } can't be { $role } in <b>{ $title }</b>, { $at }, and I have asked nobody else. Who could? The group sees the open seat too: whoever has the role can take it.
plan-declined-stand-ins = { $who } can't be { $role } in <b>{ $title }</b>, { $at }, and nobody else in the team has this role. Who stands in?
plan-declined-nobody = { $who } can't be { $role } in <b>{ $title }</b>, { $at }, and nobody else in the team has this role. The group sees the open seat: whoever has the role can press I'll take it, and /join adds a role.
plan-show = <b>{ $title }</b>, { $at }
plan-back = { $who } can be { $role } in <b>{ $title }</b>, { $at }, after all. Nobody else is looked for.
plan-someone-else = Someone else
plan-silent = <b>{ $title }</b>, { $at }. No answer yet from:
plan-silent-seat-again = • { $role }: { $who } (asked { $asked }, again { $again })
plan-silent-seat = • { $role }: { $who } (asked { $asked })
plan-silent-none = ✅ <b>{ $title }</b>, { $at }: no answer is waited for any more, and no seat that matters is open.
plan-silent-over = <b>{ $title }</b>, { $at }: it has begun; nobody's answer is waited for.
plan-silent-below = <b>{ $title }</b>, { $at }: who has not answered
plan-again = Ask { $who } again
plan-again-asked = { $who } is asked again.
plan-again-not = No answer is waited for from there any more.
plan-silent-open = <b>{ $title }</b>, { $at }. Nobody has these seats yet:
plan-silent-open-too = Nobody has these seats yet:
plan-silent-nobody = ○ { $role }
plan-vacant = <b>Still open: { $title }</b>, { $at }
plan-vacant-seat = ○ { $role }: { $who }, can you?
plan-vacant-anyone = ○ { $role }: who can?
plan-vacant-stand-ins = ○ { $role }: { $who } may stand in. Who can?
plan-vacant-offered = ○ { $role }: { $who } would take it; a lead decides.
plan-vacant-unknown = ○ { $role }: nobody in the team has this role. Who can do it takes it with /join first, then presses below.
plan-vacant-below = <b>{ $title }</b>, { $at }: the open seats
plan-vacant-none = ✅ <b>{ $title }</b>, { $at }: the open seats are settled.
plan-vacant-waits = <b>{ $title }</b>, { $at }: somebody is asked for every open seat.
plan-change-seat = Change { $role }
plan-claim = I'll take it: { $role }
plan-claims = I'll take a seat: { $seats } open
plan-claims-which = <b>{ $title }</b>, { $at }: which seat do you take?
plan-claims-none = Every seat has somebody by now.
plan-claims-unqualified = Open: { $roles }. Only people with one of these roles can take a seat. Add a role with /join.
plan-claimed = You are { $role }, { $at }.
plan-claimed-lead = { $who } has taken the open seat { $role } in <b>{ $title }</b>.
plan-claim-unqualified = Only people with the role { $role } can take it. Add it with /join.
plan-claim-unqualified-held = Only people with the role { $role } can take it. /join adds it. But you are { $held } in this show, and the two don't go together: press again then, and { $who } decides.
plan-claim-no-pair = You have a seat as { $role } in this show already.
plan-volunteer = 🙋 { $who } would take <b>{ $role }</b> in <b>{ $title }</b>, { $at }.
plan-volunteer-as = { $who } may stand in, as { $roles }.
plan-volunteer-leaves = That would leave open: { $roles }.
plan-volunteer-agree = Agree
plan-volunteer-not = No need
plan-volunteer-asked = I have asked { $who }, who decides whether you take { $role }. You will hear from me.
plan-volunteer-agreed = { $who } is { $role }.
plan-volunteer-declined = You let it be: { $who } does not become { $role }.
plan-volunteer-yes = { $by } agrees: you are { $role }.
plan-volunteer-no = { $by } would rather not have you change to { $role } in <b>{ $title }</b>, { $at }. Thank you for offering; nothing changes for you.
plan-seat-gone = <b>{ $title }</b>, { $at }: this seat is not there any more.
plan-claim-not-free = You can't take it: { $why }.

## Changing the crew

plan-button-crew = Crew
plan-button-move = Move
plan-button-cancel = Cancel the show
plan-button-rehearse = 🎭 Rehearse it in 20 minutes
plan-rehearsal-title = 🎭 REHEARSAL · { $title }
plan-rehearsal-new = { $who } calls everybody: the whole show in about 20 minutes, “on air” at { $at }. Press and answer as you would for real; nothing of it counts.
plan-rehearsal-toast = { $people ->
    [one] One person is asked now
   *[other] { $people } people are asked now
}; “on air” at { $at }.
plan-rehearsal-runs = { $title } is under way. Let it end, or cancel it, first.
plan-crew-of = <b>The crew of { $title }</b>
plan-crew-below = The crew of <b>{ $title }</b>
plan-crew-press = Press a seat to change it.
plan-seat-now = Now: { $who }
plan-seat-now-asked = Now: { $who }, asked
plan-seat-since = { $role } is { $who } by now: another lead has changed it, or they have answered. Please look once more.
plan-seat-since-open = { $role } is open by now. Please look once more.
plan-said-yes = ✓ { $who } has told me: yes
plan-noted-yes = { $by } has noted that you said yes: { $role } in <b>{ $title }</b>, { $at }. If that is wrong, your card says how to change it.
plan-who-before = ‹ Before
plan-who-after = More people ›
plan-take-out = Remove the seat
plan-picked = { $whose ->
    [own] You are { $role }.
   *[other] { $who } is asked to be { $role }.
}
plan-picked-from = { $whose ->
    [own] You are { $role }.
   *[other] { $who } is asked to be { $role }.
} Open now: { $left }.
plan-picked-open = { $role } is open; the group sees it.
plan-picked-gone = { $who } is not in the team any more.
plan-replaced = { $by } has changed the crew of <b>{ $title }</b>, { $at }: { $other } instead of you as { $role }.
plan-moved-seat = { $by } has changed the crew: you are asked to be { $role } instead of { $left }.
plan-relieved = { $by } has changed the crew of <b>{ $title }</b>, { $at }: you are not needed as { $role } any more.

## What it is

plan-button-details = Details
plan-button-title = Title
plan-button-goal = Goal
plan-button-length = Length
plan-button-platforms = Platform
plan-button-products = Products
plan-detail-title = <b>{ $value }</b>
plan-detail-goal = Goal: { $value }
plan-detail-length = On air: { $value }
plan-detail-platforms = Platform: { $value }
plan-detail-products = Products: { $value }
plan-detail-none = not said yet
plan-detail-none-goal = no number yet
plan-details-unknown = <i>Some items are only for certain platforms, or for shows with products: as long as that is not said, they are on the list.</i>
plan-detail-ask-title = What is <b>{ $title }</b> called from now on?
plan-detail-ask-goal = What is the goal of <b>{ $title }</b>, as a number? Now: { $value }
plan-detail-ask-goal-unit = What is the goal of <b>{ $title }</b>, in { $unit }? Now: { $value }
plan-detail-ask-length = How long is <b>{ $title }</b> on air? Now: { $value }. Press one, or type it: 2h30, until 23:00. Checklist, calls and shifts follow.
plan-detail-ask-platforms = Where is <b>{ $title }</b> shown? Now: { $value }. Press one, or type all of them: Douyin, TikTok
plan-detail-ask-products = How many products does <b>{ $title }</b> present? Now: { $value }. Type a number, such as 40; 0 is none.
plan-detail-number = I need a whole number, such as 40.
plan-detail-forget = Not known
plan-details-below = The details of <b>{ $title }</b>
plan-detail-yes = Change it all the same
plan-renamed = ✏️ <b>{ $title }</b>, { $at }, is now called <b>{ $name }</b>.

## Somebody is away, or has left

plan-away-lead = { $who } will be away and is { $roles } in <b>{ $title }</b>, { $at }. Who instead? Until you choose, the seat stays { $who }'s.
plan-away-yours = You are { $roles } in <b>{ $title }</b>, { $at }: I have asked { $who } who takes over.
plan-away-alone = You are { $roles } in <b>{ $title }</b>, { $at }: please see who takes over, /streams → Crew.
plan-away-leads = { $who } leads <b>{ $title }</b>, { $at }, and will be away that day: you decide then. To hand it on for good, press Lead.
plan-away-your-lead = You lead <b>{ $title }</b>, { $at }: { $who } decides that day, and knows.
plan-away-no-lead = You lead <b>{ $title }</b>, { $at }, and no other lead is there that day: please make somebody lead, /team → Manage.
plan-gave-up = { $who } no longer takes the role { $roles }, and has that seat in <b>{ $title }</b>, { $at }. Who instead? Until you choose, the seat stays { $who }'s.
plan-gave-up-yours = You stay { $roles } in <b>{ $title }</b>, { $at }, until { $who } has picked somebody; I have asked.
plan-left-lead = { $who } is no longer in the team and was { $roles } in <b>{ $title }</b>, { $at }. Who instead?

## Who leads

plan-button-lead = Lead
plan-lead-of = <b>Who leads { $title }?</b>
plan-lead-how = The lead hears of silences and decides; the deputy is asked next.
plan-lead-how-alone = The lead hears of silences and decides. There is no deputy: the team's other leads whom I can reach are asked next, then the group.
plan-lead-unreached = ⚠️ { $who }: can't be chosen before opening a private chat with me.
plan-make-lead = Lead: { $who }
plan-make-deputy = Deputy: { $who }
plan-make-deputy-none = No deputy
plan-cannot-lead = { $who } is no lead of this team. /team → Manage makes leads.
plan-leads-already = That is { $who } already.
plan-you-lead = { $by } made you the lead of <b>{ $title }</b>, { $at }. Silences, open seats and decisions come to you from now on.
plan-you-lead-no-more = { $by } made { $who } the lead of <b>{ $title }</b>, { $at }. You need do nothing more as its lead.
plan-you-lead-now = { $who } is no longer in the team. You lead <b>{ $title }</b>, { $at }, from now on; /streams → Lead changes it.
plan-you-lead-instead = { $who } is not a lead any more. From now on you lead { $count ->
    [one] this show
   *[other] these shows
}:
plan-show-line = • <b>{ $title }</b>, { $at }
plan-lead-changes = Open seats, silences and decisions come to you. To hand it on: /streams → Lead.
plan-you-led = <b>{ $title }</b>, { $at }: { $who } leads it now.
plan-you-deputy = You are the deputy of { $who } for <b>{ $title }</b>, { $at }: what { $who } does not answer comes to you.

## Shows that come again

plan-says-daily = every day, each day, daily, 每天, 每日, 天天
plan-says-weekly = every week, each week, weekly, 每周, 每星期, 每个星期
plan-says-each = every, each, 每
plan-says-goal = goal, target, 目标
plan-says-tomorrow = tomorrow, tomorow, tommorow, tommorrow, 2morrow, 2moro, tmr, tmrw, tmw, 明天, 明晚, 明早, 明日, 明儿
plan-confirm-once = Confirm, only this one
plan-confirm-day = Confirm, every day
plan-confirm-week = Confirm, every week
plan-repeats-day = 🔁 every day
plan-repeats-week = 🔁 every week
plan-repeat-day = 🔁 Every day
plan-repeat-week = 🔁 Every week
plan-button-stop = Stop repeating
plan-repeats-from = The next one is { $at }. I plan it { $ahead }, with the same crew as far as they are free, and tell you.
plan-repeats-ended = It no longer comes again. What is planned already stays.
plan-again-day = 🔁 The next <b>{ $title }</b> is planned, { $at }. { $people ->
    [one] One person is
   *[other] { $people } people are
} asked.
plan-again-week = 🔁 Next week's <b>{ $title }</b> is planned, { $at }. { $people ->
    [one] One person is
   *[other] { $people } people are
} asked.
plan-again-not-free = ⚠️ Not free this time: { $who }
plan-ask-scope = This show comes again. Is it only about this one?
plan-scope-one = Only this one
plan-scope-on = This and following
plan-scope-also = With it go all that follow{ $shows ->
    [0] .
   *[other] {" "}({ $shows } planned already):
}
plan-scope-show = • { $at }
plan-move-onward = All that follow move by as much, and come at that time from then on.
plan-ask-onward = For the following shows too?
plan-onward = All following: { $role }: { $who }
plan-onward-open = All following: { $role }, open
plan-onward-without = All following: without { $role }
plan-onward-lead = All following: lead { $who }
plan-onward-deputy = All following: deputy { $who }
plan-you-lead-onward = { $by } made you the lead of <b>{ $title }</b> from now on, every time it comes.
plan-you-deputy-onward = { $by } made you the deputy of <b>{ $title }</b> from now on, every time it comes.
plan-onward-done = ✅ { $shows ->
    [0] Noted for all that are still to come.
    [one] Done: one planned show changed, and all that are still to come.
   *[other] Done: { $shows } planned shows changed, and all that are still to come.
}
plan-onward-left = ⚠️ { $at } stays as it is: { $who }: { $why }. Change it there: /streams → Crew.

## /streams

plan-coming = <b>{ $streams ->
    [one] One show
   *[other] { $streams } shows
}</b>
plan-none = No show is planned. A lead plans one with /new.
plan-coming-line = • { $at } · <b>{ $title }</b> · { $phase } · { $crew }
plan-coming-button = { $at } · { $title }
plan-earlier = ‹ Earlier
plan-later-ones = Later ›
plan-page = <i>Page { $page } of { $pages }</i>
plan-no-board = No show is being prepared, so there is no board. /streams shows what is coming.
plan-board-moved = ↓ The board of <b>{ $title }</b> stands further down now.
plan-next = <b>{ $who }, what is next for you:</b>
plan-next-none = { $who }, nothing lies ahead for you. /streams shows what is coming.
plan-next-asked = ❗ { $at } · <b>{ $title }</b>: { $roles }? I wait for your answer.
plan-next-seat = 🎬 { $at } · <b>{ $title }</b>: { $roles }; roll call at { $roll }
plan-next-asked-for = 📋 { $at } · { $what } · { $title }
plan-next-legend = <i>📋 is when I ask you for it</i>
plan-which-move = Which show moves?

## Moving

plan-ask-to = To when does <b>{ $title }</b> move? It is planned for { $at } ({ $zone }). Press one, or type the new start: <code>tomorrow 8pm</code>, <code>21:00</code>, <code>+1h</code>, <code>21:00 4h</code>
plan-later = +{ $by }
plan-move-same = That is when it starts already. To when does it move?
plan-ask-move = <b>{ $title }</b>
    from { $before }
    to <b>{ $after }</b> ({ $zone })
plan-move-anew = Everyone in the crew is asked again whether they can. All checklist times and calls move along.
plan-move-told = Everyone in the crew is told; nobody needs to answer again. All checklist times and calls move along.
plan-move-yes = Move it
plan-length-told = Everyone in the crew is told; nobody needs to answer again. What is counted from the end moves along.
plan-length-onward = All that follow last as long from then on.
plan-length-yes = Change it
plan-length-done = ✅ <b>{ $title }</b> is now on air { $at }–{ $ends }. I am telling everyone.
plan-moved = 🕗 <b>{ $title }</b> has moved: from { $before } to <b>{ $after }</b>.
plan-same-start = 🕗 <b>{ $title }</b>, { $at }
plan-lasts = ⏱ On air for <b>{ $after }</b> instead of { $before }, until { $ends }.
plan-since = Meanwhile, by { $who }: { $what }. Please look once more.
plan-moved-anew = Can you make the new time?
plan-moved-fine = Everything else moves along; you need not answer.
plan-moved-owed = Everything else moves along. Whether you can come is still open: please answer on the card above.
plan-moved-done = ✅ <b>{ $title }</b> now starts { $after }. I am telling everyone.

## Calling off

plan-ask-reason = Call off <b>{ $title }</b>, { $at }? Type a reason that the crew will read, or Skip. Cancel here keeps the show.
plan-ask-cancel = <b>{ $title }</b>, { $at }, is called off for good: { $people ->
    [one] one person is told
   *[other] { $people } people are told
}, and every call and checklist item about it stops. Cancel here keeps the show.
plan-cancel-yes = Yes, cancel the show
plan-cancelled = ❌ { $who } has called off <b>{ $title }</b>, { $at }.
plan-cancelled-why = Reason: { $reason }
plan-cancelled-free = You need to do nothing more for it.
plan-cancelled-done = <b>{ $title }</b> is called off. I am telling everyone.
plan-cancelled-card = ❌ <b>{ $title }</b>, { $at }: called off

## For the other flows

plan-panel = Crew: { $crew }
plan-panel-waiting = … waiting for { $who }
plan-panel-away = 🌴 away: { $who } ({ $roles })
plan-panel-declined = ✗ { $who } can't ({ $roles })
plan-panel-open = ○ open: { $roles }
plan-panel-more = { $count } more
plan-panel-more-people = { $count } more
plan-point-open = { $role }: nobody sits there
plan-point-asked = { $role }: { $who } has not accepted
plan-point-away = { $role }: { $who } is away, and nobody else has it
plan-point-declined = { $role }: { $who } can't, and nobody else has it
plan-report-on-time = On air { $begins }–{ $ends } · { $length }, on time
plan-report-late = On air { $begins }–{ $ends } · { $length }, { $span } late
plan-report-early = On air { $begins }–{ $ends } · { $length }, { $span } early
plan-report-crew = Crew: { $crew }
plan-report-seat = { $role } { $who }
plan-report-after = { $who } (from { $at })
plan-help-asked = ❗ <b>{ $title }</b>, { $at }, waits for your answer in our private chat
plan-help-lead = /new plan a show · /streams coming shows, crew, move, cancel · /next what is next for you · /board the board anew
plan-help = /streams coming shows · /next what is next for you · /board the board anew

## The log

plan-log-planned = { $who } planned { $title } for { $at }
plan-log-accepted = { $who } accepted
plan-log-said-yes = { $who } noted that { $whom } said yes: { $role }
plan-log-declined = { $who } declined
plan-log-asked-again = { $who } asked { $whom } again
plan-log-claimed = { $who } took the open seat { $role }
plan-log-seat = { $who } changed { $role }: { $whom }
plan-log-seat-added = { $who } added a seat: { $role }
plan-log-seat-out = { $who } removed the seat { $role }
plan-log-left = { $whom } is no longer in the team; open now: { $role }
plan-log-lead = { $who } made { $whom } the lead
plan-log-lead-own = { $whom } took the lead
plan-log-lead-on = { $whom } leads from now on
plan-log-deputy = { $who } made { $whom } the deputy
plan-log-deputy-own = { $whom } is deputy from now on
plan-log-deputy-none = { $who } does without a deputy
plan-log-repeats-day = { $who } repeats it every day
plan-log-repeats-week = { $who } repeats it every week
plan-log-repeats-no-more = { $who } stopped repeating it
plan-log-title = { $who } changed the title: { $value }
plan-log-goal = { $who } changed the goal: { $value }
plan-log-platforms = { $who } changed the platform: { $value }
plan-log-products = { $who } changed the number of products: { $value }
plan-log-cancelled = { $who } called the show off ({ $reason })

## What is to come

plan-cue-chase = Ask the silent of the crew again
plan-cue-vacant = Tell the group of an open seat
plan-cue-repeat = Plan the next of a series
plan-cue-silent = Tell the lead who has not answered

ready-command-ready = I'm ready (roll call)
ready-command-golive = We are live: stamp the start
ready-command-wrap = The show is over

ready-button-ready = Ready
ready-button-not-yet = Not yet
ready-button-still-not = Not yet
ready-button-take = I'll stand in
ready-button-take-as = I'll stand in: { $role }
ready-button-take-really = Yes, I am { $role }
ready-button-for = { $who } is ready
ready-button-pick = Pick somebody
ready-button-change = Somebody else
ready-button-change-as = Somebody else: { $role }
ready-button-leave-open = Leave it open
ready-button-mute = 🔕 No more asking for this seat
ready-button-unmute = 🔔 Ask again
ready-button-go = GO
ready-button-hold = HOLD +{ $minutes }
ready-button-no-go = NO-GO
ready-button-move = Move
ready-button-cancel = Cancel the show
ready-button-cancel-really = Yes, cancel the show
ready-button-back = Back
ready-button-live = We are live
ready-button-live-anyway = Live without a GO
ready-button-sure = Yes, on air
ready-button-slip = No, a slip
ready-button-not-on-air = Not on air
ready-button-wrap = Wrap
ready-button-wrap-anyway = Wrap anyway
ready-button-since = It was on air from { $at }
ready-button-since-other = It began at another time
ready-button-off = It did not take place
ready-choice-minutes = { $minutes } min

ready-nobody = nobody
ready-whose = { $role } ({ $who })
ready-whose-away = { $role } ({ $who }, away)
ready-more = … and { $count } more

ready-roll-head = 🙋 <b>Roll call: { $title }</b>, on air at { $at }
ready-line-silent = ▫️ { $role }: { $who }
ready-line-away = 🌴 { $seat }
ready-line-ready = ✅ { $role }: { $who }
ready-line-by = ✅ { $role }: { $who }, says { $by }
ready-line-not-yet = ⏳ { $seat }
ready-line-muted = { $line } 🔕
ready-seat-number = { $role } { $number }
ready-seat-empty = { $role }: nobody sits there
ready-seat-silent = { $role }: { $who }, no answer
ready-seat-away = { $role }: { $who }, away
ready-seat-not-yet = { $role }: { $who }, not yet
ready-seat-why = { $role }: { $who }, not yet: { $why }
ready-seat-until = { $role }: { $who }, not before { $until }: { $why }
ready-roll-more = … and { $count } more seats, { $ready } of them ready
ready-roll-count = <b>{ $ready } of { $seats } ready.</b>
ready-roll-gate = { $who } decides GO or NO-GO at { $at }.
ready-roll-deciding = GO or NO-GO: { $who } is deciding.
ready-held = ⏸ Held by { $who } at { $at }. The start moves to { $start }.
ready-held-for = Waiting for: { $what }
ready-held-why = Why: { $why }
ready-roll-later = The show has moved: the next roll call is on { $at }.
ready-roll-anew = The show has moved: the roll is called anew.
ready-roll-off = The show is called off: nobody needs to answer any more.
ready-roll-over = The roll call is closed.
ready-own-head = 🙋 <b>Roll call: { $title }</b>, on air at { $at }
ready-own-seats = You: { $roles }
ready-own-instead = You stand in for { $who }.
ready-own-muted = 🔕 { $who } wants you left in peace about this. It still counts at the gate: press Ready as soon as you are.
ready-own-none = You have no seat in this show any more.
ready-own-silent = Are you in place, with everything you need? Press below.
ready-own-by = If I hear nothing by { $at }, I ask whoever could stand in for you.
ready-own-others = I have heard nothing, and asked { $who } meanwhile.
ready-everyone = the whole team
ready-own-ready = ✅ You are ready. Should that change, press Not yet.
ready-own-not-yet = ⏳ You said: not yet. I'll ask again at { $at }; or press Ready as soon as you are.
ready-own-now = ⏳ You said: not yet. Are you ready now?
ready-own-why = ⏳ You said: not before { $until }: { $why }. I'll ask again then; or press Ready as soon as you are.
ready-own-again = ⏳ You said not yet: { $why }. Are you ready now?
ready-silent = 🙋 { $who } ({ $roles }) has not answered the roll call for <b>{ $title }</b>, on air at { $at }.
ready-still-not = 🙋 { $who } ({ $roles }) said not yet and no more since; <b>{ $title }</b> is on air at { $at }.
ready-still-not-why = 🙋 { $who } ({ $roles }) said not yet and no more since: <i>{ $why }</i>. <b>{ $title }</b> is on air at { $at }.
ready-empty = 🙋 Nobody sits as { $roles } in <b>{ $title }</b>, on air at { $at }.
ready-away = 🙋 { $who } ({ $roles }) is away and still has the seat in <b>{ $title }</b>, on air at { $at }.
ready-do-take = Can you stand in?
ready-do-take-or-reach = Stand in, or reach { $who }.
ready-do-reach = Please reach { $who }.
ready-do-lead = As a lead you can also answer for { $who }, or pick somebody else.
ready-do-lead-empty = As a lead you can also pick somebody, or leave it open: it then counts at the gate.
ready-anyone = 🙋 <b>{ $title }</b>, on air at { $at }. Nobody is in place here yet; can anyone stand in?
ready-anyone-below = ↓ <b>{ $title }</b>: whoever is not in place is asked again below.
ready-asked = <b>{ $whose }</b>: who was asked, and when ({ $title })
ready-gate-asked = <b>GO or NO-GO: { $title }</b>: who was asked, and when
ready-is-muted = 🔕 { $who } wants no more asking about this. It still counts at the gate.
ready-settled = Roll call: <b>{ $title }</b>
ready-answer-for = <b>{ $title }</b>. Still to answer: { $whose }. As a lead you can answer for them, and the log says so.
ready-stand-in-for = You have no seat in <b>{ $title }</b>. Still to answer: { $whose }. You could stand in.
ready-too-late = 🙋 { $who } ({ $roles }) will not be there before { $until }: <i>{ $why }</i>. <b>{ $title }</b> is on air at { $at }.
ready-relieved = { $who } stands in for you as { $role } in <b>{ $title }</b>. You don't need to do anything.
ready-would-leave = For <b>{ $title }</b>: as { $role } you leave { $left }, which is then open. Stand in?
ready-after-go = ⚠️ After the GO for <b>{ $title }</b>, somebody is not ready:

ready-ask-why = What is missing for <b>{ $title }</b>, on air at { $at }? A few words will do; the crew sees them on the roll call.
ready-ask-until = Until when? Press, or write a time such as 19:50 or "in 20 minutes".
ready-until-unclear = I need a time within the next 12 hours, such as 19:50 or "in 20 minutes".
ready-kept-why = Thank you, it's on the roll call. I'll ask again at { $at }.
ready-no-roll = No roll call is open. It opens by itself before a show. Coming shows: /streams

ready-toast-ready = Ready: { $roles }. Thank you!
ready-toast-already = That's known already: ready.
ready-toast-why = Noted. In our private chat I ask what is missing.
ready-toast-closed = This roll call is closed.
ready-toast-all = Everybody is ready already.
ready-toast-for = Kept: { $who } is ready. The log says it came from you.
ready-toast-muted = Nobody is asked about { $whose } any more. It stays open, and counts at the gate. Ask again stands under "Who was asked".
ready-toast-unmuted = It is asked for again.
ready-toast-taken = No longer needed: { $who } has it.
ready-toast-took = You stand in as { $role }, and count as ready.
ready-not-yours = You have no seat in this roll call. Still to answer: { $whose }
ready-only-they = Only { $who } or a lead can say that.
ready-not-a-stand-in = You are not down for { $role }. Whoever holds it or backs it up can stand in, or a lead.
ready-no-pair = You are { $held } in this show, and nobody can be { $role } as well.

ready-gate-head = 🚦 <b>{ $title }</b>: GO or NO-GO? Planned on air at { $at }
ready-gate-count = <b>{ $green } of { $points } points green</b>: { $green } of { $seats } seats ready{ $others ->
    [0] , nothing else open
    [one] , one other point open
   *[other] , { $others } other points open
}
ready-gate-past = 🚦 <b>{ $title }</b>: decided
ready-gate-green-then = { $green } of { $points } points were green.
ready-gate-over = Red then: { $red }. Reason: { $reason }
ready-point-hard = 🔴 { $point }
ready-point-soft = 🟡 { $point }
ready-gate-green = Nothing red. Your decision.
ready-gate-yellow = Nothing red; 🟡 does not stop a GO. Your decision.
ready-gate-red = Something is red: GO over 🔴 asks for your reason, and it is recorded as your override. 🟡 does not stop a GO.
ready-gate-no-go = <b>NO-GO</b>, pressed by { $who }. What becomes of the show? Nothing is said to the crew before one of you chooses.
ready-gate-cancel = <b>Cancel the show?</b> { $who } pressed it. Everybody is told, and nothing more is asked of anyone.
ready-gate-anyone = Nobody has decided yet. { $who }: it is yours, press here. Everybody else: please get hold of them.
ready-gate-anyone-no-go = <b>NO-GO</b>, pressed by { $by }: is the show moved, or cancelled? { $who }: it is yours, press here. Everybody else: please get hold of them.
ready-gate-settled = { $decision } Nothing is left to decide here.
ready-at = at { $at }
ready-at-day = on { $at }
ready-decided-go = ✅ GO { $at } by { $who }.
ready-decided-hold = ⏸ HOLD { $at } by { $who }.
ready-decided-moved = 🔁 NO-GO { $at } by { $who }: moved.
ready-decided-cancelled = ⛔ NO-GO { $at } by { $who }: cancelled.
ready-decided-lapsed = GO { $at } by { $who }; the show has moved since, so it no longer holds.
ready-lapsed-off = The show is called off.
ready-lapsed-begun = It went on air before this was decided.
ready-lapsed-moved = The show has moved: it is decided anew.
ready-lead-decides = { $who } or another lead decides this.
ready-ask-reason = { $count ->
    [one] <b>{ $title }</b>: one point is red.
   *[other] <b>{ $title }</b>: { $count } points are red.
} Why GO all the same? Your reason is recorded under your name; "cancel" takes you back to the decision.
ready-ask-held = <b>{ $title }</b> is held. Nothing is missing that I know of. What holds it up? A few words will do; the crew reads them on the roll call.
ready-on-the-roll = Thank you, it's on the roll call.
ready-held-left = All right, no reason is given.
ready-override-kept = GO, with your override on the record.
ready-ask-when = When does <b>{ $title }</b> start instead of { $at }? Press one, or write it like "tomorrow 8pm", "tomorrow 8pm 3h" or 1 Dec 20:00.
ready-when-unclear = I can't read that as a time.
ready-length-unfit = A show lasts between 15 minutes and 24 hours. A good answer: tomorrow 8pm 3h
ready-when-past = { $at } doesn't work: the new start must lie ahead, within a year.
ready-when = { $at }
ready-when-same = That is when it starts already. When does it start instead?
ready-later = +{ $by }
ready-ask-move = <b>{ $title }</b>
    from { $before }
    to <b>{ $after }</b> ({ $zone })
ready-elsewhere = ⚠️ { $who }: { $why }
ready-move-lasts = ⏱ On air for <b>{ $after }</b> instead of { $before }, until { $ends }.
ready-move-told = Everyone in the crew hears it at once; nobody is asked again whether they can.
ready-move-anew = Asked again whether they can: { $people }.
ready-move-more = and { $count } more
ready-move-stands = Every Ready stands; nobody needs to press again.
ready-move-stands-but = Whoever is ready stays ready. Still asked: { $whose }.
ready-move-roll = The roll is called anew on { $at }: the Ready pressed until now does not count then.
ready-move-roll-now = The roll is called anew at once: the Ready pressed until now does not count.
ready-move-yes = Move it

ready-toast-reason = Something is red: I ask for your reason in private.
ready-toast-go = GO. The group knows.
ready-toast-hold = Held. I ask for your decision again at { $at }.
ready-toast-when = When? I ask in private.
ready-told-go = ✅ <b>GO</b> for { $title }, says { $who }. On air at { $at }.
ready-told-override = { $red ->
    [one] ✅ <b>GO</b> for { $title }, says { $who }, with one point still red. On air at { $at }.
   *[other] ✅ <b>GO</b> for { $title }, says { $who }, with { $red } points still red. On air at { $at }.
}
ready-told-hold = ⏸ <b>HOLD</b> for { $title }, says { $who }: the start moves to { $at }. Whoever is ready stays ready; I ask only the others again.
ready-told-held = ⏸ <b>HOLD</b> for { $title }, says { $who }: the start moves to { $at }. You need not answer again.
ready-told-moved = 🔁 <b>NO-GO</b> for { $title }, says { $who }: it moves to { $at }, with everything that belongs to it.
ready-told-moved-long = 🔁 <b>NO-GO</b> for { $title }, says { $who }: it moves to { $at }, for { $span }, with everything that belongs to it.
ready-told-cancelled = ⛔ <b>NO-GO</b> for { $title }, says { $who }: the show is cancelled.

ready-live-ask = 🔴 <b>{ $title }</b> was to be on air at { $at }. Are you live?
ready-air-theirs = { $who }: please press here. Everybody else: please get hold of them.
ready-live-later = <b>{ $title }</b>: not on air yet. I'll ask again at { $at }; or press as soon as you are.
ready-live-no-go = ⚠️ There is no GO for <b>{ $title }</b>.
ready-live-asks-lead = ⚠️ { $who } says that <b>{ $title }</b> went on air, but there is no GO.
ready-early = ⏳ It is <b>{ $span } before the start</b> of { $title } ({ $at }). Really on air?
ready-early-slip = <b>{ $title }</b>: not on air yet. Nobody was told.
ready-early-sure = <b>{ $title }</b>: on air, you say.
ready-early-not = <b>{ $title }</b> is not on air, says { $who }. The start is planned for { $at }; nothing has changed.
ready-early-gate = <b>{ $title }</b>: GO or NO-GO is being asked now, and decided there.
ready-early-decided = <b>{ $title }</b>: { $decision }
ready-live-now = Stamp the start all the same? It is recorded under your name.
ready-live-since = It was on air from { $at }. Stamp that all the same, and wrap it? It is recorded under your name.
ready-live-off = ❌ <b>{ $title }</b> is called off.
ready-live-moved = 🕗 <b>{ $title }</b> has moved: on air { $at }.
ready-toast-no-go = There is no GO yet. I've asked { $who } to confirm.
ready-toast-again = I'll ask again at { $at }.
ready-started-on-time = On air at { $at }, on time
ready-started-late = On air at { $at }, { $span } late
ready-started-early = On air at { $at }, { $span } early
ready-live-done = ✓ <b>{ $title }</b>: on air since { $at }.
ready-told-live = 🔴 <b>{ $title }</b>: { $started }.
ready-ask-late = <b>{ $title }</b> went on air { $span } late. What held it up? Press, or write a few words; it goes into the review.
ready-late-people = Somebody was missing
ready-late-tech = Technology
ready-late-goods = Goods, prices or links
ready-late-platform = The platform
ready-late-before = The show before ran over
ready-late-kept = Thank you, it's in the review.
ready-late-left = All right, it stays without a reason.
ready-nothing-to-start = There is no show to start. Coming shows: /streams
ready-nothing-to-wrap = No show is on air. Coming shows: /streams
ready-already-wrapped = Wrapped already, at { $at }.
ready-not-now = Nothing to do here now: this show is { $phase }.
ready-not-the-caller = This is for { $who } to press, or another lead.

ready-uncalled = 🏁 <b>{ $title }</b> (planned for { $at }) was never called live, so there is nothing to wrap yet. What became of it? If it was on air, I stamp start and wrap, and the review follows.
ready-ask-since = When did <b>{ $title }</b> go on air? It was planned for { $at }. Write it like 20:05; then it is wrapped.
ready-since-unfit = I need the time when it went on air, such as 20:05: one that has passed.
ready-off-sure = <b>{ $title }</b> did not take place? Then it is cancelled: everybody is told, and nothing more is asked of anyone.
ready-told-since = 🔴 <b>{ $title }</b>: { $started } (stamped afterwards).
ready-told-off = ⛔ { $title } did not take place, says { $who }: the show is cancelled.
ready-wrap-ask = 🏁 <b>{ $title }</b> was planned until { $at }. Is it over?
ready-wrap-open = <b>{ $title }</b>, still open:
ready-wrap-point = • { $point }
ready-wrap-later = <b>{ $title }</b> goes on. When it is over: /wrap or the board.
ready-toast-wrap-later = All right. When it is over: /wrap or the board.
ready-toast-wrapped = Wrapped. Thank you!
ready-wrap-done = ✓ <b>{ $title }</b>: over at { $at }.
ready-told-wrap = 🏁 <b>{ $title }</b>: wrapped at { $at }, { $on_air } on air. Thank you, everyone!
ready-told-wrap-planned = 🏁 <b>{ $title }</b>: wrapped afterwards. I take { $at } as its end, as planned: { $on_air } on air. Thank you, everyone!
ready-told-wrap-over = 🏁 <b>{ $title }</b>: wrapped at { $at }, { $on_air } on air, { $over } later than planned. Thank you, everyone!

ready-panel-roll = 🙋 Roll call { $ready }/{ $seats }
ready-panel-missing = { $more ->
    [0] Not ready: { $whose }
   *[other] Not ready: { $whose } and { $more } more
}
ready-panel-override = { $decision } Override.
ready-panel-held = { $decision } Decision again at { $at }.
ready-panel-live = 🔴 { $started }
ready-panel-wrapped = 🏁 { $started }, { $on_air } on air
ready-report-gate = { $decision } { $green } of { $points } points green.
ready-report-override = Override by { $who }: { $reason } (red: { $red })
ready-report-planned-end = Wrapped afterwards: { $at } is the planned end.
ready-report-late = { $span } late: { $why } ({ $who })
ready-report-no-go = Went live without a GO, confirmed by { $who } at { $at }.
ready-help-ready = /ready you are in place for { $title }
ready-help-live = /golive { $title } is on air
ready-help-wrap = /wrap { $title } is over

ready-log-opened = { $seats ->
    [one] Roll call opened: one seat
   *[other] Roll call opened: { $seats } seats
}
ready-log-ready = { $who } is ready: { $role }
ready-log-ready-for = { $who } says that { $whom } is ready: { $role }
ready-log-not-yet = { $who } ({ $role }) is not ready before { $until }: { $why }
ready-log-muted = { $who } wants no more asking: { $role } ({ $whom })
ready-log-unmuted = { $who } has it asked for again: { $role } ({ $whom })
ready-log-took = { $who } stands in: { $role }
ready-log-left = { $who } leaves { $role } to stand in
ready-log-go = { $who }: GO, { $green } of { $points } points green
ready-log-hold = { $who }: HOLD, { $green } of { $points } points green
ready-log-moved = { $who }: NO-GO
ready-log-cancelled = { $who }: NO-GO, cancelled
ready-log-override = { $who }: GO over what is red ({ $red }). Reason: { $reason }
ready-log-no-go = { $who } goes live without a GO
ready-log-live-on-time = { $who }: on air at { $at }, on time
ready-log-live-late = { $who }: on air at { $at }, { $span } late
ready-log-live-early = { $who }: on air at { $at }, { $span } early
ready-log-live-since = { $who }: on air at { $at }, stamped afterwards
ready-log-late = { $who } says why it was late: { $why }
ready-log-wrap-planned = { $who }: wrapped afterwards, { $at } taken as the end, as planned; { $on_air } on air
ready-log-wrap = { $who }: wrapped after { $on_air } on air

ready-cue-roll = Roll call
ready-cue-call = Seat silent at the roll call
ready-cue-seats = { $roles } at the roll call
ready-cue-gate = GO or NO-GO
ready-cue-live = Are we live?
ready-cue-wrap = Is it over?

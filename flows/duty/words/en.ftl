## Commands

duty-command-now = Who is on duty now, and who is next
duty-command-handoff = Hand over your duty
duty-command-take = Take a duty over at once (emergency)

## Buttons

duty-button-accept = Accept
duty-button-ask = Ask
duty-button-decline = Decline
duty-button-fill = Fill in the card
duty-button-same = Same as last time
duty-button-send = Send the card now
duty-button-hand-off = Hand off
duty-button-hand-off-role = Hand off: { $role }
duty-button-to = To { $who }
duty-button-now = Now
duty-button-seen = I'm on it
duty-button-instead = Ask someone else
duty-button-done = Done
duty-button-take-role = Take over: { $role } ({ $who })
duty-button-take-now = Take over now
duty-button-leave = No, leave it

## Who is on

duty-now = <b>{ $title }</b> · on duty now
duty-now-nobody = No show is on air. Coming shows: /streams
duty-now-toast = On duty: { $on }
duty-brief = { $role } { $who }
duty-unheard = { $role }: { $who } (not heard from)
duty-line = { $role }: { $who } since { $since }, until { $until }
duty-line-over = { $role }: { $who } since { $since }
duty-line-next = { $role }: { $who } since { $since }, next { $next } { $at }
duty-line-overdue = { $role }: { $who } since { $since } · ⚠️ { $next } has not accepted the hand-off of { $at }
duty-plan = <b>{ $title }</b> · { $at }: who takes turns
duty-plan-line = { $role }: { $turns }
duty-panel-plan = { $role }: { $turns }
duty-turn = { $who } { $at }
duty-next-card = Hand-off card for { $role }
duty-next = Hand-off as { $role }
duty-next-who = { $outgoing } → { $incoming }

## Before a hand-off

duty-out-soon = You hand over as { $role } to { $incoming } at { $due }. { $answerer } fills in the card for you; stay on until { $incoming } accepts.
duty-in-soon = You take over as { $role } from { $outgoing } at { $due }. { $answerer } fills in the hand-off card; it comes to you here.
duty-walk = <b>Your hand-off as { $role } · { $title }</b>
    { $incoming } takes over at { $due }. Fill in the card: skip what does not apply.
duty-walk-for = <b>Hand-off as { $role } for { $outgoing } · { $title }</b>
    { $outgoing } is on air, so you fill in the card. { $incoming } takes over at { $due }. Skip what does not apply.
duty-field = <b>{ $place }/{ $total }</b> { $ask }
duty-field-example = <i>For example: { $example }</i>
duty-field-before = <i>Last time: { $answer }</i>
duty-nothing = nothing
duty-walk-done = The card is with { $incoming }. { $outgoing } stays on duty until { $incoming } accepts.
duty-walk-left = The card is not finished. Shortly before { $due } it goes to { $incoming } as it is.

## The card

duty-card-head = <b>Hand-off: { $role } · { $title }</b>
    { $outgoing } → { $incoming }, { $due }
duty-card-for = Filled in by { $answerer } for { $outgoing }, who is on air.
duty-card-offered = Accept, and you are on duty from that moment.
duty-card-drafting = Not all filled in yet. Accept, and you are on duty from that moment.
duty-card-overdue = ⚠️ Not accepted at { $due }: { $outgoing } stays on duty. You can still accept.
duty-card-accepted = ✓ Accepted by { $incoming } at { $at }.
duty-card-declined = Declined. { $outgoing } stays on duty.
duty-card-lapsed = Over: this hand-off did not take place.
duty-card-taken = Taken over by { $incoming } at { $at }, without a card.
duty-card-field = <i>{ $ask }</i>
    { $answer }
duty-card-open = <i>{ $count ->
    [one] One question was left open.
   *[other] { $count } questions were left open.
}</i>
duty-card-known = <b>What I know</b>
duty-card-on = <i>On duty: { $on }</i>
duty-card-question = ❓ { $who }: { $question }
duty-card-reply = ↳ { $who }: { $answer }

## Asking

duty-ask = What do you want to know about the hand-off as { $role }? { $answerer } gets your question.
duty-ask-sent = Asked. The answer of { $answerer } comes here and onto the card.
duty-answer = <b>{ $who } asks about the hand-off as { $role } at { $due }:</b>
    { $question }
duty-answer-sent = Thank you. { $who } has your answer.
duty-question-answered = <b>{ $answerer }</b> on “{ $question }”:
    { $answer }

## It moves

duty-accepted-toast = You are on duty.
duty-accepted-for = { $who } is on duty.
duty-told-lead = 🔁 <b>{ $title }</b>: { $incoming } is on duty as { $role } since { $at }, in place of { $outgoing }.
duty-you-are-on = <b>You are on duty as { $role }</b> until { $until }. { $outgoing } knows.
duty-you-are-off = { $incoming } accepted at { $at }: you are off duty as { $role }. Thank you.
duty-declined-next = { $incoming } cannot take over as { $role } at { $due }. { $next } is asked now; { $outgoing } stays on until somebody accepts.
duty-declined-nobody = { $incoming } cannot take over as { $role } at { $due }, and nobody else can be asked. { $outgoing } stays on duty; the lead is called.
duty-replaced = { $incoming } takes over as { $role } at { $due } now, not you.
duty-declined-toast = Noted. { $incoming } is asked now.
duty-declined-toast-nobody = Noted. Nobody is left to ask for { $role }; the lead is called.

## Late

duty-nag-incoming = ⏰ You take over as { $role } at { $due } and have not accepted yet.
duty-nag-outgoing = ⏰ { $incoming } has not accepted yet ({ $role }, { $due }). Stay on until it is accepted.
duty-nag-answerer = ⏰ The hand-off card for { $role } is not finished. { $incoming } has it as it is; every answer still helps.
duty-nag-caller = ⏰ { $incoming } has not accepted the hand-off as { $role } from { $outgoing }, due { $due }. Please find { $incoming }.
duty-you-stay = It is { $due } and { $incoming } has not accepted: <b>you stay on duty as { $role }</b> until somebody does. The lead is called.
duty-page = ⚠️ <b>{ $incoming } has not accepted the hand-off as { $role }, due { $due }.</b> { $outgoing } stays on duty. Find { $incoming }, or ask someone else.
duty-page-declined = ⚠️ <b>Nobody is left to take over as { $role } at { $due }.</b> { $outgoing } stays on duty. In an emergency: /take
duty-page-seen = { $who } looks into it.
duty-asked = <b>Hand-off as { $role } at { $due } · { $title }</b>: who was asked, and when
duty-asked-offered = • { $at } · { $incoming }, to take over
duty-asked-declined = • declined: { $who }
duty-asked-leads = Leads called about it:
duty-promise-asked = <b>{ $promise }</b> ({ $title }): who was asked, and when
duty-crew-asks = Only the crew of this show can see who was asked.
duty-seen-toast = Good. Nobody else is called.

## Starting one, and stale presses

duty-which = Which duty do you hand over?
duty-to-whom = Nobody is planned after you as { $role }. Who takes over?
duty-opened = Hand-off as { $role } to { $incoming } has begun: { $answerer } fills in the card. { $outgoing } stays on until { $incoming } accepts.
duty-open-already = A hand-off as { $role } to { $incoming } is open already.
duty-nobody-else = Nobody else can do { $role }. A lead can add people with /team.
duty-no-such-duty = Nobody is on duty as { $role } right now.
duty-not-on = You are not on duty right now. /now shows who is.
duty-not-yours = That is up to { $who }.
duty-crew-only = Only the crew of this show can tick that off.
duty-over = { $who } is no longer on duty there.
duty-settled-already = This is settled already.
duty-already-drafting = { $incoming } is asked now, not you.
duty-already-offered = { $incoming } is asked now, not you.
duty-already-accepted = { $incoming } has already accepted.
duty-already-declined = This was declined. { $outgoing } stays on duty.
duty-already-lapsed = This hand-off is over.
duty-already-taken = { $incoming } has taken over already.

## The emergency door

duty-take-which = Which duty do you take over? Everybody will be told.
duty-take-nothing = There is no duty that you could take over.
duty-take-sure = Take over as { $role } from { $who } <b>now</b>, without a hand-off card? Everybody will be told.
duty-take-yours = You are on duty there already.
duty-take-not-you = Only people who hold or back up { $role }, and leads, can take it over.
duty-take-done = { $incoming } has taken over as { $role } from { $outgoing }.
duty-take-left = Left as it was: { $who } stays on duty.
duty-take-toast = You are on duty as { $role }, in place of { $who }.
duty-taken = ⚠️ <b>{ $incoming } has taken over as { $role }</b> from { $outgoing } at { $at }, without a hand-off card.
duty-taken-from-you = { $incoming } took over as { $role } at { $at }: you are off duty. Please tell { $incoming } what is open.
duty-taken-by-you = You are on duty as { $role } since { $at }. { $outgoing } and the group know.

## Promises

duty-promise = Promised: { $promise }
duty-promise-at = { $promise } ({ $at })
duty-promise-noted = { $promise } · I will call whoever is on at { $times }
duty-promise-noted-air = { $promise } · At { $times } I will call { $who }: whoever is on air is left alone.
duty-everyone = the whole team
duty-promise-due = 📣 Promised, and due now: <b>{ $promise }</b>
    On as { $role }: { $who }. See that it happens, then press Done.
duty-promise-kept = ✓ { $promise } ({ $who }, { $at })
duty-promise-already = { $who } has ticked this off already.
duty-promise-thanks = Ticked off.

## Hours

duty-hours-warn = { $who } has been on air as { $role } for { $span }, until { $until } by the plan. Plan a break, or a hand-off: /handoff
duty-hours-hard = ⚠️ { $who } has been on air as { $role } for { $span }. That is the limit: somebody must take over now. /handoff
duty-may-hours = { $who } would be on air { $span } that day; at most { $most } are allowed.
duty-may-rest = { $who } would have only { $span } of rest between two days on air; { $least } are needed.

## For the others

duty-in-time = Hand-offs accepted in time
duty-in-time-sign = 🔁
duty-report = Hand-offs accepted in time: { $in_time } of { $planned }
duty-report-late = Accepted late: { $late } · never: { $never }
duty-report-taken = Taken over without a card: { $taken }
duty-report-promises = Promises kept: { $kept } of { $made }
duty-point-handoff = Hand-off as { $role } not accepted: { $outgoing } → { $incoming }, { $due }
duty-point-promise = Promise still open: { $promise }
duty-help-now = /now who is on duty, and who is next
duty-help-handoff = /handoff hand over a duty, with a card
duty-help-take = /take take a duty over at once, in an emergency

## The record

duty-log-on = { $person } on duty as { $role }
duty-log-opened = Hand-off as { $role } begun: { $outgoing } → { $incoming }, { $due }
duty-log-offered = Hand-off card for { $role } offered to { $incoming }
duty-log-accepted = Hand-off as { $role } accepted: { $outgoing } → { $incoming }
duty-log-accepted-by = Hand-off as { $role } accepted: { $outgoing } → { $incoming } (pressed by { $who })
duty-log-late = Hand-off as { $role } accepted late: { $outgoing } → { $incoming }, due { $due }
duty-log-late-by = Hand-off as { $role } accepted late: { $outgoing } → { $incoming }, due { $due } (pressed by { $who })
duty-log-declined = { $incoming } declined to take over as { $role }
duty-log-declined-by = { $who } had somebody else asked than { $incoming } to take over as { $role }
duty-log-overdue = Hand-off as { $role } not accepted by { $incoming }: { $outgoing } stays on duty
duty-log-lapsed = Hand-off as { $role } to { $incoming } lapsed
duty-log-taken = { $incoming } took over as { $role } from { $outgoing }, without a card
duty-log-seen = { $who } looks into the hand-off as { $role }
duty-log-asked = { $who } asked about a hand-off: { $question }
duty-log-answered = { $who } answered: { $answer }
duty-log-promised = Promised: { $promise }
duty-log-kept = Promise kept: { $promise } ({ $who })
duty-log-hours = { $person } on air for { $span }

## What a cue is called

duty-cue-card = Hand-off card
duty-cue-nag = Hand-off not accepted yet
duty-cue-page = Hand-off not accepted at its hour
duty-cue-promise = A promise made on air
duty-cue-hours = Long hours on air

## Command and buttons

action-command-actions = Open actions, with owner and due date
action-make = Make it an action
action-not-now = Not now
action-done = Done
action-cannot = Can't
action-give = Give it to someone
action-drop = Drop it
action-measure = How will we know?
action-next-show = Next show
action-in-a-week = In 7 days
action-other-owner = Someone else
action-other-due = Another time
action-says-me = I'll, I will, I can do, myself
action-open = { $number } · { $what }
action-it-helped = { $number } · It helped
action-it-did-not = { $number } · It did not
action-lane-content = Content
action-lane-interaction = Interaction
action-lane-technology = Technology
action-lane-people = People

## Cards

action-proposed = 💡 From the review of <b>{ $stream }</b>
action-said-by = { $who } said:
action-said = Someone said:
action-quote = <blockquote>{ $what }</blockquote>
action-title = 🔧 <b>{ $what }</b> · { $lane }
action-owner = { $who } · from the review of { $stream }
action-due = Due { $due }
action-due-show = Due at the next show, { $due }
action-due-next = Due at the next show
action-due-over = ⏰ Was due { $due }
action-measure-line = We will know by: { $measure }
action-cannot-line = Can't be done as it stands: <i>{ $why }</i>
action-is-done = ✅ Done, says { $who }, { $at }
action-is-dropped = ➖ Dropped by { $who }, { $at }
action-is-passed = Not now, says { $who }.
action-yours = { $who } has given you an action:
action-stop = <b>Done</b> settles it. <b>Can't</b> hands it back to the lead. I ask on the day it is due.
action-stop-show = <b>Done</b> settles it. <b>Can't</b> hands it back to the lead. It stands first on the next show's checklist, and is asked for there.
action-today = Today is the day for this one:
action-again = Still open:
action-still-open = { $who } was asked several times and this is still open. I do not ask again. Your call:
action-left = { $who } is no longer in the team and had { $count ->
    [one] an action
   *[other] { $count } actions
}. Who takes over?
action-away = { $who } is away until { $last }, and { $count ->
    [one] an action is due by then
   *[other] { $count } actions are due by then
}. Give it to someone, or let it wait: until then { $who } is not asked.
action-left-line = { $number }. { $what } · { $due }
action-left-give = { $number } · Give it to someone
action-away-yours = { $count ->
    [one] An action of yours is
   *[other] { $count } actions of yours are
} due by then: I have told { $who }.
action-made = It is an action now; { $who } has it.
action-cannot-told = { $who } can't do this. Give it to someone, or drop it?
action-cannot-thanks = Thank you; { $who } decides what becomes of it.
action-measured = Noted on the action.

## What is asked

action-known = { $who } · { $due }
action-ask-lane = What does it improve?
action-ask-owner = <b>{ $what }</b>
    Whose is it?
action-ask-due = By when? Press, or type a time such as "Friday 6pm".
action-ask-why = <b>{ $what }</b>
    What makes it impossible? One line; the lead reads it.
action-ask-measure = <b>{ $what }</b>
    How will we know that it worked? A figure, or something we can see.
action-due-unclear = I could not read a time. Write it like "Friday 6pm" or "1 Dec 18:00".
action-due-past = { $at } does not fit: please give a time within the coming year.

## Answers to a press

action-done-toast = Done. It is off the next show's checklist.
action-passed-toast = Not now. It stays in the review.
action-dropped-toast = Dropped.
action-noted = Noted for the review.
action-closed = This is no longer open.
action-made-already = It is an action already; { $who } has it.
action-already-proposed = The lead has not decided yet.
action-already-passed = { $who } said: not now.
action-already-done = { $who } did it already.
action-already-dropped = { $who } dropped it.
action-not-yours = Only { $who } or a lead can settle this.

## Lists, the board, the review, /help

action-none = No actions are open. A lead makes them of what people say in a review: /review
action-list = 🔧 <b>{ $count ->
    [one] One action is open
   *[other] { $count } actions are open
}</b>
action-list-line = { $number }. { $what } · { $lane } · { $who } · { $due }
action-panel = 🔁 { $count ->
    [one] One action is open from last time
   *[other] { $count } actions are open from last time
}
action-helped = <b>{ $stream }</b>: did last time's actions help?
action-helped-open = { $number }. { $what }
action-helped-yes = { $number }. { $what } · 👍
action-helped-no = { $number }. { $what } · 👎
action-tried = Ideas from reviews tried
action-tried-sign = 💡
action-report-last = <b>🔁 Last time's actions</b>
action-report-made = <b>🔧 Actions from this review</b>
action-report-line = • { $what } · { $lane } · { $who } · { $due }
action-became-open = ▫️ { $what } · { $who } · still open
action-became-done = ✅ { $what } · { $who }
action-became-helped = ✅ { $what } · { $who } · it helped 👍
action-became-no-help = ✅ { $what } · { $who } · it did not help 👎
action-became-dropped = ➖ { $what } · dropped
action-help = /actions { $count ->
    [one] one action is open
   *[other] { $count } actions are open
}{ $mine ->
    [0] {""}
    [one] , one of them is yours
   *[other] , { $mine } of them are yours
}

## The show log

action-log-made = { $who } made an action for { $owner }: { $what }
action-log-made-own = { $who } took on an action: { $what }
action-log-taken = { $who } took over the action: { $what }
action-log-given = { $who } gave it to { $owner }: { $what }
action-log-done = { $who } finished the action: { $what }
action-log-dropped = { $who } dropped the action: { $what }

## Pings, as they are named when they were missed

action-cue-due = Action that is due
action-cue-said = Something said in the review

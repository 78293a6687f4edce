retro-command-review = The review: your answers, or who has answered

retro-cue-open = Review opens
retro-cue-remind = Review reminder
retro-cue-due = Review due
retro-cue-all = All have answered

retro-button-start = Start
retro-button-go-on = Go on
retro-button-later = Later
retro-button-change = Change my answers
retro-button-answer = Answer after all
retro-button-mine = 📝 My answers
retro-button-review = Review
retro-button-nudge = Nudge the rest
retro-button-publish = Publish
retro-button-anyway = Publish anyway
retro-button-after-all = Publish after all
retro-button-extend = Extend { $hours } h
retro-button-close = Close without
retro-button-hide = 🕶 Anonymous
retro-button-drop = Take back

## Asking

retro-invite = 📝 <b>{ $title }</b> is over. Thank you! While it is fresh: { $count ->
    [one] one short question
   *[other] { $count } short questions
}, about { $minutes } min. Skip what you like. Please answer by { $due }.
retro-moments = From the log, where you come in:
retro-moment = • { $at } { $what }
retro-waiting = 📝 Review of <b>{ $title }</b>: { $count ->
    [one] one question is
   *[other] { $count } questions are
} waiting for you, about { $minutes } min. Please answer by { $due }.
retro-begun = 📝 Review of <b>{ $title }</b>: you have begun; { $count ->
    [one] one question is
   *[other] { $count } questions are
} left, about { $minutes } min. Please answer by { $due }.
retro-waiting-due = 📝 Review of <b>{ $title }</b>: { $count ->
    [one] one question is
   *[other] { $count } questions are
} waiting for you, about { $minutes } min. It was due { $due }; until the report is published, your answers still count.
retro-last-call = Without an answer, the report will say that you gave none.
retro-later = All right. It stays open until { $due }; press Start or send /review when it suits you.
retro-not-asked = You were not in the crew of { $title }. The report comes to the group.

retro-ask = <i>{ $place }/{ $count }</i> <b>{ $ask }</b>
retro-ask-idea = An idea to try next time?
retro-ask-others = What did you see others do that we should look at?
retro-ask-outcome = { $at }, you decided: { $what }. What came of it?
retro-ask-score = 1 is poor, 5 is great.
retro-score-please = Please press a number from 1 to 5.
retro-ask-again = So far: { $answer }
    A new answer replaces it; Skip keeps it.
retro-ask-hidden = 🕶 <b>Anonymous</b>: your next answer is kept without your name, your role and the time. You can't change it or take it back afterwards, and it is shown only if at least { $people } people answer the review.
retro-kept-hidden = 🕶 Kept without your name. You may delete your message in this chat.
retro-dropped = taken back
retro-below = 📝 Review of <b>{ $title }</b>: how your answers stand
retro-thanks = ✅ Thank you! Your answers about <b>{ $title }</b> are in. You can change them until the report is published.
retro-thanks-empty = ✅ Noted: you have nothing to add about <b>{ $title }</b>. You can still answer until the report is published.
retro-stopped-empty = You have answered nothing yet. The questions stay open until { $due }.
retro-stopped = What you have answered so far is kept. The rest stays open until { $due }.
retro-stopped-changing = What you changed so far is kept, and the rest stays as it was.

## The leads

retro-opened = 📝 The review of <b>{ $title }</b> is open. { $people ->
    [one] One member of the crew has
   *[other] { $people } members of the crew have
} the questions in private; due { $due }.
retro-card = 📋 Review of <b>{ $title }</b>: { $answered } of { $asked } answered{ $empty ->
    [0] {""}
   *[other] , { $empty } had nothing to add
}
retro-card-answered = ✅ Done: { $who }
retro-card-begun = ✏️ Begun, not finished: { $who }
retro-card-silent = ▫️ Not yet: { $who }
retro-card-away = 🌴 Away: { $who }
retro-card-due = Due { $due }. Publish ends the answering and sends the report to the group.
retro-card-overdue = It was due { $due }. Publish it, give it more time, or close it without a report.
retro-card-all = Everybody is done. Publish sends the report to the group.
retro-whether = ⏳ { $missing ->
    [one] One of the crew has
   *[other] { $missing } of the crew have
} not answered, and can until { $due }: { $who }. If you publish now, nothing more goes into the report, and it says who gave no answer.
retro-whether-you = { $missing ->
    [one] That is you
   *[other] You too have not answered
}: /review
retro-due-anyone = 📋 The review of <b>{ $title }</b> is due. A lead publishes it, gives it more time, or closes it.
retro-leads-only = Only a lead can do that: { $who }.
retro-nudged = { $people ->
    [one] Asked one person once more
   *[other] Asked { $people } people once more
}{ $begun ->
    [0] {""}
    [one] , one of them half done
   *[other] , { $begun } of them half done
}.
retro-nudge-only-you = Only your own answers are missing. /review
retro-nudge-away = Only those who are away have not answered: { $who }. Whoever is back before it is due is asked then.
retro-nudged-later = Quiet hours: { $people ->
    [one] one person is
   *[other] { $people } people are
} asked once more at { $at }.
retro-nudged-already = They were asked at { $at }. You can nudge again from { $again }.
retro-nothing-to-nudge = Everybody is done.
retro-extended = Open until { $due }. Whoever is silent is asked once more before that.
retro-published = Published in the group.
retro-closed = The review of <b>{ $title }</b> is closed without a report, says { $who }.
retro-closed-toast = Closed without a report. You can still publish it from the same card.
retro-settled-published = Already published by { $who }, { $at }.
retro-settled-closed = Closed without a report by { $who }, { $at }.
retro-over = Review of { $title }: { $how }

retro-opens-at = The review of <b>{ $title }</b> opens by itself on { $at }. I ask everyone in the crew in private.
retro-opens-after = The review of <b>{ $title }</b> opens by itself after the show, about { $at }.
retro-none = There is no review yet. It opens by itself after a show. Coming shows: /streams

## The report

retro-report-head = 📋 <b>Review: { $title }</b>
retro-report-count = { $answered } of { $asked } answered{ $empty ->
    [0] {""}
   *[other] , { $empty } had nothing to add
} · lead { $who }
retro-report-silent = ▫️ No answer from: { $who }
retro-report-file = The same report as a file, to keep.
retro-report-nothing = Nobody wrote anything this time.
retro-report-hidden = 🕶 Anonymous answers are left out: they are shown only if at least { $people } people answer.
retro-decisions = 🎯 <b>What was decided, and what came of it</b>
retro-decision = { $at } · { $who }: { $what }
retro-decision-outcome = { $at } · { $who }: { $what }<blockquote>{ $outcome }</blockquote>
retro-question = <b>{ $ask }</b>
retro-voice = { $who } · { $role }<blockquote>{ $text }</blockquote>
retro-voice-alone = { $who }<blockquote>{ $text }</blockquote>
retro-voice-hidden = 🕶 Anonymous<blockquote>{ $text }</blockquote>
retro-scores = ⭐ { $average } of 5, { $count ->
    [one] one answer
   *[other] { $count } answers
}
retro-picks = { $picks }
retro-picked = { $label } × { $count }

## Board, help, log

retro-panel-opens = 📝 Review opens { $at }
retro-panel-open = 📝 Review { $answered }/{ $asked } answered{ $empty ->
    [0] {""}
   *[other] , { $empty } nothing to add
}, due { $due }
retro-help-answer = /review your { $count ->
    [one] answer
   *[other] { $count } answers
} about { $title }, by { $due }
retro-help-change = /review change your answers about { $title } until the report is published
retro-help-lead = /review who has answered about { $title }; nudge, publish
retro-log-opened = { $people ->
    [one] Review opened: one person asked
   *[other] Review opened: { $people } people asked
}
retro-log-nudged = { $who } nudged { $people ->
    [one] one person
   *[other] { $people } people
} about the review
retro-log-extended = { $who } extended the review to { $due }
retro-log-published = { $who } published the review
retro-log-closed = { $who } closed the review without a report

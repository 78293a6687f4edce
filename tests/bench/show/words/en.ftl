bench-ask-first = The first question?
bench-ask-second = The second question?
bench-ask-third = The third question?
bench-thanks = Kept: { $last } Thank you.
bench-burst = A burst.
bench-urgent = Urgent.
bench-when = Understood: { $at }
bench-called = Due { $due }

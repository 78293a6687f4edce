"""The crew's part of /new: who is suggested, and changing one seat at a time."""

from collections.abc import Mapping

from bot import roster
from bot.desk import Desk
from bot.flow import Choice, Step
from bot.replies import Conversation, Reply, Unclear
from bot.words import Joined, Piece, Words, Zone, w
from flows.plan import cards, crew_words, crewing, drafting, midnight, retyping, rules
from flows.plan.rules import Seat

OFFERED = 20
"""People offered for one seat: a keyboard has its limits, and nobody reads more."""
BARRED = 8
"""People named who can't, with the reason."""


def steps(desk: Desk, talk: Conversation) -> list[Step]:
    """The crew, and while one seat is being changed, who sits there, or which role is added.

    A team that has only one person with a role has nothing to choose: the plan as a whole shows that.
    """
    if drafting.start(talk) and "crew" not in talk.answers:
        confirming = talk.step.startswith("sure")
        if confirming or not crewing.has_choice(desk, drafting.team_of(desk, talk)):
            return []
    found = [Step("crew", crew_words.suggested, _read_crew, choices=_crew_choices, turns=True)]
    chosen = str(talk.answers.get("crew", ""))
    if chosen.startswith("s"):
        found.append(Step("who", _ask_who, _read_who, choices=_who_choices, columns=1, turns=True))
    if chosen == "add":
        found.append(Step("role", _ask_role, _read_role, choices=_role_choices, turns=True))
    return found


def lines(desk: Desk, talk: Conversation) -> list[Piece]:
    """Every seat with its person."""
    crew = drafting.crew(desk, talk)
    playbook = desk.house.playbook_of(drafting.draft(desk, talk))
    return [
        w(
            "plan-draft-seat" if person else "plan-draft-open",
            role=cards.seat_name(playbook, seat, crew),
            who=desk.person_named(person),
        )
        for seat, person in crew.items()
    ]


def warnings(desk: Desk, talk: Conversation) -> list[Piece]:
    """What the lead should know before the plan is kept: who is elsewhere at that time, whether it is
    very long, which seats are open."""
    stream, crew = drafting.draft(desk, talk), drafting.crew(desk, talk)
    playbook, busy = desk.house.playbook_of(stream), crewing.clashes(desk, stream)
    elsewhere: list[Piece] = [
        w("plan-warn-busy", who=desk.person_named(person), why=crewing.busy_words(busy[person]))
        for person in dict.fromkeys(crew.values())
        if person in busy
    ]
    if stream.full_length > rules.RARELY_LONGER:
        elsewhere.append(w("plan-warn-long", length=stream.full_length))
    empty = [cards.seat_name(playbook, seat, crew) for seat, person in crew.items() if not person]
    if len(empty) == len(crew):  # the plan above names each
        elsewhere.append(w("plan-warn-all-open", seats=len(empty)))
    elif empty:
        elsewhere.append(w("plan-warn-open", roles=Joined(empty), seats=len(empty)))
    return elsewhere


# The whole crew


def _crew_choices(desk: Desk, talk: Conversation) -> list[Choice]:
    crew = drafting.crew(desk, talk)
    playbook = desk.house.playbook_of(drafting.draft(desk, talk))
    seats = [
        Choice(
            f"s{place}",
            w(
                "plan-draft-button" if person else "plan-crew-open",
                role=cards.seat_name(playbook, seat, crew),
                who=desk.person_named(person),
            ),
        )
        for place, (seat, person) in enumerate(crew.items())
    ]
    return [
        Choice("keep", w("plan-crew-keep")),
        *midnight.choices(talk),
        Choice("add", w("plan-crew-add")),
        *seats,
    ]


def _read_crew(desk: Desk, talk: Conversation, reply: Reply) -> str:
    if reply.choice is None:
        raise retyping.again(desk, talk, reply)
    if reply.choice not in {choice.value for choice in _crew_choices(desk, talk)}:
        raise Unclear(w("talk-press-please"))
    if reply.choice == midnight.TODAY:
        midnight.take_today(talk)
        at, zone = drafting.start(talk) or desk.now, Zone(desk.place_of(talk).reader.zone)
        raise Unclear(w("talk-kept", value=w("plan-start-kept", at=at, zone=zone)))
    if reply.choice == "keep":
        drafting.pick(talk, drafting.crew(desk, talk))
    drafting.change(talk, "who", "role")
    return reply.choice


# One seat


def _seat(desk: Desk, talk: Conversation) -> Seat:
    place = int(str(talk.answers["crew"])[1:])
    return drafting.seats(desk, talk)[place]


def _seat_words(desk: Desk, talk: Conversation, seat: Seat) -> Piece:
    playbook = desk.house.playbook_of(drafting.draft(desk, talk))
    return cards.seat_name(playbook, seat, drafting.seats(desk, talk))


def _options(desk: Desk, talk: Conversation) -> list[crewing.Option]:
    return drafting.bench(desk, talk).offered(_seat(desk, talk)[0])


def _ask_who(desk: Desk, talk: Conversation) -> list[Piece]:
    role = _seat_words(desk, talk, _seat(desk, talk))
    options = _options(desk, talk)
    barred = [w("plan-who-barred", who=one.person, why=one.barred) for one in options if one.barred]
    more = len(_able(options)) - OFFERED
    rest = [w("plan-who-more", count=more)] if more > 0 else []
    return [w("plan-ask-who" if options else "plan-ask-who-none", role=role), *barred[:BARRED], *rest]


def _able(options: list[crewing.Option]) -> list[crewing.Option]:
    return [one for one in options if not one.barred]


def _who_choices(desk: Desk, talk: Conversation) -> list[Choice]:
    """Who could, the best first, with what speaks for and against; who would sit in two seats is said to."""
    crew = drafting.crew(desk, talk)
    found = [
        Choice(str(one.person.id), w("plan-option", who=one.person, reason=_reason(desk, talk, crew, one)))
        for one in _able(_options(desk, talk))[:OFFERED]
    ]
    return [*found, Choice(str(drafting.OPEN), w("plan-leave-open"))]


def _reason(desk: Desk, talk: Conversation, crew: Mapping[Seat, int], one: crewing.Option) -> Words:
    here = _seat(desk, talk)
    other = next((seat for seat, person in crew.items() if person == one.person.id and seat != here), None)
    if other:
        playbook = desk.house.playbook_of(drafting.draft(desk, talk))
        key = "also" if rules.go_together(other, here, playbook.may_pair) else "leaves"
        return w(f"plan-{one.how}{key}", role=_seat_words(desk, talk, other))
    return crewing.reason(desk, one, drafting.draft(desk, talk))


def _read_who(desk: Desk, talk: Conversation, reply: Reply) -> int:
    """Whoever is picked for this seat leaves another one that doesn't go with it; all the others stay where they are."""
    if reply.choice is None or not reply.choice.isdigit():
        raise Unclear(w("talk-press-please"))
    person, seat = int(reply.choice), _seat(desk, talk)
    if person and person not in {one.person.id for one in _options(desk, talk) if not one.barred}:
        raise Unclear(w("talk-press-please"))
    playbook = desk.house.playbook_of(drafting.draft(desk, talk))
    shown = {at: who for at, who in drafting.crew(desk, talk).items() if who}
    kept = {
        at: who
        for at, who in {**shown, **drafting.picks(talk)}.items()
        if who != person or not person or rules.go_together(at, seat, playbook.may_pair)
    }
    drafting.change(talk, "crew", picks={})
    drafting.pick(talk, {**kept, seat: person})
    return person


# One more seat


def _ask_role(_desk: Desk, _talk: Conversation) -> list[Piece]:
    return [w("plan-ask-role")]


def _role_choices(desk: Desk, talk: Conversation) -> list[Choice]:
    """The roles that somebody in the team could take."""
    team = drafting.team_of(desk, talk)
    roles = desk.house.playbook_of(drafting.draft(desk, talk)).roles
    return [
        Choice(f"r{place}", role.name) for place, role in enumerate(roles) if roster.qualified(desk, team, role.key)
    ]


def _read_role(desk: Desk, talk: Conversation, reply: Reply) -> str:
    roles = desk.house.playbook_of(drafting.draft(desk, talk)).roles
    role = next((one.key for place, one in enumerate(roles) if reply.choice == f"r{place}"), None)
    if role is None:
        raise Unclear(w("talk-press-please"))
    drafting.change(talk, "crew", added=[*talk.answers.get("added", []), role])
    return role

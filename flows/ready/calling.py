"""Who calls the show, on air and off, and where it stands when they press."""

from sqlmodel import col, select

from bot import roster
from bot.crew import Person, Phase, Stream
from bot.desk import Desk
from bot.place import rehearsed
from bot.words import HourMinute, Joined, Words, w
from flows.ready import rules


def callers(desk: Desk, stream: Stream) -> list[Person]:
    """Whom to ask about the air: the caller of the show, whoever stands in for them in the crew, then the leads."""
    playbook = desk.house.playbook_of(stream)
    people = list(roster.holders(desk, stream, playbook.caller))
    for role in playbook.stand_ins(playbook.caller)[:1] if not people else ():
        people += roster.holders(desk, stream, role.key)
    return list(roster.once([*people, *roster.lead_chain(desk, stream)]))


def may_call(desk: Desk, stream: Stream) -> bool:
    """The caller, whoever stands in for them in the crew, and leads."""
    playbook = desk.house.playbook_of(stream)
    roles = [playbook.caller, *(role.key for role in playbook.stand_ins(playbook.caller))]
    return roster.may_act(desk, stream, [person for role in roles for person in roster.holders(desk, stream, role)])


def callable_now(desk: Desk, stream: Stream, *when: Phase) -> bool:
    """Whether this person may call the show, and the show is where the call makes sense."""
    if not may_call(desk, stream):
        desk.refuse(
            rehearsed(
                stream, w("ready-not-the-caller", who=Joined([person.name for person in callers(desk, stream)[:2]]))
            )
        )
    if stream.phase in when:
        return True
    desk.toast(_whereabouts(stream))
    return False


def _whereabouts(stream: Stream) -> Words:
    """What has happened since the button was made."""
    if stream.phase is Phase.LIVE:
        return rehearsed(stream, started(stream))
    if stream.wrapped_at:
        return rehearsed(stream, w("ready-already-wrapped", at=HourMinute(stream.wrapped_at)))
    return rehearsed(stream, w("ready-not-now", phase=w(f"phase-{stream.phase}")))


def started(stream: Stream) -> Words:
    """When it went on air, and how that compares with the plan."""
    assert stream.live_at is not None
    word, span = rules.punctuality(stream.starts_at, stream.live_at)
    return w(f"ready-started-{word}", at=HourMinute(stream.live_at), span=span)


def next_in(desk: Desk, *order: Phase) -> Stream | None:
    """The team's show that is meant: in the first of these phases, the soonest."""
    assert desk.team is not None
    found = desk.session.exec(
        select(Stream)
        .where(Stream.team_id == desk.team.id, col(Stream.phase).in_(order))
        .order_by(col(Stream.starts_at))
    ).all()
    return min(found, key=lambda stream: order.index(stream.phase), default=None)

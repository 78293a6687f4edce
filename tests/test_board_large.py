"""The board of a large show: forty people, sixty items, long names; still one phone screen, within Telegram's limits."""

from sqlmodel import select

from bot import board, phases, roster
from bot.crew import Answer, Assignment, Away, Member, Person, Phase, Qualification, Stream, Team
from bot.desk import Desk
from bot.flow import Change
from flows.prep.tables import Item
from tests.stage import Stage, plain

PEOPLE, ITEMS = 40, 60
LONG = "Bartholomew-Alexander van der Meersbergen-Watanabe <the {}th>"
MOST_LINES, MOST_IN_A_LINE, MOST_AT_ALL = 18, 520, 2600


def crowd(desk: Desk) -> None:
    """Forty more people in the newest show, a quarter of each answer, some of them away."""
    stream = desk.session.exec(select(Stream)).all()[-1]
    team = desk.session.exec(select(Team)).one()
    roles = [role.key for role in desk.house.playbook_of(stream).roles]
    for number in range(PEOPLE):
        person = desk.add(Person(id=90000 + number, name=LONG.format(number), reachable=True))
        member = desk.add(Member(team_id=team.id, person_id=person.id))
        role = roles[number % len(roles)]
        desk.add(Qualification(member_id=member.id, role=role))
        answer = (Answer.ASKED, Answer.ACCEPTED, Answer.DECLINED, Answer.ACCEPTED)[number % 4]
        desk.add(
            Assignment(
                stream_id=stream.id,
                role=role,
                seat=2 + number,
                person_id=person.id if number % 7 else None,
                answer=answer,
                asked_for=stream.starts_at,
            )
        )
        if number % 4 == 3:
            day = roster.day_of(team, stream.starts_at)
            desk.add(Away(member_id=member.id, first=day, last=day))
    desk.tell(stream, Change.CREW)
    pattern = desk.session.exec(select(Item)).first()
    assert pattern is not None
    for number in range(20):
        title = f"Bring the very heavy and somewhat dusty box number {number} from the store"
        desk.add(Item(**{**pattern.model_dump(exclude={"id"}), "key": f"box-{number}", "en": title, "zh": title}))


async def test_however_large_the_show_the_board_is_read_on_a_phone_in_every_phase(stage: Stage) -> None:
    stream = await stage.show()
    await stage.work(crowd)
    assert len(await stage.rows(Item)) > ITEMS
    await fits_a_phone(stage, stream)
    await stage.hush("prep", "plan", "calls", before=stream.starts_at)
    await stage.to(stage.at("2026-11-28 19:15"))
    assert (await stage.stream()).phase is Phase.STANDBY
    await fits_a_phone(stage, stream)
    for phase in (Phase.LIVE, Phase.WRAP, Phase.REVIEW):
        await stage.work(lambda desk, phase=phase: phases.enter(desk, desk.get(Stream, stream.id), phase))
        await fits_a_phone(stage, stream)


async def fits_a_phone(stage: Stage, stream: Stream) -> None:
    def lines(desk: Desk) -> list[str]:
        show = desk.get(Stream, stream.id)
        reader = desk.group(desk.team_of(show)).reader
        return [plain(desk.house.dictionary.line(line, reader)) for line in board.lines(desk, show)]

    shown = "\n".join(await stage.work(lines)).splitlines()
    assert len(shown) <= MOST_LINES, shown
    assert max(map(len, shown)) <= MOST_IN_A_LINE, max(shown, key=len)
    assert len("\n".join(shown)) <= MOST_AT_ALL
    assert len(stage.world.group().posts[stage.world.group().pinned[-1]].buttons()) <= board.BUTTONS

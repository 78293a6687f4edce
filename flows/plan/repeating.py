"""Shows that come again: the next one is planned ahead by a cue, with the usual crew as far as it is free."""

from datetime import date, datetime

from bot import roster
from bot.crew import AHEAD, Assignment, Person, Stream, Team
from bot.cues import Call
from bot.desk import Desk
from bot.words import Joined, Piece, w
from flows.plan import crewing, episodes, laying, rules, shared
from flows.plan.rules import Seat
from flows.plan.tables import Episode, Every, Series


def begin(desk: Desk, stream: Stream, every: Every) -> Series:
    """From this show on it comes again."""
    team = desk.team_of(stream)
    day = roster.day_of(team, stream.starts_at)
    series = desk.add(
        Series(
            team_id=team.id,
            every=every,
            title=stream.title,
            purpose=stream.purpose,
            goal=stream.goal,
            platforms=stream.platforms,
            products=stream.products,
            clock=episodes.clock(team, stream.starts_at),
            minutes=stream.minutes,
            lead_id=stream.lead_id,
            crew={f"{seat.role}:{seat.seat}": seat.person_id or 0 for seat in roster.seats(desk, stream)},
            next_day=day + rules.STEP[every],
        )
    )
    desk.add(Episode(series_id=series.id, stream_id=stream.id, day=day))
    desk.log(f"plan-log-repeats-{every}", team_id=team.id, stream_id=stream.id)
    plan_next(desk, series)
    return series


def repeat(desk: Desk, stream: Stream, every: str) -> None:
    """[Every day] / [Every week] on the card of a show."""
    if stream.phase not in AHEAD:
        desk.toast(w("plan-too-late", phase=w(f"phase-{stream.phase}")), alert=True)
        return
    if episodes.series_of(desk, stream) is None and every in list(Every):
        series = begin(desk, stream, Every(every))
        _, at = next_start(desk, series)
        desk.toast(w("plan-repeats-from", at=at, ahead=at - rules.AHEAD_BY[series.every]), alert=True)
    shared.refresh_shared(desk, stream)


def stop(desk: Desk, stream: Stream) -> None:
    """[Stop repeating]: what is planned already stays."""
    if series := episodes.series_of(desk, stream):
        end(desk, series)
        desk.log("plan-log-repeats-no-more", team_id=stream.team_id, stream_id=stream.id)
        desk.toast(w("plan-repeats-ended"), alert=True)
        for episode in episodes.ahead(desk, series):
            shared.refresh_shared(desk, episode)
    shared.refresh_shared(desk, stream)


def end(desk: Desk, series: Series) -> None:
    series.ended = True
    desk.drop("plan.repeat", series.id)


def plan_next(desk: Desk, series: Series) -> None:
    """The cue that plans the next one; after a change it is planned for the new time instead."""
    day, at = next_start(desk, series)
    series.next_day = day
    when = max(at - rules.AHEAD_BY[series.every], desk.now)
    desk.cue("plan.repeat", series.id, team_id=series.team_id, at=when, note=str(series.made))


def next_start(desk: Desk, series: Series) -> tuple[date, datetime]:
    """The day and the start of the next one that is not planned yet."""
    team = desk.get(Team, series.team_id)
    return rules.next_slot(series.next_day, series.every, series.clock, team.timezone, desk.now)


def give_repeat(desk: Desk, call: Call) -> bool:
    """Plan the next one; the lead reads who of the usual crew is not in it."""
    series = desk.get(Series, call.cue.subject)
    team = desk.get(Team, series.team_id)
    lead = _lead(desk, team, series)
    if series.ended or lead is None:
        return False
    day, at = next_start(desk, series)
    stream = desk.add(
        Stream(
            team_id=team.id,
            title=series.title,
            purpose=series.purpose,
            goal=series.goal,
            platforms=series.platforms,
            products=series.products,
            starts_at=at,
            minutes=series.minutes,
            lead_id=lead.id,
            deputy_id=_deputy(desk, team, series, lead),
            playbook=team.playbook or desk.house.playbook,
            planned_at=desk.now,
        )
    )
    desk.add(Episode(series_id=series.id, stream_id=stream.id, day=day))
    crew = _crew(desk, team, series, stream)
    asked = laying.lay(desk, stream, crew)
    series.next_day, series.made = day + rules.STEP[series.every], series.made + 1
    plan_next(desk, series)
    again = w(f"plan-again-{series.every}", title=series.title, at=at, people=asked)
    desk.say(desk.private(lead, team), again, *_not_free(desk, series, crew))
    desk.say(
        desk.private(lead, team),
        *shared.lead_lines(desk, stream),
        buttons=shared.lead_buttons(desk, stream),
        card=shared.lead_card(stream),
    )
    return True


def _lead(desk: Desk, team: Team, series: Series) -> Person | None:
    """Whoever leads the series, while they are a lead; else another one."""
    leads = {person.id: person for person in roster.leads(desk, team)}
    return leads.get(series.lead_id) or next(iter(leads.values()), None)


def _deputy(desk: Desk, team: Team, series: Series, lead: Person) -> int | None:
    """Whoever was made deputy of all that follow, while they are in the team and in reach; else as for any show."""
    named = series.deputy_id if series.deputy_id != lead.id else None
    there = named and roster.membership(desk.session, team.id, named) and desk.get(Person, named).reachable
    return named if there else None


def _crew(desk: Desk, team: Team, series: Series, stream: Stream) -> dict[Seat, int]:
    """The usual people where they are free that day, else who is suggested; nobody where nobody is."""
    bench, usual = crewing.Bench(desk, team, stream), usual_crew(series)
    free = {role: {one.person.id for one in bench.offered(role) if one.free} for role, _ in usual}
    fixed = {seat: person for seat, person in usual.items() if person in free[seat[0]]}
    found = {**fixed, **bench.suggestion([seat for seat in usual if seat not in fixed], fixed)}
    required = {(role.key, 1) for role in desk.house.playbook_of(stream).roles if role.required}
    if not required & usual.keys() <= found.keys():  # somebody has to leave the usual seat for one that can't be empty
        found = bench.suggestion(list(usual), {})
    return {seat: found.get(seat, 0) for seat in usual}


def usual_crew(series: Series) -> dict[Seat, int]:
    pairs = [(key.rpartition(":"), person) for key, person in series.crew.items()]
    return {(role, int(number)): person for (role, _, number), person in pairs}


def _not_free(desk: Desk, series: Series, crew: dict[Seat, int]) -> list[Piece]:
    """Who usually sits there and is not free this time."""
    usual = usual_crew(series)
    missing = [person for person in usual.values() if person and person not in crew.values()]
    names = [desk.person_named(person) for person in dict.fromkeys(missing)]
    return [w("plan-again-not-free", who=Joined(names))] if names else []


def keep_usual(desk: Desk, series: Series, seat: Assignment) -> None:
    """Whoever sits here now does so from now on."""
    series.crew = {**series.crew, f"{seat.role}:{seat.seat}": seat.person_id or 0}


def drop_usual(desk: Desk, series: Series, role: str, number: int) -> None:
    """This seat is no longer among the usual ones."""
    series.crew = {key: person for key, person in series.crew.items() if key != f"{role}:{number}"}

"""Numbers, waits and moments in the words people use for them."""

from __future__ import annotations

from datetime import datetime, timedelta

from flashcards.scheduler import New, Reviewing, Schedule, local_day


def counted(number: int, noun: str) -> str:
    """Say how many there are.

    >>> counted(0, "card"), counted(1, "card"), counted(2, "day")
    ('no cards', '1 card', '2 days')
    """
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


def wait(schedule: Schedule, now: datetime) -> str:
    """Say how long a card rests: whole days where it is asked by the day, else what is left of its step."""
    match schedule:
        case New():
            return "now"
        case Reviewing(interval=interval):
            return days(interval)
        case _:
            return duration(schedule.due - now)


def days(number: int) -> str:
    """Say a number of days, from two months on in months, from two years on in years.

    >>> days(1), days(45), days(75), days(1000)
    ('1 day', '45 days', '2.5 months', '2.7 years')
    """
    if number < 60:
        return counted(number, "day")
    return f"{number / 30.44:.1f} months" if number < 730 else f"{number / 365.25:.1f} years"


def duration(time: timedelta) -> str:
    """Say a time, rounded to the minute, from an hour on to the hour, from two days on to the day.

    >>> [duration(timedelta(minutes=minutes)) for minutes in (0, 1, 5.5, 150, 5000)]
    ['1 min', '1 min', '6 min', '2 h', '3 days']
    """
    minutes = max(1, (round(time.total_seconds()) + 30) // 60)
    if minutes < 60:
        return f"{minutes} min"
    return f"{minutes // 60} h" if minutes < 48 * 60 else days(minutes // (24 * 60))


def moment(when: datetime, now: datetime, rollover_hour: int) -> str:
    """Say when something is, seen from now: later today by the hour, else by the day.

    >>> now = datetime.fromisoformat("2026-03-02T09:00+01:00")
    >>> [moment(now + timedelta(hours=hours), now, 4) for hours in (2, 24, 48, 24 * 400)]
    ['at 11:00', 'tomorrow', 'on Wednesday 4 March', 'on 6 April 2027']
    """
    day, today = local_day(when, rollover_hour), local_day(now, rollover_hour)
    if day == today:
        return f"at {when:%H:%M}"
    if day == today + timedelta(days=1):
        return "tomorrow"
    return f"on {day:%A} {day.day} {day:%B}" if (day - today).days < 300 else f"on {day.day} {day:%B %Y}"

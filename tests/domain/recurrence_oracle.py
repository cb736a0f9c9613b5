"""Random recurrences in every zone that is known here, and when each falls, by Python's zoneinfo and a calendar that is
walked day by day: nothing of the program's own way to count. One case a line; times are seconds since 1970.

usage: recurrence_oracle.py SEED CASES
line:  zone every unit weekdays first until count index expected    (- for nothing)
"""
import calendar
import random
import sys
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo, available_timezones


def local(zone, seconds):
    return datetime.fromtimestamp(seconds, timezone.utc).astimezone(zone).replace(tzinfo=None)


def first_moment(zone, wall):
    """The first moment at which the clock shows `wall` or, where it skips it, the end of the gap."""
    early, late = sorted(int(wall.replace(tzinfo=zone, fold=fold).timestamp()) for fold in (0, 1))
    if local(zone, early) == wall:
        return early
    if local(zone, late) == wall:
        return late
    before, after = early, late  # the clock jumps between the two
    while after - before > 1:
        middle = (before + after) // 2
        if local(zone, middle) < wall:
            before = middle
        else:
            after = middle
    return after


def days(first, every, unit, weekdays):
    """The days of a series, without end."""
    wanted = [bool(weekdays & 1 << n) for n in range(7)]
    day, steps = first, 0
    while True:
        steps += 1
        if unit == "months":
            months = first.year * 12 + first.month - 1 + every * steps
            year, month = divmod(months, 12)
            yield date(year, month + 1, min(first.day, calendar.monthrange(year, month + 1)[1]))
            continue
        day = first + timedelta(days=steps)
        if unit == "days":
            if steps % every == 0 and (weekdays == 0 or wanted[day.weekday()]):
                yield day
        elif weekdays == 0:
            if steps % (7 * every) == 0:
                yield day
        else:
            week = (day - timedelta(days=day.weekday()) - (first - timedelta(days=first.weekday()))).days // 7
            if week % every == 0 and wanted[day.weekday()]:
                yield day


def main():
    dice = random.Random(int(sys.argv[1]))
    names = sorted(available_timezones())
    for number in range(int(sys.argv[2])):
        name = names[number % len(names)]
        zone = ZoneInfo(name)
        unit = dice.choice(["hours", "days", "weeks", "months"])
        every = dice.choice([1, 1, 2, 3, 4, 6, 8, 12, 14, 28])
        weekdays = dice.choice([0, dice.randrange(1, 128)]) if unit in ("days", "weeks") else 0
        # Night hours, when clocks change, as often as all others; from today's rules to what is only foreseen.
        start = datetime(2012, 1, 1) + timedelta(days=dice.randrange(0, 28 * 365))
        minutes = dice.choice([dice.randrange(0, 24 * 60), dice.randrange(0, 4 * 60)])
        first = first_moment(zone, start + timedelta(minutes=minutes))
        wall = local(zone, first)
        index = dice.randrange(1, 40)
        count = dice.choice([None, None, dice.randrange(1, 45)])
        if unit == "hours":
            expected = first + index * every * 3600
        elif unit == "days" and weekdays and every % 7 == 0 and not weekdays & 1 << wall.weekday():
            expected = None  # none of the days is one of the weekdays
        else:
            series = days(wall.date(), every, unit, weekdays)
            for _ in range(index):
                day = next(series)
            expected = first_moment(zone, datetime.combine(day, wall.time()))
        until = None
        if expected is not None and dice.random() < 0.3:
            until = max(first, expected + dice.choice([-1, 0, 1, 86400]))
            if until < expected:
                expected = None
        if count is not None and index >= count:
            expected = None
        print(name, every, unit, weekdays, first, *("-" if v is None else v for v in (until, count)), index,
              "-" if expected is None else expected)


main()

"""Random answers to a question of five steps and to the one from 0 to 10, and their figures, computed from the definitions:
Wilson's interval as the shares whose score test does not refuse what was seen, by bisection; the bootstrap distribution of the
mean exactly, in whole numbers, as the power of a polynomial. Nothing of the program's own way to count.

usage: figures_oracle.py SEED CASES
line:  rating c1 c2 c3 c4 c5 mean low high top_low top_high positive_low positive_high negative_low negative_high step
       score c0 .. c10 score low high step           (step: the grain of an interval)
"""
import random
import sys
from fractions import Fraction
from math import gcd
from statistics import NormalDist

Z = NormalDist().inv_cdf(0.975)


def wilson(part, whole):
    if whole == 0:
        return 0.0, 1.0
    seen = part / whole

    def refused(share):
        return abs(seen - share) > Z * (share * (1 - share) / whole) ** 0.5

    def border(inside, outside):
        if not refused(outside):
            return outside
        for _ in range(100):
            middle = (inside + outside) / 2
            inside, outside = (inside, middle) if refused(middle) else (middle, outside)
        return inside

    return border(seen, 0.0), border(seen, 1.0)


def product(one, other):
    result = [0] * (len(one) + len(other) - 1)
    for i, a in enumerate(one):
        if a:
            for j, b in enumerate(other):
                result[i + j] += a * b
    return result


def bootstrap(counts):
    """Percentiles of the mean, in steps from the lowest value."""
    n = sum(counts)
    if n == 0:
        return Fraction(0), Fraction(len(counts) - 1)
    if max(counts) == n:
        value, hidden = counts.index(n), Fraction(wilson(0, n)[1])
        return value - hidden * value, value + hidden * (len(counts) - 1 - value)
    power, base, rest = [1], list(counts), n
    while rest:
        if rest & 1:
            power = product(power, base)
        base, rest = (product(base, base), rest >> 1) if rest > 1 else (base, 0)
    total = n ** n

    def quantile(numerator):  # of 40
        below = 0
        for value, ways in enumerate(power):
            below += ways
            if 40 * below >= numerator * total:
                return Fraction(value, n)
        raise AssertionError

    return quantile(1), quantile(39)


def grain(counts):
    """Between two neighbouring means that can be drawn, in steps."""
    values = [value for value, count in enumerate(counts) if count]
    return gcd(*(value - values[0] for value in values)) / sum(counts) if values else 0


def main(seed, cases):
    random.seed(seed)
    for case in range(cases):
        n = random.choice([0, 1, 2, 3, 5, 8, 13, 21, 29, 30, 39, 40]) if case % 10 else random.randint(41, 130)
        kind = random.randrange(4)
        weights = [random.random() ** (1 + 3 * (kind == 1)) for _ in range(11)]
        if kind == 2:
            weights = [0.001] * 10 + [1]  # nearly all content
        if kind == 3:
            weights = [1 if i == case % 11 else 0 for i in range(11)]
        five = weights[:4] + weights[10:]
        if sum(five) == 0:
            five[2] = 1
        answers = random.choices(range(1, 6), five, k=n)
        counts = [answers.count(value) for value in range(1, 6)]
        mean = float(Fraction(sum(answers), n)) if n else 0.0
        low, high = bootstrap(counts)
        shares = [wilson(counts[4], n), wilson(counts[3] + counts[4], n), wilson(counts[0] + counts[1], n)]
        print("rating", *counts, mean, float(1 + low), float(1 + high), *(x for share in shares for x in share), grain(counts))
        answers = random.choices(range(11), weights, k=n)
        score = 100 * sum((answer >= 9) - (answer <= 6) for answer in answers) / n if n else 0.0
        three = [sum(a <= 6 for a in answers), sum(7 <= a <= 8 for a in answers), sum(a >= 9 for a in answers)]
        low, high = bootstrap(three)
        print("score", *(answers.count(value) for value in range(11)), score, float(-100 + 100 * low), float(-100 + 100 * high),
              100 * grain(three))


main(int(sys.argv[1]), int(sys.argv[2]))

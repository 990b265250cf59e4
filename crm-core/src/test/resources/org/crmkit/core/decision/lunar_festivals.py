"""Prints lunar_festivals.csv: festivals of the Chinese calendar by the rule of GB/T 33661-2017 (days of UTC+8).

New moons: Meeus, Astronomical Algorithms, 2nd edition 1998, chapter 49, without its smallest terms (each below 4 seconds; the nearest to midnight of those
that decide is 4 minutes away, in February 2027). Solar longitude: chapter 25, low precision. The result agrees with published calendars for 2024 to 2030.
"""
import datetime
import math

DELTA_T = 72 / 86400  # dynamical minus universal time, in days
TERMS = [(-0.40720, 0, 0, 1, 0), (0.17241, 1, 1, 0, 0), (0.01608, 0, 0, 2, 0), (0.01039, 0, 0, 0, 2), (0.00739, 1, -1, 1, 0), (-0.00514, 1, 1, 1, 0),
         (0.00208, 2, 2, 0, 0), (-0.00111, 0, 0, 1, -2), (-0.00057, 0, 0, 1, 2), (0.00056, 1, 1, 2, 0), (-0.00042, 0, 0, 3, 0), (0.00042, 1, 1, 0, 2),
         (0.00038, 1, 1, 0, -2), (-0.00024, 1, -1, 2, 0), (-0.00007, 0, 2, 1, 0), (0.00004, 0, 0, 2, -2), (0.00004, 0, 3, 0, 0)]  # coefficient, power of E, multiples of M, M', F

PLANETS = [(299.77, 0.107408, 325), (251.88, 0.016321, 165), (251.83, 26.651886, 164), (349.42, 36.412478, 126), (84.66, 18.206239, 110),
           (141.74, 53.303771, 62), (207.14, 2.453732, 60), (154.84, 7.306860, 56), (34.52, 27.261239, 47), (207.19, 0.121824, 42), (291.34, 1.844379, 40),
           (161.72, 24.198154, 37), (239.56, 25.513099, 35), (331.55, 3.592518, 23)]  # degrees, degrees a moon, millionths of a day


def new_moon(k):
    t = k / 1236.85
    e = 1 - 0.002516 * t - 0.0000074 * t * t
    m = math.radians(2.5534 + 29.10535670 * k)
    mp = math.radians(201.5643 + 385.81693528 * k + 0.0107582 * t * t)
    f = math.radians(160.7108 + 390.67050284 * k - 0.0016118 * t * t)
    correction = sum(c * e ** p * math.sin(a * m + b * mp + d * f) for c, p, a, b, d in TERMS)
    correction += sum(c * 1e-6 * math.sin(math.radians(a + b * k)) for a, b, c in PLANETS)
    correction -= 0.00017 * math.sin(math.radians(124.7746 - 1.56375588 * k))
    return 2451550.09766 + 29.530588861 * k + 0.00015437 * t * t + correction


def day(jd):
    return math.floor(jd - DELTA_T + 0.5 + 8 / 24)


def date(day_number):
    return datetime.date(2000, 1, 1) + datetime.timedelta(days=day_number - 2451545)


def solar_longitude(jd):
    t = (jd - 2451545.0) / 36525
    m = math.radians(357.52911 + 35999.05029 * t)
    center = (1.914602 - 0.004817 * t) * math.sin(m) + (0.019993 - 0.000101 * t) * math.sin(2 * m) + 0.000289 * math.sin(3 * m)
    node = math.radians(125.04 - 1934.136 * t)
    return (280.46646 + 36000.76983 * t + center - 0.00569 - 0.00478 * math.sin(node)) % 360


def term(longitude, jd):
    for _ in range(50):
        jd += ((longitude - solar_longitude(jd) + 180) % 360 - 180) / 360 * 365.2422
    return jd


def december(year):
    return 2451545 + (year - 2000) * 365.2422 + 355


def months(first, last):
    """First day of each month by (year, number); leap months are left out."""
    found = {}
    for year in range(first - 1, last + 1):
        moons = [day(new_moon(k)) for k in range(round((year + 0.9 - 2000) * 12.3685) - 3, round((year + 0.9 - 2000) * 12.3685) + 17)]
        start = max(i for i, d in enumerate(moons) if d <= day(term(270, december(year))))
        end = max(i for i, d in enumerate(moons) if d <= day(term(270, december(year + 1))))
        terms = [day(term((270 + 30 * j) % 360, december(year) + 30.44 * j)) for j in range(14)]
        number, leap_to_find = 11, end - start == 13
        for i in range(start, end):
            if i > start:
                if leap_to_find and not any(moons[i] <= d < moons[i + 1] for d in terms):
                    leap_to_find = False
                    continue
                number = number % 12 + 1
            found[(year + 1 if number < 11 else year, number)] = moons[i]
    return found


if __name__ == "__main__":
    table = months(2024, 2035)
    print("year,spring_festival,dragon_boat_festival,mid_autumn_festival")
    for y in range(2024, 2036):
        print(y, date(table[(y, 1)]), date(table[(y, 5)] + 4), date(table[(y, 8)] + 14), sep=",")

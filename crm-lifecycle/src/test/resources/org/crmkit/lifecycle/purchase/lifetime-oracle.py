#!/usr/bin/env python3
"""Values of LifetimeOracleTest: counts and next purchases of Pareto/NBD, GGompertz/NBD and BG/BB by direct integration.

Written from the definitions of the models, mpmath 1.2, 30 digits; nothing is shared with the Java code. Run: python3 lifetime-oracle.py
"""
from mpmath import beta, binomial, exp, expm1, factorial, gamma, inf, mp, mpf, nstr, quad

mp.dps = 30


def negative_binomial(n, t, r, alpha):
    return gamma(r + n) / gamma(r) / factorial(n) * (alpha / (alpha + t)) ** r * (t / (alpha + t)) ** n


def pareto(r, alpha, s, be):
    return r, alpha, min(alpha, be), lambda u: (be / (be + u)) ** s, lambda u: s / (be + u) * (be / (be + u)) ** s


def gompertz(r, alpha, b, s, be):
    survival = lambda u: (be / (be + expm1(b * u))) ** s
    return r, alpha, min(alpha, be / b), survival, lambda u: s * b * exp(b * u) / (be + expm1(b * u)) * survival(u)


def count(model, n, t):
    r, alpha, scale, survival, density = model
    points = sorted(set([scale * mpf(10) ** e for e in range(-6, 8) if scale * mpf(10) ** e < t] + [t * i / 20 for i in range(21)]))
    return survival(t) * negative_binomial(n, t, r, alpha) + quad(
        lambda u: density(u) * (negative_binomial(n, u, r, alpha) if u > 0 else mpf(n == 0)), points)


def next_purchase(model, points):
    r, alpha, _, survival, _ = model
    g = lambda u: r / (alpha + u) * (alpha / (alpha + u)) ** r * survival(u)
    ever = quad(g, points)
    return ever, quad(lambda u: u * g(u), points) / ever


def discounted(model, delta, points):
    r, alpha, _, survival, _ = model
    return r / alpha * quad(lambda u: exp(-delta * u) * survival(u), points)


def bgbb(a, b, g, d, x, n):
    total = binomial(n, x) * beta(a + x, b + n - x) / beta(a, b) * beta(g, d + n) / beta(g, d)
    for i in range(x, n):
        total += binomial(i, x) * beta(a + x, b + i - x) / beta(a, b) * beta(g + 1, d + i) / beta(g, d)
    return total


def numbers(text):
    return [mpf(v) for v in text.split()]


for p in ["0.5533 10.578 0.6062 11.669", "0.5533 10.578 1 11.669", "2.5 49.4 0.6 50.5", "0.05 300 3.5 0.9", "60 48 0.6 50",
          "0.5329 38.0598 64.2792 7721.5264"]:
    for n, t in [(0, "39"), (1, "39"), (5, "39"), (40, "39"), (3, "0.001"), (100, "2000")]:
        print("pareto-nbd,%s,%d,%s,%s" % (p, n, t, nstr(count(pareto(*numbers(p)), n, mpf(t)), 18)))
LONG = [0, 1, 5, 20, 50, 100, 200, 400, 800, 1600, 6400]
for p in ["0.55 10.5 0.02 0.6 0.35", "5 10 0.3 2 40"]:
    model = gompertz(*numbers(p))
    for n in [0, 1, 5, 40]:
        print("ggompertz-nbd,%s,%d,39,%s" % (p, n, nstr(count(model, n, mpf(39)), 18)))
    print(p, "dert(0.0027)", nstr(discounted(model, mpf("0.0027"), LONG), 18), [nstr(v, 18) for v in next_purchase(model, LONG)])
for p in ["2.5533 49.435 0.6062 50.526", "60 48 0.6 50"]:
    print(p, [nstr(v, 18) for v in next_purchase(pareto(*numbers(p)), [0, 1, 10, 100, 1000, 10**4, 10**6, inf])])
for p in ["1.204 0.750 0.657 2.783", "0.1 5 1 30"]:
    for x, n in [(0, 5), (3, 5), (5, 5), (17, 60)]:
        print("bg-bb,%s,%d,%d,%s" % (p, x, n, nstr(bgbb(*numbers(p), x, n), 18)))

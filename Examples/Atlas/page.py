"""Makes docs/atlas.md of rows.json and results/, and draws atlas.svg with gnuplot.

    python Examples/Atlas/page.py
"""

import csv
import json
import subprocess
from pathlib import Path

here = Path(__file__).parent
results = here / "results"
raised = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def number(text):
    """A number of a table as people write it: 5.1e-06 is 5.1·10⁻⁶."""
    value = float(text)
    if value == 0 or 1e-3 <= abs(value) < 1e4:
        return (f"{value:.3g}" if abs(value) < 1000 else f"{value:.0f}").replace("-", "−")
    digits, power = f"{value:.1e}".split("e")
    digits = digits.removesuffix(".0")
    if digits == "1":
        return f"10{str(int(power)).translate(raised)}"
    return f"{digits}·10{str(int(power)).translate(raised)}"


def filled(row, result):
    """What happens, with its numbers."""
    values = {name: number(value) if name.startswith("q") else value for name, value in result.items()}
    m, last = row["samples"], int(result["last"])
    values |= {"replicates": row["replicates"], "settled": number((m - 1) * m**-0.4), "samples": m}
    values["ml"] = number(float(result["first"]) * 2.718281828 ** (-2 * last / m))
    values["median"] = number(result["q50"])
    return row["happens"].format(**values)


def law_words(row, result):
    if not row["law"]:
        return "not known"
    claim = f" ({row['claim']})" if row["claim"] else ""
    return f"{row['formula']}{claim}; p = {number(result['p'])}"


def versions(row, result):
    """Without Debian's epochs, revisions and dates."""
    return bare(result["versions"].split(" ")[0], is_debian=row["packages"][0].startswith("debian:"))


def bare(version, is_debian):
    if is_debian:
        version = version.split(":")[-1].rsplit("-", 1)[0].split("+")[0]
    return ".".join(part for part in version.split(".") if not (part.isdigit() and len(part) == 8))


def name(row, result):
    """The library, its version and ecosystem, and what of it is used."""
    words = row["library"].split(" ")
    first = 3 if words[0] == "Apache" else 1
    library, use = " ".join(words[:first]).removesuffix(","), " ".join(words[first:])
    place = "" if library == row["ecosystem"] else f" ({row['ecosystem']})"
    return f"**{library}** {versions(row, result) if result else ''}{place}: {use}"


def loops_table(rows, index):
    lines = []
    for group in dict.fromkeys(row["group"] for row in rows):
        lines += ["", f"### {group}", "", "| library | one expects | what happens | law or recursion | n, generations, runs |",
                  "|---|---|---|---|---|"]
        for row in (row for row in rows if row["group"] == group):
            result = index.get(row["id"])
            if result is None:
                lines.append(f"| {name(row, result)} | {row['expected']} | could not be installed or run | | |")
                continue
            size = f"{row['samples']}, {row['generations']}, {row['replicates']}"
            lines.append(
                f"| {name(row, result)} | {row['expected']} | {filled(row, result)} "
                f"| {law_words(row, result)} | {size} |")
    return "\n".join(lines)


def ratio(row):
    """How far off, where chance is no excuse: four standard deviations of the largest of a table of such numbers."""
    if abs(float(row["mean"])) > 100:
        return "not this law"
    words = []
    if abs(float(row["variance_z"])) > 5:
        # About the mean of the draws.
        words.append(f"variance × {number(float(row['variance']) - float(row['mean']) ** 2)}")
    if abs(float(row["mean_z"])) > 5:
        words.append(f"mean {float(row['mean']):+.2g} σ".replace("-", "−"))
    if not words and abs(float(row["band_z"])) > 4:
        words.append(f"{1000 * (float(row['band']) - 1):+.1f} ‰ between 2 σ and 4.9 σ")
    if abs(float(row["tail_z"])) > 5:
        words.append(f"beyond 4 σ × {number(row['tail'])}")
    return ", ".join(words) or "right"


def samplers_table():
    rows = list(csv.DictReader((results / "samplers.csv").open()))
    cases = list(dict.fromkeys((row["law"], row["size"]) for row in rows))
    names = {"400": "400", "1000000000": "10⁹", "9007199254740992": "2⁵³", "4503599627370496": "2⁵²"}
    symbols = {"binomial": "n", "poisson": "mean"}
    lines = ["| sampler | version | " + " | ".join(f"{law}, {symbols[law]} = {names[size]}" for law, size in cases) + " |",
             "|---|---|" + "---|" * len(cases)]
    for name in dict.fromkeys(row["sampler"] for row in rows):
        own = {(row["law"], row["size"]): row for row in rows if row["sampler"] == name}
        version = next(iter(own.values()))["version"]
        version = bare(version, is_debian="-" in version)
        label = f"**{name}**" if name == "ClosedLoop" else name
        lines.append(f"| {label} | {version} | " + " | ".join(ratio(own[case]) if case in own else "–" for case in cases) + " |")
    return "\n".join(lines)


def panels(rows, index):
    return [row for row in rows if row.get("panel") and row["id"] in index]


def script(rows):
    """Small multiples: quantiles over runs, and those of the law."""
    columns, width, height, top = 4, 1160, 250, 46
    lines = -(-len(rows) // columns)
    page = lines * height + top + 20
    text = [
        "# The atlas: measured loops of real libraries against their laws. Run with gnuplot in this folder.",
        f"set terminal svg enhanced size {width},{page} font 'Helvetica,Arial,sans-serif,12' background '#ffffff' linewidth 1.2",
        "set output 'atlas.svg'", "set datafile separator comma", "set encoding utf8", "set border linewidth 0.8",
        "set tics nomirror out scale 0.4", "unset key", "set style fill solid noborder", "set multiplot",
    ]
    wide, high = 1 / columns, height / page
    for place, row in enumerate(rows):
        left, upper = place % columns * wide, 1 - top / page - place // columns * high
        file = f"results/{row['id']}.csv"
        text += [
            "", f"set lmargin at screen {left + 0.047:.4f}", f"set rmargin at screen {left + wide - 0.012:.4f}",
            f"set bmargin at screen {upper - high + 0.17 * high:.4f}", f"set tmargin at screen {upper - 0.13 * high:.4f}",
            f"set title '{row['panel']}' noenhanced offset 0,-0.6 font ',12'",
            "set logscale y" if row["logarithmic"] else "unset logscale y",
            "set format y '10^{%L}'" if row["logarithmic"] else "set format y '%g'",
            f"set yrange [{row.get('range', '*:*')}]", f"set xrange [0:{row['shown']}]",
            f"set xtics {step(row['shown'])}", f"set ytics {row.get('tics', 'autofreq')}",
            f"set xlabel '{'generation' if place >= len(rows) - columns else ''}' offset 0,0.6",
        ]
        curves = [f"'{file}' using 1:3:7 with filledcurves linecolor rgb '#f6d7b8'",
                  "'' using 1:4:6 with filledcurves linecolor rgb '#e9a467'"]
        if row["law"]:
            curves += ["'' using 1:8 with lines linecolor rgb '#0b5c94' linewidth 1 dashtype 3",
                       "'' using 1:12 with lines linecolor rgb '#0b5c94' linewidth 1 dashtype 3"]
        curves.append("'' using 1:5 with lines linecolor rgb '#b3400b' linewidth 2")
        if row["law"]:
            curves.append("'' using 1:10 with lines linecolor rgb '#0b5c94' linewidth 2 dashtype 2")
        text.append("plot " + ", \\\n  ".join(curves))
    text += ["", *legend(page, top), "unset multiplot", ""]
    return "\n".join(text)


def step(most):
    return next(value for value in (5, 10, 20, 50, 100, 200) if most / value <= 5)


def legend(page, top):
    """Above the panels: an empty plot with labelled pieces of line."""
    middle = 1 - top / 2 / page
    text = ["unset title", "unset logscale y", "unset border", "unset tics", "unset xlabel", "set lmargin at screen 0",
            "set rmargin at screen 1", "set bmargin at screen 0", "set tmargin at screen 1", "set xrange [0:1]",
            "set yrange [0:1]"]
    half, third = 7 / page, 3.5 / page
    text += [
        f"set object rectangle from 0.05,{middle - half:.4f} to 0.09,{middle + half:.4f} fillcolor rgb '#f6d7b8' fillstyle solid noborder",
        f"set object rectangle from 0.05,{middle - third:.4f} to 0.09,{middle + third:.4f} fillcolor rgb '#e9a467' fillstyle solid noborder",
        f"set arrow from 0.05,{middle:.4f} to 0.09,{middle:.4f} nohead linecolor rgb '#b3400b' linewidth 2 front",
        f"set label 'measured: median, quartiles, 5 and 95 % of the runs' at 0.1,{middle:.4f} left",
        f"set arrow from 0.46,{middle:.4f} to 0.5,{middle:.4f} nohead linecolor rgb '#0b5c94' linewidth 2 dashtype 2 front",
        f"set label 'law: median' at 0.51,{middle:.4f} left",
        f"set arrow from 0.62,{middle:.4f} to 0.66,{middle:.4f} nohead linecolor rgb '#0b5c94' linewidth 1 dashtype 3 front",
        f"set label 'law: 5 and 95 %' at 0.67,{middle:.4f} left", "plot NaN notitle",
    ]
    return text


def main():
    rows = json.loads((here / "rows.json").read_text())
    index = {row["row"]: row for row in csv.DictReader((results / "index.csv").open())}
    drawn = panels(rows, index)
    for row in drawn:
        # As far as half of the runs live.
        row["shown"] = int(index[row["id"]]["last"])
    (here / "atlas.gp").write_text(script(drawn))
    subprocess.run(["gnuplot", "atlas.gp"], cwd=here, check=True)
    page = (here / "page.txt").read_text()
    count = len({row["library"].split(" ")[0].removesuffix(",") for row in rows if row["id"] in index})
    ecosystems = ", ".join(dict.fromkeys(row["ecosystem"] for row in rows))
    page = page.replace("{{loops}}", loops_table(rows, index)).replace("{{samplers}}", samplers_table())
    page = page.replace("{{count}}", str(count)).replace("{{ecosystems}}", ecosystems)
    (here.parent.parent / "docs/atlas.md").write_text(page)


main()

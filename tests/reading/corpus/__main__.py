"""python -m tests.reading.corpus {build,score,lint,show}: see each one's --help."""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from donghanh.reading.score import ALIKE, LISTS, Score, mean, score

from .build import FORMATS, MUTATIONS, SCANS, Sample, all_plans, contents, made, write
from .flow import flow
from .gold import gold
from .lint import lint
from .text import plain


def choose(args: argparse.Namespace) -> list[Sample]:
    plans = args.plans.split(",") if args.plans else list(all_plans())
    formats = args.formats.split(",") if args.formats else list(FORMATS)
    mutations = [""]
    if args.mutations is not None:
        mutations += args.mutations.split(",") if args.mutations else list(MUTATIONS)
    return [Sample(p, m, f) for p in plans for m in mutations for f in formats]


def table(scores: Iterable[Score]) -> str:
    """Means over the documents that a list applies to, as the judges print them."""
    scores = list(scores)
    lines = [f"{'':16}     P      R     F1  hits/read/there"]
    for name in LISTS:
        found = [s.tallies[name] for s in scores if name in s.tallies]
        if not found:
            lines.append(f"{name:16}     -      -      -")
            continue
        means = [mean(getattr(t, part) for t in found) or 0.0 for part in ("precision", "recall", "f1")]
        counts = f"{sum(t.hits for t in found):g}/{sum(t.read for t in found)}/{sum(t.wanted for t in found)}"
        lines.append(f"{name:16}" + "".join(f" {value:6.3f}" for value in means) + f"  {counts}")
    extra = {
        "macro": mean(s.macro for s in scores),
        "roles": mean(s.roles for s in scores),
        "leads": mean(s.leads for s in scores),
    }
    return "\n".join([*lines, "  ".join(f"{k} {v:.3f}" for k, v in extra.items() if v is not None)])


def difference(name: str, result: Score) -> str:
    """What is missing (-) and what is too much (+), list by list."""
    lines = [f"== {name}  macro {result.macro:.3f}"]
    for key in LISTS:
        tally = result.tallies.get(key)
        if tally and (tally.missing or tally.surplus):
            lines.append(f"  {key}  F1 {tally.f1:.3f}")
            lines += [f"    - {entry}" for entry in tally.missing] + [
                f"    + {entry}" for entry in tally.surplus
            ]
    return "\n".join(lines)


def do_score(args: argparse.Namespace) -> int:
    from donghanh.reading import read_file

    scores: dict[str, Score] = {}
    with tempfile.TemporaryDirectory() as folder:
        for sample, (data, expected) in contents(choose(args)).items():
            path = Path(folder) / sample.file
            path.write_bytes(data)
            try:
                read = read_file(path).plan
            except Exception as error:
                print(f"** {sample.name}: {type(error).__name__}: {error}")
                read = {}
            scores[sample.name] = score(expected, read)
    if args.out:
        Path(args.out).write_text("\n".join(difference(n, s) for n, s in scores.items()), encoding="utf-8")
    for name, result in scores.items():
        if args.diff:
            print(difference(name, result))
        elif args.each:
            low = ", ".join(f"{key} {t.f1:.2f}" for key, t in result.tallies.items() if t.f1 < 0.9)
            print(f"{result.macro:.3f}  {name}  {low}")
    print(f"\nmean of {len(scores)} documents\n{table(scores.values())}")
    return 0


def do_build(args: argparse.Namespace) -> int:
    found = write(choose(args), Path(args.out))
    print(f"{len(found)} documents in {args.out}")
    return 0


def do_lint(args: argparse.Namespace) -> int:
    names = args.plans.split(",") if args.plans else list(all_plans())
    count = 0
    for name in names:
        seen: set[str] = set()
        for mutation in ["", *MUTATIONS]:
            plan = made(Sample(name, mutation, "txt"))
            fresh = [problem for problem in lint(plan) if problem not in seen] if plan else []
            seen.update(fresh)
            count += len(fresh)
            for problem in fresh:
                print(f"{name} {mutation}: {problem}")
    print(f"{count} problems")
    return int(bool(count))


def do_show(args: argparse.Namespace) -> int:
    plan = made(Sample(args.plans, args.mutations or "", "txt"))
    if plan is None:
        print("nothing to change")
        return 1
    print(plain(flow(plan)))
    expected = gold(plan)
    print(json.dumps(expected["document"], ensure_ascii=False, indent=1))
    for key in (*ALIKE, "findings"):
        print(f"\n## {key}")
        for entry in expected[key]:
            print("  " + json.dumps(entry, ensure_ascii=False))
    return 0


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.reading.corpus", description=__doc__)
    commands = parser.add_subparsers(required=True)
    for name, action in (("build", do_build), ("score", do_score)):
        command = commands.add_parser(
            name, help={"build": "write files/ and gold/", "score": "read and measure"}[name]
        )
        command.add_argument(
            "out", nargs=None if name == "build" else "?", help="folder, or file of differences"
        )
        command.add_argument("--formats", help=f"of {', '.join((*FORMATS, *SCANS))}; default all but scans")
        command.add_argument("--plans", help="names of modules in plans/, default all")
        command.add_argument(
            "--mutations", nargs="?", const="", help="names, or all when none is given; default none"
        )
        command.add_argument("--diff", action="store_true", help="what is missing and what is too much")
        command.add_argument("--each", action="store_true", help="one line a document")
        command.set_defaults(action=action)
    for name, action in (("lint", do_lint), ("show", do_show)):
        command = commands.add_parser(
            name, help={"lint": "hold facts against words", "show": "print document and gold"}[name]
        )
        command.add_argument("plans", nargs="?" if name == "lint" else None)
        command.add_argument("mutations", nargs="?")
        command.set_defaults(action=action)
    args = parser.parse_args()
    return int(args.action(args))


if __name__ == "__main__":
    sys.exit(main())

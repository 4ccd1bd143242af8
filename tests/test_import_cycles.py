"""No module needs one that needs it: each can be read, tested and moved without going in circles."""

from functools import cache

import grimp


@cache
def imports() -> dict[str, set[str]]:
    """What each module imports, be it for types alone."""
    graph = grimp.build_graph("briefing", cache_dir=None)
    return {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}


def circles() -> list[list[str]]:
    """Groups of modules each of which leads to all others (Tarjan's strongly connected components)."""
    number: dict[str, int] = {}
    lowest: dict[str, int] = {}
    way: list[str] = []
    found: list[list[str]] = []

    def visit(module: str) -> None:
        number[module] = lowest[module] = len(number)
        way.append(module)
        for other in sorted(imports()[module]):
            if other not in number:
                visit(other)
                lowest[module] = min(lowest[module], lowest[other])
            elif other in way:
                lowest[module] = min(lowest[module], number[other])
        if lowest[module] == number[module]:
            circle = way[way.index(module) :]
            del way[way.index(module) :]
            if len(circle) > 1:
                found.append(sorted(circle))

    for module in sorted(imports()):
        if module not in number:
            visit(module)
    return found


def test_no_imports_go_in_a_circle() -> None:
    assert circles() == []

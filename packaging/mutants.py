"""Small faults, each of which makes another program of a module: what `mutate.py` puts to the tests."""

import ast
import copy
import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

_COMPARISONS: Mapping[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_ARITHMETIC: Mapping[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
_CALLS = {"min": "max", "max": "min", "any": "all", "all": "any"}

_NOT_RUN = {"annotation", "returns", "decorator_list", "type_params", "bases"}
_FOR_TYPES = {"TypeVar", "NewType", "TypedDict", "cast", "Protocol"}
_SAID_BY = ("Text", "Error", "say")
_NAMES_ONLY = {"__all__", "__slots__"}


@dataclass(frozen=True, slots=True)
class Mutant:
    """One fault: the bytes from `start` to `end` of a file replaced."""

    file: Path  # below the root
    line: int
    statement: range  # lines of the statement that it is in, of one with a block those of its head
    start: int
    end: int
    replacement: bytes

    def applied(self, source: bytes) -> bytes:
        """The file with the fault in it."""
        return source[: self.start] + self.replacement + source[self.end :]


def mutants(source: bytes, file: Path) -> list[Mutant]:
    """Every fault that is thought of in the text of one module, in the order of its lines."""
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    tree = ast.parse(source)
    statements = [_lines(node) for node in ast.walk(tree) if isinstance(node, ast.stmt | ast.match_case)]
    found = []
    for node in _nodes(tree, said=False):
        for target, replacement in _faults(node):
            assert target.end_lineno is not None
            assert target.end_col_offset is not None
            start = starts[target.lineno - 1] + target.col_offset
            end = starts[target.end_lineno - 1] + target.end_col_offset
            statement = min((one for one in statements if target.lineno in one), key=len)
            mutant = Mutant(file, target.lineno, statement, start, end, _text(replacement).encode())
            if _is_another_program(tree, mutant.applied(source)):
                found.append(mutant)
    return sorted(set(found), key=lambda mutant: (mutant.start, mutant.end, mutant.replacement))


def difference(before: bytes, mutant: Mutant) -> str:
    """What a mutant changes in its file, as lines taken away and put there."""
    lines = difflib.unified_diff(
        before.decode().splitlines(), mutant.applied(before).decode().splitlines(), lineterm="", n=0
    )
    return "\n".join(f"    {line}" for line in list(lines)[3:])


def _lines(node: ast.stmt | ast.match_case) -> range:
    """Of a statement with a block those of its head."""
    if isinstance(node, ast.match_case):
        return range(node.pattern.lineno, max(node.body[0].lineno, node.pattern.lineno + 1))
    if isinstance(node, ast.Match):
        return range(node.lineno, node.lineno + 1)
    block: list[ast.stmt] = getattr(node, "body", [])
    end = block[0].lineno if block else (node.end_lineno or node.lineno) + 1
    return range(node.lineno, max(end, node.lineno + 1))


def _is_another_program(tree: ast.Module, mutated: bytes) -> bool:
    try:
        return ast.dump(ast.parse(mutated)) != ast.dump(tree)
    except SyntaxError:
        return False


def _text(node: ast.AST) -> str:
    """The node as source, in brackets where its neighbours could pull it apart."""
    text = ast.unparse(node)
    whole = (ast.Constant, ast.Name, ast.Call, ast.Attribute, ast.Subscript, ast.stmt)
    return text if isinstance(node, whole) else f"({text})"


def _nodes(node: ast.AST, *, said: bool) -> Iterator[ast.expr | ast.stmt | ast.comprehension]:
    """What is run, without types, docstrings and the words of messages (`said`)."""
    if isinstance(node, ast.expr | ast.stmt | ast.comprehension):
        yield node
    said = said or _is_said(node)
    for name, value in ast.iter_fields(node):
        if name in _NOT_RUN or (name == "keywords" and isinstance(node, ast.ClassDef)):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not _is_left_alone(child, said=said):
                yield from _nodes(child, said=said)


def _is_said(node: ast.AST) -> bool:
    """Whether texts in it are words for people."""
    if isinstance(node, ast.Call):
        return ast.unparse(node.func).endswith(_SAID_BY)
    return isinstance(node, ast.Raise)


def _is_left_alone(node: ast.AST, *, said: bool) -> bool:
    """Imports, assertions, docstrings, templates, lists of names and what only type checkers read."""
    match node:
        case ast.Import() | ast.ImportFrom() | ast.JoinedStr() | ast.Expr(value=ast.Constant()):
            return True
        case ast.Assert() | ast.If(test=ast.Name(id="TYPE_CHECKING")) | ast.keyword(arg="strict"):  # of zip
            return True
        case ast.Constant(value=str()):
            return said
        case ast.Assign(targets=[ast.Name(id=name)]):
            return name in _NAMES_ONLY
        case ast.Call(func=ast.Name(id=name)):
            return name in _FOR_TYPES
    return False


def _faults(node: ast.expr | ast.stmt | ast.comprehension) -> Iterator[tuple[ast.expr | ast.stmt, ast.AST]]:
    """Which node to replace by what."""
    match node:
        case ast.If(test=test) | ast.While(test=test) | ast.IfExp(test=test):
            yield from _negated(test)
        case ast.comprehension(ifs=tests):
            for test in tests:
                yield from _negated(test)
        case ast.Return(value=ast.expr() as value) if not _is_none(value):
            yield node, ast.Return(ast.Constant(None))
        case ast.Expr(value=ast.Call()) | ast.Expr(value=ast.Await()):
            yield node, ast.Pass()
        case ast.Break():
            yield node, ast.Continue()
        case ast.Continue():
            yield node, ast.Break()
        case ast.expr():
            for replacement in _other_values(node):
                yield node, replacement


def _other_values(node: ast.expr) -> Iterator[ast.expr]:
    match node:
        case ast.Compare(ops=ops):
            for place, operator in enumerate(ops):
                other = copy.deepcopy(node)
                other.ops[place] = _COMPARISONS[type(operator)]()
                yield other
        case ast.BinOp(op=operator) if type(operator) in _ARITHMETIC:
            yield ast.BinOp(node.left, _ARITHMETIC[type(operator)](), node.right)
        case ast.BoolOp(op=operator, values=values):
            yield ast.BoolOp(ast.Or() if isinstance(operator, ast.And) else ast.And(), values)
        case ast.UnaryOp(op=ast.Not() | ast.USub(), operand=operand):
            yield operand
        case ast.Call(func=ast.Name(id=name)) if name in _CALLS:
            yield ast.Call(ast.Name(_CALLS[name]), node.args, node.keywords)
        case ast.Constant(value=value):
            yield from map(ast.Constant, _other_constants(value))


def _other_constants(value: object) -> Iterator[str | bytes | bool | float]:
    match value:
        case bool():
            yield not value
        case int() | float():
            yield value + 1
            yield value - 1
        case str():
            yield "" if value else "mutant"
        case bytes():
            yield b"" if value else b"mutant"


def _negated(test: ast.expr) -> Iterator[tuple[ast.expr, ast.AST]]:
    """The opposite condition, where no other fault already makes it that."""
    if not isinstance(test, ast.Compare | ast.UnaryOp):
        yield test, ast.UnaryOp(ast.Not(), test)


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None

"""How far what a cue brings in reaches."""

from svod.extraction.tree import Tree
from svod.extraction.voices.lexicon import VoiceLexicon
from svod.model import Span

SUBJECTS = ("nsubj", "csubj")
_LEAST = 3  # code points: less than a word between a cue and the edge of its sentence is no content
_SHORTEST = 3  # words before a remark that can be a clause
_PAUSES = frozenset({",", "—", "–", "-", ",”", ",'", "”", "»"})
_GROUP_REACH = 12  # words between a verb and a phrase that still belongs to the remark around it


def contents_of(
    tree: Tree, node: int, kind: str, subject: int | None, lexicon: VoiceLexicon
) -> tuple[Span, ...]:
    """Return the passages that a verb brings in; empty if it brings in none in its sentence.

    Args:
        tree: The sentence.
        node: The verb.
        kind: `say`, `opinion`, `act` or `quote`.
        subject: Its subject, if it has one.
        lexicon: Words of the language.
    """
    lemma = tree[node].lemma
    if kind == "act":
        return (_whole_clause(tree, node, subject, lexicon),)
    inside = _clauses_between(tree, node, subject)
    if inside or lemma in lexicon.quoted_only:
        return () if lemma in lexicon.quoted_only else inside
    clause = clause_below(tree, node, lexicon)
    if clause is None and lemma in lexicon.with_infinitive:
        clause = tree.child(node, "xcomp")
    if clause is not None and clause > node:
        return (_behind(tree, node, clause),)
    if kind == "quote" or (kind == "opinion" and clause is None):
        return both_sides(tree, node, subject) if _is_remark(tree, node, lexicon) else ()
    if clause is not None or is_parenthesis(tree, node, subject, lexicon):
        return both_sides(tree, node, subject)
    return _nouns_told(tree, node, subject, lexicon)


def _clauses_between(tree: Tree, node: int, subject: int | None) -> tuple[Span, ...]:
    """Return the clauses between a subject and its verb, where languages whose verb stands last put what is said."""
    if subject is None or subject > node:
        return ()
    first = max(tree.subtree(subject)) + 1
    clauses = (tree.subtree(child) for child in tree.children(node, "ccomp"))
    return tuple(
        Span(tree[min(words)].span.start, tree[max(words)].span.end)
        for words in clauses
        if first <= min(words) and max(words) < node
    )


def _nouns_told(tree: Tree, node: int, subject: int | None, lexicon: VoiceLexicon) -> tuple[Span, ...]:
    """Return what a verb without a clause brings in as a noun ("reported about …", "confirmed …")."""
    lemma = tree[node].lemma
    if about := about_spans(tree, node, lexicon):
        return tuple(Span(span.start, max(span.end, end_of_clause(tree, node))) for span in about)
    if lemma in lexicon.clause_only:
        return ()
    if lemma in lexicon.act:
        return (_whole_clause(tree, node, subject, lexicon),)
    return _objects(tree, node, lexicon)


def clause_below(tree: Tree, node: int, lexicon: VoiceLexicon) -> int | None:
    """Return the clause that is the content of a word, also behind a carrier ("the fact that …")."""
    clause = next((c for c in tree.children(node, "ccomp", "csubj") if tree[c].pos != "PRON"), None)
    if clause is not None:
        return clause
    for child in tree.children(node, "obl", "obj", "nmod", "iobj"):
        if tree[child].lemma in lexicon.carriers:
            below = next((c for c in tree.children(child, "acl", "ccomp", "advcl")), None)
            if below is not None:
                return below
    return None


def about_spans(tree: Tree, node: int, lexicon: VoiceLexicon) -> tuple[Span, ...]:
    """Return the nouns and gerunds that a preposition such as "about" brings in."""
    found = []
    for child in tree.children(node, "obl", "nmod", "advcl", "acl"):
        words = tree.children(child, "case", "mark")
        if any(tree[word].lemma in lexicon.about for word in words) and tree[child].lemma not in lexicon.back:
            found.append(tree.span(child))
    return tuple(found)


def both_sides(tree: Tree, node: int, subject: int | None) -> tuple[Span, ...]:
    """Return the sentence on both sides of a verb with its subject and adverbs; if the clause
    that the verb hangs on stands on one side only, that side.
    """
    group = _group(tree, node, subject)
    first, last = tree[min(group)].span, tree[max(group)].span
    before, behind = Span(tree.sentence.span.start, first.start), Span(last.end, tree.sentence.span.end)
    clause = tree.child(node, "ccomp", "parataxis")
    if tree[node].relation == "root" and clause is not None:
        sides: tuple[Span, ...] = (before,) if clause < min(group) else (behind,)
    else:
        sides = (before, behind)
    return tuple(side for side in sides if side.end - side.start > _LEAST)


def is_parenthesis(tree: Tree, node: int, subject: int | None, lexicon: VoiceLexicon) -> bool:
    """Tell whether a verb with its subject stands beside a clause that it brings in ("…, said X")."""
    if tree[node].relation == "parataxis" or _is_remark(tree, node, lexicon):
        return True
    if _closes_sentence(tree, node, subject):
        return True
    clause = tree.child(node, "parataxis")
    if clause is None or tree[clause].pos not in {"VERB", "AUX", "ADJ"}:
        return False
    group = [node] if subject is None else [node, *tree.subtree(subject)]
    return clause < min(group)


def _closes_sentence(tree: Tree, node: int, subject: int | None) -> bool:
    """Tell whether a verb with its subject ends a sentence behind a comma, whatever they hang on."""
    if subject is None or tree[node].relation in {"acl:relcl", "acl"}:
        return False
    group = _group(tree, node, subject)
    first, last = min(group), max(group)
    behind = [at for at in range(last + 1, len(tree)) if tree[at].pos != "PUNCT"]
    return (
        first > _SHORTEST
        and not behind
        and len(group) == last - first + 1
        and tree[first - 1].text in _PAUSES
    )


def _is_remark(tree: Tree, node: int, lexicon: VoiceLexicon) -> bool:
    return any(tree[at].lemma in lexicon.remark for at in range(max(0, node - 3), node)) and not any(
        tree[at].pos == "PUNCT" for at in range(max(0, node - 2), node)
    )


def end_of_clause(tree: Tree, node: int, clause: int | None = None) -> int:
    """Return where what a verb brings in ends: with the sentence, before a coordinated
    clause with a subject of its own, or with the clause where the verb is subordinate.
    """
    if any(tree[at].relation in {"advcl", "acl", "acl:relcl"} for at in (node, *tree.ancestors(node))):
        return max(tree[n].span.end for n in tree.subtree(node))
    begin = clause if clause is not None else node
    for child in tree.children(node, "conj", "parataxis"):
        if child > begin and _stands_alone(tree, node, child):
            return _before(tree, min(tree.subtree(child)))
    return tree[len(tree) - 1].span.end


def _stands_alone(tree: Tree, node: int, child: int) -> bool:
    """Tell whether a coordinated clause is the writer's again: it has a subject of its own and
    no conjunction of content, or repeats tense and number of the verb of saying.
    """
    if tree.child(child, "mark") is not None:
        return False
    if tree.child(child, *SUBJECTS) is not None:
        return True
    same = all(tree[child].feature(f) == tree[node].feature(f) != "" for f in ("Tense", "Number", "Gender"))
    return same and tree[child].pos == "VERB"


def _whole_clause(tree: Tree, node: int, subject: int | None, lexicon: VoiceLexicon) -> Span:
    start = tree[node].span.start
    if subject is not None and subject < node:
        start = min(start, tree.span(subject).start)
    end = max(end_of_clause(tree, node), tree[node].span.end)
    for child in tree.children(node, "advcl", "obl"):
        mark = tree.child(child, "mark", "case")
        if child > node and mark is not None and tree[mark].lemma in lexicon.cuts:
            end = min(end, _before(tree, min(n for n in tree.subtree(child) if n > node)))
    return Span(start, max(_before_aside(tree, node, end), tree[node].span.end))


def _before_aside(tree: Tree, node: int, end: int) -> int:
    """Return where a speech act ends if an aside follows it behind a comma (", the first …")."""
    for child in tree.children(node, "parataxis", "dep", "advcl", "appos"):
        first = min(tree.subtree(child))
        if first > node + 1 and tree[first - 1].text == "," and tree.child(child, "mark") is None:
            end = min(end, _before(tree, first))
    return end


def _behind(tree: Tree, node: int, clause: int) -> Span:
    first = min(n for n in tree.subtree(clause) if n > node)
    while first < clause and (tree[first].relation == "mark" or tree[first].pos in {"PUNCT", "SCONJ"}):
        first += 1
    return Span(tree[first].span.start, end_of_clause(tree, node, clause))


def _objects(tree: Tree, node: int, lexicon: VoiceLexicon) -> tuple[Span, ...]:
    objects = [
        c for c in tree.children(node, "obj") if tree[c].lemma not in lexicon.back and tree[c].pos != "PRON"
    ]
    return tuple(
        Span(tree.span(child).start, max(tree.span(child).end, end_of_clause(tree, node)))
        for child in objects
    )


def _before(tree: Tree, node: int) -> int:
    """Return where the words before `node` end, without the comma and conjunction between."""
    at = node - 1
    while at > 0 and tree[at].pos in {"PUNCT", "CCONJ"}:
        at -= 1
    return tree[max(0, at)].span.end


def _group(tree: Tree, node: int, subject: int | None) -> tuple[int, ...]:
    below = [
        c
        for c in tree.children(node, "obl", "advmod", "iobj", "aux", "mark", "obj")
        if abs(c - node) < _GROUP_REACH
    ]
    nodes = {node}
    for child in [*below, *([] if subject is None else [subject])]:
        nodes.update(tree.subtree(child, {"ccomp", "parataxis", "conj", "acl", "advcl"}))
    return tuple(sorted(nodes))

"""Small sets of tags, labels, marks and words that more than one part of the grammar asks for."""

FINITE_TAGS = frozenset({"MD", "VBD", "VBP", "VBZ"})
"""Of verbs in a tense, or of the modal before one."""

PLURAL_TAGS = frozenset({"NNS", "NNPS"})
RELATIVE_TAGS = frozenset({"WDT", "WP"})

NOMINAL = frozenset({"NOUN", "PRON", "PROPN"})
"""Parts of speech of what a clause can be about."""

VERBAL = frozenset({"AUX", "VERB"})

COORDINATED = frozenset({"conj", "parataxis"})
"""Relations of a clause that stands beside another one and not below it."""

COMPLEMENTS = frozenset({"acomp", "attr", "oprd"})
"""Relations of what a verb says that its subject or object is."""

NAME_RELATIONS = frozenset({"nsubj", "nsubjpass", "pobj", "dobj", "poss", "appos", "conj", "ROOT", "compound"})
"""Relations of words that can be names."""

NOUN_SUBJECTS = frozenset({"nsubj", "nsubjpass"})

SPEAKER_ENTITIES = frozenset({"GPE", "NORP", "ORG", "PERSON"})
"""Entities that can say something."""

TIME_ENTITIES = frozenset({"DATE", "TIME"})

BREAKS = frozenset({";", "--", "–", "—"})
"""Marks between two clauses that could be sentences of their own."""

CLAUSE_MARKS = frozenset({",", ";", ":", "--", "–", "—"})
SETTING_OFF = frozenset({"(", ",", "--", "–", "—"})
"""Marks before words put into a clause."""

UNREAL_MODALS = frozenset({"can", "could", "may", "might", "must", "should", "would"})
"""Modals by which something is not said to be so, in contrast to "will"."""

WOULD = frozenset({"'d", "’d", "would"})
"""What "will" becomes in the word of somebody: "said the plant would reopen"."""

SUBJECT_RELATIVES = frozenset({"which", "who"})
RELATIVES = frozenset({"that", "which", "who", "whom"})
NEGATIONS = frozenset({"n't", "n’t", "never", "no", "not"})
DEMONSTRATIVES = frozenset({"that", "the", "these", "this", "those"})
DEFINITE = DEMONSTRATIVES | {"both"}
FIRST_PERSON = frozenset({"i", "we"})
HE_SHE = frozenset({"he", "she"})
SUBJECT_PRONOUNS = frozenset({"he", "i", "it", "she", "they", "we"})
OBJECT_PRONOUNS = frozenset({"her", "him", "me", "them", "us"})
POSSESSIVES = frozenset({"her", "his", "its", "my", "our", "their"})
PROOFS = frozenset({"evidence", "indication", "proof", "sign", "trace"})
SPOKESPERSONS = frozenset({"spokesman", "spokesperson", "spokeswoman"})

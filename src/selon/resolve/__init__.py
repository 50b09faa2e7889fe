"""Attributions to claimants: who stands behind them; when and where things are said to have happened.

who.py             one resolution an attribution, in its order: `claimants`
  scene.py           what all questions about one article share
  answers.py         which question a source asks:
    named.py           "M. Talmar", "le Kremlin"            pronouns.py     "il"; antecedents.py, subjects.py, between.py,
                                                             came_in.py, scores.py; seated.py: the body that opens its sentence
    described.py       "le ministre", "la même source"      shortened.py    "la préfecture"; opened.py: of which body not
    short_firms.py     "Tesmar" of "Tesmar Mills Plc"
    states.py          "le gouvernement": of the only state told
    joined.py          "l'OGM et le Fonds de la mer": several, each under a name
    holders.py         "le directeur du centre"                epithets.py     "l'élue": who spoke last, and nobody else can be meant
    circles.py         "l'entourage du ministre"            owners.py       "son entourage": whose; clause_subjects.py
    unnamed.py         "une source", "des riverains"        again.py       "le riverain", again
    recent.py          "ce dernier", "celle-ci"                documents.py    "le texte", "une étude publiée dans …"
    makers.py          "un bilan établi par la préfecture": who made what is cited
  later.py           speakers described first and named when they speak next
  announced.py       speakers announced before a quotation
  voices.py          the claimant that comes out; behind.py the body behind a role; shown.py how a name is shown
what the article holds
  lines.py           its words, made where a name may stand
  cast.py            everybody whom it names: mentions.py finds the names, beside.py their roles, conjoined.py parts two in one
  persons.py         its persons, found again by name, place and role
  roles.py           whose role a description means; offices.py: one office under its several names
  institutions.py    bodies under short names               memory.py       who spoke so far
  full_names.py      what of the words behind a noun is a body's name
the words themselves
  phrase.py          the phrase of a source taken apart: opening.py a name first, nouns.py a noun first, bearers.py whose name is in it;
                     ahead.py what stands before; apposed.py a body's name behind; marked.py a name between marks; parts.py its record
  runs.py            runs of capitals; names.py: words of names     lexicon.py      the tables; tokens.py looks words up in them (forms.py)
  doubled.py         family names that go on behind a particle
  namesakes.py       names that stand like a person's and are none
  personal.py        signs that a run of capitals is a person's name
  firms.py           which names are firms', where they end, and what is short for one
across.py          one id for one claimant in all articles: `across`
  bodies.py          one key for one body in any language   outlets.py      outlets under the name they publish as
  acronyms.py        acronyms, and the names for which an article gives them; spelt_out.py: in other articles too
  known.py           a user's own table of persons and bodies: `entities`
  nodes.py           the claimants of one article with all that tells who they are in others: `nodes`, which may be kept with it
  signals.py         what besides a name tells that two persons are one; alike.py joins them
  company.py         the names beside a name, which show that two articles tell one story
profiles.py        claimants looked up by name: `profiles`
when/              expressions of time as days: `dates`; a publication that only the text tells: `published`
where.py           one place under its names: `place`, `same_place`; one name in two spellings: `same_name`
"""

from selon.resolve.across import across
from selon.resolve.known import entities
from selon.resolve.nodes import nodes
from selon.resolve.profiles import profiles
from selon.resolve.when import dates, published
from selon.resolve.where import place, same_name, same_place
from selon.resolve.who import claimants

__all__ = ["across", "claimants", "dates", "entities", "nodes", "place", "profiles", "published", "same_name", "same_place"]

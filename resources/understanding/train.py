#!/usr/bin/env python3
"""Trains the weights of Accueil's sentiment and topics, and measures them. README.md beside this file says how and how well.

    train.py features  DATA.csv FEATURES_TOOL           cross-validation inside the training part, for choosing settings
    train.py measure   DATA.csv FEATURES_TOOL OUT.bin   weights of the training part; figures on the part held back
    train.py final     DATA.csv FEATURES_TOOL OUT.bin   weights of all rows, the ones the program ships
    train.py lexicon   VADER.txt VALENCE_EN.txt OUT     lexicon_en.txt

DATA.csv: text, sentiment, topics (parted by |). FEATURES_TOOL: the built tests/understanding/understanding_features, which
is the engine itself. Needs numpy, scipy and scikit-learn (Debian: python3-sklearn). Same input, same versions: same bytes.
"""
import csv
import hashlib
import json
import re
import struct
import subprocess
import sys
import unicodedata

import numpy
import scipy.sparse
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import GroupKFold

VERSION = "2026.11"
SENTIMENTS = ["negative", "neutral", "positive"]
TOPICS = ["waiting_time", "staff_attitude", "staffing", "competence_care", "communication", "cleanliness", "facilities",
          "food", "medication", "cost", "organisation"]
TERM_BITS = 16
TOPIC_BITS = 15  # eleven outputs need more room than three
MEASURES = 20  # of Cues; behind them stand the hits of each topic
HELD_BACK = 5  # one of so many


def group_of(text):
    """A number that all texts of the same words share, so that no text is on both sides of a split."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    words = " ".join(re.findall(r"\w+", re.sub(r"['`´‘’]", "", folded)))
    return int(hashlib.sha256(words.encode()).hexdigest()[:8], 16)


def read_rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def split(rows):
    """By the text alone: made before anything was trained, and the same for everybody."""
    training = [row for row in rows if group_of(row["text"]) % HELD_BACK]
    held_back = [row for row in rows if group_of(row["text"]) % HELD_BACK == 0]
    return training, held_back


class Features:
    def __init__(self, rows, tool):
        texts = "".join(json.dumps({"text": row["text"], "lang": "en"}) + "\n" for row in rows)
        output = subprocess.run([tool, str(TERM_BITS)], input=texts.encode(), stdout=subprocess.PIPE, check=True)
        lines = [json.loads(line) for line in output.stdout.splitlines()]
        buckets = [bucket for line in lines for bucket, _ in line["terms"]]
        weights = [weight for line in lines for _, weight in line["terms"]]
        starts = numpy.cumsum([0] + [len(line["terms"]) for line in lines])
        self.terms = scipy.sparse.csr_matrix((weights, buckets, starts), shape=(len(rows), 1 << TERM_BITS))
        self.terms.sum_duplicates()
        hits = numpy.log1p(numpy.array([line["topics"] for line in lines], dtype=float))
        self.measures = numpy.hstack([numpy.array([line["measures"] for line in lines]), hits])

    def folded(self, bits):
        """Terms of fewer buckets, as the engine looks them up in a smaller table."""
        parts = self.terms.tocsc()
        terms = sum(parts[:, start:start + (1 << bits)] for start in range(0, parts.shape[1], 1 << bits)).tocsr()
        features = object.__new__(Features)
        features.terms, features.measures = terms, self.measures
        return features

    def part(self, chosen):
        features = object.__new__(Features)
        features.terms, features.measures = self.terms[chosen], self.measures[chosen]
        return features


class Scaling:
    """Makes what is rare count more and all measures alike; undone in the weights, so that the engine knows nothing of it."""

    def __init__(self, features, rarity, measure_scale, measure_count):
        documents = features.terms.shape[0]
        found = numpy.asarray((features.terms > 0).sum(axis=0)).ravel()
        self.terms = (numpy.log((1 + documents) / (1 + found)) + 1) ** rarity
        self.count = measure_count
        measures = features.measures[:, :measure_count]
        self.mean = measures.mean(axis=0)
        self.scale = measure_scale / (measures.std(axis=0) + 1e-9)

    def inputs(self, features, with_terms=True):
        measures = scipy.sparse.csr_matrix((features.measures[:, :self.count] - self.mean) * self.scale)
        return scipy.sparse.hstack([features.terms.multiply(self.terms), measures]).tocsr() if with_terms else measures

    def weights(self, coefficients, biases, with_terms=True):
        """Coefficients on scaled inputs as (weights of terms, weights of measures, biases) on plain ones."""
        at = len(self.terms) if with_terms else 0
        measures = coefficients[:, at:] * self.scale
        return coefficients[:, :at] * (self.terms if with_terms else 1), measures, biases - measures @ self.mean


class Table:
    """What goes into the file: one byte for each output of each bucket."""

    def __init__(self, name, terms, measures, biases):
        self.name, self.measures, self.biases = name, measures, biases
        if terms.shape[1]:
            self.scales = numpy.abs(terms).max(axis=1) / 127
            self.bytes = numpy.rint(terms / self.scales[:, None]).astype(numpy.int8)
        else:
            self.scales = numpy.ones(len(biases))
            self.bytes = numpy.zeros((len(biases), 0), dtype=numpy.int8)

    def outputs(self, features):
        """What the engine computes, byte for byte the same weights."""
        sums = features.measures[:, :self.measures.shape[1]] @ self.measures.T + self.biases
        if self.bytes.shape[1]:
            terms = features.folded(self.bytes.shape[1].bit_length() - 1).terms
            sums = sums + terms @ (self.bytes.astype(float) * self.scales[:, None]).T
        return sums


def rounded(values):
    return [float("%.7g" % value) for value in values]


def write(path, tables):
    header, blob = {"version": VERSION, "tables": []}, b""
    for table in tables:
        buckets = table.bytes.shape[1]
        header["tables"].append({
            "name": table.name,
            "bucket_bits": buckets.bit_length() - 1 if buckets else 0,
            "offset": len(blob),
            "bias": rounded(table.biases),
            "scales": rounded(table.scales),
            "measures": [rounded(row) for row in table.measures],
        })
        blob += table.bytes.T.tobytes()
    text = json.dumps(header, sort_keys=True).encode()
    with open(path, "wb") as file:
        file.write(b"ACUWTS01" + struct.pack("<I", len(text)) + text + blob)


# Settings, each chosen by cross-validation inside the training part.
SENTIMENT = {"rarity": 0.5, "measure_scale": 0.3, "strength": 0.1}
TOPIC = {"rarity": 1.0, "measure_scale": 0.5, "strength": 1.0, "threshold": 0.25}


def sentiment_table(rows, features):
    known = numpy.array([bool(row["sentiment"]) for row in rows])
    labels = numpy.array([SENTIMENTS.index(row["sentiment"]) for row in rows if row["sentiment"]])
    features = features.part(known)
    scaling = Scaling(features, SENTIMENT["rarity"], SENTIMENT["measure_scale"], features.measures.shape[1])
    model = LogisticRegression(C=SENTIMENT["strength"], class_weight="balanced", max_iter=200, tol=1e-3)
    model.fit(scaling.inputs(features), labels)
    return Table("sentiment_en", *scaling.weights(model.coef_, model.intercept_))


# Measures that say something about the survey of the NHS ("nothing", "no" were answers to "what can we do better?", and
# its texts have few faces), not about language: length, numbers, denials, share of denials, faces, no known word, capitals.
OF_THIS_SURVEY = [3, 4, 8, 9, 10, 13, 18]


def french_table(rows, features):
    """Good against bad by the measures alone, which mean the same in both languages: no word of English is in it."""
    known = numpy.array([row["sentiment"] in ("negative", "positive") for row in rows])
    labels = numpy.array([row["sentiment"] == "positive" for row in rows])[known]
    features = features.part(known)
    scaling = Scaling(features, 0, 1.0, features.measures.shape[1])
    scaling.scale[OF_THIS_SURVEY] = 0
    scaling.scale[MEASURES:] *= 0.5  # what is praised and blamed differs more between hospitals than how
    model = LogisticRegression(C=0.01, class_weight="balanced", max_iter=500)
    model.fit(scaling.inputs(features, with_terms=False), labels)
    return Table("sentiment_fr", *scaling.weights(model.coef_, model.intercept_, with_terms=False))


def topics_table(rows, features):
    features = features.folded(TOPIC_BITS)
    scaling = Scaling(features, TOPIC["rarity"], TOPIC["measure_scale"], features.measures.shape[1])
    inputs = scaling.inputs(features)
    coefficients, biases = [], []
    for topic in TOPICS:
        labels = numpy.array([topic in row["topics"].split("|") for row in rows])
        model = LogisticRegression(C=TOPIC["strength"], solver="liblinear", tol=1e-3, random_state=0)
        model.fit(inputs, labels)
        coefficients.append(model.coef_[0])
        biases.append(model.intercept_[0])
    terms, measures, biases = scaling.weights(numpy.array(coefficients), numpy.array(biases))
    # The engine finds a topic where its output is above 0.
    threshold = TOPIC["threshold"]
    return Table("topics_en", terms, measures, biases - numpy.log(threshold / (1 - threshold)))


def train(rows, features):
    return [sentiment_table(rows, features), french_table(rows, features), topics_table(rows, features)]


def figures(tables, rows, features):
    sentiment, french, topics = tables
    known = numpy.array([bool(row["sentiment"]) for row in rows])
    labels = numpy.array([SENTIMENTS.index(row["sentiment"]) for row in rows if row["sentiment"]])
    outputs = sentiment.outputs(features)[known]
    each = f1_score(labels, outputs.argmax(axis=1), average=None)
    print("English, three classes (%d comments): macro-F1 %.4f  (%s)" % (
        len(labels), each.mean(), ", ".join("%s %.3f" % pair for pair in zip(SENTIMENTS, each))))
    clear = labels != 1
    print("English, two classes (%d): macro-F1 %.4f, accuracy %.4f" % (
        clear.sum(), f1_score(labels[clear] == 2, outputs[clear, 2] > outputs[clear, 0], average="macro"),
        ((labels[clear] == 2) == (outputs[clear, 2] > outputs[clear, 0])).mean()))
    plain = french.outputs(features)[known][clear].ravel() > 0
    print("English by the measures alone, as French is judged: macro-F1 %.4f" % f1_score(
        labels[clear] == 2, plain, average="macro"))
    wanted = numpy.array([[topic in row["topics"].split("|") for topic in TOPICS] for row in rows])
    found = topics.outputs(features) > 0
    each = f1_score(wanted, found, average=None)
    print("English, topics (%d): micro-F1 %.4f, macro-F1 %.4f" % (
        len(rows), f1_score(wanted, found, average="micro"), each.mean()))
    print("   " + ", ".join("%s %.2f" % pair for pair in zip(TOPICS, each)))


def cross_validate(rows, tool):
    features = Features(rows, tool)
    groups = [group_of(row["text"]) for row in rows]
    tables = []
    for chosen, rest in GroupKFold(5).split(rows, groups=groups):
        print("-- fold")
        figures(train([rows[i] for i in chosen], features.part(chosen)), [rows[i] for i in rest], features.part(rest))
    return tables


def make_lexicon(vader, own, out):
    known = set()
    with open(own, encoding="utf-8") as file:
        for line in file:
            if line[0] not in "#[\n":
                known |= set(line.strip().split(", "))
    words = {}
    with open(vader, encoding="utf-8") as file:
        for line in file:
            word, mean = line.rstrip("\n").split("\t")[:2]
            word, value = word.replace("'", "").lower(), round(float(mean) * 7.5)
            if re.fullmatch(r"[a-z]{2,}", word) and word not in known and value:
                words.setdefault(word, value)
    with open(out, "w", encoding="utf-8") as file:
        file.write("# General valence of English words: the lexicon of VADER (vader_lexicon.txt of vaderSentiment), MIT"
                   " licence,\n# Copyright (c) 2016 C.J. Hutto. Made by train.py: words of plain letters, their mean"
                   " times 7.5, without those of\n# valence_en.txt. A word, a tab, tenths of -30 to 30.\n")
        file.writelines("%s\t%d\n" % item for item in sorted(words.items()))


def main(arguments):
    if len(arguments) == 4 and arguments[0] == "lexicon":
        return make_lexicon(*arguments[1:])
    if len(arguments) == 3 and arguments[0] == "features":
        return cross_validate(split(read_rows(arguments[1]))[0], arguments[2])
    if len(arguments) != 4 or arguments[0] not in ("measure", "final"):
        sys.exit(__doc__)
    rows = read_rows(arguments[1])
    training, held_back = split(rows)
    used = training if arguments[0] == "measure" else rows
    tables = train(used, Features(used, arguments[2]))
    write(arguments[3], tables)
    if arguments[0] == "measure":
        print("trained with %d comments, %d held back" % (len(training), len(held_back)))
        figures(tables, held_back, Features(held_back, arguments[2]))


if __name__ == "__main__":
    main(sys.argv[1:])

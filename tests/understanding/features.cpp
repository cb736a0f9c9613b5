// For train.py: reads one JSON object a line, {"text", "lang"}, writes what the engine measures of it in the same
// order:
// {"terms": [[bucket, weight], ...], "measures": [...], "topics": [hits of each topic]}.

#include "app/understanding/cues.h"
#include "app/understanding/hashedterms.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace accueil;

namespace {

QJsonObject featuresOf(const QString &text, Language language, const Lexicon &lexicon, int bits)
{
    const QList<Word> words = wordsOf(text, language);
    const Cues cues = cuesOf(words, text, language, lexicon);
    QJsonArray terms;
    for (const HashedTerm &term : hashedTerms(words, cues.isNegated, bits))
        terms.append(QJsonArray{qint64(term.bucket), double(term.weight)});
    QJsonArray measures;
    for (double measure : cues.measures)
        measures.append(measure);
    QJsonArray topics;
    for (int hits : cues.topicHits)
        topics.append(hits);
    return {{u"terms"_s, terms}, {u"measures"_s, measures}, {u"topics"_s, topics}};
}

} // namespace

int main(int argc, char **argv)
{
    const int bits = argc > 1 ? QByteArray(argv[1]).toInt() : 0;
    if (bits < 8 || bits > 20) {
        qWarning("usage: understanding_features BITS <texts.jsonl >features.jsonl");
        return 2;
    }
    const Lexicon lexicon;
    QFile in;
    QFile out;
    if (!in.open(stdin, QIODevice::ReadOnly) || !out.open(stdout, QIODevice::WriteOnly))
        return 1;
    for (QByteArray line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
        const QJsonObject row = QJsonDocument::fromJson(line).object();
        const std::optional<Language> language = languageTable.value(row.value(u"lang").toString());
        if (!language) {
            qWarning("a line is no JSON object with text and lang");
            return 1;
        }
        const QJsonObject features = featuresOf(row.value(u"text").toString(), *language, lexicon, bits);
        out.write(QJsonDocument(features).toJson(QJsonDocument::Compact) + '\n');
    }
    return 0;
}

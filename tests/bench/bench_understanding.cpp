// What reading a comment costs, in microseconds of processor time: sentiment and topics when feedback is saved (target:
// under 100), the explanation when somebody asks for it.

#include "app/understanding/understandingengine.h"
#include "tests/bench/cputime.h"

#include <cstdio>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

const QStringList french{
    u"Personnel très gentil et à l'écoute, je recommande."_s,
    u"L'attente était longue, plus de trois heures, mais les médecins sont excellents et prennent le temps d'expliquer."_s,
    u"Les toilettes sont sales, il n'y a pas d'eau, et l'infirmière de nuit nous a crié dessus quand on a demandé de "
    u"l'aide pour "
    "ma mère. On a payé la caution d'avance et les médicaments étaient en rupture. Je ne recommande pas."_s,
};
const QStringList english{
    u"The staff were friendly and very helpful."_s,
    u"We waited more than three hours but the doctor was excellent and explained everything clearly to us."_s,
    u"The toilets were dirty, there was no water, and the night nurse shouted at us when we asked for help. We paid in "
    u"advance and "
    "the medication was out of stock. I would not recommend this hospital to anybody."_s,
};

template <typename Work>
void report(const QByteArray &what, int repetitions, Work work)
{
    work(0);
    std::printf("%-34s %12.2f\n", what.constData(), cpuTimeOf(repetitions, work).count());
}

} // namespace

int main()
{
    std::printf("%-34s %12s\n", "operation", "us CPU");
    report("build the engine", 10, [](int) { UnderstandingEngine{}; });
    const UnderstandingEngine engine;
    const auto words = [](const QString &text) { return text.count(u' ') + 1; };
    for (const Language language : {Language::French, Language::English}) {
        for (const QString &text : language == Language::French ? french : english) {
            const QByteArray title = languageTable.key(language).toLatin1() + ", " + QByteArray::number(words(text));
            report(title + " words, read", 20'000, [&](int) { engine.read(text, language); });
            report(title + " words, explained", 200, [&](int) { engine.explain(text, language); });
        }
    }
    return 0;
}

#include <QtTest>

using namespace Qt::StringLiterals;

namespace {

struct SourceFile
{
    QString path; // from the top of the repository
    QStringList lines;
    QString layer;
};

// Which layers a file of one layer may name in an #include of ours; the drawing is in the README.
const QMap<QString, QStringList> &visibleLayers()
{
    static const QMap<QString, QStringList> layers{
        {u"app/domain"_s, {u"app/domain"_s}},
        {u"app/security"_s, {u"app/security"_s, u"app/domain"_s}},
        {u"app/understanding"_s, {u"app/understanding"_s, u"app/domain"_s}},
        {u"db"_s, {u"db"_s, u"app/security"_s, u"app/domain"_s}},
        {u"app/services"_s, {u"app/services"_s, u"db"_s, u"app/understanding"_s, u"app/security"_s, u"app/domain"_s}},
        {u"app/gateways"_s, {u"app/gateways"_s, u"app/services"_s, u"app/domain"_s}},
        {u"server"_s, {u"server"_s, u"app/services"_s, u"app/domain"_s}},
        {u"ui"_s, {u"ui"_s, u"app/services"_s, u"app/domain"_s}},
        {u"app"_s,
            {u"app"_s, u"ui"_s, u"server"_s, u"app/gateways"_s, u"app/services"_s, u"db"_s, u"app/understanding"_s,
                u"app/security"_s, u"app/domain"_s}},
    };
    return layers;
}

// The two places outside the layers below that turn a broken store into an answer or a sentence name its exceptions.
bool mayNameExceptions(const QString &path, const QString &header)
{
    const bool isException = header == u"db/databaseerror.h"_s || header == u"app/security/fieldcipher.h"_s;
    return isException && (path == u"ui/background.h"_s || path == u"server/api.cpp"_s);
}

// A third-party header and the places that may see it.
struct ForeignHeader
{
    QString pattern;
    QStringList allowed; // path prefixes
};

const QList<ForeignHeader> &foreignHeaders()
{
    static const QList<ForeignHeader> headers{
        {u"^phonenumbers/"_s, {u"app/domain/phonenumber.cpp"_s}},
        {u"^openssl/"_s, {u"app/security/"_s}},
        {u"^(qt6keychain|keychain)"_s, {u"app/security/"_s}},
        {u"^curl/"_s, {u"app/gateways/"_s}},
        {u"^avahi-"_s, {u"app/gateways/"_s}},
        {u"^qrencode"_s, {u"ui/"_s}},
        {u"^zlib\\.h"_s, {u"server/"_s}},
        {u"^(QtSql|QSql)"_s, {u"db/"_s}},
        {u"^(QtHttpServer|QHttpServer|QAbstractHttpServer)"_s, {u"server/http/"_s}},
        {u"^(QtWidgets|QtGui|QWidget|QDialog|QApplication|QPainter|QLabel|QPushButton|QSvg)"_s,
            {u"ui/"_s, u"app/desktop"_s, u"app/main.cpp"_s}},
    };
    return headers;
}

QString layerOf(const QString &path)
{
    const QStringList parts = path.split(u'/');
    if (parts.first() != u"app"_s)
        return parts.first();
    return parts.size() > 2 ? u"app/"_s + parts.at(1) : u"app"_s;
}

// All files below the folders that have one of these names.
QList<SourceFile> readSources(const QStringList &folders, const QStringList &names)
{
    const QDir top(QStringLiteral(ACCUEIL_SOURCE_DIR));
    QList<SourceFile> sources;
    for (const QString &folder : folders) {
        QDirIterator files(top.filePath(folder), names, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QString path = top.relativeFilePath(file.fileName());
            sources.append({path, QString::fromUtf8(file.readAll()).split(u'\n'), layerOf(path)});
        }
    }
    return sources;
}

bool startsWithAny(const QString &path, const QStringList &prefixes)
{
    return std::any_of(
        prefixes.begin(), prefixes.end(), [&](const QString &prefix) { return path.startsWith(prefix); });
}

// The names a file gives to all others: types, and functions and values that are inline, outside anonymous namespaces.
// What clang-format makes of our code is relied on: what is at namespace scope begins in the first column.
QSet<QString> namesDefinedIn(const SourceFile &file)
{
    static const QRegularExpression opening(u"^namespace (?!accueil )(\\w*) ?\\{"_s);
    static const QRegularExpression type(
        u"^(?:template <.*> )?(?:struct|class|union|enum|enum class) (\\w+)(?: final)?(?: : [^;]*)?(?: \\{.*)?$"_s);
    static const QRegularExpression inlined(u"^(?:inline|constexpr) [^({=]*?(\\w+)(?:\\(|\\{| = )"_s);
    QSet<QString> names;
    QString scope = u"accueil"_s;
    for (const QString &line : file.lines) {
        if (const QRegularExpressionMatch match = opening.match(line); match.hasMatch())
            scope = match.captured(1);
        else if (line.startsWith(u"} // namespace"_s))
            scope = u"accueil"_s;
        for (const QRegularExpression &definition : {type, inlined}) {
            const QRegularExpressionMatch match = definition.match(line);
            if (match.hasMatch() && !scope.isEmpty())
                names.insert(scope + u"::"_s + match.captured(1));
        }
    }
    return names;
}

} // namespace

// Keeps the drawing of the layers true: it reads the sources as text and names every line that breaks a rule.
class LayersTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_sources = readSources({u"app"_s, u"db"_s, u"server"_s, u"ui"_s}, {u"*.h"_s, u"*.cpp"_s});
        QVERIFY2(m_sources.size() > 40, "the sources were not found");
    }

    void includesFollowTheArrows()
    {
        static const QRegularExpression ours(u"^\\s*#include \"([^\"]+)\""_s);
        const QStringList broken = linesThat([](const SourceFile &file, const QString &line) {
            const QRegularExpressionMatch match = ours.match(line);
            const QString header = match.captured(1);
            return match.hasMatch() && !header.endsWith(u".moc"_s)
                && !visibleLayers().value(file.layer).contains(layerOf(header))
                && !mayNameExceptions(file.path, header);
        });
        QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
    }

    void thirdPartyHeadersStayInOneLayer()
    {
        static const QRegularExpression foreign(u"^\\s*#include <([^>]+)>"_s);
        const QStringList broken = linesThat([](const SourceFile &file, const QString &line) {
            const QRegularExpressionMatch match = foreign.match(line);
            return match.hasMatch()
                && std::any_of(foreignHeaders().begin(), foreignHeaders().end(), [&](const ForeignHeader &rule) {
                       return !startsWithAny(file.path, rule.allowed)
                           && match.captured(1).contains(QRegularExpression(rule.pattern));
                   });
        });
        QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
    }

    void forbiddenWords_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QStringList>("allowed");
        QTest::newRow("only SystemClock asks the machine's clock")
            << u"currentDateTime|currentMSecsSinceEpoch|currentSecsSinceEpoch|currentDate\\(|currentTime\\(|system_"
               u"clock|"
               "[^a-zA-Z_]time\\((NULL|nullptr|0)\\)"_s
            << QStringList{u"app/domain/systemclock.cpp"_s};
        QTest::newRow("SQL only in db")
            << u"\"\\s*(SELECT|INSERT INTO|UPDATE [a-z_]+ SET|DELETE FROM|CREATE TABLE|PRAGMA)\\b"_s
            << QStringList{u"db/"_s};
        QTest::newRow("text for people only in ui") << u"\\btr\\(\"|QT_TRANSLATE_NOOP|QCoreApplication::translate\\("_s
                                                    << QStringList{u"ui/"_s, u"app/desktop"_s};
        QTest::newRow("no marks without an issue") << u"\\b(TODO|FIXME|XXX|HACK)\\b"_s << QStringList{};
        QTest::newRow("no singletons") << u"static [A-Za-z:]+ ?[&*] ?instance\\("_s << QStringList{};
    }
    void forbiddenWords()
    {
        QFETCH(QString, pattern);
        QFETCH(QStringList, allowed);
        const QRegularExpression words(pattern);
        QVERIFY2(words.isValid(), qPrintable(words.errorString()));
        const QStringList broken = linesThat([&](const SourceFile &file, const QString &line) {
            return !startsWithAny(file.path, allowed) && line.contains(words);
        });
        QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
    }

    void noFileIsLongerThanFourHundredLines()
    {
        QStringList broken;
        for (const SourceFile &file : std::as_const(m_sources)) {
            if (file.lines.size() - 1 > 400)
                broken.append(u"%1: %2 lines"_s.arg(file.path).arg(file.lines.size() - 1));
        }
        QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
    }

    void everyHeaderIsGuarded()
    {
        QStringList broken;
        for (const SourceFile &file : std::as_const(m_sources)) {
            if (file.path.endsWith(u".h"_s) && !file.lines.contains(u"#pragma once"_s))
                broken.append(file.path);
        }
        QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
    }

    // The linker takes two types or two inline functions of one name for the same thing, without a word.
    void noNameIsDefinedInTwoFiles()
    {
        QMap<QString, QStringList> places;
        const QList<SourceFile> shared
            = m_sources + readSources({u"tests"_s}, {u"*.h"_s}) + readSources({u"tests/support"_s}, {u"*.cpp"_s});
        for (const SourceFile &file : shared) {
            for (const QString &name : namesDefinedIn(file))
                places[name].append(file.path);
        }
        QVERIFY2(places.size() > 400, "the definitions were not found");
        QStringList broken;
        for (auto place = places.cbegin(); place != places.cend(); ++place) {
            if (place->size() > 1)
                broken.append(place.key() + u": "_s + place->join(u", "_s));
        }
        QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
    }

private:
    // "path:line text" of every line for which `breaks` is true.
    template <typename Check>
    QStringList linesThat(Check breaks) const
    {
        QStringList found;
        for (const SourceFile &file : m_sources) {
            for (qsizetype i = 0; i < file.lines.size(); ++i) {
                if (breaks(file, file.lines.at(i)))
                    found.append(u"%1:%2 %3"_s.arg(file.path).arg(i + 1).arg(file.lines.at(i).trimmed()));
            }
        }
        return found;
    }
    QList<SourceFile> m_sources;
};

QTEST_GUILESS_MAIN(LayersTest)
#include "tst_layers.moc"

#include "ui/icons/icon.h"
#include "ui/preferences.h"
#include "ui/theme/colors.h"
#include "ui/theme/theme.h"

#include <QtTest>

#include <cmath>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

// WCAG 2.1, relative luminance and contrast ratio.
double luminance(const QColor &color)
{
    const auto channel
        = [](double value) { return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4); };
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) + 0.0722 * channel(color.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace

class ThemeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void textCanBeRead_data()
    {
        QTest::addColumn<QColor>("ink");
        QTest::addColumn<QColor>("ground");
        QTest::addColumn<double>("least");
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
            const Colors &c = colorsFor(scheme);
            const QByteArray name = scheme == Scheme::Light ? "light " : "dark ";
            const auto row = [&](const char *what, const QColor &ink, const QColor &ground, double least = 4.5) {
                QTest::newRow((name + what).constData()) << ink << ground << least;
            };
            for (const QColor &ground : {c.surface, c.surface2, c.window, c.side, c.selection})
                row(qPrintable(u"text on "_s + ground.name()), c.text, ground);
            for (const QColor &ground : {c.surface, c.surface2, c.window, c.side})
                row(qPrintable(u"muted on "_s + ground.name()), c.muted, ground);
            row("second text", c.text2, c.surface);
            row("main button", c.onAccent, c.accent);
            row("main button under the pointer", c.onAccent, c.accentHover);
            row("link", c.accent, c.surface);
            row("a drill's banner", c.onDrill, c.drill);
            row("a drill's frame", c.drill, c.window, 3);
            row("chosen segment", c.accent, c.accentSoft);
            row("field border", c.field, c.surface, 3);
            for (const Tone tone :
                {Tone::Neutral, Tone::Accent, Tone::Success, Tone::Warning, Tone::Danger, Tone::Info})
                row(qPrintable(u"chip %1"_s.arg(static_cast<int>(tone))), foreground(c, tone), background(c, tone));
        }
    }
    void textCanBeRead()
    {
        QFETCH(QColor, ink);
        QFETCH(QColor, ground);
        QFETCH(double, least);
        QVERIFY2(contrast(ink, ground) >= least, qPrintable(QString::number(contrast(ink, ground))));
    }

    void styleSheetTakesItsColoursFromTheTable()
    {
        QFile file(u":/theme/accueil.qss"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString sheet = QString::fromUtf8(file.readAll());
        QVERIFY2(!sheet.contains(QRegularExpression(u"#[0-9A-Fa-f]{3,8}\\b(?=[^{]*})"_s)), "a colour of its own");
        const QString filled = fillStyleSheet(sheet, colorsFor(Scheme::Dark));
        QVERIFY(!filled.contains(u'@'));
        QVERIFY(filled.contains(colorsFor(Scheme::Dark).accent.name(QColor::HexArgb)));
    }

    void paletteTellsTheScheme()
    {
        QCOMPARE(schemeOf(paletteFor(Scheme::Light)), Scheme::Light);
        QCOMPARE(schemeOf(paletteFor(Scheme::Dark)), Scheme::Dark);
    }

    void everyIconIsEmbedded()
    {
        int count = 0;
#define ACCUEIL_ICON(name, file)                                                                                       \
    QVERIFY2(QFile::exists(iconResource(Icon::name)), file);                                                           \
    ++count;
#include "ui/icons/iconlist.inc"
#undef ACCUEIL_ICON
        QVERIFY(count > 50);
    }

    void iconsHaveTheColourThatWasAsked()
    {
        const QImage picture = iconPixmap(Icon::Check, QColor(Qt::red), 24, 1).toImage();
        bool red = false;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x) {
                const QColor pixel = picture.pixelColor(x, y);
                if (pixel.alpha() > 200) {
                    QVERIFY(pixel.red() > 200 && pixel.green() < 60);
                    red = true;
                }
            }
        }
        QVERIFY(red);
    }

    void choiceOfThePersonIsRemembered()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"window.ini"_s);
        {
            Preferences preferences(file);
            Theme theme(*qApp, preferences);
            QCOMPARE(theme.choice(), SchemeChoice::System);
            const Scheme before = theme.scheme();
            QSignalSpy changed(&theme, &Theme::schemeChanged);
            theme.toggle();
            QVERIFY(theme.scheme() != before);
            QCOMPARE(changed.size(), 1);
            QCOMPARE(schemeOf(QApplication::palette()), theme.scheme());
        }
        Preferences preferences(file);
        QVERIFY(preferences.scheme() != SchemeChoice::System);
        Theme again(*qApp, preferences);
        again.choose(SchemeChoice::System);
        QCOMPARE(Preferences(file).scheme(), SchemeChoice::System);
    }
};

QTEST_MAIN(ThemeTest)
#include "tst_theme.moc"

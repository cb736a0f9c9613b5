#pragma once

#include <QProxyStyle>

namespace accueil {

// What a style sheet cannot draw: tinted check marks, radio dots and arrows. Everything else is the sheet's. Mnemonics
// are underlined while Alt is held, as on other desktops, so that the screen stays calm.
class Style final : public QProxyStyle
{
    Q_OBJECT
public:
    Style();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
        const QWidget *widget = nullptr) const override;
    QRect subElementRect(
        SubElement element, const QStyleOption *option, const QWidget *widget = nullptr) const override;
    int pixelMetric(
        PixelMetric metric, const QStyleOption *option = nullptr, const QWidget *widget = nullptr) const override;
    int styleHint(StyleHint hint, const QStyleOption *option = nullptr, const QWidget *widget = nullptr,
        QStyleHintReturn *returnData = nullptr) const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool m_altDown = false;
};

// How a widget that paints its own text shows mnemonics: Qt::TextShowMnemonic while Alt is held, else TextHideMnemonic.
int mnemonicFlag(const QWidget *widget);

// Property (int) of a push button: pixels around its box that belong to its focus ring and not to its place in a
// layout.
inline constexpr const char *ringSpaceProperty = "ringSpace";

} // namespace accueil

#pragma once

#include "ui/icons/icon.h"
#include "ui/widgets/pressbutton.h"

#include <QTimer>

namespace accueil {

// A button of the design: main (one per page or dialog), second, destructive or quiet (words only).
//   auto *save = new Button(Button::Main, this);  save->setText(tr("&Save"));  save->setSymbol(Icon::Check);
//   save->setKeys(QKeySequence(u"Ctrl+S"_s));     // a hint inside the button and the key that presses it
// While busy it keeps its width, turns a wheel and presses nothing.
class Button : public PressButton
{
    Q_OBJECT
public:
    enum Kind { Main, Second, Destructive, Quiet };
    enum Size { Normal, Small };

    explicit Button(Kind kind, QWidget *parent = nullptr, Size size = Normal);

    void setSymbol(Icon icon);
    void setTrailingSymbol(Icon icon);
    void setKeys(const QKeySequence &keys);
    // Only the hint; the page or dialog answers the key itself.
    void setKeyHint(const QKeySequence &keys);
    void setBusy(bool busy, const QString &busyText = {});
    bool isBusy() const { return m_busy; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void nextCheckState() override;
    bool event(QEvent *event) override;

private:
    struct Look;
    Look look() const;
    QString hintText() const;
    int contentWidth() const;
    int padding() const;
    void paintContent(QPainter &painter, const QColor &ink, const QRect &box) const;

    Kind m_kind;
    Size m_size;
    Icon m_symbol = Icon::None;
    Icon m_trailing = Icon::None;
    QKeySequence m_hint;
    bool m_busy = false;
    QString m_busyText;
    int m_busyWidth = 0;
    QTimer m_wheel;
    int m_angle = 0;
};

// Only an icon; the words are its accessible name and its tooltip, with the key.
class IconButton : public PressButton
{
    Q_OBJECT
public:
    enum Frame { Framed, Flat };
    explicit IconButton(Icon icon, QWidget *parent = nullptr, Frame frame = Flat);

    void setSymbol(Icon icon);
    void setWords(const QString &words); // accessible name and tooltip
    void setKeys(const QKeySequence &keys);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void updateToolTip();

    Icon m_icon;
    Frame m_frame;
    QKeySequence m_keys;
};

} // namespace accueil
